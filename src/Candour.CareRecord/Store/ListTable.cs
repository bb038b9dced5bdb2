using System.ComponentModel.DataAnnotations;
using System.Reflection;
using Candour.Clinical;

namespace Candour.CareRecord.Store;

/// <summary>
/// A list: a table of rows, each a pure function of one stream's history, written in the transaction of the event and
/// rebuilt from events at will. A row is a sealed record of flat values; its key properties carry
/// <see cref="KeyAttribute"/>. Columns are the properties' names in snake case.
/// </summary>
public abstract class ListTable
{
    private protected ListTable(string name, string streamKind, Type row)
    {
        Name = name;
        StreamKind = streamKind;
        Row = row;
        Columns = [.. row.GetProperties().Where(p => p.CanWrite).Select(p => new ListColumn(p))];
        Key = [.. Columns.Where(c => c.IsKey)];
        if (Key.Count == 0)
            throw new InvalidOperationException($"{row.Name} has no [Key].");
    }

    public string Name { get; }

    public string StreamKind { get; }

    public Type Row { get; }

    public IReadOnlyList<ListColumn> Columns { get; }

    public IReadOnlyList<ListColumn> Key { get; }

    internal string UpsertSql => field ??= Schema.Upsert(this);

    internal string DeleteSql => field ??= Schema.Delete(this);

    internal string UpsertSqlPostgres => field ??= Schema.Numbered(UpsertSql);

    internal string DeleteSqlPostgres => field ??= Schema.Numbered(DeleteSql);

    public abstract IEnumerable<object> RowsOf(History history);

    /// <summary>The key's values, joined: equal for rows of the same key.</summary>
    internal string KeyOf(object row) => string.Join('\u001f', Key.Select(c => c.ValueOf(row)));
}

/// <inheritdoc/>
public sealed class ListTable<TRow>(string name, string streamKind, Func<History, IEnumerable<TRow>> rowsOf)
    : ListTable(name, streamKind, typeof(TRow))
    where TRow : class
{
    public override IEnumerable<object> RowsOf(History history) => rowsOf(history);
}

/// <summary>A column of a list and how its value is stored: text, integer, real, or a day as yyyy-MM-dd.</summary>
public sealed class ListColumn(PropertyInfo property)
{
    public PropertyInfo Property { get; } = property;

    public string Name { get; } = string.Concat(property.Name.Select((c, i) =>
        char.IsUpper(c) ? (i > 0 ? "_" : "") + char.ToLowerInvariant(c) : c.ToString()));

    /// <summary>The name as SQL wants it where it may be a word of SQL's own ("from").</summary>
    internal string Quoted => $"\"{Name}\"";

    public bool IsKey { get; } = property.IsDefined(typeof(KeyAttribute));

    /// <summary>string, long, bool, double or DateOnly, or null.</summary>
    public object? ValueOf(object row) => Property.GetValue(row) switch
    {
        Moment moment => moment.Milliseconds,
        int number => (long)number,
        Enum choice => choice.ToString(),
        var other => other,
    };
}

/// <summary>A change to a list: the row to put there, or the key of the row to take away.</summary>
internal sealed record RowChange(ListTable Table, object Row, bool Remove);

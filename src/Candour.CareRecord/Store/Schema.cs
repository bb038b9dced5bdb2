using System.Buffers;
using System.Globalization;
using System.Text;
using Candour.Clinical;

namespace Candour.CareRecord.Store;

/// <summary>Names of the record's own tables, and the SQL both databases share.</summary>
internal static class Schema
{
    public const string Leaf = "leaf", Part = "part", EventIndex = "event_index", Position = "position", Command = "command", View = "view";

    /// <summary>insert … on conflict do update, with parameters @p0 … in order of provider and columns.</summary>
    public static string Upsert(ListTable table)
    {
        var names = table.Columns.Select(c => c.Quoted).Prepend("provider").ToList();
        var values = table.Columns.Where(c => !c.IsKey).Select(c => $"{c.Quoted}=excluded.{c.Quoted}").ToList();
        return new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"insert into {table.Name} ({string.Join(", ", names)}) ")
            .Append(CultureInfo.InvariantCulture, $"values ({string.Join(", ", names.Select((_, i) => $"@p{i}"))}) ")
            .Append(CultureInfo.InvariantCulture, $"on conflict (provider, {string.Join(", ", table.Key.Select(c => c.Quoted))}) do ")
            .Append(values.Count == 0 ? "nothing" : $"update set {string.Join(", ", values)}")
            .ToString();
    }

    public static IEnumerable<object?> UpsertValues(ListTable table, object row, string provider) =>
        table.Columns.Select(c => c.ValueOf(row)).Prepend(provider);

    public static string Delete(ListTable table) =>
        $"delete from {table.Name} where provider=@p0 and "
        + string.Join(" and ", table.Key.Select((c, i) => $"{c.Quoted}=@p{i + 1}"));

    /// <summary>PostgreSQL's own parameters, $1 for @p0 and so on.</summary>
    public static string Numbered(string sql)
    {
        for (var i = 40; i >= 0; i--)
            sql = sql.Replace($"@p{i}", $"${i + 1}", StringComparison.Ordinal);
        return sql;
    }

    public static IEnumerable<object?> DeleteValues(ListTable table, object row, string provider) =>
        table.Key.Select(c => c.ValueOf(row)).Prepend(provider);

    /// <summary>A view's stored bytes: canonical JSON, hashed with a salt into the hourly commitment.</summary>
    public static byte[] BytesOf(View view)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        var first = true;
        void Put(string name, string? value)
        {
            if (value is null)
                return;
            buffer.Write(Encoding.ASCII.GetBytes($"{(first ? "{" : ",")}\"{name}\":"));
            CanonicalJson.Write(buffer, value);
            first = false;
        }

        Put("actor", view.By.Actor);
        Put("at", view.At.ToString());
        Put("device", view.By.Device);
        Put("effect", view.Effect);
        Put("part", view.Part);
        Put("patientSees", view.PatientSees ? "yes" : "no");
        Put("person", view.Person);
        Put("referral", view.Referral);
        Put("role", view.By.Role);
        Put("session", view.Session);
        Put("why", view.Why);
        buffer.Write("}"u8);
        return buffer.WrittenSpan.ToArray();
    }
}

using System.Reflection;
using Candour.CareRecord.Store;
using Candour.Clinical;
using Candour.Testing;

namespace Candour.CareRecord.Tests.Store;

/// <summary>
/// Finds copies of personal details by planting them: every identity and words property of every event is given a marker of
/// its own, every list is made from such events, and a column in which a marker turns up has to be registered.
/// </summary>
public sealed class PersonalCopiesTests
{
    private static readonly DateOnly MarkerDay = new(1907, 7, 7);

    [Fact]
    public void Every_column_that_takes_a_personal_detail_is_registered()
    {
        var registered = PersonalCopies.All.Select(c => c.Where).ToHashSet();
        Columns().Except(registered).Order().ShouldBeEmpty("register these in PersonalCopies, or do not copy the detail");
    }

    [Fact]
    public void The_probe_sees_what_it_is_to_see() => Columns().ShouldContain("person_list.full_name");

    [Fact]
    public void Every_registered_column_exists()
    {
        var there = Lists.All.SelectMany(t => t.Columns.Select(c => $"{t.Name}.{c.Name}")).ToHashSet();
        var lists = Lists.All.Select(t => t.Name).ToHashSet();
        PersonalCopies.All.Select(c => c.Where).Where(w => lists.Contains(w.Split('.')[0])).ShouldAllBe(w => there.Contains(w));
    }

    private static HashSet<string> Columns()
    {
        var found = new HashSet<string>();
        var planted = EventCodec.Types.Select(Plant).OfType<Event>().ToList();
        foreach (var table in Lists.All)
        {
            var stream = new StreamId(table.StreamKind, "P000000000000001");
            // Each event alone after the ones that begin a stream of this kind, so that one that breaks a rule hides no other.
            var beginnings = planted.Where(e => RowsOf(table, stream, [e]).Count > 0).ToList();
            foreach (var e in planted)
            foreach (var row in beginnings.Prepend(e).SelectMany(begin => RowsOf(table, stream, begin == e ? [e] : [begin, e])))
            {
                foreach (var column in table.Columns.Where(c => IsMarker(c.Property.GetValue(row))))
                    found.Add($"{table.Name}.{column.Name}");
            }
        }

        return found;
    }

    private static IReadOnlyList<object> RowsOf(ListTable table, StreamId stream, Event[] events)
    {
        try
        {
            return [.. table.RowsOf(Tests.Messages.Amira.Told(stream, events))];
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // An event that cannot stand where it was planted makes no row.
            return [];
        }
    }

    private static Event? Plant(Type type)
    {
        var e = (Event)Activator.CreateInstance(type, nonPublic: true)!;
        foreach (var property in type.GetProperties().Where(p => p.CanWrite))
        {
            var personal = property.IsDefined(typeof(IdentityAttribute)) || property.IsDefined(typeof(WordsAttribute));
            if (Value(Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType, personal) is { } value)
                property.SetValue(e, value);
        }

        return e;
    }

    private static object? Value(Type type, bool personal) => type switch
    {
        _ when type == typeof(string) => personal ? "zzmarker" : "P000000000000001",
        _ when type == typeof(DateOnly) => personal ? MarkerDay : new DateOnly(2026, 10, 5),
        _ when type == typeof(Moment) => new FixedClock().Now,
        _ when type == typeof(IReadOnlyList<string>) => (IReadOnlyList<string>)[personal ? "zzmarker" : "text"],
        _ when type == typeof(IReadOnlyList<int>) => (IReadOnlyList<int>)[1],
        _ => null,
    };

    private static bool IsMarker(object? value) => value switch
    {
        string text => text.Contains("zzmarker", StringComparison.OrdinalIgnoreCase),
        DateOnly day => day == MarkerDay,
        _ => false,
    };
}

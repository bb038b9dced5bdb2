using System.ComponentModel.DataAnnotations;
using Candour.Clinical;

namespace Candour.CareRecord.Safeguarding.Store;

/// <summary>safeguarding_list: whose entry it is and by when. No words and no name.</summary>
public sealed record SafeguardingRow
{
    [Key]
    public required string Entry { get; init; }

    public required string Person { get; init; }

    public required ConcernAbout About { get; init; }

    public required string RaisedBy { get; init; }

    public required Moment Raised { get; init; }

    public required string Owner { get; init; }

    public required DateOnly Due { get; init; }

    public required bool IsOpen { get; init; }

    /// <summary>Null while nobody has taken it.</summary>
    public required Moment? Taken { get; init; }

    /// <summary>It was left unopened past its day, and that was told.</summary>
    public required bool Alarmed { get; init; }

    public required Moment? Closed { get; init; }

    /// <summary>Staff ids with a space between.</summary>
    public required string SharedWith { get; init; }

    public static IEnumerable<SafeguardingRow> RowsOf(History stream)
    {
        if (SafeguardingEntry.Of(stream) is not { } entry)
            yield break;
        yield return new()
        {
            Entry = entry.Id, Person = entry.Raised.Person, About = entry.Raised.About, RaisedBy = entry.RaisedBy, Raised = entry.RaisedAt,
            Owner = entry.Owner, Due = entry.Raised.Due, IsOpen = entry.IsOpen, Taken = entry.Taken, Alarmed = entry.Alarmed,
            Closed = entry.Closed, SharedWith = string.Join(' ', entry.SharedWith),
        };
    }
}

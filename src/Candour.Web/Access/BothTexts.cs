using Candour.CareRecord;
using Candour.Clinical;

namespace Candour.Web.Access;

/// <summary>"Someone changed this": what is there now beside what was typed, line by line. Nothing typed is lost.</summary>
/// <param name="Name">Who changed it; "You" for who reads it.</param>
/// <param name="Drop">The page as it is now, without mine.</param>
public sealed record BothTexts(string Name, Moment When, IReadOnlyList<BothText> Lines, string Drop)
{
    /// <summary>The id of the form below that still holds mine; null when mine can no longer be saved here.</summary>
    public string? Form { get; init; }

    /// <summary>Mine is added beside theirs and takes nothing away.</summary>
    public bool BothStand { get; init; }
}

/// <summary>One line of the two texts.</summary>
/// <param name="There">What stands in the record now; null: nothing.</param>
/// <param name="Mine">What was typed; null: nothing.</param>
public sealed record BothText(string What, string? There, string? Mine)
{
    public string Mark => string.Equals(There?.Trim() ?? "", Mine?.Trim() ?? "", StringComparison.Ordinal) ? "same" : "different";
}

/// <summary>What a page does when a write was refused and somebody else had been there since it was opened.</summary>
public static class TwoAtOnce
{
    /// <summary>Who changed the same thing after the form was opened, oneself in another window too; null when nobody did, or the write went through.</summary>
    /// <param name="now">The stream as it stands now.</param>
    /// <param name="me">Staff id of who sends the form.</param>
    /// <param name="same">Whether an event is about what the form is about.</param>
    public static SomeoneChangedThis? ChangedSince(this Shown shown, History now, Outcome outcome, string me, Func<Event, bool> same) => outcome switch
    {
        Outcome.No { Because: SomeoneChangedThis changed } => changed,
        Outcome.No => now.Since(shown.Version).LastOrDefault(e => same(e.Event)) is { } change ? SomeoneChangedThis.Of(change, me, now) : null,
        _ => null,
    };

    /// <summary>The next press is a new order, on what the page shows from here on.</summary>
    public static Shown Again(this Shown shown, Randomness randomness, History now)
    {
        (shown.Command, shown.Version) = (Ids.New(randomness), now.Version);
        return shown;
    }
}

using Candour.Clinical;

namespace Candour.CareRecord;

/// <summary>
/// Whether somebody else changed the same thing since a page was shown. A patient's answers are never refused because
/// staff were working, nor the reverse: only events about the same thing count.
/// </summary>
internal static class SomeoneElse
{
    public static Refusal? Changed(Histories histories, Accepted asked, By by, (StreamId Stream, int Version)? shown)
    {
        if (shown is not { } page)
            return null;
        var things = asked.Events.Where(e => e.Stream == page.Stream).Select(e => e.Event.Touches).OfType<string>().ToHashSet();
        var theirs = histories[page.Stream].Since(page.Version)
            .LastOrDefault(e => e.Event.Touches is { } thing && things.Contains(thing) && e.Envelope.By.Actor != by.Actor);
        return theirs is null ? null : new SomeoneChangedThis(theirs.Envelope.By, theirs.Envelope.At);
    }
}

/// <summary>"Someone changed this": the page shows both texts, with the name of <paramref name="By"/>, and keeps what was typed.</summary>
public sealed record SomeoneChangedThis(By By, Moment When)
    : Refusal($"Someone changed this record at {Words.Time(When)}, after you opened it. Nothing you wrote is lost.");

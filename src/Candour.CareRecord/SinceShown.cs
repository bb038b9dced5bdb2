using Candour.Clinical;

namespace Candour.CareRecord;

/// <summary>
/// Whether the same thing was changed since a page was shown: by somebody else, or by the same person in another window. A
/// patient's answers are never refused because staff were working, nor the reverse: only events about the same thing count.
/// </summary>
internal static class SinceShown
{
    public static Refusal? Changed(Histories histories, Accepted asked, By by, (StreamId Stream, int Version)? shown)
    {
        if (shown is not { } page)
            return null;
        var things = asked.Events.Where(e => e.Stream == page.Stream).Select(e => e.Event.Touches).OfType<string>().ToHashSet();
        var now = histories[page.Stream];
        return now.Since(page.Version).LastOrDefault(e => e.Event.Touches is { } thing && things.Contains(thing)) is { } change
            ? SomeoneChangedThis.Of(change, by.Actor, now)
            : null;
    }
}

/// <summary>"Someone changed this": the page shows both texts, with the name of <paramref name="Who"/>, and keeps what was typed.</summary>
/// <param name="Yourself">It was the same person, in another window.</param>
/// <param name="Now">The version of the stream as it stands now: a form asked again shows this one.</param>
public sealed record SomeoneChangedThis(By Who, Moment When, bool Yourself, int Now)
    : Refusal($"{(Yourself ? "You" : "Someone")} changed this record at {Words.Time(When)}, after you opened it. Nothing you wrote is lost.")
{
    /// <param name="change">What was written meanwhile.</param>
    /// <param name="me">Who asks.</param>
    public static SomeoneChangedThis Of(Recorded change, string me, History now) =>
        new(change.Envelope.By, change.Envelope.At, change.Envelope.By.Actor == me, now.Version);
}

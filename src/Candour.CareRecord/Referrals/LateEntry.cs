using System.Globalization;
using System.Text;
using Candour.CareRecord.Appointments;
using Candour.CareRecord.Discharge;
using Candour.CareRecord.Store;
using Candour.Clinical;

namespace Candour.CareRecord.Referrals;

/// <summary>
/// Anything entered more than 24 hours after it happened asks why, and stays marked late. After the decision to end care it
/// also needs a second person.
/// </summary>
public static class LateEntry
{
    private static readonly TimeSpan InTime = TimeSpan.FromHours(24);

    /// <summary>Said where something was kept that another has to confirm.</summary>
    public const string Waits = "Kept. It was entered late, after the decision to end care: it counts when a second person confirms it.";

    public static bool Is(Moment happened, Moment now) => now.Since(happened) > InTime;

    /// <summary>Whole days between, at least 1 for anything late.</summary>
    public static int Days(Moment happened, Moment now) => Math.Max(1, London.DayOf(now).DayNumber - London.DayOf(happened).DayNumber);

    /// <summary>Null when it is in time or a reason was given.</summary>
    public static Refusal? Check(Moment happened, Moment now, WhyLate? why) =>
        Is(happened, now) && why is null ? new SayWhyLate(Days(happened, now)) : null;

    /// <summary>Late, and the end of this course was decided or has come: one person alone changes nothing in it any more.</summary>
    public static bool NeedsSecondPerson(Moment happened, Moment now, History referral) =>
        Is(happened, now) && Course.Of(referral) is { Decision: not null } or { IsOpen: false };

    /// <summary>The decision as it is or, where a second person is needed, its events held on the referral.</summary>
    /// <param name="about">What was entered, as in <see cref="LateEntryHeld.About"/>.</param>
    public static Accepted Hold(Accepted decision, Moment happened, Moment now, History referral, string about, WhyLate? why) =>
        NeedsSecondPerson(happened, now, referral) ? Keep(decision, happened, now, referral, about, why) : decision;

    /// <summary>The events of the decision, held on the referral until a second person confirms them.</summary>
    /// <inheritdoc cref="Hold"/>
    public static Accepted Keep(Accepted decision, Moment happened, Moment now, History referral, string about, WhyLate? why)
    {
        var entry = (referral.Version + 1).ToString(CultureInfo.InvariantCulture);
        return decision.Events.Aggregate(Decision.AlreadySo, (all, e) =>
        {
            var parts = EventCodec.Plain(e.Stream, e.Event, now);
            string? Text(PartKind kind) => parts.TryGetValue(kind, out var bytes) ? Encoding.UTF8.GetString(bytes) : null;
            return all.And(referral.Stream, new LateEntryHeld
            {
                Entry = entry, About = about, Days = Is(happened, now) ? Days(happened, now) : 0, Why = why, Goes = e.Stream.ToString(), What = e.Event.GetType().Name,
                Coded = Text(PartKind.Core)!, InWords = Text(PartKind.Words), Names = Text(PartKind.Identity),
            });
        });
    }

    /// <summary>What waits for a second person, oldest first; one row for each event.</summary>
    public static IReadOnlyList<(Envelope Envelope, LateEntryHeld Event)> Held(History referral)
    {
        var settled = referral.All<HeldEntrySettled>().Select(s => s.Entry).ToHashSet();
        return [.. referral.Recorded<LateEntryHeld>().Where(h => !settled.Contains(h.Event.Entry))];
    }

    /// <summary>The event that waits in it.</summary>
    public static Event Made(LateEntryHeld held)
    {
        List<(PartKind Kind, byte[] Bytes)> parts = [(PartKind.Core, Encoding.UTF8.GetBytes(held.Coded))];
        if (held.InWords is { } words)
            parts.Add((PartKind.Words, Encoding.UTF8.GetBytes(words)));
        if (held.Names is { } names)
            parts.Add((PartKind.Identity, Encoding.UTF8.GetBytes(names)));
        return EventCodec.Read(held.What, parts).Event;
    }
}

/// <summary>The second person's word on an entry that was made late, after the decision to end care. Whoever made it may only take it out.</summary>
public sealed record SettleHeld(string Entry, bool Agreed)
{
    /// <summary>Name the streams it goes to in the write as well (<see cref="LateEntryHeld.Goes"/>).</summary>
    public Decision Decide(History referral, By by)
    {
        var held = LateEntry.Held(referral).Where(h => h.Event.Entry == Entry).ToList();
        if (held.Count == 0)
            return new NothingToConfirm();
        if (Agreed && held.Exists(h => h.Envelope.By.Actor == by.Actor))
            return new SecondPersonIsAnother();
        var settled = new Accepted([]).And(referral.Stream, new HeldEntrySettled { Entry = Entry, Agreed = Agreed });
        return Agreed ? held.Aggregate(settled, (all, h) => all.And(StreamId.Parse(h.Event.Goes), LateEntry.Made(h.Event))) : settled;
    }
}

using Candour.CareRecord.Messages;
using Candour.Clinical;

namespace Candour.CareRecord.Referrals;

/// <summary>What a person changes on their own page. All pure; each change is a dated value, and the one before stays.</summary>
public static class ChangeDetails
{
    /// <summary>
    /// New ways to be reached. A number or address that was confirmed and safe, and is used no more, is told so: whoever reads
    /// there learns nothing but whom to call. The new one has to be confirmed before anything private goes there.
    /// </summary>
    /// <param name="message">Made before the decision: one for each of text and email.</param>
    public static Decision Contact(History person, ContactDetailsGiven wanted, Func<string, string> message, Sender sender, Moment now)
    {
        if (Person.Of(person) is not { HasDied: false } known)
            return new NobodyThere();
        if (known.Contact is { } before && IsSame(before, wanted))
            return Decision.AlreadySo;
        var changed = Decision.Accept(person.Stream, wanted);
        var reach = Reach.Of(person);
        foreach (var way in new[] { reach.Text, reach.Email })
        {
            var next = wanted.Chosen.Contains(way.Way) ? Reach.Plain(way.Way, way.Way == Ways.Text ? wanted.Mobile : wanted.Email) : null;
            if (way is not { Safe: true, Confirmed: true, CameBack: false, Address: not null } || next == way.Address)
                continue;
            // Judged by the rules that held for the old one.
            var told = Message.Queue(
                new NewMessage(message(way.Way), Say.DetailsChanged(sender.Phone), now.Plus(TimeSpan.FromDays(2))) { OnlyBy = way.Way }, person, sender, now);
            if (told.Events.Any(e => e.Event is MessageQueued))
                changed = changed.And(told).And(person.Stream, new OldContactTold { Way = way.Way, Message = message(way.Way) });
        }

        return changed;
    }

    /// <summary>
    /// What is safe, as the person says now. Where somebody may be hurting them, letters home stay held until the safeguarding
    /// lead has decided: whoever sits at this page may not be the person.
    /// </summary>
    public static Decision Safe(History person, SafeContactRulesGiven wanted)
    {
        if (Person.Of(person) is not { HasDied: false } known)
            return new NobodyThere();
        var rules = known.Rules is { } before
            ? wanted with
            {
                HomeHeld = before.HomeHeld, MessagesFrom = before.MessagesFrom, MessagesUntil = before.MessagesUntil, Hours = before.Hours, Never = before.Never,
                EmailSafe = wanted.EmailSafe ?? before.EmailSafe,
            }
            : wanted;
        return rules == known.Rules ? Decision.AlreadySo : Decision.Accept(person.Stream, rules);
    }

    /// <summary>What they need, asked again today: the same answer is a new answer, with a new day to check.</summary>
    public static Decision Needs(History person, NeedsRecorded wanted) =>
        Person.Of(person) is { HasDied: false } ? Decision.Accept(person.Stream, wanted) : new NobodyThere();

    /// <summary>Name and GP surgery: staff settle these, because others are found by them.</summary>
    /// <param name="request">Made before the decision.</param>
    public static Decision Ask(History person, string request, DetailAsked what, string? wanted)
    {
        if (Person.Of(person) is not { HasDied: false })
            return new NobodyThere();
        if (Sessions.Text.OrNull(wanted) is not { } words || words.Length > 1000)
            return new SayWhatItShouldBe();
        return Open(person).Any(a => a.Event.What == what)
            ? new AskedAlready()
            : Decision.Accept(person.Stream, new DetailsChangeAsked { Request = request, What = what, Wanted = words });
    }

    /// <summary>A member of staff has settled a request, by changing the fact or by saying why not.</summary>
    public static Decision Settle(History person, string request, bool done, string? inWords)
    {
        if (Open(person).FirstOrDefault(a => a.Event.Request == request).Event is not { } asked)
            return new NothingAsked();
        if (asked.What == DetailAsked.WhyOpened && string.IsNullOrWhiteSpace(inWords))
            return new SayTheAnswer();
        return !done && string.IsNullOrWhiteSpace(inWords)
            ? new SayWhyNotChanged()
            : Decision.Accept(person.Stream, new DetailsChangeSettled { Request = request, Done = done, InWords = Sessions.Text.OrNull(inWords) });
    }

    /// <summary>Requests that nobody has settled, oldest first.</summary>
    public static IEnumerable<(Envelope Envelope, DetailsChangeAsked Event)> Open(History person)
    {
        var settled = person.All<DetailsChangeSettled>().Select(s => s.Request).ToHashSet();
        return person.Recorded<DetailsChangeAsked>().Where(a => !settled.Contains(a.Event.Request));
    }

    private static bool IsSame(ContactDetailsGiven one, ContactDetailsGiven two) =>
        one.Chosen.Order().SequenceEqual(two.Chosen.Order())
        && (one.Mobile, one.Phone, one.Email, one.Address, one.Postcode) == (two.Mobile, two.Phone, two.Email, two.Address, two.Postcode);
}

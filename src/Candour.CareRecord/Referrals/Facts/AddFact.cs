using Candour.CareRecord.Appointments;
using Candour.Clinical;

namespace Candour.CareRecord.Referrals.Facts;

/// <summary>Adds a value to a fact. There is no edit: the old value stays, and a change says why.</summary>
public sealed record AddFact(Fact Fact, Event Made, string? Why, WhyLate? WhyLate)
{
    /// <param name="history">The person's or the referral's, as the fact says.</param>
    /// <param name="referral">The referral it is added in: once its end is decided, a late entry waits here for a second person.</param>
    /// <param name="numberTaken">Another person has the NHS number that was typed.</param>
    public Decision Decide(History history, History referral, By by, Moment now, bool numberTaken = false)
    {
        if (!history.Exists)
            return new NobodyThere();
        if (numberTaken)
            return new NhsNumberTaken();
        if (!Fact.Repeats && Changes(history) && string.IsNullOrWhiteSpace(Why))
            return new SayWhyChanged();
        var happened = Fact.HappenedOn(Made) is { } day && day < London.DayOf(now) ? London.StartOf(day.AddDays(1)) : now;
        if (LateEntry.Check(happened, now, WhyLate) is { } late)
            return late;
        var made = Made is SafeContactRulesGiven rules ? KeepHeld(history, rules, by) : Made;
        if (made is NotReadyRecorded { Pause: var pause } && history.Any<NotReadyRecorded>(p => p.Pause == pause))
            return new NumberUsedBefore(pause);
        var accepted = Decision.Accept(history.Stream, made);
        return LateEntry.Is(happened, now)
            ? LateEntry.Hold(
                accepted.And(history.Stream, new AddedLate { About = Fact.Slug, Days = LateEntry.Days(happened, now), Why = WhyLate!.Value, InWords = Why }),
                happened, now, referral, Fact.Slug, WhyLate)
            : accepted;
    }

    // A name or birth date was given at registration, under another event.
    private bool Changes(History history) => Fact.Over(history).Any()
        || Made is NameGiven
        || (Made is BirthDateGiven && Person.Of(history)?.BirthDate is not null)
        || (Made is ReferralSourceGiven or CommissionerGiven && history.First<ReferralReceived>() is { Commissioner.Length: > 0 });

    // Only the safeguarding lead lets letters go home again where somebody may be hurting the person.
    private static SafeContactRulesGiven KeepHeld(History history, SafeContactRulesGiven rules, By by) =>
        history.Last<SafeContactRulesGiven>() is { } before
            ? rules with
            {
                HomeHeld = before.HomeHeld && by.Role != Roles.SafeguardingLead,
                MessagesFrom = before.MessagesFrom,
                MessagesUntil = before.MessagesUntil,
            }
            : rules;
}

public sealed record NumberUsedBefore(string Number) : Refusal($"'{Number}' was used before for this referral. Choose another number.")
{
    public override string? Field => "pause";
}

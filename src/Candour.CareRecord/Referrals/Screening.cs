using Candour.CareRecord.Safeguards;
using Candour.Clinical;

namespace Candour.CareRecord.Referrals;

/// <summary>What staff do with a referral in the inbox. Each is a person's decision; nothing is decided by a rule.</summary>
public static class Screening
{
    private static readonly HashSet<string> Clinicians =
        [Roles.Pwp, Roles.PwpTrainee, Roles.HighIntensity, Roles.Supervisor, Roles.ClinicalLead];

    public static bool IsClinician(By by) => Clinicians.Contains(by.Role);

    /// <summary>The first look, so that an unread referral can be seen to age.</summary>
    public static Decision Read(History referral) =>
        !referral.Exists || referral.Any<ReferralRead>() ? Decision.AlreadySo : Decision.Accept(referral.Stream, new ReferralRead());

    public static Decision AskClinician(History referral, string? question) =>
        Decided(referral) is { } no ? no
        : Decision.Accept(referral.Stream, new ClinicianAsked { Question = question });

    /// <summary>Contact begins. Danger told in the form stays with its own task; this does not wait for it.</summary>
    public static Decision Accept(History referral) =>
        Decided(referral) is { } no ? no : Decision.Accept(referral.Stream, new ReferralAccepted());

    /// <summary>Not for this service: with reasons in words, where they can go, and never while a worry is open.</summary>
    public static Decision NotForUs(History referral, History person, string? because, string? whereInstead, By by, Moment now)
    {
        if (Decided(referral) is { } no)
            return no;
        if (string.IsNullOrWhiteSpace(because))
            return new SayWhyNotForUs();
        if (string.IsNullOrWhiteSpace(whereInstead))
            return new SayWhereTheyCanGo();
        if (RiskTask.OpenOf(person) is not null)
            return new WorryStillOpen(Person.Of(person)?.Called ?? "This person");
        if (Standing.SaidDanger(referral.First<ReferralReceived>()!) && !IsClinician(by))
            return new ClinicianOnly();
        if (referral.Any<NotForUsObjected>() && referral.Recorded<ReferralNotForUs>().Any(d => d.Envelope.By.Actor == by.Actor))
            return new SomebodyElseLooks();
        return Decision.Accept(referral.Stream, new ReferralNotForUs
        {
            EndCode = "50", DecidedOn = London.DayOf(now), Because = because, WhereInstead = whereInstead,
        });
    }

    /// <summary>The person says the "no" is wrong: back to the inbox, on the same clock, for another person to look.</summary>
    public static Decision Object(History referral, string? inTheirWords) =>
        Standing.Of(referral) != Stage.NotForUs
            ? Decision.AlreadySo
            : Decision.Accept(referral.Stream, new NotForUsObjected { InTheirWords = inTheirWords });

    /// <summary>A clinician says what was seen and what is next, in words. The person's stream is read for open worries.</summary>
    public static Decision Triage(History referral, TriageOutcome outcome, string? words, By by)
    {
        if (!IsClinician(by))
            return new ClinicianOnly();
        if (string.IsNullOrWhiteSpace(words))
            return new SayWhatYouSaw();
        if (!referral.Exists)
            return new NobodyThere();
        var done = Decision.Accept(referral.Stream, new TriageDone { Outcome = outcome, Words = words });
        return Standing.Of(referral) == Stage.Inbox && outcome is TriageOutcome.GoesOn or TriageOutcome.SeenFirst && !referral.Any<ReferralAccepted>()
            ? ((Accepted)done).And(referral.Stream, new ReferralAccepted())
            : done;
    }

    /// <summary>Somebody was reached, or wrote from their own address: it is their wish.</summary>
    public static Decision Confirm(History referral, string how) =>
        referral.Any<ReferralConfirmed>() || !referral.Exists ? Decision.AlreadySo : Decision.Accept(referral.Stream, new ReferralConfirmed { How = how });

    private static Refusal? Decided(History referral) => (referral.Exists, Standing.Of(referral)) switch
    {
        (false, _) => new NobodyThere(),
        (_, Stage.Inbox) => null,
        (_, Stage.Reaching or Stage.Booked) => new AlreadyDecided("accepted"),
        (_, Stage.NotForUs) => new AlreadyDecided("found not to be for us"),
        _ => new AlreadyDecided("closed"),
    };
}

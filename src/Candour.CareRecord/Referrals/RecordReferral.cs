using Candour.CareRecord.Appointments;
using Candour.CareRecord.Policies;
using Candour.CareRecord.Safeguards;
using Candour.Clinical;

namespace Candour.CareRecord.Referrals;

/// <summary>
/// A referral somebody else tells us of: a GP's letter, a call, the form for professionals. The wait counts from the day it
/// came, whenever it is typed in.
/// </summary>
public sealed record RecordReferral
{
    public required string PersonId { get; init; }

    public required string ReferralId { get; init; }

    public required RiskIds RiskIds { get; init; }

    /// <summary>Looked up before the decision.</summary>
    public required AtWork AtWork { get; init; }

    public string? FirstName { get; init; }

    public string? LastName { get; init; }

    public DateOnly? BirthDate { get; init; }

    /// <summary>Ten digits, checked.</summary>
    public string? NhsNumber { get; init; }

    public required ContactDetailsGiven Contact { get; init; }

    public required SafeContactRulesGiven Rules { get; init; }

    /// <summary>Null: nobody asked and nothing was said.</summary>
    public NeedsSaid? Needs { get; init; }

    /// <summary>List source_of_referral.</summary>
    public string? Source { get; init; }

    public DateOnly? ReceivedOn { get; init; }

    public required CameBy CameBy { get; init; }

    public string? Referrer { get; init; }

    public string? ReferrerWords { get; init; }

    /// <summary>Whether the person knows and agrees.</summary>
    public bool? TheyKnow { get; init; }

    /// <summary>A worry for today, in words; null when none was told.</summary>
    public string? WorryToday { get; init; }

    /// <summary>Nobody has been spoken with yet.</summary>
    public bool Unconfirmed { get; init; }

    public WhyLate? WhyLate { get; init; }

    /// <summary>Others who may be this person, with the reasons.</summary>
    public IReadOnlyList<(string Person, IReadOnlyList<string> Because)> Alike { get; init; } = [];

    /// <summary>An earlier referral of the same person, closed less than six months ago: its clock goes on.</summary>
    public WaitGoesOn? GoesOn { get; init; }

    public Decision Decide(Histories histories, ServicePolicy policy, Moment now)
    {
        var person = histories[Streams.Person(PersonId)];
        var referral = histories[Streams.Referral(ReferralId)];
        var today = London.DayOf(now);
        if (referral.Exists)
            return Decision.AlreadySo;
        if (string.IsNullOrWhiteSpace(FirstName) && string.IsNullOrWhiteSpace(LastName))
            return new NameNeeded();
        if (Eligibility.Of(BirthDate, policy.YoungestAge, today) is { } no)
            return no;
        if (ReceivedOn is not { } received || received > today)
            return new ReceivedDayNeeded();
        if (Source is null)
            return new SourceNeeded();
        if (TheyKnow != true)
            return new TheyHaveToKnow();
        var came = received < today ? London.StartOf(received.AddDays(1)) : now;
        if (LateEntry.Check(came, now, WhyLate) is { } late)
            return late;

        var accepted = new Accepted([]).And(person.Stream, [.. About(policy, now)]).And(referral.Stream, Received(received, policy, came, now));
        if (GoesOn is not null)
            accepted = accepted.And(referral.Stream, GoesOn);
        if (LateEntry.Is(came, now))
            accepted = accepted.And(referral.Stream, new AddedLate { About = "referral", Days = LateEntry.Days(came, now), Why = WhyLate!.Value });
        if (!string.IsNullOrWhiteSpace(WorryToday))
        {
            accepted = accepted.And(Risk.Disclose(
                person,
                new Told { Source = RiskSource.Referral, Referral = ReferralId, Said = WorryToday, PageAtOnce = true, Ids = RiskIds },
                Cover.At(policy, now, clinician: null, AtWork.For(person)),
                now));
        }

        foreach (var (other, because) in Alike)
        {
            var pair = Streams.Pair(PersonId, other);
            if (SamePerson.Notice(histories[pair], PersonId, other, because) is Accepted noticed)
                accepted = accepted.And(noticed);
        }

        return accepted;
    }

    private IEnumerable<Event> About(ServicePolicy policy, Moment now)
    {
        yield return new PersonRegistered { FirstName = FirstName, LastName = LastName, BirthDate = BirthDate, FilledBy = FilledBy.Staff };
        if (NhsNumber is not null)
            yield return new NhsNumberGiven { Number = NhsNumber, Status = "02" };
        yield return Contact;
        yield return Rules;
        if (Needs is { } needs)
        {
            yield return new NeedsRecorded
            {
                Needs = needs.Needs, Language = needs.Language, SomethingElse = needs.SomethingElse, NotAsked = needs.Asked ? null : true,
                ReviewOn = London.DayOf(now).AddMonths(policy.NeedsReviewMonths),
            };
        }
    }

    private ReferralReceived Received(DateOnly received, ServicePolicy policy, Moment came, Moment now) => new()
    {
        Person = PersonId,
        ReceivedOn = received,
        Source = Source!,
        Commissioner = policy[PolicyNames.Commissioner],
        CameBy = CameBy,
        FilledBy = FilledBy.Staff,
        Age = BirthDate is { } born ? Age.On(born, received) : null,
        Unconfirmed = Unconfirmed,
        TheyKnow = TheyKnow,
        // A referrer's worry is theirs: the person has answered nothing.
        WorryTold = string.IsNullOrWhiteSpace(WorryToday) ? null : true,
        Referrer = Referrer,
        ReferrerWords = ReferrerWords,
        EnteredLate = LateEntry.Is(came, now) ? WhyLate : null,
    };
}

/// <summary>What somebody who refers says that the person needs.</summary>
/// <param name="Needs">Codes of <see cref="NeedCodes"/>; empty: asked, and needs nothing.</param>
/// <param name="Language">The language an interpreter is needed for.</param>
/// <param name="Asked">The person was asked; false: what whoever refers knows of.</param>
public sealed record NeedsSaid(IReadOnlyList<string> Needs, string? Language, string? SomethingElse, bool Asked);

public sealed record NameNeeded() : Refusal("Enter their first name")
{
    public override string? Field => "FirstName";
}

public sealed record ReceivedDayNeeded() : Refusal("Enter the day on which the referral came, today or in the past")
{
    public override string? Field => "Received";
}

public sealed record SourceNeeded() : Refusal("Choose where the referral came from")
{
    public override string? Field => "Source";
}

public sealed record TheyHaveToKnow() : Refusal("Ask them first: we can only contact someone who knows of this and agrees")
{
    public override string? Field => "TheyKnow";
}

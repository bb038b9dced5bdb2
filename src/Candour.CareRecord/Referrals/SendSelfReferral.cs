using Candour.CareRecord.Policies;
using Candour.CareRecord.Safeguards;
using Candour.Clinical;

namespace Candour.CareRecord.Referrals;

/// <summary>
/// "Send my referral", and before it the one thing that may not wait: danger told by somebody who can be reached.
/// The wait counts from the day this is stored.
/// </summary>
/// <param name="Answers">The whole form.</param>
/// <param name="Alike">People in the record who may be this person, each with the reasons. Nothing of them is shown to anyone.</param>
/// <param name="GoesOn">An earlier referral of the same person, closed for no reply less than six months ago.</param>
/// <param name="RiskIds">Drawn before the decision.</param>
public sealed record SendSelfReferral(
    SelfReferral Answers, IReadOnlyList<(string Person, IReadOnlyList<string> Because)> Alike, WaitGoesOn? GoesOn, RiskIds RiskIds)
{
    /// <summary>Looked up before the decision.</summary>
    public required AtWork AtWork { get; init; }

    public Decision Decide(Histories histories, ServicePolicy policy, Moment now)
    {
        var person = histories[Streams.Person(Answers.PersonId)];
        var referral = histories[Streams.Referral(Answers.ReferralId)];
        if (referral.Exists)
            return Decision.AlreadySo;
        if (Eligibility.Of(Answers.BirthDate, policy.YoungestAge, London.DayOf(now)) is { } no)
            return no;
        if (Answers.BirthDate is null || !Answers.CanBeReached)
            return new NotAllAnswered();

        var received = Received(policy, now);
        var accepted = new Accepted([])
            .And(person.Stream, [.. AboutThePerson(person, policy, now)])
            .And(referral.Stream, received);
        if (GoesOn is not null)
            accepted = accepted.And(referral.Stream, GoesOn);
        accepted = accepted.And(DangerTold.Disclose(
            person, Answers.ReferralId, Answers.SafeNow, Answers.ThoughtsOfEnding, Answers.BeingHurt, sent: true, RiskIds, Cover.At(policy, now, clinician: null, AtWork.For(person)), now));
        foreach (var (other, because) in Alike)
        {
            var pair = Streams.Pair(Answers.PersonId, other);
            if (SamePerson.Notice(histories[pair], Answers.PersonId, other, because) is Accepted noticed)
                accepted = accepted.And(noticed);
        }

        return accepted;
    }

    /// <summary>
    /// Danger told in a form not yet sent. With a way to reach them: the least of a record that somebody can act on, and the
    /// task. Without: nothing yet.
    /// </summary>
    public Decision DecideDanger(History person, ServicePolicy policy, Moment now)
    {
        if (!Answers.CanBeReached || Eligibility.Of(Answers.BirthDate, policy.YoungestAge, London.DayOf(now)) is not null)
            return Decision.AlreadySo;
        var told = DangerTold.Disclose(
            person, Answers.ReferralId, Answers.SafeNow, Answers.ThoughtsOfEnding, null, sent: false, RiskIds, Cover.At(policy, now, clinician: null, AtWork.For(person)), now);
        return told.Events.Count == 0 && !person.Exists
            ? Decision.AlreadySo
            : new Accepted([]).And(person.Stream, [.. AboutThePerson(person, policy, now, least: true)]).And(told);
    }

    private IEnumerable<Event> AboutThePerson(History person, ServicePolicy policy, Moment now, bool least = false)
    {
        var known = Person.Of(person);
        if (known is null)
        {
            yield return new PersonRegistered
            {
                FirstName = Answers.FirstName,
                LastName = Answers.LastName,
                CalledName = Answers.CalledName,
                BirthDate = Answers.BirthDate,
                FilledBy = Answers.FilledBy ?? FilledBy.Me,
            };
        }
        else if ((known.FirstName, known.LastName, known.CalledName) != (Answers.FirstName, Answers.LastName, Answers.CalledName))
        {
            yield return new NameGiven { FirstName = Answers.FirstName, LastName = Answers.LastName, CalledName = Answers.CalledName };
        }

        if (known is not null && known.BirthDate != Answers.BirthDate)
            yield return new BirthDateGiven { BirthDate = Answers.BirthDate };

        var contact = new ContactDetailsGiven
        {
            Chosen = Answers.Chosen, Mobile = Answers.Mobile, Phone = Answers.Phone, Email = Answers.Email, Address = Answers.Address, Postcode = Answers.Postcode,
        };
        if (known?.Contact is not { } before || !before.Chosen.SequenceEqual(contact.Chosen) || before with { Chosen = contact.Chosen } != contact)
            yield return contact;

        var rules = new SafeContactRulesGiven
        {
            VoiceMessageSafe = Answers.VoiceMessageSafe,
            TextsSafe = Answers.TextsSafe,
            LetterHomeSafe = Answers.LetterHomeSafe,
            EmailSafe = Answers.EmailSafe,
            NeutralName = Answers.NeutralName ?? true,
            HomeHeld = Answers.HomeHeld,
        };
        if (known?.Rules != rules)
            yield return rules;
        if (least)
            yield break;

        foreach (var confirmed in Answers.Confirmed.Where(c => known?.Confirmed.Contains(c) != true))
            yield return new ContactConfirmed { Way = confirmed.Contains('@', StringComparison.Ordinal) ? Ways.Email : Ways.Text, Address = confirmed };
        if (Answers.Needs is { } needs)
        {
            yield return new NeedsRecorded
            {
                Needs = needs,
                Language = Answers.Language,
                SomethingElse = Answers.NeedsElse,
                ReviewOn = London.DayOf(now).AddMonths(policy.NeedsReviewMonths),
            };
        }

        if (Answers.Practice is { } practice)
            yield return new GpPracticeGiven { Practice = practice, Name = Answers.PracticeName };
    }

    private ReferralReceived Received(ServicePolicy policy, Moment now)
    {
        var today = London.DayOf(now);
        var forOther = Answers.WhoFor == WhoFor.SomeoneICareFor;
        return new()
        {
            Person = Answers.PersonId,
            ReceivedOn = today,
            Source = forOther ? "B2" : "B1",
            Commissioner = policy[PolicyNames.Commissioner],
            CameBy = CameBy.Web,
            FilledBy = Answers.FilledBy ?? (forOther ? FilledBy.Carer : FilledBy.Me),
            Age = Answers.BirthDate is { } born ? Age.On(born, today) : null,
            OutsideArea = Answers.OutsideArea,
            Unconfirmed = forOther || Answers.Confirmed.Count == 0,
            TheyKnow = Answers.TheyKnow,
            WillCallUs = Answers is { WillCallUs: true, SafeWays.Count: 0 },
            SafeNow = Answers.SafeNow,
            ThoughtsOfEnding = Answers.ThoughtsOfEnding,
            BeingHurt = Answers.BeingHurt,
            HelpNow = Answers.HelpNow,
            Times = Answers.Times,
            Mediums = Answers.Mediums,
            TherapistWish = Answers.TherapistWish,
            InOwnWords = Answers.InOwnWords,
        };
    }
}

/// <summary>Who may be referred here, by age. Checked before any question about health.</summary>
public static class Eligibility
{
    private const int OldestKnown = 120;

    /// <summary>Null when they may; else the refusal to show.</summary>
    public static Refusal? Of(DateOnly? birth, int youngest, DateOnly today) => birth switch
    {
        null => null,
        { } born when born >= today => new BirthDateInFuture(),
        { } born when Age.On(born, today) > OldestKnown => new BirthDateTooLongAgo(Age.On(born, today)),
        { } born when Age.On(born, today) < youngest => new TooYoung(youngest),
        _ => null,
    };
}

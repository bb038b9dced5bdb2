using Candour.CareRecord.Discharge;
using Candour.CareRecord.Messages;
using Candour.CareRecord.Links;
using Candour.CareRecord.Problem;
using Candour.CareRecord.Sessions;
using Candour.CareRecord.Staff;
using Candour.Clinical;
using Candour.Clinical.Codes;
using Candour.Clinical.Problems;

namespace Candour.CareRecord.Consent;

/// <summary>Puts a plan for a named treatment before the person, and sends it. A changed plan is another proposal.</summary>
public sealed record ProposePlan
{
    /// <summary>A fresh id.</summary>
    public required string Plan { get; init; }

    /// <summary>SNOMED CT code, list therapy_type; null or unknown: not chosen.</summary>
    public required string? Therapy { get; init; }

    /// <summary>2 or 3.</summary>
    public required int Step { get; init; }

    public required int Sessions { get; init; }

    public int? Minutes { get; init; }

    /// <summary>List consultation_mechanism.</summary>
    public string? Medium { get; init; }

    /// <summary>Why it is right here although guidance does not name it.</summary>
    public string? AgainstGuidance { get; init; }

    /// <summary>Fresh id of the message that carries the link; null: not sent (handed over on the spot, or aloud).</summary>
    public string? Message { get; init; }

    /// <param name="clinician">The stream of who will give it; an empty history when not yet known.</param>
    /// <param name="sender">Needed when <see cref="Message"/> is set.</param>
    /// <param name="dataManager">Name of whom to ask about a qualification.</param>
    public Decision Decide(
        History person, History referral, History? clinician, By by, Sender? sender, Moment now, string dataManager = "your data manager")
    {
        var today = London.DayOf(now);
        if (Referrals.Person.Of(person) is not { } known || referral.First<Referrals.ReferralReceived>()?.Person != known.Id)
            return new NoReferralThere();
        if (known.HasDied)
            return new NoPlanForTheDead();
        if (Course.Of(referral).EndedOn is { } ended)
            return new CareHasEnded(known.Called, ended);
        if (Clinical.Problems.Therapy.OfCode(Therapy) is not { } therapy || therapy.Kind == TherapyKind.NeedsOwnWords)
            return new SayWhichTreatment();
        if (MainProblem.Of(referral) is not { } problem)
            return new NoMainProblemYet();
        if (Step is not (2 or 3))
            return new NotAtThisStep("Choose step 2 or step 3.");
        var conformity = Conformity.Of(problem, (Step)Step, therapy, today, MainProblem.CbtDeclined(referral));
        if (conformity is Conformity.Refused refused)
            return new NotAtThisStep(refused.For(known.Called));
        if (!therapy.CanBeSigned)
            return new SayWhichTreatment();
        var why = Text.OrNull(AgainstGuidance);
        if (conformity is Conformity.NeedsReason needs && why is null)
            return new SayWhyAgainstGuidance(needs.Why);
        if (Sessions is < 1 or > 60)
            return new SessionsAreOff();
        if (Minutes is < 10 or > 180)
            return new SessionLengthIsOff();
        if (Medium is not null && !CodeList.Find("consultation_mechanism").Knows(Medium))
            return new NoSuchMedium();
        var giver = clinician is null ? null : Colleague.Of(clinician);
        if (giver is not null && Unqualified(giver, therapy, by, today, dataManager) is { } unqualified)
            return unqualified;

        var proposed = new PlanProposed
        {
            Plan = Plan,
            Therapy = therapy.Code,
            Step = Step,
            Sessions = Sessions,
            Minutes = Minutes,
            Medium = Medium,
            Clinician = giver?.Id,
            ClinicianTitle = giver?.Title,
            Problem = problem.Code,
            AgainstGuidance = conformity is Conformity.NeedsReason ? why : null,
            NeedsSupervisor = conformity is Conformity.NeedsReason,
            Suggested = conformity is Conformity.Conforms { Dose: var dose } && dose.IsLess(Sessions) ? dose.Words : null,
            WordingFrom = therapy.From,
        };
        if (IsSameAsNow(referral, proposed))
            return Decision.AlreadySo;
        var decision = Decision.Accept(referral.Stream, proposed);
        // What a supervisor has not agreed to is not sent.
        return Message is null || sender is null || proposed.NeedsSupervisor
            ? decision
            : decision.And(SendPlan.Of(Message, Plan, person, referral, sender, now));
    }

    /// <summary>The refusal when a member of staff does not hold what the therapy asks for; null when they do.</summary>
    internal static NoQualification? Unqualified(Colleague giver, Therapy therapy, By by, DateOnly day, string dataManager) =>
        therapy.MayBeGivenWith(giver.QualificationsOn(day))
            ? null
            : new(by.Actor == giver.Id ? "Your" : $"{giver.Name}'s", NameOf(therapy), Words.LongDay(day), dataManager);

    private static string NameOf(Therapy therapy) => therapy.Code == "449030000" ? "EMDR" : therapy.OfficialName;

    private static bool IsSameAsNow(History referral, PlanProposed asked) =>
        PlanState.Latest(referral) is { Withdrawn: null, SupervisorAgreed: not false, Answer: null } last && last.Plan with { Plan = asked.Plan } == asked;
}

/// <summary>The message that carries the link to a plan, by a safe way only.</summary>
public static class SendPlan
{
    public static Accepted Of(string message, string plan, History person, History referral, Sender sender, Moment now) =>
        Messages.Message.Queue(
            new NewMessage(message, Say.ReadAndAgree(), now.Plus(TimeSpan.FromDays(14)), new LinkWanted(LinkPurpose.Agree, plan))
            {
                Referral = referral.Stream.Id,
            },
            person, sender, now);

    /// <summary>The message that leads to the signed page; null where no way is safe: nobody has to call for that.</summary>
    public static Accepted? Copy(string message, string plan, History person, History referral, Sender sender, Moment now)
    {
        var queued = Messages.Message.Queue(
            new NewMessage(message, Say.CopyOfWhatYouAgreed(), now.Plus(TimeSpan.FromDays(14)), new LinkWanted(LinkPurpose.Agree, plan))
            {
                Referral = referral.Stream.Id,
            },
            person, sender, now);
        return queued.Events.Any(e => e.Event is MessageQueued) ? queued : null;
    }
}

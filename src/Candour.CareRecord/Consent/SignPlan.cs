using Candour.CareRecord.Messages;
using Candour.CareRecord.Problem;
using Candour.CareRecord.Sessions;
using Candour.CareRecord.Waiting;
using Candour.Clinical;

namespace Candour.CareRecord.Consent;

/// <summary>The person agrees to the plan they were shown. The signed version is frozen: it is the proposal itself.</summary>
public sealed record SignPlan
{
    /// <summary>The plan that the page showed.</summary>
    public required string Plan { get; init; }

    public required SignedHow How { get; init; }

    /// <summary>As typed by the person, or by staff for what was said or written.</summary>
    public string? NameTyped { get; init; }

    public string? UsualSelf { get; init; }

    /// <summary>The photo of the paper; null while it is still wanted.</summary>
    public KeepPlanPicture? Photo { get; init; }

    /// <summary>Fresh id of the message to the person: by telephone, to confirm or object; else to their copy.</summary>
    public string? Message { get; init; }

    public Decision Decide(History person, History referral, Sender? sender, Moment now)
    {
        if (PlanState.Latest(referral) is not { } latest || Referrals.Person.Of(person) is not { HasDied: false })
            return new NoPlanToSign();
        if (latest.Plan.Plan != Plan)
            return new PlanHasChanged();
        if (latest.Signed is not null)
            return Decision.AlreadySo;
        if (AfterTheEnd.No(referral, How is SignedHow.ByLink or SignedHow.InTheRoom ? null : Referrals.Person.Of(person)!.Called) is { } ended)
            return ended;
        if (latest.WaitsForSupervisor)
            return new PlanWaitsForSupervisor();
        if (!latest.CanBeSigned)
            return new NoPlanToSign();
        if (Photo is not null && How != SignedHow.OnPaper)
            return new PhotoForPaperOnly();
        if (Text.OrNull(NameTyped) is not { } name)
            return new TypeYourName();
        if (new[] { NameTyped, UsualSelf }.Any(t => t?.Length > Text.Most))
            return new TextTooLong(Text.Most);
        var copy = How == SignedHow.AloudByTelephone || Message is null || sender is null ? null : SendPlan.Copy(Message, Plan, person, referral, sender, now);
        var decision = Decision.Accept(referral.Stream, new PlanSigned
        {
            Copy = copy is null ? null : Message,
            Plan = Plan, How = How, NameTyped = name, UsualSelf = Text.OrNull(UsualSelf) ?? PlanState.UsualSelfOf(referral, Plan),
            PhotoHash = Photo?.Picture.Hash,
        });
        if (Photo is not null)
            decision = decision.And(Photo.Keep(referral.Stream));
        // Nobody who has agreed stands on no list: they wait for it, with every day so far, until it begins.
        if (Waits(referral, latest.Plan))
        {
            decision = decision.And(referral.Stream, new PutOnWaitingList
            {
                Step = latest.Plan.Step, Therapy = latest.Plan.Therapy, On = London.DayOf(now),
            });
        }

        return How == SignedHow.AloudByTelephone && Message is not null && sender is not null
            ? decision.And(SendPlan.Of(Message, Plan, person, referral, sender, now))
            : copy is null ? decision : decision.And(copy);
    }

    /// <summary>Not on the list for it, and not begun at that step.</summary>
    private static bool Waits(History referral, PlanProposed plan) =>
        !(Stay.Open(referral) is { } stay && stay.Step == plan.Step && stay.Therapy == plan.Therapy)
        && !Appointments.Appointment.Of(referral).Any(a => a.WasTreatment
            && Clinical.Problems.Therapy.OfCode(a.Saved?.Therapy) is { } given
            && Clinical.Problems.Conformity.StepOf(given) is { } step && (int)step == plan.Step);
}

/// <summary>A plan is answered while care lasts: after its end nobody is put back on a list by an old link.</summary>
internal static class AfterTheEnd
{
    /// <param name="staffSee">The name in the words for staff; null: the words are for the person.</param>
    public static Refusal? No(History referral, string? staffSee) =>
        Discharge.Course.Of(referral) is not { EndedOn: { } ended, ComeBackUntil: { } until } ? null
        : staffSee is null ? new Discharge.NoticeIsOver(ended, until)
        : new CareHasEnded(staffSee, ended);
}

/// <summary>Keeps what the person hopes for while they read on; it is signed with the plan.</summary>
public sealed record WriteUsualSelf(string Plan, string? InTheirWords)
{
    public Decision Decide(History referral)
    {
        if (PlanState.Latest(referral) is not { CanBeSigned: true } latest)
            return new NoPlanToSign();
        if (latest.Plan.Plan != Plan)
            return new PlanHasChanged();
        if (AfterTheEnd.No(referral, staffSee: null) is { } ended)
            return ended;
        if (InTheirWords?.Length > Text.Most)
            return new TextTooLong(Text.Most);
        return PlanState.UsualSelfOf(referral, Plan) == Text.OrNull(InTheirWords)
            ? Decision.AlreadySo
            : Decision.Accept(referral.Stream, new UsualSelfWritten { Plan = Plan, UsualSelf = Text.OrNull(InTheirWords) });
    }
}

/// <summary>"I want something else" or "I want to think": the clinician is told in the person's words; nothing starts.</summary>
public sealed record AnswerPlan(string Plan, PlanAnswer Answer, string? InTheirWords)
{
    public Decision Decide(History referral)
    {
        if (PlanState.Latest(referral) is not { } latest)
            return new NoPlanToSign();
        if (latest.Plan.Plan != Plan)
            return new PlanHasChanged();
        if (latest.Signed is not null)
            return Decision.AlreadySo;
        if (AfterTheEnd.No(referral, staffSee: null) is { } ended)
            return ended;
        if (!latest.CanBeSigned)
            return new NoPlanToSign();
        if (InTheirWords?.Length > Text.Most)
            return new TextTooLong(Text.Most);
        return Decision.Accept(referral.Stream, new PlanAnswered { Plan = Plan, Answer = Answer, InTheirWords = Text.OrNull(InTheirWords) });
    }
}

/// <summary>The person takes consent back: treatment stops, the place and the wait stay.</summary>
public sealed record WithdrawConsent(string? InTheirWords)
{
    public Decision Decide(History referral)
    {
        if (InTheirWords?.Length > Text.Most)
            return new TextTooLong(Text.Most);
        return SignedPlan.InForce(referral) is { } plan
            ? Decision.Accept(referral.Stream, new ConsentWithdrawn { Plan = plan.Plan, InTheirWords = Text.OrNull(InTheirWords) })
            : referral.Any<ConsentWithdrawn>() ? Decision.AlreadySo : new NothingToTakeBack();
    }
}

/// <summary>The person, sent the page after agreeing by phone, says whether that is what they said. "No" takes the consent back.</summary>
public sealed record AnswerSpokenConsent(string Plan, bool Right, string? InTheirWords)
{
    public Decision Decide(History referral)
    {
        if (PlanState.All(referral).LastOrDefault(p => p.Plan.Plan == Plan) is not { Signed.How: SignedHow.AloudByTelephone } state)
            return new NotSaidAloud();
        if (state.SpokenRight is not null)
            return Decision.AlreadySo;
        var answered = Decision.Accept(referral.Stream, new SpokenConsentAnswered { Plan = Plan, Right = Right, InTheirWords = Text.OrNull(InTheirWords) });
        return !Right && SignedPlan.InForce(referral)?.Plan == Plan
            ? answered.And(referral.Stream, new ConsentWithdrawn { Plan = Plan, InTheirWords = Text.OrNull(InTheirWords) })
            : answered;
    }
}

/// <summary>A supervisor's answer to a plan that guidance does not name; agreed, it goes to the person.</summary>
public sealed record AnswerAgainstGuidance(bool Agreed, string? Why, string? Message)
{
    public Decision Decide(History person, History referral, By by, Sender? sender, Moment now)
    {
        if (PlanState.Latest(referral) is not { WaitsForSupervisor: true } latest)
            return new NothingToAgree();
        if (latest.Proposed.By.Actor == by.Actor)
            return new AgreeOwnPlan();
        if (AfterTheEnd.No(referral, Referrals.Person.Of(person)?.Called ?? "This person") is { } ended)
            return ended;
        var answered = Decision.Accept(referral.Stream, new PlanAgainstGuidanceAnswered { Plan = latest.Plan.Plan, Agreed = Agreed, Why = Text.OrNull(Why) });
        return Agreed && Message is not null && sender is not null
            ? answered.And(SendPlan.Of(Message, latest.Plan.Plan, person, referral, sender, now))
            : answered;
    }
}

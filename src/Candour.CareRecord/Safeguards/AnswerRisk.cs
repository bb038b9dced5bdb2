using Candour.Clinical;

namespace Candour.CareRecord.Safeguards;

/// <summary>
/// "I am dealing with this": holds the ladder for 60 minutes, then asks again. Each of us once in a round of the ladder, until
/// somebody writes down what was done: opened is not done, and a claim renewed for ever would keep everybody else from it.
/// </summary>
public sealed record ClaimRiskTask(string Task)
{
    public Decision Decide(History person, By by, Moment now) => RiskTask.Find(person, Task) switch
    {
        null => new NoSuchRiskTask(),
        { Closed: { } closed } => new RiskTaskIsClosed(closed),
        { HeldBy: { } holder, HeldUntil: { } until } when holder == by.Actor && until > now => Decision.AlreadySo,
        { } task when task.ClaimedUntil(by.Actor) is { } had => new YouHadItOnce(had),
        _ => Decision.Accept(person.Stream, new RiskTaskClaimed { Task = Task, HeldUntil = now.Plus(Ladder.Hold) }),
    };
}

/// <summary>Gives it to a colleague. The ladder runs on: only their own claim holds it.</summary>
/// <param name="Takers">Staff ids of those who may read it and act on it, by <see cref="RiskTakers"/>; nobody else is given it.</param>
/// <param name="Message">Fresh id of the message to them.</param>
public sealed record HandOnRiskTask(string Task, string? To, string? Why, IReadOnlyCollection<string> Takers, string Message)
{
    public Decision Decide(History person, By by, Moment now)
    {
        if (RiskTask.Find(person, Task) is not { } task)
            return new NoSuchRiskTask();
        if (task.Closed is { } closed)
            return new RiskTaskIsClosed(closed);
        if (string.IsNullOrWhiteSpace(To))
            return new ChooseWhoTakesIt();
        if (!Takers.Contains(To))
            return new TheyMayNotTakeIt();
        if (string.IsNullOrWhiteSpace(Why))
            return new SayWhyYouHandItOn();
        // Whoever deals with a colleague's task gives it back to them in the same way.
        return task.Owner == To && task.HeldBy != by.Actor
            ? Decision.AlreadySo
            : Decision.Accept(person.Stream, new RiskTaskHandedOn { Task = Task, To = To, Why = Why.Trim() }).And(RiskPages.To(To, Message, now));
    }
}

/// <summary>What a member of staff did, in words. Never closes; holds the ladder until the next step.</summary>
/// <param name="NextStep">At most 24 hours off; null: in 60 minutes.</param>
public sealed record TakeRiskAction(string Task, RiskContact? Contact, Moment? When, string? Said, Moment? NextStep)
{
    /// <summary>The version of the person's record on the page; an entry never holds the ladder over what its writer had not seen.</summary>
    public int? Shown { get; init; }

    public Decision Decide(History person, Moment now)
    {
        if (RiskTask.Find(person, Task) is not { } task)
            return new NoSuchRiskTask();
        if (task.Closed is { } closed)
            return new RiskTaskIsClosed(closed);
        if (task.ToldAfter(Shown))
            return new MoreWasTold(task.LastTold);
        if (Contact is not { } contact)
            return new RecordAContact();
        if (When is not { } when)
            return new SayWhenYouDidIt();
        if (when > now)
            return new WhenIsInTheFuture();
        if (string.IsNullOrWhiteSpace(Said))
            return new SayWhatWasSaid();
        if (NextStep is { } next && next > now.Plus(Ladder.LongestHold))
            return new NextStepTooFar();
        var until = now.Plus(Ladder.Hold);
        return Decision.Accept(person.Stream, new RiskActionTaken
        {
            Task = Task, Contact = contact, When = when, Said = Said.Trim(), HeldUntil = NextStep is { } later && later > until ? later : until,
        });
    }
}

/// <summary>
/// Closes a task: contact made or tried, what was said, the plan, whom it was told. Words are required; a trainee proposes
/// and a supervisor agrees.
/// </summary>
public sealed record CloseRiskTask(string Task, string? Said, string? Plan, string? Informed)
{
    /// <summary>The roles that may deal with a worry; only a person in one of them closes it.</summary>
    public static IReadOnlyList<string> Clinicians { get; } =
        [Roles.Pwp, Roles.PwpTrainee, Roles.HighIntensity, Roles.Supervisor, Roles.ClinicalLead];

    /// <summary>The version of the person's record on the page: what was told after it is not closed unseen.</summary>
    public int? Shown { get; init; }

    public Decision Decide(History person, By by)
    {
        if (RiskTask.Find(person, Task) is not { } task)
            return new NoSuchRiskTask();
        if (task.Closed is not null)
            return Decision.AlreadySo;
        if (!Clinicians.Contains(by.Role))
            return new OnlyAClinicianCloses();
        if (task.ToldAfter(Shown))
            return new MoreWasTold(task.LastTold);
        if (Missing(task) is { } missing)
            return missing;
        if (by.Role == Roles.PwpTrainee)
        {
            return Decision.Accept(
                person.Stream,
                new RiskClosingProposed { Task = Task, Said = Said!.Trim(), Plan = Plan!.Trim(), Informed = Informed!.Trim() });
        }

        return Decision.Accept(person.Stream, Closing(task, Said!, Plan!, Informed!, proposedBy: null));
    }

    internal static RiskTaskClosed Closing(RiskTask task, string said, string plan, string informed, string? proposedBy) => new()
    {
        Task = task.Id,
        Contacts = task.Actions.Count(),
        Reached = task.Actions.Any(a => a.Event.Contact == RiskContact.Spoke),
        Said = said.Trim(),
        Plan = plan.Trim(),
        Informed = informed.Trim(),
        ProposedBy = proposedBy,
    };

    private Refusal? Missing(RiskTask task) =>
        !task.Actions.Any() ? new RecordAContact()
        : !task.DoneSince.Any() ? new SayWhatYouDidSince(task.LastTold)
        : task.NeedsMoreThanText && !MoreThanText(task) ? new OneMoreWayIsNeeded()
        : string.IsNullOrWhiteSpace(Said) ? new SayWhatYouDid()
        : string.IsNullOrWhiteSpace(Plan) ? new SayThePlan()
        : string.IsNullOrWhiteSpace(Informed) ? new SayWhoWasInformed()
        : null;

    /// <summary>After the last answer of 2 or 3: spoken with, or others told. A text, or a call nobody took, is not enough alone.</summary>
    private static bool MoreThanText(RiskTask task) => task.DoneSinceTwoOrThree.Any(a => a.Contact
        is RiskContact.Spoke or RiskContact.CalledEmergencyServices or RiskContact.ToldGp or RiskContact.ToldCrisisTeam);
}

/// <summary>A supervisor agrees to what a trainee did and closes it.</summary>
public sealed record AgreeToClosing(string Task)
{
    /// <summary>The version of the person's record on the page.</summary>
    public int? Shown { get; init; }

    public Decision Decide(History person, By by)
    {
        if (RiskTask.Find(person, Task) is not { } task)
            return new NoSuchRiskTask();
        if (task.Closed is not null)
            return Decision.AlreadySo;
        if (task.ToldAfter(Shown))
            return new MoreWasTold(task.LastTold);
        if (task.Proposed is not { } proposed)
            return task.Overtaken is null ? new NothingProposed() : new ToldSinceItWasProposed(task.LastTold);
        if (by.Role is not (Roles.Supervisor or Roles.ClinicalLead))
            return new OnlyAClinicianCloses();
        if (proposed.Envelope.By.Actor == by.Actor)
            return new NotYourOwnClosing();
        var words = proposed.Event;
        return Decision.Accept(
            person.Stream, CloseRiskTask.Closing(task, words.Said, words.Plan, words.Informed, proposed.Envelope.By.Actor));
    }
}

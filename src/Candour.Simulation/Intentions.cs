using Candour.Clinical;
using Candour.Clinical.Problems;

namespace Candour.Simulation;

/// <summary>
/// Something a person or a member of staff means to do at a moment. The care record decides whether it happens: an intention
/// goes through the same decisions as anybody's click.
/// </summary>
public abstract record Intention(Moment At);

/// <summary>A person sends the self-referral form, or a GP's letter is registered.</summary>
public sealed record IsReferred(Moment At, bool BySelf, DangerSaid Danger) : Intention(At);

/// <summary>What was answered to the danger questions of the form.</summary>
public enum DangerSaid
{
    Nothing,
    NotSureIfSafe,
    SometimesThoughtsOfDeath,
}

public sealed record ReferralIsAccepted(Moment At) : Intention(At);

/// <summary>Staff try to reach the person.</summary>
public sealed record IsTried(Moment At, string Way, bool Reached) : Intention(At);

/// <summary>The person answers "do you still want help?".</summary>
public sealed record RepliesToOptIn(Moment At, bool Wants) : Intention(At);

/// <summary>Nobody could reach the person, and somebody decides to close.</summary>
public sealed record IsClosedForNoReply(Moment At) : Intention(At);

/// <summary>The person said no, and after the day they were told somebody closes.</summary>
public sealed record IsClosedAsAsked(Moment At) : Intention(At);

/// <param name="Visit">Which appointment of this person, 1, 2, 3 …; 1 is the assessment.</param>
public sealed record IsBooked(Moment At, int Visit, int Staff, Moment Starts, int Minutes, string Medium) : Intention(At);

/// <summary>The person answers the questions of an appointment at home, one at a time.</summary>
/// <param name="Answers">PHQ-9's nine then GAD-7's seven; shorter when the person stopped.</param>
public sealed record AnswersAtHome(Moment At, int Visit, IReadOnlyList<int> Answers, int SecondsAnItem, bool Late) : Intention(At);

/// <summary>A member of staff reads the questions aloud and types what is said.</summary>
public sealed record StaffReadAloud(Moment At, int Visit, int Staff, IReadOnlyList<int> Answers, string Why) : Intention(At);

/// <summary>The questions are answered a second time, with a reason.</summary>
public sealed record AnswersAgain(Moment At, int Visit, IReadOnlyList<int> Answers, string Why) : Intention(At);

/// <summary>The person does not come; somebody writes it down.</summary>
public sealed record DoesNotCome(Moment At, int Visit) : Intention(At);

/// <summary>The assessment is held and written up.</summary>
public sealed record IsAssessed(Moment At, int Visit, int Staff, string Problem, Step Step, string Therapy, int Sessions) : Intention(At);

/// <summary>The person signs the plan, by link or said by telephone.</summary>
public sealed record SignsPlan(Moment At, bool ByPhone) : Intention(At);

/// <summary>Goes on a waiting list for a step.</summary>
public sealed record JoinsList(Moment At) : Intention(At);

public sealed record IsAllocated(Moment At, int Staff) : Intention(At);

/// <summary>A session of treatment is held and written up.</summary>
public sealed record HasSession(Moment At, int Visit, int Staff, int Number) : Intention(At);

/// <summary>Whoever has the person's risk task looks, speaks with them and writes what was said.</summary>
public sealed record RiskIsAnswered(Moment At, int Staff) : Intention(At);

/// <param name="Reason">Code of list discharge_reason.</param>
public sealed record EndingIsDecided(Moment At, int Staff, string Reason) : Intention(At);

/// <summary>The answer to the notice; no intention where the person says nothing.</summary>
public sealed record AnswersNotice(Moment At, bool Agrees) : Intention(At);

/// <summary>The person answers the questions of 12 or 26 weeks from the first treatment.</summary>
public sealed record AnswersFollowUp(Moment At, int Week, IReadOnlyList<int> Answers) : Intention(At);

using Candour.Clinical;
using Candour.Clinical.Problems;

namespace Candour.Simulation;

/// <summary>One person's way through the service, told as intentions in order of time.</summary>
internal sealed class Life(Moment referred, Dice dice, Diaries diaries, OpenDays open, IReadOnlyList<SimulatedStaff> staff)
{
    private static readonly (string Problem, double Weight)[] Problems =
    [
        ("F32", 0.34), ("F33", 0.08), ("F411", 0.26), ("F410", 0.06), ("F400", 0.02), ("F401", 0.06), ("F402", 0.03), ("F42", 0.03),
        ("F431", 0.07), ("F452", 0.02), ("F412", 0.03),
    ];

    private readonly List<Intention> _told = [];
    private readonly Course _course = new(dice);
    private int _visit;

    /// <param name="textsAreSafe">Whether a text may be sent; without, a call and a letter are left.</param>
    public IEnumerable<Intention> Live(bool textsAreSafe)
    {
        var self = dice.Happens(0.72);
        _told.Add(new IsReferred(referred, self, dice.Weighted(
            [(DangerSaid.Nothing, 0.9), (DangerSaid.NotSureIfSafe, 0.03), (DangerSaid.SometimesThoughtsOfDeath, 0.07)])));
        var accepted = NextWorkingTime(referred, 1, 9);
        _told.Add(new ReferralIsAccepted(accepted));
        if (_told[0] is IsReferred { Danger: not DangerSaid.Nothing })
            _told.Add(new RiskIsAnswered(accepted.Plus(TimeSpan.FromMinutes(20)), 7));

        // Most answer the first text or call; some never do.
        if (dice.Happens(0.09))
            HardToReach(accepted, textsAreSafe);
        else
            ReachedAndAssessed(accepted);
        return _told.OrderBy(i => i.At);
    }

    private void HardToReach(Moment accepted, bool textsAreSafe)
    {
        // Who may not be texted is called again until they answer: a letter alone is one way, and silence then says nothing.
        if (!textsAreSafe)
        {
            _told.Add(new IsTried(NextWorkingTime(accepted, 4, 11), "phone", Reached: false));
            _told.Add(new IsTried(NextWorkingTime(accepted, 9, 10), "letter", Reached: false));
            var answered = NextWorkingTime(accepted, dice.Whole(14, 25), 15);
            _told.Add(new IsTried(answered, "phone", Reached: true));
            SaysNo(answered.Plus(TimeSpan.FromMinutes(5)));
            return;
        }

        _told.Add(new IsTried(accepted.Plus(TimeSpan.FromMinutes(5)), "text", Reached: false));
        _told.Add(new IsTried(NextWorkingTime(accepted, 4, 11), "phone", Reached: false));
        _told.Add(new IsTried(NextWorkingTime(accepted, 9, 10), "letter", Reached: false));
        _told.Add(new IsClosedForNoReply(NextWorkingTime(accepted, dice.Whole(33, 45), 15)));
    }

    /// <summary>"No, not any more": closed by a person, soon after the day they were told.</summary>
    private void SaysNo(Moment at)
    {
        _told.Add(new RepliesToOptIn(at, Wants: false));
        _told.Add(new IsClosedAsAsked(NextWorkingTime(at, dice.Whole(14, 18), 14)));
    }

    private void ReachedAndAssessed(Moment accepted)
    {
        _told.Add(new IsTried(accepted.Plus(TimeSpan.FromMinutes(5)), "text", Reached: true));
        var replies = accepted.Plus(TimeSpan.FromHours(dice.Whole(1, 90)));
        var wants = dice.Happens(0.93);
        if (!wants)
        {
            SaysNo(replies);
            return;
        }

        _told.Add(new RepliesToOptIn(replies, wants));

        var assessor = dice.Whole(0, 3);
        var booked = NextWorkingTime(replies, 0, 9);
        var starts = Book(booked, assessor, London.DayOf(booked).AddDays(dice.Whole(4, 16)), 45, dice.Happens(0.75) ? "02" : "11");
        if (dice.Happens(0.08))
        {
            _told.Add(new DoesNotCome(starts.Plus(TimeSpan.FromMinutes(20)), _visit));
            var again = NextWorkingTime(starts, 1, 10);
            if (dice.Happens(0.4))
            {
                End(NextWorkingTime(starts, dice.Whole(14, 25), 14), 7, "50");
                return;
            }

            starts = Book(again, assessor, London.DayOf(again).AddDays(dice.Whole(5, 14)), 45, "02");
        }

        var answers = AnswerFor(starts, session: 1, assessor);
        Assessed(starts, assessor, answers);
    }

    private void Assessed(Moment starts, int assessor, int[] answers)
    {
        var problem = ProblemDescriptor.Find(dice.Weighted(Problems));
        var day = London.DayOf(starts);
        var choices = Conformity.Treatments(problem, day).Where(t => t.Therapy.IsTreatment && TherapistsFor(t.Therapy).Count > 0).ToList();
        var low = choices.Where(t => t.Step == Step.Two).ToList();
        var severe = answers[..9].Sum() >= 18;
        var chosen = low.Count > 0 && !(severe && dice.Happens(0.6)) ? low[0] : choices.Find(t => t.Step == Step.Three);
        if (chosen.Therapy is null)
            return;
        var sessions = Math.Max(2, chosen.Step == Step.Two ? dice.Whole(6, 8) : dice.Whole(10, 16));
        _told.Add(new IsAssessed(starts.Plus(TimeSpan.FromMinutes(50)), _visit, assessor, problem.Key, chosen.Step, chosen.Therapy.Code, sessions));
        // Few who score below both cut-offs at assessment go on to treatment.
        var isCase = answers[..9].Sum() >= 10 || answers[9..].Sum() >= 8;
        if (dice.Happens(isCase ? 0.12 : 0.65))
        {
            // Not suitable, or declined: told at the assessment.
            End(NextWorkingTime(starts, 2, 12), assessor, dice.Happens(0.6) ? "12" : "14");
            return;
        }

        _told.Add(new SignsPlan(starts.Plus(TimeSpan.FromHours(dice.Whole(2, 70))), dice.Happens(0.2)));
        _told.Add(new JoinsList(starts.Plus(TimeSpan.FromMinutes(55))));
        var waited = (int)Math.Exp(dice.Normal(Math.Log(chosen.Step == Step.Two ? 24 : 70), 0.45));
        Treated(London.DayOf(starts).AddDays(Math.Max(4, waited)), dice.Pick(TherapistsFor(chosen.Therapy)), sessions);
    }

    private void Treated(DateOnly from, int therapist, int promised)
    {
        var booked = NextWorkingTime(London.StartOf(from.AddDays(-4)), 0, 10);
        _told.Add(new IsAllocated(booked, therapist));
        var below = 0;
        var starts = Book(booked, therapist, from, promised <= 8 ? 35 : 60, dice.Weighted([("11", 0.5), ("02", 0.3), ("01", 0.2)]));
        for (var number = 1; ; number++)
        {
            if (number > 1 && dice.Happens(0.07))
            {
                _told.Add(new DoesNotCome(starts.Plus(TimeSpan.FromMinutes(20)), _visit));
                starts = NextWeek(starts, therapist, promised);
            }

            // Change begins with treatment: at its first session nobody has had any yet.
            var answers = AnswerFor(starts, number, therapist);
            below = answers[..9].Sum() < 10 && answers[9..].Sum() < 8 ? below + 1 : 0;
            _told.Add(new HasSession(starts.Plus(TimeSpan.FromMinutes(40)), _visit, therapist, number));
            if (dice.Happens(number == 1 ? Ending.LeaveAfterFirst : Ending.LeaveLater))
            {
                End(NextWorkingTime(starts, dice.Whole(10, 24), 14), therapist, dice.Happens(0.7) ? "47" : "48");
                return;
            }

            if (number >= promised || dice.Happens(Ending.Completes(number, below)))
            {
                End(starts.Plus(TimeSpan.FromMinutes(50)), therapist, "46");
                return;
            }

            starts = NextWeek(starts, therapist, promised);
        }
    }

    private Moment NextWeek(Moment starts, int therapist, int promised) => Book(
        starts.Plus(TimeSpan.FromMinutes(48)), therapist, London.DayOf(starts).AddDays(dice.Happens(0.85) ? 7 : 14), promised <= 8 ? 35 : 60, "11");

    private Moment Book(Moment at, int who, DateOnly from, int minutes, string medium)
    {
        var starts = diaries.Take(who, open.OnOrAfter(from), dice);
        _told.Add(new IsBooked(at, ++_visit, who, starts, minutes, medium));
        return starts;
    }

    /// <summary>Three in four at home in the days before; else read aloud by staff; a few late, a few twice.</summary>
    private int[] AnswerFor(Moment starts, int session, int who)
    {
        var answers = _course.Answers(session);
        var home = dice.Happens(0.76);
        if (home && dice.Happens(0.06))
            _told.Add(new AnswersAtHome(starts.Plus(TimeSpan.FromMinutes(dice.Whole(10, 25))), _visit, answers, dice.Whole(6, 20), Late: true));
        else if (home)
            _told.Add(new AnswersAtHome(starts.Minus(TimeSpan.FromMinutes(dice.Whole(45, 68 * 60))), _visit, answers, dice.Whole(6, 30), Late: false));
        else
            _told.Add(new StaffReadAloud(starts.Minus(TimeSpan.FromMinutes(6)), _visit, who, answers, dice.Happens(0.8) ? "phone" : "reading"));
        if (answers[8] > 0)
        {
            var seen = home ? NextWorkingTime(starts.Minus(TimeSpan.FromHours(20)), 0, 9) : starts.Plus(TimeSpan.FromMinutes(30));
            _told.Add(new RiskIsAnswered(seen < starts ? starts.Plus(TimeSpan.FromMinutes(30)) : seen, who));
        }

        if (home && dice.Happens(0.02))
            _told.Add(new AnswersAgain(starts.Minus(TimeSpan.FromMinutes(20)), _visit, _course.Answers(session), "It froze"));
        return answers;
    }

    private void End(Moment at, int who, string reason)
    {
        _told.Add(new EndingIsDecided(at, who, reason));
        if (reason == "46" && dice.Happens(0.6))
            _told.Add(new AnswersNotice(at.Plus(TimeSpan.FromHours(dice.Whole(3, 150))), Agrees: dice.Happens(0.96)));
    }

    private List<int> TherapistsFor(Therapy therapy) =>
        [.. Enumerable.Range(0, staff.Count).Where(s => staff[s].Role is "pwp" or "pwp_trainee" or "hi_therapist"
            && staff[s].Qualification is { } held && therapy.Qualifications.Contains(held))];

    /// <summary>A time in opening hours, some days later, in the hour given, minutes by chance.</summary>
    private Moment NextWorkingTime(Moment from, int daysLater, int hour)
    {
        var day = open.OnOrAfter(London.DayOf(from).AddDays(daysLater));
        var at = London.At(day, new TimeOnly(hour, dice.Whole(0, 50)));
        return at > from ? at : London.At(open.OnOrAfter(day.AddDays(1)), new TimeOnly(hour, dice.Whole(0, 50)));
    }
}

using Candour.CareRecord.Safeguards;
using Candour.Clinical;

namespace Candour.CareRecord.Discharge;

/// <summary>Ends care as of its effective day, once that day is over: the person has all of it to say no. Called by the clock, never by a person.</summary>
public static class EndOfCare
{
    /// <summary>
    /// CareEnded when the notice has run out, nobody objected, the person was told and no risk answer is open; otherwise nothing
    /// yet. A risk answer that was open on the effective day moves the end to the day it could happen: care went on until then.
    /// </summary>
    /// <param name="message">The message that carries the notice; null: none does. One that has not left by now tells nobody, and without it nothing ends.</param>
    public static Decision IfDue(History person, History referral, History? message, Moment now)
    {
        var course = Course.Of(referral);
        var today = London.DayOf(now);
        if (course.NotTold || !course.IsInNotice || Referrals.Death.IsRecorded(person) || course.Notice!.Effective >= today || RiskTask.OpenOf(person) is not null)
            return Decision.AlreadySo;
        if (course.Notice.Message is { } carries)
        {
            if (message?.Stream != Streams.Message(carries))
                return Decision.AlreadySo;
            if (!Telling.HasGone(message) && Telling.NotTold(referral, carries) is { Events.Count: > 0 } untold)
                return untold;
        }

        var effective = course.Notice.Effective;
        var heldUp = RiskTask.Of(person).Any(t => London.DayOf(t.Opened) <= effective && t.Closed is { } closed && London.DayOf(closed) > effective);
        var day = heldUp ? today : effective;
        return Decision.Accept(referral.Stream, Now(
            course.Decision!, day, course.DecidedOn!.Value, course.Notice.Told, EndingFigures.Of(person, referral, today).LastContact));
    }

    /// <summary>What a death stops in the person's referrals, to be appended with it: every notice, and the talks about one.</summary>
    public static Accepted StopForDeath(IEnumerable<History> referrals) =>
        referrals.Where(r => Course.Of(r) is { IsOpen: true, StoppedForDeath: false })
            .Aggregate(Decision.AlreadySo, (all, r) => all.And(r.Stream, new StoppedForDeath()));

    /// <summary>
    /// A death taken back: what stood before stands again. A notice that was running runs anew, with all its days, once somebody has
    /// told the person: they could not answer it meanwhile, because its message and link were stopped too, and none goes again by itself.
    /// </summary>
    public static Accepted LiftStop(IEnumerable<History> referrals, int noticeDays, Moment now) =>
        referrals.Select(r => (r.Stream, Course: Course.Of(r))).Where(r => r.Course is { IsOpen: true, StoppedForDeath: true })
            .Aggregate(Decision.AlreadySo, (all, r) =>
            {
                var lifted = all.And(r.Stream, new NotStoppedAfterAll());
                return r.Course is { Decision: { } decision, Notice: not null, Objection: null }
                    ? lifted.And(r.Stream, Notice.Given(decision.Decision, London.DayOf(now), noticeDays), new EndingNotTold { Decision = decision.Decision })
                    : lifted;
            });

    internal static CareEnded Now(EndingDecided decided, DateOnly day, DateOnly decidedOn, DateOnly? told, DateOnly? lastContact) => new()
    {
        Decision = decided.Decision,
        Day = day,
        Decided = decidedOn,
        Told = told,
        LastContact = lastContact,
        Reason = decided.Reason,
        EndCode = decided.EndCode,
        WithoutNotice = decided.WithoutNotice,
    };
}

/// <summary>
/// The outcome forms at 12 and 26 weeks from the first treatment, whatever the ending: leaving early changes nothing.
/// Source: declared protocol, rule 7.
/// </summary>
public static class FixedWeeks
{
    public static IReadOnlyList<int> All { get; } = [12, 26];

    /// <summary>The form stays open this long after its day.</summary>
    public const int OpenDays = 14;

    /// <summary>The day of each form; none before the first treatment.</summary>
    public static IEnumerable<(int Week, DateOnly Day)> Of(DateOnly? firstTreatment) =>
        firstTreatment is { } first ? All.Select(w => (w, first.AddDays(7 * w))) : [];

    /// <summary>Weeks whose form is due today and has not been issued. A dead person is asked nothing.</summary>
    public static IEnumerable<int> Due(History person, History referral, DateOnly today)
    {
        if (Referrals.Death.IsRecorded(person))
            return [];
        var first = Pathways.PathwayProjection.FirstTreatment(referral, person, today);
        return Of(first)
            .Where(w => w.Day <= today && today <= w.Day.AddDays(OpenDays))
            .Where(w => !referral.Any<Questionnaires.QuestionsIssued>(q => q.Week == w.Week))
            .Select(w => w.Week);
    }
}

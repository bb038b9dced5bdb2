using Candour.CareRecord.Appointments;
using Candour.CareRecord.Referrals;
using Candour.Clinical;
using Candour.Clinical.Codes;

namespace Candour.CareRecord.Sessions;

/// <summary>
/// Puts down a stretch of internet enabled therapy between contacts (IDS205): which programme, and a clinician's time on it. Official
/// figures count it as a session on its first day, so it is late as a session is, and after the decision to end waits like one.
/// </summary>
/// <param name="Minutes">A clinician's time, 0 to 9999.</param>
/// <param name="IntegratedSoftware">List iet_integrated_software; null: not said.</param>
/// <param name="WhyLate">Asked more than 24 hours after its last day, or after its first week where it is longer.</param>
public sealed record LogInternetTherapy(
    DateOnly? From, DateOnly? To, string? Programme, int? Minutes, string? IntegratedSoftware, WhyLate? WhyLate = null, string? WhyLateWords = null)
{
    /// <summary>What is said to be late in a log, and who waits for a second person, is said of this.</summary>
    public const string About = "internet therapy";

    private const int Week = 7;

    public Decision Decide(History person, History referral, string clinician, Moment now)
    {
        if (referral.First<ReferralReceived>() is not { } received || received.Person != person.Stream.Id)
            return new NoSuchAppointment();
        if (From is not { } from || from > London.DayOf(now))
            return new LogDayIsOff("LogFrom");
        if (To is not { } to || to > London.DayOf(now) || to < from)
            return new LogDayIsOff("LogTo");
        if (from < received.ReceivedOn)
            return new LogBeforeReferral(received.ReceivedOn);
        if (Death.On(person) is { } died && to > died)
            return new LogAfterDeath(died);
        if (Text.OrNull(Programme) is not { } programme)
            return new NameTheProgramme();
        if (programme.Length > 20)
            return new ProgrammeTooLong("LogProgramme");
        if (Minutes is not (>= 0 and <= 9999))
            return new LogMinutesAreOff();
        if (IntegratedSoftware is not null && !CodeList.Find("iet_integrated_software").Knows(IntegratedSoftware))
            return new NotInTheList("IntegratedSoftware");
        if (WhyLateWords?.Length > Text.Most)
            return new TextTooLong(Text.Most);
        if (TooNear(referral, from, to) is { } other)
            return new LoggedAlready(other.From, other.To);
        var happened = Happened(from, to);
        if (LateEntry.Check(happened, now, WhyLate) is { } late)
            return late;
        var logged = Decision.Accept(referral.Stream, new InternetTherapyLogged
        {
            From = from, To = to, Programme = programme, Minutes = Minutes.Value, Clinician = clinician, IntegratedSoftware = IntegratedSoftware,
        });
        return LateEntry.Is(happened, now)
            ? LateEntry.Hold(
                logged.And(referral.Stream, new AddedLate { About = About, Days = LateEntry.Days(happened, now), Why = WhyLate!.Value, InWords = Text.OrNull(WhyLateWords) }),
                happened, now, referral, About, WhyLate)
            : logged;
    }

    /// <summary>
    /// When it could first have been put down: at the end of its last day, or of its first week. A log is about a week of therapy and
    /// counts on its first day; one that is made long puts no session far back without a word on why.
    /// </summary>
    internal static Moment Happened(DateOnly from, DateOnly to) =>
        London.StartOf((to < from.AddDays(Week) ? to : from.AddDays(Week - 1)).AddDays(1));

    /// <summary>
    /// Each log is a session in official figures, and is about a week: no day is in two, and no two begin within a week, whatever the
    /// programmes are called. One that waits is one already.
    /// </summary>
    private static InternetTherapyLogged? TooNear(History referral, DateOnly from, DateOnly to) =>
        LoggedTherapy.Of(referral).Where(l => l.TakenBack is null).Select(l => l.Log)
            .Concat(LateEntry.Held(referral).Select(h => LateEntry.Made(h.Event)).OfType<InternetTherapyLogged>())
            .FirstOrDefault(l => (l.From <= to && l.To >= from) || Math.Abs(l.From.DayNumber - from.DayNumber) < Week);
}

/// <summary>A log as it stands: a wrong one is taken back and stays in the history.</summary>
/// <param name="Sequence">The log's place in the referral's stream, by which it is named.</param>
/// <param name="TakenBack">When and by whom; null: it stands.</param>
public sealed record LoggedTherapy(int Sequence, InternetTherapyLogged Log, Envelope? TakenBack)
{
    /// <summary>Every log, oldest entry first.</summary>
    public static IReadOnlyList<LoggedTherapy> Of(History referral)
    {
        var back = referral.Recorded<InternetTherapyTakenBack>().GroupBy(t => t.Event.LogSequence).ToDictionary(g => g.Key, g => g.First().Envelope);
        return [.. referral.Recorded<InternetTherapyLogged>().Select(l => new LoggedTherapy(l.Envelope.Sequence, l.Event, back.GetValueOrDefault(l.Envelope.Sequence)))];
    }
}

/// <summary>
/// Takes a log back that was put down by mistake, with the reason. It stays in the history and leaves every figure. Where it has
/// counted for more than a day a second person has to know that it is so: nobody makes a session go away alone.
/// </summary>
/// <param name="LogSequence">The log's place in the referral's stream.</param>
public sealed record TakeBackInternetTherapy(int LogSequence, string? Why)
{
    /// <summary>Whether taking it back waits for a second person.</summary>
    public static bool Waits(History referral, int log) =>
        LateEntry.Held(referral).Any(h => LateEntry.Made(h.Event) is InternetTherapyTakenBack waits && waits.LogSequence == log);

    public Decision Decide(History referral, By by, Moment now)
    {
        if (LoggedTherapy.Of(referral).FirstOrDefault(l => l.Sequence == LogSequence) is not { } there)
            return new LogIsNotThere();
        if (there.TakenBack is not null)
            return Decision.AlreadySo;
        if (there.Log.Clinician != by.Actor && by.Role != Roles.Supervisor)
            return new NotYourLog();
        if (Text.OrNull(Why) is not { } why)
            return new SayWhyLogIsWrong();
        if (why.Length > Text.Most)
            return new TextTooLong(Text.Most, "Why");
        if (Waits(referral, LogSequence))
            return new LogWaitsToGo();
        var happened = LogInternetTherapy.Happened(there.Log.From, there.Log.To);
        var taken = Decision.Accept(referral.Stream, new InternetTherapyTakenBack { LogSequence = LogSequence, Why = why });
        // The reason asked for says why it comes now: it is a correction.
        return LateEntry.Is(happened, now)
            ? LateEntry.Keep(
                taken.And(referral.Stream, new AddedLate { About = LogInternetTherapy.About, Days = LateEntry.Days(happened, now), Why = WhyLate.Correction }),
                happened, now, referral, LogInternetTherapy.About, WhyLate.Correction)
            : taken;
    }
}

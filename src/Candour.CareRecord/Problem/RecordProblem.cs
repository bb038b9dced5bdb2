using Candour.CareRecord.Appointments;
using Candour.CareRecord.Assessment;
using Candour.CareRecord.Discharge;
using Candour.CareRecord.Referrals;
using Candour.CareRecord.Sessions;
using Candour.Clinical;
using Candour.Clinical.Problems;

namespace Candour.CareRecord.Problem;

/// <summary>Adds a main or second problem, with the reason. There is no edit: earlier ones stay beside it.</summary>
public sealed record RecordProblem
{
    public const string Main = "1";
    public const string Second = "2";

    /// <summary>Key of <see cref="ProblemDescriptor"/>: F32, F411, BDD …</summary>
    public required string Key { get; init; }

    /// <summary>1 main, 2 second.</summary>
    public string Significance { get; init; } = Main;

    /// <summary>The day it was known; null: today.</summary>
    public DateOnly? RecordedOn { get; init; }

    public string? Why { get; init; }

    public WhyLate? WhyLate { get; init; }

    public bool CbtDeclined { get; init; }

    public Decision Decide(History referral, Moment now)
    {
        if (referral.First<ReferralReceived>() is not { } received)
            return new NoReferralThere();
        if (ProblemDescriptor.Choices.FirstOrDefault(p => p.Key == Key) is not { } problem || Significance is not (Main or Second))
            return new NoSuchProblem();
        if (!TheAssessment.RiskOpened(referral))
            return new TalkAboutRiskFirst();
        if (Text.OrNull(Why) is not { } why)
            return new SayWhyThisProblem();
        if (why.Length > Text.Most)
            return new TextTooLong(Text.Most);
        var today = London.DayOf(now);
        var on = RecordedOn ?? today;
        if (on > today)
            return new ProblemInFuture();
        if (on < received.ReceivedOn)
            return new ProblemBeforeReferral();
        if (MainProblem.Of(referral)?.Key == Key && Significance == Main && MainProblem.CbtDeclined(referral) == CbtDeclined)
            return new ProblemIsThatAlready(problem.Name);

        // A day has no hour: late is from the end of that day on.
        var known = London.StartOf(on.AddDays(1));
        if (LateEntry.Check(known, now, WhyLate) is { } late)
            return late;
        var recorded = Decision.Accept(referral.Stream, new ProblemDescriptorRecorded
        {
            Scheme = problem.Scheme == "SNOMED CT" ? "04" : "01",
            Code = problem.Code!,
            Significance = Significance,
            RecordedOn = on,
            AtAssessment = Significance == Main && !referral.Any<AssessmentClosed>() && !referral.Any<SessionClosed>(s => s.Number is not null),
            Why = why,
            EnteredLate = LateEntry.Is(known, now) ? WhyLate : null,
            OutcomeKnown = !Course.Of(referral).IsOpen,
            CbtDeclined = CbtDeclined,
        });
        return LateEntry.Hold(recorded, known, now, referral, "problem", WhyLate);
    }
}

/// <summary>The main problem as it stands now.</summary>
public static class MainProblem
{
    /// <summary>Said above the form once a course has ended.</summary>
    public const string OutcomeKnown =
        "The outcome of this course is known. Adding a problem now is kept as late and does not change which questions counted.";

    /// <summary>Null when none was recorded.</summary>
    public static ProblemDescriptor? Of(History referral) => Last(referral) is { } last ? ProblemDescriptor.Of(last.Code) : null;

    /// <summary>Recorded with the main problem: CBT for social anxiety was offered and declined.</summary>
    public static bool CbtDeclined(History referral) => Last(referral)?.CbtDeclined == true;

    private static ProblemDescriptorRecorded? Last(History referral) => referral.Last<ProblemDescriptorRecorded>(p => p.Significance == RecordProblem.Main);
}

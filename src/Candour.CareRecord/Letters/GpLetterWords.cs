using System.Globalization;
using Candour.CareRecord.Discharge;
using Candour.CareRecord.Pathways;
using Candour.CareRecord.Sessions;
using Candour.Clinical;
using Candour.Clinical.Pathways.Readings;
using Candour.Clinical.Problems;

namespace Candour.CareRecord.Letters;

/// <summary>What the writer adds to the facts.</summary>
internal sealed record WritersPart(string DecidedBy, string? Asks, string? Grounds);

/// <summary>The words of the letter to a GP that care has ended. No note, no risk answer, nothing of safeguarding, nothing in the person's own words.</summary>
internal static class GpLetterWords
{
    public static IReadOnlyList<string> Of(History referral, History person, LetterSettings settings, WritersPart writer, DateOnly today)
    {
        var view = PathwayView.Of(referral, person, today)!;
        var (who, course) = (view.Person, view.Course);
        var (decision, ended) = (course.Decision!, course.Ended!);
        var lines = new List<string>
        {
            Words.LongDay(today), "Dear colleagues,",
            $"{who.FullName} was in our care. This letter says how that ended. {who.Called} {(writer.Grounds is { } grounds ? $"has a copy of it. Why we write: {grounds}" : "was told that it would go to you, did not say no, and has a copy of it.")}",
            "# Who",
            $"{who.FullName}{(who.BirthDate is { } born ? $", born on {born.ToString("d MMMM yyyy", CultureInfo.GetCultureInfo("en-GB"))}" : "")}{(who.NhsNumber is { } number ? $", NHS number {NhsNumber.InGroups(number)}" : "")}.",
            "# How it ended",
            $"Care here ended on {Words.LongDay(ended.Day)}{HandedOver(ended)}. Decided by {writer.DecidedBy}: {char.ToLowerInvariant(EndingReasons.Official(course.EndCode!)[0])}{EndingReasons.Official(course.EndCode!)[1..]}.",
            "# Treatment",
            Treatment(referral, decision),
            "# Scores",
        };
        lines.AddRange(Scores(view));
        lines.AddRange(["# What we ask of you", writer.Asks ?? "Nothing in particular. Please keep this letter with the record.", "# What comes next"]);
        lines.Add(decision.FollowUpMonths.Count == 0 ? "No catch-up talk with us is planned."
            : $"Catch-up talks with us are offered in {string.Join(" and ", decision.FollowUpMonths.Select(m => ended.Day.AddMonths(m).ToString("MMMM yyyy", CultureInfo.GetCultureInfo("en-GB"))))}.");
        lines.AddRange([
            $"{who.Called} can come back without starting again until {Words.LongDay(course.ComeBackUntil!.Value)}: call {settings.Phone}.",
            "# Whom to ring", $"About this letter: {settings.Phone}.",
        ]);
        return lines;
    }

    // Where to, but never that it was for safeguarding.
    private static string HandedOver(CareEnded ended) =>
        ended.WithoutNotice == NoNotice.CrisisOrSecondaryCare ? ", handed over to crisis or secondary care" : "";

    private static string Treatment(History referral, EndingDecided decision)
    {
        if (SignedPlan.All(referral) is not [.., var plan])
            return decision.SessionsGiven == 0 ? "No treatment began." : $"{Words.Count(decision.SessionsGiven, "session", "sessions")} given, without a signed plan.";
        var therapy = Therapy.OfCode(plan.Therapy);
        return $"{therapy?.OfficialName ?? plan.Therapy}{(therapy?.PlainName is { } plain ? $" ({plain})" : "")}. {decision.SessionsGiven} of {Words.Count(plan.Sessions, "planned session", "planned sessions")} given.";
    }

    private static IEnumerable<string> Scores(PathwayView view)
    {
        var any = false;
        foreach (var instrument in view.Instruments)
        {
            var counted = view.Scores(instrument).Points.Where(p => p is { Mark: ScoreMark.Counted, Value: not null }).ToList();
            if (counted.Count == 0)
                continue;
            any = true;
            var first = $"{instrument.Name} ({instrument.Measures}, 0 to {instrument.Text(instrument.Highest)}): {One(counted[0])} at the start";
            yield return counted.Count == 1 ? $"{first}, no other." : $"{first}; {One(counted[^1])} at the end.";

            string One(ScorePoint point) =>
                $"{instrument.Text(point.Value!.Value)} on {Words.LongDay(view.AnsweredOn(point))} ({view.HowOf(point)})";
        }

        if (!any)
            yield return "None were given.";
    }
}

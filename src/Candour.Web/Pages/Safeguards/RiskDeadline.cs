using Candour.CareRecord.Policies;
using Candour.CareRecord.Safeguards;
using Candour.Clinical;

namespace Candour.Web.Pages.Safeguards;

/// <summary>By when somebody looks, who is told if nobody does, and who is there now: by name only whoever can take it.</summary>
/// <param name="Ladder">"If nobody looks: the duty clinician at 10am, …"</param>
/// <param name="OnCall">Outside hours; null in them.</param>
public sealed record RiskDeadline(string Due, string Ladder, string? OnCall)
{
    public static RiskDeadline Of(RiskTask task, ServicePolicy policy, AtWork atWork, string called, Func<string, string> nameOf, Moment now)
    {
        var due = $"{Words.Time(task.Due)} {RiskWords.DayWords(task.Due, now)}";
        var words = !task.IsOpen ? $"Closed {Words.Time(task.Closed!.Value)} {RiskWords.DayWords(task.Closed!.Value, now)}."
            : task.IsOverdue(now) ? $"Overdue. It was due {due}."
            : $"Due {due}.";
        var cover = Cover.At(policy, now, null, atWork);
        var steps = Enumerable.Range(task.Next.Rung, 3).Select(rung => $"{Told(rung)} at {RiskWords.At(task.DueOf(rung), now)}");
        return new(words, $"If nobody looks: {string.Join(", ", steps)}.", cover.Staffed <= now && cover.Promised ? null : OnCallNow());

        string Told(int rung) => CareRecord.Safeguards.Ladder.Who(rung) switch
        {
            RiskOwnerAs.Duty => "the duty clinician",
            RiskOwnerAs.Supervisor => cover.Supervisor is { } supervisor ? nameOf(supervisor) : "the supervisor",
            _ => "the clinical lead",
        };

        string OnCallNow() =>
            policy.Duty(now, atWork) is { } duty ? $"On call now: {nameOf(duty)}."
            : policy.NextStaffedMinute(now) is { } next ? $"No one is on call until {Words.Time(next)} {RiskWords.DayWords(next, now)}. {called} was told this."
            : "No one is on call, and no opening hours are set.";
    }
}

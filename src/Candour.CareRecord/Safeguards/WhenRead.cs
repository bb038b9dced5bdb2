using Candour.CareRecord.Policies;
using Candour.CareRecord.Referrals;
using Candour.Clinical;

namespace Candour.CareRecord.Safeguards;

/// <summary>What a person is told about who reads what they wrote, and when: worked out from hours and deadline, never guessed.</summary>
/// <param name="By">"by 10am on Monday 23 November"; null when nothing may be promised.</param>
/// <param name="Closed">True: nobody is here now.</param>
/// <param name="Way">"text you", "call you", "write to you", or "be in touch" where no way is known to be safe.</param>
public sealed record WhenRead(string? By, bool Closed, string Way)
{
    public static WhenRead Of(ServicePolicy policy, Moment now, Moment? told, History person) => new(
        told is { } moment && moment > now ? $"by {At(moment, now)}" : null,
        policy.NextStaffedMinute(now) is not { } open || open > now,
        WayTo(person));

    /// <summary>For a person with an open task: who acts on it is told, and looks by the time that was said. Null without one.</summary>
    public static WhenRead? OfOpenTask(ServicePolicy policy, Moment now, History person) =>
        RiskTask.OpenOf(person) is { } task ? Of(policy, now, task.Told.Count == 0 ? null : task.Told[^1].ToldBy, person) : null;

    /// <summary>Before item 1: when somebody would be in touch, from the hours alone. Null when nothing may be promised.</summary>
    public static string? NextWorking(ServicePolicy policy, Moment now) =>
        Cover.At(policy, now, null, AtWork.Everybody) is { Promised: true } cover ? $"by {At(cover.Due, now)}" : null;

    /// <summary>"10am today", "10am on Monday 23 November".</summary>
    private static string At(Moment moment, Moment now)
    {
        var day = London.DayOf(moment);
        var today = London.DayOf(now);
        return day == today ? $"{Words.Time(UpToFive(moment))} today" : $"{Words.Time(UpToFive(moment))} on {DayWords(day, today)}";
    }

    /// <summary>Times to people are whole five minutes, never earlier than the deadline.</summary>
    private static Moment UpToFive(Moment moment)
    {
        const long five = 5 * 60 * 1000;
        return new((moment.Milliseconds + five - 1) / five * five);
    }

    private static string DayWords(DateOnly day, DateOnly today) =>
        day.Year == today.Year ? Words.LongDay(day)[..^5] : Words.LongDay(day);

    private static string WayTo(History person) => Person.Of(person)?.SafeWays.FirstOrDefault() switch
    {
        Ways.Text => "text you",
        Ways.Call => "call you",
        Ways.Email => "e-mail you",
        Ways.Letter => "write to you",
        _ => "be in touch",
    };
}

using System.Globalization;
using Candour.Clinical;

namespace Candour.CareRecord.Policies;

/// <summary>When the numbers of "Get help now" were last tried, and whether it is time again.</summary>
/// <param name="CheckedOn">The later of the release's day and the day the service says it tried them.</param>
public sealed record HelpNumbers(DateOnly CheckedOn, DateOnly Today)
{
    /// <summary>Tried every month (screens 4.2).</summary>
    public const int RemindAfterDays = 30;

    /// <summary>A hazard from here on.</summary>
    public const int RedAfterDays = 90;

    public int Days => Math.Max(0, Today.DayNumber - CheckedOn.DayNumber);

    public bool IsDue => Days > RemindAfterDays;

    public bool IsRed => Days > RedAfterDays;

    /// <param name="released">The day of the numbers this release came with.</param>
    public static HelpNumbers Of(ServicePolicy policy, DateOnly released, DateOnly today) =>
        new(DayOf(policy[PolicyNames.CrisisChecked]) is { } tried && tried > released ? tried : released, today);

    /// <summary>yyyy-MM-dd; null for anything else.</summary>
    public static DateOnly? DayOf(string value) =>
        DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}

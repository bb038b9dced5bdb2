using Candour.Clinical;

namespace Candour.CareRecord.Safeguards;

/// <summary>
/// Who is told if nobody has looked: 60 minutes duty, 120 the supervisor, 240 the clinical lead, then the clinical lead every
/// hour. Floors: no policy loosens them.
/// </summary>
public static class Ladder
{
    private static readonly int[] Minutes = [60, 120, 240];

    /// <summary>"I am dealing with this" holds the ladder so long, and so does an entry that names no later next step.</summary>
    public static TimeSpan Hold { get; } = TimeSpan.FromMinutes(60);

    /// <summary>A next step named in an entry is at most so far off.</summary>
    public static TimeSpan LongestHold { get; } = TimeSpan.FromHours(24);

    /// <summary>How long after the clock began the rung (1, 2, 3 …) comes due.</summary>
    public static TimeSpan After(int rung) => TimeSpan.FromMinutes(
        rung <= Minutes.Length ? Minutes[rung - 1] : Minutes[^1] + (60 * (rung - Minutes.Length)));

    public static RiskOwnerAs Who(int rung) => rung switch
    {
        1 => RiskOwnerAs.Duty,
        2 => RiskOwnerAs.Supervisor,
        _ => RiskOwnerAs.ClinicalLead,
    };
}

using Candour.Clinical;

namespace Candour.CareRecord.Safeguards;

/// <summary>
/// When somebody has to have looked, and who is told if nobody has: 60 minutes duty, 120 the supervisor, 240 the clinical
/// lead, then the clinical lead every hour. These are floors: no policy loosens them.
/// </summary>
public static class Ladder
{
    private static readonly int[] Minutes = [60, 120, 240];

    /// <summary>"I am dealing with this" holds the ladder so long, and so does each entry unless it names a later next step.</summary>
    public static TimeSpan Hold { get; } = TimeSpan.FromMinutes(60);

    /// <summary>First look due, counted from the first staffed minute.</summary>
    public static Moment FirstLook(Moment staffed) => staffed.Plus(After(1));

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

namespace Candour.Simulation;

/// <summary>
/// Whether a person comes again: some 42 % do not come back after the first session, so that of everybody whose care began and
/// ended the published 43 % had one session (2018-19); 5.5 % leave after each later one, and completing becomes likelier with
/// the session and with recovery that lasts two scores.
/// </summary>
internal static class Ending
{
    public const double LeaveAfterFirst = 0.42, LeaveLater = 0.055;

    /// <summary>The chance that care is complete after this session of treatment.</summary>
    public static double Completes(int session, int inARowBelow) =>
        session < 4 ? 0 : Math.Min(0.9, 0.02 * (session - 3) + (inARowBelow >= 2 ? 0.7 : 0) + (session >= 14 ? 0.4 : 0));
}

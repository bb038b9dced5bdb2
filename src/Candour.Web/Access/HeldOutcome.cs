using Candour.CareRecord;
using Candour.CareRecord.Referrals;

namespace Candour.Web.Access;

/// <summary>Whether what was stored waits for a second person.</summary>
internal static class HeldOutcome
{
    public static bool IsHeld(this Outcome outcome) => outcome is Outcome.Done { Events: var events } && events.Any(e => e.Event is LateEntryHeld);
}

namespace Candour.CareRecord.Referrals;

/// <summary>Whether a person's death stands in the record.</summary>
public static class Death
{
    /// <summary>True when a death was recorded and not withdrawn since.</summary>
    public static bool IsRecorded(History person) =>
        person.Events.LastOrDefault(e => e.Event is DeathRecorded or DeathWithdrawn)?.Event is DeathRecorded;
}

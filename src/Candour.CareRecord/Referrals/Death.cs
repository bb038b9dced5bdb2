namespace Candour.CareRecord.Referrals;

/// <summary>Whether a person's death stands in the record.</summary>
public static class Death
{
    /// <summary>True when a death was recorded and not withdrawn since, here or in a record joined with this one.</summary>
    public static bool IsRecorded(History person) => IsRecordedHere(person) || Joined.Of(person).Any(b => b.Died);

    /// <summary>True when it was recorded in this very record: only there is it taken back.</summary>
    public static bool IsRecordedHere(History person) =>
        person.Events.LastOrDefault(e => e.Event is DeathRecorded or DeathWithdrawn)?.Event is DeathRecorded;

    /// <summary>The day; null when it is not known, or nobody died.</summary>
    public static DateOnly? On(History person) =>
        IsRecordedHere(person) ? person.Last<DeathRecorded>()!.DiedOn : Joined.Of(person).FirstOrDefault(b => b.Died)?.DiedOn;

    /// <summary>The last day on which they can have lived: the day they died or, where it is not known, the day it was written down. Null: nobody died, or neither is known here.</summary>
    public static DateOnly? NoLaterThan(History person) =>
        On(person) ?? (IsRecordedHere(person) ? Clinical.London.DayOf(person.Recorded<DeathRecorded>().Last().Envelope.At) : null);
}

using Candour.CareRecord.Store;
using Candour.Clinical;

namespace Candour.CareRecord.Timers.Store;

/// <summary>Whether the loop that reminds and escalates is alive. Read from the store, so every machine sees the same.</summary>
public static class Heartbeat
{
    /// <summary>From here on all staff see a banner.</summary>
    public static readonly TimeSpan Late = TimeSpan.FromMinutes(2);

    /// <summary>The name under which the loop itself is kept.</summary>
    internal const string Loop = "loop";

    /// <summary>Time since the loop last came round; null when it never did.</summary>
    public static async Task<TimeSpan?> Age(TheRecord record, Moment now) => await Last(record, Loop) is { } beat ? now.Since(beat) : null;

    /// <summary>True when reminders and escalations may have stopped: no heartbeat, or none for two minutes.</summary>
    public static async Task<bool> IsLate(TheRecord record, Moment now) => await Age(record, now) is not { } age || age > Late;

    /// <summary>When a work last ran to its end.</summary>
    public static async Task<Moment?> Last(TheRecord record, string work)
    {
        await using var connection = await record.Database.Open();
        var found = await Sql.Rows(
            connection, null, row => row.GetInt64(0), "select ran from timer where provider=@p0 and name=@p1 and ran>0",
            record.Database.Provider, work);
        return found is [var ran] ? new Moment(ran) : null;
    }
}

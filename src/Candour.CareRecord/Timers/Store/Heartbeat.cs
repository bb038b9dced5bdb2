using Candour.CareRecord.Store;
using Candour.Clinical;

namespace Candour.CareRecord.Timers.Store;

/// <summary>Whether the loop that reminds and escalates is alive in all its lines. Read from the store, so every machine sees the same.</summary>
public static class Heartbeat
{
    /// <summary>From here on all staff see a banner.</summary>
    public static readonly TimeSpan Late = TimeSpan.FromMinutes(2);

    internal static IReadOnlyList<DueLine> Lines { get; } = Enum.GetValues<DueLine>();

    /// <summary>The name under which a line of the loop is kept.</summary>
    internal static string Of(DueLine line) => line switch
    {
        DueLine.Alarms => "loop-alarms",
        DueLine.Sending => "loop-sending",
        _ => "loop-everyday",
    };

    /// <summary>Time since the line that is longest away last came round; null when one never did.</summary>
    public static async Task<TimeSpan?> Age(TheRecord record, Moment now)
    {
        TimeSpan? oldest = null;
        foreach (var line in Lines)
        {
            if (await Last(record, Of(line)) is not { } beat)
                return null;
            oldest = oldest > now.Since(beat) ? oldest : now.Since(beat);
        }

        return oldest;
    }

    /// <summary>True when reminders and escalations may have stopped: a line without heartbeat, or without one for two minutes.</summary>
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

using Candour.CareRecord;
using Candour.CareRecord.Store;
using Candour.CareRecord.Timers.Store;
using Candour.Clinical;

namespace Candour.Web.Components.Frame;

/// <summary>Whether reminders and escalations may have stopped: said to all staff on every page. Read at most every five seconds.</summary>
public sealed class LateTimers(TheRecord record)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5);

    private readonly long _started = record.Clock.GetTimestamp();
    private volatile Answer? _last;

    public async Task<bool> AreLate()
    {
        var now = record.Clock.GetTimestamp();
        if (_last is { } last && record.Clock.GetElapsedTime(last.At, now) < Fresh)
            return last.Late;
        // After a start the loop is given as long as it may ever take before anybody is alarmed.
        var late = record.Clock.GetElapsedTime(_started, now) > Heartbeat.Late && await Read();
        _last = new(now, late);
        return late;
    }

    private async Task<bool> Read()
    {
        try
        {
            return await Heartbeat.IsLate(record, Moment.Now(record.Clock));
        }
        catch (Exception e) when (e is RecordUnavailableException or System.Data.Common.DbException)
        {
            return true;
        }
    }

    private sealed record Answer(long At, bool Late);
}

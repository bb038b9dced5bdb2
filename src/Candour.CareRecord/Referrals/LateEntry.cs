using Candour.CareRecord.Appointments;
using Candour.Clinical;

namespace Candour.CareRecord.Referrals;

/// <summary>Anything entered more than 24 hours after it happened asks why, and stays marked late.</summary>
public static class LateEntry
{
    private static readonly TimeSpan InTime = TimeSpan.FromHours(24);

    public static bool Is(Moment happened, Moment now) => now.Since(happened) > InTime;

    /// <summary>Whole days between, at least 1 for anything late.</summary>
    public static int Days(Moment happened, Moment now) => Math.Max(1, London.DayOf(now).DayNumber - London.DayOf(happened).DayNumber);

    /// <summary>Null when it is in time or a reason was given.</summary>
    public static Refusal? Check(Moment happened, Moment now, WhyLate? why) =>
        Is(happened, now) && why is null ? new SayWhyLate(Days(happened, now)) : null;
}

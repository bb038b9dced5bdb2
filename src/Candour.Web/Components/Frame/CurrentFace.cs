using System.Globalization;
using Candour.CareRecord;
using Candour.CareRecord.Policies;
using Candour.CareRecord.Service;
using Candour.CareRecord.Store;
using Candour.Clinical;

namespace Candour.Web.Components.Frame;

/// <summary>
/// The face of the service as the record has it, read again every minute. When the record cannot be read the last one known
/// stays: the frame and the help page never wait for a database.
/// </summary>
public sealed class CurrentFace(TheRecord record)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    private ServiceFace face = ServiceFace.OfAnyService;
    private long readAt;

    public ServiceFace Now => Volatile.Read(ref face);

    public async Task Refresh()
    {
        var before = Volatile.Read(ref readAt);
        var now = record.Clock.GetTimestamp();
        if (before != 0 && record.Clock.GetElapsedTime(before, now) < Fresh)
            return;
        // One request reads; the others go on with what is known.
        if (Interlocked.CompareExchange(ref readAt, Math.Max(now, 1), before) != before)
            return;
        try
        {
            var histories = await record.Read(Streams.Service, Streams.Policy);
            if (histories[Streams.Service].First<ServiceOpened>() is { } opened)
                Volatile.Write(ref face, Of(opened, ServicePolicy.On(London.Today(record.Clock), histories[Streams.Policy])));
            else
                Volatile.Write(ref readAt, 0);
        }
        catch (Exception e) when (e is RecordUnavailableException or System.Data.Common.DbException or TimeoutException)
        {
            // The request itself will meet the same and say so.
        }
    }

    private static ServiceFace Of(ServiceOpened opened, ServicePolicy policy) => new()
    {
        Name = opened.NeutralName, Simulated = opened.Simulated,
        Phone = policy[PolicyNames.Phone] is { Length: > 0 } phone ? phone : null,
        Hours = HoursInWords(policy[PolicyNames.OpeningHours]), LeaveFor = policy[PolicyNames.LeaveTo],
        HelpCheckedOn = HelpNumbers.DayOf(policy[PolicyNames.CrisisChecked]),
    };

    /// <summary>"mon 09:00-17:00; tue 09:00-17:00" as "Monday to Tuesday, 9am to 5pm"; days with other hours one by one.</summary>
    internal static string? HoursInWords(string hours)
    {
        var days = hours.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(each => each.Split(' ', 2))
            .Where(each => each.Length == 2).Select(each => (Day: DayNamed(each[0]), Hours: each[1])).ToArray();
        if (days.Length == 0)
            return null;
        var isOneRun = days.Select(day => day.Hours).Distinct().Count() == 1
            && days.Zip(days.Skip(1), (one, next) => ((int)one.Day + 1) % 7 == (int)next.Day).All(follows => follows);
        return isOneRun && days.Length > 1
            ? $"{Name(days[0].Day)} to {Name(days[^1].Day)}, {Said(days[0].Hours)}"
            : string.Join(", ", days.Select(day => $"{Name(day.Day)} {Said(day.Hours)}"));
    }

    private static DayOfWeek DayNamed(string start) =>
        Enum.GetValues<DayOfWeek>().First(day => $"{day}".StartsWith(start, StringComparison.OrdinalIgnoreCase));

    private static string Name(DayOfWeek day) => CultureInfo.GetCultureInfo("en-GB").DateTimeFormat.GetDayName(day);

    private static string Said(string hours) => string.Join(" to ", hours.Split('-').Select(time =>
        Words.Time(TimeOnly.Parse(time, CultureInfo.InvariantCulture))));
}

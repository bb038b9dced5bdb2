using Candour.CareRecord.Store;
using Candour.CareRecord.Treatment;
using Candour.Clinical.Pathways.Readings;
using Microsoft.EntityFrameworkCore;

namespace Candour.CareRecord.Waiting.Store;

/// <summary>A count of a count: how many of how many.</summary>
public sealed record OutOf(int Met, int Of);

/// <summary>
/// Everybody who was referred in a span of days, followed to its last day: how long each part of the way takes, those who
/// still wait included; a wait that goes on from an earlier referral counts from that one's first day. Beside it what the official figures say, which look only at those who finished.
/// </summary>
public sealed record WaitCohort
{
    public const int SixWeeks = 42, EighteenWeeks = 126;

    public required DateOnly From { get; init; }

    public required DateOnly To { get; init; }

    public required int Referred { get; init; }

    public required HowLong ReferralToTalk { get; init; }

    public required HowLong TalkToFirst { get; init; }

    public required HowLong ReferralToFirst { get; init; }

    public required HowLong FirstToSecond { get; init; }

    /// <summary>Of those who finished in the span, how many had begun within six weeks.</summary>
    public required OutOf OfficialSix { get; init; }

    /// <inheritdoc cref="OfficialSix"/>
    public required OutOf OfficialEighteen { get; init; }

    /// <summary>Of everybody referred early enough to have had six weeks, how many began treatment within them.</summary>
    public required OutOf EveryoneSix { get; init; }

    /// <inheritdoc cref="EveryoneSix"/>
    public required OutOf EveryoneEighteen { get; init; }

    /// <param name="from">First day of referral.</param>
    /// <param name="to">Last day of referral and of following.</param>
    public static async Task<WaitCohort> Of(CareRecordContext db, DateOnly from, DateOnly to)
    {
        var rows = await db.Set<PeopleRow>().AsNoTracking()
            .Where(r => r.ReceivedOn <= to && (r.ReceivedOn >= from || (r.EndedOn >= from && r.EndedOn <= to)))
            .Select(r => new Way(r.ReceivedOn, r.CountsFrom, r.EndedOn, r.FirstTalk, r.FirstTreatment, r.SecondTreatment, r.OfficialFirst, r.OfficialFinished))
            .ToListAsync();
        return Of(rows, from, to);
    }

    public static WaitCohort Of(IReadOnlyCollection<Way> everyone, DateOnly from, DateOnly to)
    {
        var referred = everyone.Where(w => w.Received >= from && w.Received <= to).ToList();
        var finished = everyone.Where(w => w.Finished && w.Ended >= from && w.Ended <= to && w.OfficialFirst is not null).ToList();
        return new()
        {
            From = from,
            To = to,
            Referred = referred.Count,
            ReferralToTalk = Leg(referred, w => w.CountsFrom, w => w.Talk, to),
            TalkToFirst = Leg(referred, w => w.Talk, w => w.First, to),
            ReferralToFirst = Leg(referred, w => w.CountsFrom, w => w.First, to),
            FirstToSecond = Leg(referred, w => w.First, w => w.Second, to),
            OfficialSix = new(finished.Count(w => w.OfficialFirst!.Value.DayNumber - w.Received.DayNumber <= SixWeeks), finished.Count),
            OfficialEighteen = new(finished.Count(w => w.OfficialFirst!.Value.DayNumber - w.Received.DayNumber <= EighteenWeeks), finished.Count),
            EveryoneSix = Within(referred, SixWeeks, to),
            EveryoneEighteen = Within(referred, EighteenWeeks, to),
        };
    }

    private static HowLong Leg(List<Way> people, Func<Way, DateOnly?> begins, Func<Way, DateOnly?> ends, DateOnly to) => HowLong.Of(
        [.. from w in people
            let start = begins(w)
            where start is not null && start <= to
            let end = ends(w)
            select end is { } had && had <= to ? (Math.Max(0, had.DayNumber - start.Value.DayNumber), WaitState.Had)
                : w.Ended is { } left && left <= to ? (Math.Max(0, left.DayNumber - start.Value.DayNumber), WaitState.Left)
                : (to.DayNumber - start.Value.DayNumber, WaitState.Waiting)]);

    private static OutOf Within(List<Way> people, int days, DateOnly to)
    {
        var longEnough = people.Where(w => w.CountsFrom.AddDays(days) <= to).ToList();
        return new(longEnough.Count(w => w.First is { } first && first.DayNumber - w.CountsFrom.DayNumber <= days), longEnough.Count);
    }
}

/// <summary>The days of one referral's way.</summary>
/// <param name="Received">The day it came: official figures count from it.</param>
/// <param name="CountsFrom">The day the person's wait counts from; earlier where it goes on from an earlier referral.</param>
/// <param name="Talk">First contact at which the person was seen.</param>
/// <param name="First">First treatment by the declared protocol.</param>
/// <param name="Finished">Ended after two treatments or more, as official figures see it.</param>
public sealed record Way(DateOnly Received, DateOnly CountsFrom, DateOnly? Ended, DateOnly? Talk, DateOnly? First, DateOnly? Second, DateOnly? OfficialFirst, bool Finished);

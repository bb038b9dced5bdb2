using Candour.CareRecord.Appointments;
using Candour.CareRecord.Referrals.Store;
using Candour.CareRecord.Staff;
using Candour.CareRecord.Staff.Store;
using Candour.CareRecord.Store;
using Candour.Clinical.Problems;
using Microsoft.EntityFrameworkCore;

namespace Candour.CareRecord.Waiting.Store;

/// <summary>Somebody who waits, with who they are.</summary>
public sealed record OneWaiting(WaitingRow Wait, PersonRow Person);

/// <summary>A therapist who could take a person on.</summary>
public sealed record CouldTake(StaffRow Staff, TwoWeeks Load);

/// <summary>The column that a waiting list is sorted by.</summary>
public enum WaitingOrder
{
    SinceReferral,
    Person,
    SinceFirstTalk,
    For,
    LastHeard,
}

/// <summary>What pages ask of the waiting lists. One page of rows at a time, in the order of an index.</summary>
public static class WaitingLists
{
    public const int PageSize = 50;

    /// <param name="step">2, 3, or null: everyone.</param>
    /// <param name="therapy">SNOMED CT code; null: any.</param>
    /// <param name="page">1 for the first.</param>
    /// <param name="down">The largest first: of days waited, the longest.</param>
    public static Task<List<OneWaiting>> WaitingFor(
        this CareRecordContext db, int? step, string? therapy, int page, WaitingOrder order = WaitingOrder.SinceReferral, bool down = true)
    {
        var both = Waits(db, step, therapy).Join(db.Set<PersonRow>().AsNoTracking(), w => w.Person, p => p.Person, (wait, person) => new { wait, person });
        // The longest waited is the earliest day; who had no talk yet comes last, whichever way.
        var sorted = order switch
        {
            WaitingOrder.Person => both.By(b => b.person.LastKey, down).ThenBy(b => b.person.FirstKey, down),
            WaitingOrder.SinceFirstTalk => both.OrderBy(b => b.wait.FirstTalk == null).ThenBy(b => b.wait.FirstTalk, !down),
            WaitingOrder.For => both.By(b => b.wait.Step, down).ThenBy(b => b.wait.Therapy == null).ThenBy(b => b.wait.Therapy, down).ThenBy(b => b.wait.CountsFrom),
            WaitingOrder.LastHeard => both.By(b => b.wait.LastHeard, !down),
            _ => both.By(b => b.wait.CountsFrom, !down),
        };
        return sorted.ThenBy(b => b.wait.Stay).Select(b => new OneWaiting(b.wait, b.person)).Skip((page - 1) * PageSize).Take(PageSize).ToListAsync();
    }

    /// <summary>People referred in a span whose session counts as treatment by the evidence alone: two of us said afterwards that it was none.</summary>
    public static Task<int> CountBegunByRecord(this CareRecordContext db, DateOnly from, DateOnly to) =>
        db.Set<WaitingRow>().Where(w => w.BegunByRecord != null && w.CountsFrom >= from && w.CountsFrom <= to).Select(w => w.Referral).Distinct().CountAsync();

    public static Task<int> CountWaiting(this CareRecordContext db, int? step, string? therapy) => Waits(db, step, therapy).CountAsync();

    /// <summary>The day half of those waiting count from, and the earliest; null when nobody waits.</summary>
    public static async Task<(DateOnly Half, DateOnly Longest)?> Middle(this CareRecordContext db, int? step, string? therapy)
    {
        var count = await db.CountWaiting(step, therapy);
        if (count == 0)
            return null;
        var from = Waits(db, step, therapy).OrderBy(w => w.CountsFrom).Select(w => w.CountsFrom);
        return (await from.Skip(count / 2).FirstAsync(), await from.FirstAsync());
    }

    /// <summary>The stock identity of a list over the month to today.</summary>
    public static async Task<Stock> StockOf(this CareRecordContext db, int? step, string? therapy, DateOnly today)
    {
        var since = today.AddMonths(-1);
        var all = db.Set<WaitingRow>().AsNoTracking().Where(w => (step == null || w.Step == step) && (therapy == null || w.Therapy == therapy));
        return new(
            await all.CountAsync(w => w.PutOn < since && (w.LeftOn == null || w.LeftOn >= since)),
            await all.CountAsync(w => w.PutOn >= since),
            await all.CountAsync(w => w.LeftOn >= since && w.How == LeftHow.Began),
            await all.CountAsync(w => w.LeftOn >= since && w.How != LeftHow.Began),
            await db.CountWaiting(step, therapy));
    }

    /// <summary>Those of the list shown who have not heard from us since a day, longest first.</summary>
    public static Task<List<OneWaiting>> NotHeardSince(this CareRecordContext db, int? step, string? therapy, DateOnly day, int most) =>
        (from wait in Waits(db, step, therapy)
         where wait.LastHeard <= day
         join person in db.Set<PersonRow>().AsNoTracking() on wait.Person equals person.Person
         orderby wait.LastHeard, wait.Stay
         select new OneWaiting(wait, person)).Take(most).ToListAsync();

    /// <summary>The stay of a referral that lasts; null when it waits on no list.</summary>
    public static Task<WaitingRow?> WaitOf(this CareRecordContext db, string referral) =>
        db.Set<WaitingRow>().AsNoTracking().FirstOrDefaultAsync(w => w.Referral == referral && w.IsWaiting);

    /// <summary>How many people wait, by whole weeks waited: the bars beside the list.</summary>
    public static async Task<IReadOnlyDictionary<int, int>> ByWeek(this CareRecordContext db, int? step, string? therapy, DateOnly today)
    {
        var days = await Waits(db, step, therapy).GroupBy(w => w.CountsFrom).Select(g => new { From = g.Key, Count = g.Count() }).ToListAsync();
        return days.GroupBy(d => (today.DayNumber - d.From.DayNumber) / 7).ToDictionary(g => g.Key, g => g.Sum(d => d.Count));
    }

    /// <summary>Days from referral to the beginning of a treatment, of stays put on within a year; and of those still waiting.</summary>
    public static async Task<IReadOnlyList<(int Days, bool Began)>> WaitsFor(this CareRecordContext db, int step, string? therapy, DateOnly today)
    {
        var since = today.AddYears(-1);
        var rows = await db.Set<WaitingRow>().AsNoTracking()
            .Where(w => w.Step == step && (therapy == null || w.Therapy == therapy) && w.PutOn >= since)
            .Select(w => new { w.CountsFrom, w.LeftOn, w.How }).ToListAsync();
        return [.. rows.Select(r => ((r.LeftOn ?? today).DayNumber - r.CountsFrom.DayNumber, r.How == LeftHow.Began))];
    }

    /// <summary>Those at work who hold the treatment and have room in the next two weeks. The over-full are not offered.</summary>
    public static async Task<List<CouldTake>> WhoCouldTake(this CareRecordContext db, string? therapy, DateOnly today)
    {
        var asked = Therapy.OfCode(therapy);
        var loads = await db.LoadsOf(today);
        return
        [
            .. from staff in await db.Clinicians(today)
               where asked is null || asked.MayBeGivenWith(staff.Held().Where(q => q.EntitlesOn(today)).Select(q => q.Code))
               let load = new TwoWeeks(loads.GetValueOrDefault(staff.Staff), staff.PeopleADay * TwoWeeks.Days)
               where !load.IsFull
               select new CouldTake(staff, load),
        ];
    }

    /// <summary>How booked one clinician is in the next two weeks.</summary>
    public static async Task<TwoWeeks> LoadOf(this CareRecordContext db, string staff, DateOnly today) => new(
        (await db.LoadsOf(today)).GetValueOrDefault(staff), (await db.StaffById(staff))?.PeopleADay * TwoWeeks.Days);

    private static async Task<Dictionary<string, int>> LoadsOf(this CareRecordContext db, DateOnly today)
    {
        var until = today.AddDays(14);
        return await db.Set<AppointmentRow>().AsNoTracking()
            .Where(a => a.Day >= today && a.Day < until && a.State != AppointmentState.Cancelled)
            .GroupBy(a => a.Clinician).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count);
    }

    private static IQueryable<WaitingRow> Waits(CareRecordContext db, int? step, string? therapy) =>
        db.Set<WaitingRow>().AsNoTracking().Where(w => w.IsWaiting && (step == null || w.Step == step) && (therapy == null || w.Therapy == therapy));
}

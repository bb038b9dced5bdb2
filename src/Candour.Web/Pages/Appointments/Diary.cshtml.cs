using System.Globalization;
using Candour.CareRecord;
using Candour.CareRecord.Access;
using Candour.CareRecord.Appointments;
using Candour.CareRecord.Appointments.Store;
using Candour.CareRecord.Policies;
using Candour.CareRecord.Referrals.Store;
using Candour.CareRecord.Treatment.Store;
using Candour.Clinical;
using Candour.Web.Access;
using Candour.Web.Components;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Pages.Appointments;

/// <summary>A week of one clinician as a table with day and time headers; on a phone a list by day.</summary>
[Needs("appointment", Act.View, Meets = Conditions.EmploymentContacts)]
public sealed class DiaryModel(TheRecord record, Who who, Colleagues colleagues) : PageModel
{
    public DateOnly Monday { get; private set; }

    public DateOnly Today { get; private set; }

    public string Clinician { get; private set; } = "";

    public IReadOnlyList<Account> Clinicians { get; private set; } = [];

    public bool MayChoose { get; private set; }

    public IEnumerable<Option> Choices => Clinicians.Select(c => Option.Of(c.Staff, c.Name));

    public ILookup<(DateOnly Day, int Hour), AppointmentRow> Cells { get; private set; } = null!;

    public IReadOnlyList<int> Hours { get; private set; } = [];

    public IReadOnlyDictionary<string, PersonRow> People { get; private set; } = new Dictionary<string, PersonRow>();

    public IEnumerable<DateOnly> Days => Enumerable.Range(0, 7).Select(Monday.AddDays).Where(d => d.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) || Cells.Any(c => c.Key.Day == d));

    public async Task OnGetAsync(string? clinician, string? week)
    {
        Today = London.Today(record.Clock);
        // On a Sunday the week to look at is the one that begins tomorrow.
        var day = DateOnly.TryParseExact(week, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var chosen) ? chosen
            : ServicePolicy.On(Today, await record.Read(Streams.Policy)).Hours.OpenOnOrAfter(Today);
        Monday = day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
        Clinicians = await colleagues.Clinicians();
        // Others' diaries are for those whom the table lets see every appointment of the service. A clinician sees their own.
        MayChoose = May.Embedded.Ever(who.Actor, Act.View, "appointment", whole: true) is Answer.Yes;
        Clinician = !MayChoose ? who.Actor.Id
            : Clinicians.Any(c => c.Staff == clinician) ? clinician! : Clinicians.FirstOrDefault()?.Staff ?? "";
        await using var lists = record.Lists();
        var rows = (await lists.OfClinician(Clinician, Monday, Monday.AddDays(6))).ThatMaySee(who);
        Cells = rows.ToLookup(r => (r.Day, London.WallClock(r.Starts).Hour));
        Hours = [.. rows.Select(r => London.WallClock(r.Starts).Hour).Concat(Enumerable.Range(9, 8)).Distinct().Order()];
        People = await lists.PeopleByIds([.. rows.Select(r => r.Person).Distinct()]);
    }
}

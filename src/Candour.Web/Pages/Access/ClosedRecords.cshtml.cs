using Candour.CareRecord;
using Candour.CareRecord.Access;
using Candour.CareRecord.Access.Store;
using Candour.CareRecord.Referrals.Store;
using Candour.Clinical;
using Candour.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Pages.Access;

/// <summary>A record that a member of staff said is of somebody they know.</summary>
public sealed record ClosedLine(string Person, string PersonName, string Staff, string StaffName, string How);

/// <summary>The privacy officer ends what was declared by mistake or is over, with a reason. What a person asked for is not here: it is theirs.</summary>
[Needs("access_log", Act.View, Posting = Act.Approve)]
public sealed class ClosedRecordsModel(TheRecord record, Who who, ClosedRecords closed, Colleagues colleagues, Randomness randomness) : PageModel
{
    [BindProperty]
    public string Once { get; set; } = "";

    [BindProperty]
    public string Person { get; set; } = "";

    [BindProperty]
    public string Staff { get; set; } = "";

    [BindProperty]
    public string? Why { get; set; }

    [TempData]
    public string? Said { get; set; }

    public IReadOnlyList<ClosedLine> Lines { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync() => await Load() ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync()
    {
        if (who.AllowedBy != Roles.PrivacyOfficer || !Ids.IsOne(Person))
            return NotFound();
        var stream = Streams.Person(Person);
        var outcome = await record.Write(who.OrderFor($"{Once}/{Staff}"), [stream], (all, _) => Relations.End(all[stream], Staff, Why, who.Staff!.Staff));
        if (!this.Stored(outcome))
            return await Load() ? Page() : NotFound();
        Said = "Ended. Their work may open the record to them again, as it does to others.";
        return this.See("/closed-records");
    }

    private async Task<bool> Load()
    {
        // Others look at some records' logs; over all of them the privacy officer alone.
        if (who.AllowedBy != Roles.PrivacyOfficer)
            return false;
        Once = Ids.New(randomness);
        ModelState.Remove(nameof(Once));
        var rows = (await closed.To()).Where(r => r.Closeness != Closeness.AskedByThePerson).ToList();
        var names = await FindPeople.Many(record, [.. rows.Select(r => r.Person).Distinct()]);
        var name = await colleagues.Names();
        Lines = [.. rows.Select(r => new ClosedLine(
            r.Person, names.TryGetValue(r.Person, out var known) ? known.FullName : "Name not known", r.Staff, name(r.Staff), PeopleIKnowModel.InWords(r.Closeness)))];
        foreach (var person in rows.Select(r => r.Person).Distinct())
        {
            await record.Log(new(
                person, null, who.By, who.Session, "to whom the record is closed", "review", "view", PatientSees: false, Moment.Now(record.Clock)));
        }

        return true;
    }
}

using Candour.CareRecord;
using Candour.CareRecord.Access;
using Candour.CareRecord.Treatment.Store;
using Candour.Clinical;
using Candour.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Pages.Treatment;

/// <summary>The people of one clinician, each with the one next step. No score: it makes league thinking.</summary>
[Needs("appointment", Act.View, Meets = Conditions.EmploymentContacts)]
public sealed class MyPeopleModel(TheRecord record, Who who) : PageModel
{
    /// <summary>What was saved on a page that is closed to the reader now; null otherwise.</summary>
    [TempData]
    public string? Said { get; set; }

    public IReadOnlyList<OnePerson> People { get; private set; } = [];

    public int Count { get; private set; }

    public PeopleOrder Order { get; private set; }

    public bool OnlyMissing { get; private set; }

    public int Number { get; private set; } = 1;

    public int Pages => Math.Max(1, (Count + PeopleLists.PageSize - 1) / PeopleLists.PageSize);

    public DateOnly Today { get; private set; }

    public async Task OnGetAsync(PeopleOrder sort, bool missing, int number = 1)
    {
        (Order, OnlyMissing, Number, Today) = (sort, missing, Math.Max(1, number), London.Today(record.Clock));
        await using var lists = record.Lists();
        Count = await lists.CountOf(who.Actor.Id, missing);
        People = await lists.PeopleOf(who.Actor.Id, sort, missing, Number);
    }
}

using Candour.CareRecord;
using Candour.CareRecord.Access;
using Candour.CareRecord.Supervision.Store;
using Candour.Clinical;
using Candour.Web.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Pages.Supervision;

/// <summary>Whose care is talked about in supervision, by rules: a supervisor's supervisees, a clinician's own people. No score, no rank.</summary>
[ForStaff]
[Needs("plan_consent", Act.View)]
public sealed class ListModel(TheRecord record, Who who) : PageModel
{
    public IReadOnlyList<OnAgenda> People { get; private set; } = [];

    public bool IsSupervisor => who.Actor.Role == Roles.Supervisor;

    public async Task OnGetAsync()
    {
        await using var lists = record.Lists();
        People = IsSupervisor ? await lists.OfSupervisor(who.Actor.Id) : await lists.OfClinician(who.Actor.Id, London.Today(record.Clock));
    }
}

using Candour.CareRecord;
using Candour.CareRecord.Access;
using Candour.CareRecord.Staff.Store;
using Candour.CareRecord.Supervision.Store;
using Candour.Clinical;
using Candour.Web.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Pages.Supervision;

/// <summary>Whose care is talked about in supervision, by rules: a supervisor's supervisees, a clinician's own people. No score, no rank.</summary>
[Needs("plan_consent", Act.View)]
public sealed class ListModel(TheRecord record, Who who) : PageModel
{
    public IReadOnlyList<OnAgenda> People { get; private set; } = [];

    public bool IsSupervisor => who.Actor.Role == Roles.Supervisor;

    /// <summary>Clinicians on a supervisor's list who have no supervisor of their own: by name, with their people here only meanwhile.</summary>
    public IReadOnlyList<string> Meanwhile { get; private set; } = [];

    /// <summary>For a clinician without a supervisor at work: who has their people meanwhile.</summary>
    public string? Without { get; private set; }

    public async Task OnGetAsync()
    {
        await using var lists = record.Lists();
        var supervising = await Supervising.Now(record, lists);
        var me = who.Actor.Id;
        if (IsSupervisor)
        {
            People = await lists.OfSupervisor(supervising, me);
            Meanwhile = [.. People.Where(p => supervising.Named(p.Care.Clinician) is null).Select(p => p.Clinician?.Name).OfType<string>().Distinct()];
            return;
        }

        People = await lists.OfClinician(me, London.Today(record.Clock));
        if (supervising.Named(me) is null)
            Without = supervising.NameOf(supervising.OfTheService) ?? (supervising.OfTheService is null ? "the clinical lead" : "the service’s supervisor");
    }
}

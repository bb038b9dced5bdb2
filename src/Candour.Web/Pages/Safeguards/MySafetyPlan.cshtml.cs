using Candour.CareRecord;
using Candour.CareRecord.Access;
using Candour.Clinical;
using Candour.Web.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Pages.Safeguards;

/// <summary>The patient's copy of their own plan.</summary>
[ForPatients]
[Needs("safety_plan", Act.View, About = About.Myself)]
public sealed class MySafetyPlanModel(TheRecord record, Who who) : PageModel
{
    public PlanVersion? Plan { get; private set; }

    public async Task OnGet()
    {
        if (who.Patient is { } patient)
            Plan = PlanWords.Versions(await record.Read(Streams.Person(patient.Person)), Moment.Now(record.Clock)).FirstOrDefault();
    }
}

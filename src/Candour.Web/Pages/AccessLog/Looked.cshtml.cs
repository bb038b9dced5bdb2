using Candour.CareRecord.Access;
using Candour.CareRecord.Access.Store;
using Candour.Clinical;
using Candour.Web.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Pages.AccessLog;

/// <summary>Who has looked at my record: day, name, job, what they opened, why. What is withheld leaves no gap and no count.</summary>
[Needs("access_log", Act.View, About = About.Myself)]
public sealed class LookedModel(WhoLooked looked, Who who, TimeProvider clock) : PageModel
{
    public IReadOnlyList<LookLine> Lines { get; private set; } = [];

    public string When(LookLine line) => $"{Words.Day(London.DayOf(line.At), London.Today(clock))}, {Words.Time(line.At)}";

    public string Why(LookLine line) => line.InAnEmergency ? $"Opened in an emergency: {line.Why}" : line.Why;

    public async Task OnGetAsync() => Lines = await looked.At(who.Patient!.Person);
}

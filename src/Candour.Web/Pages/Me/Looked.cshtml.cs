using Candour.CareRecord.Access;
using Candour.CareRecord.Access.Store;
using Candour.Web.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Pages.Me;

/// <summary>Who has looked at my record: day, name, what they opened, why.</summary>
[ForPatients]
[Needs("access_log", Act.View, About = About.Myself)]
public sealed class LookedModel(WhoLooked looked, Who who) : PageModel
{
    public IReadOnlyList<LookLine> Lines { get; private set; } = [];

    public async Task OnGetAsync() => Lines = await looked.At(who.Patient!.Person);
}

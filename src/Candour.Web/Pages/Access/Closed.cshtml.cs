using Candour.Web.Access;
using Candour.Web.Pages.Questionnaires;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Pages.Access;

/// <summary>What a patient sees whose session has ended, or who opens one of their pages without a link.</summary>
[OpenToAll("It says how to come back in, and nothing else.")]
public sealed class ClosedModel(EndedSession session) : PageModel
{
    /// <summary>A session was there and ran out: only then something was written that is saved.</summary>
    public bool Ended { get; private set; }

    /// <summary>What became of a form that came too late; null when none came.</summary>
    public LateForm? Late { get; private set; }

    public HelpWords? Help => Late?.Help;

    public async Task OnGetAsync()
    {
        Late = HttpContext.Features.Get<LateForm>();
        Ended = Late is { Kept: true } or { Told: true } || await session.Find() is not null;
    }
}

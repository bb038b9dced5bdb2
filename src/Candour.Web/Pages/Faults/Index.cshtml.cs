using Candour.Clinical;
using Candour.Web.Access;
using Candour.Web.Components.Crisis;
using Candour.Web.Components.Frame;
using Candour.Web.Hosting;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Pages.Faults;

/// <summary>The words of a fault, under the fault's own status.</summary>
[OpenToAll("Whoever meets a fault has to be told; it shows nothing of the record.")]
public sealed class FaultsModel(ServiceFace face, CrisisLines lines, PagesThere pages, TimeProvider clock) : PageModel
{
    public Document Shown { get; private set; } = null!;

    public void OnGet(int status) => Shown = new FaultPage(status, face, lines)
    {
        At = Moment.Now(clock), Staff = HttpContext.Features.Get<SignedInStaff>(), NotYours = HttpContext.Features.Get<NotYourPage>(),
        Header = HttpContext.Features.Get<SignedInStaff>() is { } who ? PageFrame.StaffHeader(face, who, pages, null, null) : null,
        // Only for a fault of ours: "not there" and "not for you" are the same bytes each time.
        Reference = status >= 500 ? HttpContext.TraceIdentifier : null,
        Typed = status is 429 or >= 500 ? HttpContext.Features.Get<StillTyped>() is { } typed ? typed.Form : null : null,
    }.Page();
}

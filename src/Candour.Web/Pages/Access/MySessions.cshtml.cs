using Candour.CareRecord.Access;
using Candour.CareRecord.Access.Store;
using Candour.Clinical;
using Candour.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Pages.Access;

/// <summary>One's own open sessions, each of which can be ended.</summary>
[Needs("staff_account", Act.View, About = About.Myself, Posting = Act.Correct)]
public sealed class MySessionsModel(Who who, WebSessions sessions, TimeProvider clock) : PageModel
{
    [BindProperty]
    public string? Id { get; set; }

    public IReadOnlyList<WebSession> Open { get; private set; } = [];

    public string Present => who.Session;

    public string? Device => who.Device;

    public string When(Moment moment) => $"{Words.Day(London.DayOf(moment), London.Today(clock))}, {Words.Time(moment)}";

    public async Task OnGetAsync() => Open = await sessions.OpenOf(WebSessions.Staff, who.Staff!.Account);

    public async Task<IActionResult> OnPostAsync()
    {
        await sessions.EndOwn(who.Staff!.Account, Id ?? "");
        return Redirect("/sessions-of-mine");
    }

    public async Task<IActionResult> OnPostOthersAsync()
    {
        foreach (var other in (await sessions.OpenOf(WebSessions.Staff, who.Staff!.Account)).Where(s => s.Id != Present))
            await sessions.EndOwn(who.Staff!.Account, other.Id);
        return Redirect("/sessions-of-mine");
    }
}

using Candour.CareRecord;
using Candour.CareRecord.Access;
using Candour.CareRecord.Safeguarding;
using Candour.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Pages.Safeguarding;

/// <summary>
/// A supervisor has a concern because no safeguarding lead is named: they take it up and write what they did. Sharing and closing
/// it are the lead's alone.
/// </summary>
[Needs("safeguarding", Act.Create, About = About.Safeguarding)]
public sealed class MineModel(TheRecord record, Who who, Randomness randomness) : PageModel
{
    [BindProperty]
    public Shown Shown { get; set; } = new();

    [BindProperty]
    public string? Done { get; set; }

    public SafeguardingEntry Entry { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string id) => await Load(id) ? Page() : NotFound();

    public Task<IActionResult> OnPostTakeAsync(string id) => Do(id, entry => new TakeSafeguarding().Decide(entry));

    public Task<IActionResult> OnPostNoteAsync(string id) => Do(id, entry => new NoteSafeguarding(Done).Decide(entry));

    private async Task<IActionResult> Do(string id, Func<History, Decision> decide)
    {
        var shown = Shown;
        if (!await Load(id))
            return NotFound();
        var stream = Streams.Safeguarding(id);
        var outcome = await record.Write(who.OrderFor(shown.Command), [stream], (all, _) => decide(all[stream]), (stream, shown.Version));
        if (this.Stored(outcome))
            return this.See($"/safeguarding/{id}");
        return await Load(id) ? Page() : NotFound();
    }

    private async Task<bool> Load(string id)
    {
        var stream = await record.Read(Streams.Safeguarding(id));
        if (SafeguardingEntry.Of(stream) is not { IsOpen: true } entry || entry.Owner != who.Actor.Id || entry.Raised.NotFor == who.Actor.Id)
            return false;
        Entry = entry;
        Shown = Shown.Now(randomness, stream);
        ModelState.Remove("Shown.Command");
        ModelState.Remove("Shown.Version");
        return true;
    }
}

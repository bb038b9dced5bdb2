using Candour.CareRecord;
using Candour.CareRecord.Access;
using Candour.CareRecord.Access.Store;
using Candour.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Pages.Me;

/// <summary>"Block a person": a member of staff who has looked at my record, or treats me, opens it no more. I can take it back.</summary>
[ForPatients]
[Needs("identity", Act.View, Posting = Act.Correct, About = About.Myself)]
public sealed class BlockModel(TheRecord record, Who who, WhoLooked looked, ClosedRecords closed, Colleagues colleagues, Randomness randomness) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Staff { get; set; } = "";

    [BindProperty]
    public string Once { get; set; } = "";

    [TempData]
    public string? Said { get; set; }

    public string Name { get; private set; } = "";

    public bool Treats { get; private set; }

    public bool IsBlocked { get; private set; }

    public async Task<IActionResult> OnGetAsync() => await Load() ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await Load(again: true))
            return NotFound();
        if (!this.Stored(await closed.Block(who.OrderFor(Once), who.Patient!.Person, Staff)))
            return Page();
        Said = $"Your record is closed to {Name} from now on.{(Treats ? " The front desk finds you somebody else and tells you." : "")}";
        return this.See("/me/looked");
    }

    public async Task<IActionResult> OnPostBackAsync()
    {
        if (!await Load(again: true))
            return NotFound();
        var stream = Streams.Person(who.Patient!.Person);
        if (!this.Stored(await record.Write(who.OrderFor($"{Once}/back"), [stream], (all, _) => Relations.Unblock(all[stream], Staff))))
            return Page();
        Said = $"You took it back. {Name} can open your record again where their work needs it.";
        return this.See("/me/looked");
    }

    /// <summary>Only who stands on the person's own list, or treats them: no id tells of anybody else who works here.</summary>
    private async Task<bool> Load(bool again = false)
    {
        if (!again)
            Once = Ids.New(randomness);
        var person = who.Patient!.Person;
        Treats = await closed.Treats(person, Staff);
        IsBlocked = Relations.IsBlocked(await record.Read(Streams.Person(person)), Staff);
        if (!Treats && !IsBlocked && (await looked.At(person)).All(l => l.Staff != Staff))
            return false;
        Name = (await colleagues.Names())(Staff);
        return true;
    }
}

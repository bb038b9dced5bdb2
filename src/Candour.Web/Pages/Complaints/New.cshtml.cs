using Candour.CareRecord;
using Candour.CareRecord.Access;
using Candour.CareRecord.Access.Store;
using Candour.CareRecord.Complaints;
using Candour.CareRecord.Policies;
using Candour.Clinical;
using Candour.Web.Access;
using Candour.Web.Pages.Consent;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Pages.Complaints;

/// <summary>A complaint that somebody told to staff. Whoever writes it down does not see it again.</summary>
[Needs("complaint", Act.Create, About = About.Referral)]
public sealed class NewModel(TheRecord record, Who who, Randomness randomness, Accounts accounts) : PageModel
{
    [BindProperty]
    public Shown Shown { get; set; } = new();

    [BindProperty]
    public string? What { get; set; }

    [BindProperty]
    public string? PutRight { get; set; }

    [BindProperty]
    public bool? MayContact { get; set; }

    [BindProperty]
    public bool? MayTell { get; set; }

    [TempData]
    public string? Said { get; set; }

    /// <summary>The front desk has no pathway page to go back to.</summary>
    public bool MayOpen => May.Embedded.Ever(who.Actor, Act.View, "answers") is Answer.Yes;

    public CareAtHand Care { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string id)
    {
        if (!await Load(id))
            return NotFound();
        Shown = Shown.Now(randomness, Care.Referral);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string id)
    {
        if (!await Load(id))
            return NotFound();
        var complaint = Streams.Complaint(Ids.New(randomness));
        var make = new MakeComplaint(What, PutRight, await WhoAnswers.All(accounts, randomness))
        {
            Person = Care.Person.Id, MayContact = MayContact, MayTellTherapist = MayTell,
        };
        var outcome = await record.Write(
            who.OrderFor(Shown.Command, onBehalfOf: Care.Person.Id), [complaint, Streams.Policy],
            (all, now) => make.Decide(all[complaint], ServicePolicy.On(London.DayOf(now), all[Streams.Policy]), now));
        if (!this.Stored(outcome))
            return Page();
        Said = "Saved, apart from their care. Who answers complaints has it, and you cannot open it again. They read the answer on their own page.";
        return this.See(Request.Path);
    }

    private async Task<bool> Load(string id)
    {
        if (await CareAtHand.Find(record, id) is not { } care)
            return false;
        Care = care;
        return true;
    }
}

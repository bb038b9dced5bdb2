using Candour.CareRecord;
using Candour.CareRecord.Access;
using Candour.CareRecord.Consent;
using Candour.CareRecord.Pictures;
using Candour.Web.Access;
using Candour.Web.Pages.Questionnaires;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Pages.Consent;

/// <summary>The photos of the paper a plan was signed on: looked at beside the plan, and added when one is still wanted.</summary>
[TakesPictures]
[Needs("plan_consent", Act.View, Posting = Act.Create, About = About.Referral, Part = "photo of a signed plan")]
public sealed class PlanPaperModel(TheRecord record, Randomness randomness, Who who) : PageModel
{
    [BindProperty]
    public string Once { get; set; } = "";

    [BindProperty]
    public IFormFile? Photo { get; set; }

    public CareAtHand Care { get; private set; } = null!;

    public PlanState State { get; private set; } = null!;

    /// <summary>Address of each; null: erased.</summary>
    public IReadOnlyList<string?> Photos { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string id, string plan) => await Find(id, plan) ? await Show() : NotFound();

    public async Task<IActionResult> OnPostAsync(string id, string plan)
    {
        if (!await Find(id, plan))
            return NotFound();
        var (picture, because) = CleanPicture.Of(await TakesPicturesAttribute.Read(Photo));
        if (picture is null)
            return await Refuse(because!);
        var referral = Streams.Referral(id);
        var keep = new KeepPlanPicture(Ids.New(randomness), plan, picture);
        var outcome = await record.Write(who.OrderFor(Once, onBehalfOf: Care.Person.Id), [referral], (h, _) => keep.Decide(h[referral]));
        return outcome is Outcome.No no ? await Refuse(no.Because) : this.See(AddressOf(id, plan));
    }

    public static string AddressOf(string referral, string plan) => $"/pathways/{referral}/plan/{plan}/paper";

    private async Task<bool> Find(string id, string plan)
    {
        if (await CareAtHand.Find(record, id) is not { } care
            || PlanState.All(care.Referral).LastOrDefault(p => p.Plan.Plan == plan) is not { Signed.How: SignedHow.OnPaper } state)
        {
            return false;
        }

        (Care, State) = (care, state);
        return true;
    }

    private async Task<IActionResult> Refuse(Refusal because)
    {
        ModelState.Add(because);
        return await Show();
    }

    private async Task<IActionResult> Show()
    {
        Once = Ids.New(randomness);
        ModelState.Remove(nameof(Once));
        Photos = await PlanPicture.AddressesOf(record, State, AddressOf(Care.Id, State.Plan.Plan));
        return Page();
    }
}

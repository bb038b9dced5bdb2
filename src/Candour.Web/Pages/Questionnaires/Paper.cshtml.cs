using Candour.CareRecord;
using Candour.CareRecord.Access;
using Candour.CareRecord.Pictures;
using Candour.CareRecord.Pictures.Store;
using Candour.CareRecord.Questionnaires;
using Candour.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Pages.Questionnaires;

/// <summary>The photos of a paper form: looked at beside the answers, and added when one is still wanted.</summary>
[TakesPictures]
[Needs("answers", Act.View, Posting = Act.Create, About = About.Questionnaire, Part = "photo of a paper form")]
public sealed class PaperModel(TheRecord record, Entry entry, Who who, Randomness randomness) : PageModel
{
    [BindProperty]
    public string Once { get; set; } = "";

    [BindProperty]
    public IFormFile? Photo { get; set; }

    public string Called { get; private set; } = "";

    public Questionnaire Form { get; private set; } = null!;

    /// <summary>Address of each; null: erased.</summary>
    public IReadOnlyList<string?> Photos { get; private set; } = [];

    public async Task<IActionResult> OnGet(string referral, string id) =>
        await entry.Find(referral, id) is { StaffEntry.Reason: StaffEntryReason.PaperForm } form ? await Show(form) : NotFound();

    public async Task<IActionResult> OnPost(string referral, string id)
    {
        if (await entry.Find(referral, id) is not { StaffEntry.Reason: StaffEntryReason.PaperForm } form)
            return NotFound();
        var (picture, because) = CleanPicture.Of(await TakesPicturesAttribute.Read(Photo));
        if (picture is null)
            return await Refuse(form, because!);
        var stream = Streams.Questionnaire(id);
        var keep = new KeepPaperPicture(Ids.New(randomness), picture);
        var outcome = await record.Write(who.OrderFor(Once, onBehalfOf: form.Issued.Person), [stream], (all, _) => keep.Decide(all[stream]));
        return outcome is Outcome.No no ? await Refuse(form, no.Because) : Redirect($"/pathways/{referral}/questionnaires/{id}/paper");
    }

    private async Task<IActionResult> Refuse(Questionnaire form, Refusal because)
    {
        ModelState.Add(because);
        return await Show(form);
    }

    private async Task<IActionResult> Show(Questionnaire form)
    {
        Once = Ids.New(randomness);
        ModelState.Remove(nameof(Once));
        Form = form;
        Called = await entry.CalledName(form);
        var kept = form.Photos.Where(p => p.Picture is not null).ToList();
        var erased = await ErasedPictures.Erased(record, kept.Select(p => p.Picture!));
        Photos = [.. kept.Select(p => erased.Contains(p.Picture!) ? null : PaperPicture.AddressOf(form, p))];
        return Page();
    }
}

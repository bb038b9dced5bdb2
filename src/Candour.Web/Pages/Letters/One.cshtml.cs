using Candour.CareRecord;
using Candour.CareRecord.Access;
using Candour.CareRecord.Letters;
using Candour.CareRecord.Links;
using Candour.CareRecord.Policies;
using Candour.Clinical;
using Candour.Web.Access;
using Candour.Web.Components;
using Candour.Web.Pages.Consent;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Pages.Letters;

/// <summary>One letter as it is printed: print it, say that it is posted, or why not.</summary>
[Needs("letter", Act.View, Posting = Act.Create, About = About.Referral, Meets = Conditions.AdministrativeLetters)]
public sealed class OneModel(TheRecord record, LetterDesk desk, Who who, Randomness randomness) : PageModel
{
    [BindProperty]
    public string Once { get; set; } = "";

    [BindProperty]
    public DateParts PostedOn { get; set; } = new();

    [BindProperty]
    public string? Why { get; set; }

    public CareAtHand Care { get; private set; } = null!;

    public Letter Letter { get; private set; } = null!;

    public Sheet Sheet { get; private set; } = null!;

    public bool AsksForReply => Letter.Made.Kind == LetterKind.PleaseReply;

    /// <summary>The code stands on the sheet now, and only now.</summary>
    public bool HasCode => Sheet.Code is not null;

    /// <summary>A letter that asks for a reply goes to the printer with its code only.</summary>
    public bool CanBePrinted => (!AsksForReply || HasCode) && !ToApprove && WhyNot is null;

    /// <summary>A letter to a GP that no clinician has approved.</summary>
    public bool ToApprove => Letter is { IsToGp: true, Approved: null, Waits: true };

    /// <summary>Why a letter to a GP must not leave any more; null: it may, or it has.</summary>
    public string? WhyNot { get; private set; }

    /// <summary>The person's own copy of a letter to their GP, while it waits for the printer.</summary>
    public Sheet? Copy => Letter is { IsToGp: true, Waits: true } ? LetterDesk.CopyFor(Care.Person, Sheet) : null;

    public async Task<IActionResult> OnGetAsync(string id, string letter)
    {
        if (!await Load(id, letter))
            return NotFound();
        PostedOn = DateParts.Of(Care.Today);
        return Page();
    }

    /// <summary>The answer to this post is the sheet with its code: it is shown once and kept nowhere, so there is no page to go to.</summary>
    public async Task<IActionResult> OnPostPrintAsync(string id, string letter)
    {
        if (!await Load(id, letter))
            return NotFound();
        var (code, referral) = (NewLink.OnPaper(randomness), Streams.Referral(id));
        var outcome = await record.Write(
            who.OrderFor($"{Once}/print"), [referral], (all, now) => new PrintReplyCode(letter, code).Decide(all[referral], Care.Person.Id, now));
        PostedOn = DateParts.Of(Care.Today);
        if (this.Stored(outcome) && outcome is Outcome.Done { Again: false })
            Sheet = await desk.SheetOf(Letter, Care.Referral, NewLink.Printed(code.Token));
        Fresh();
        return Page();
    }

    public async Task<IActionResult> OnPostPostedAsync(string id, string letter)
    {
        if (!await Load(id, letter))
            return NotFound();
        if (PostedOn.Read(new("the day of posting", "the day of posting") { NotInFuture = true }, Care.Today) is not DateAnswer.Right { Date: var on })
        {
            var wrong = (DateAnswer.Wrong)PostedOn.Read(new("the day of posting", "the day of posting") { NotInFuture = true }, Care.Today);
            ModelState.AddModelError($"{nameof(PostedOn)}.{wrong.Part}", wrong.Message);
            return Page();
        }

        var noReplyDays = (await desk.Policy()).NoReplyDays;
        return await Write((referral, person, now) => new PostLetter(letter, on).Decide(referral, person, noReplyDays, London.DayOf(now)));
    }

    public async Task<IActionResult> OnPostNotAsync(string id, string letter) =>
        await Load(id, letter) ? await Write((referral, _, now) => new DropLetter(letter, Why).Decide(referral, London.DayOf(now))) : NotFound();

    public async Task<IActionResult> OnPostApproveAsync(string id, string letter) =>
        await Load(id, letter) ? await Write((referral, person, now) => new ApproveLetter(letter).Decide(referral, person, who.By, London.DayOf(now))) : NotFound();

    public async Task<IActionResult> OnPostBackAsync(string id, string letter) =>
        await Load(id, letter) ? await Write((referral, _, _) => new TakeBackLetter(letter, Why).Decide(referral)) : NotFound();

    private async Task<IActionResult> Write(Func<History, History, Moment, Decision> decide)
    {
        var (referral, person) = (Streams.Referral(Care.Id), Streams.Person(Care.Person.Id));
        var outcome = await record.Write(who.OrderFor(Once), [referral, person], (all, now) => decide(all[referral], all[person], now));
        // A letter that is settled leaves the front desk's work, and with it what they may open.
        if (this.Stored(outcome))
            return this.See(who.AllowedBy == Roles.Administrator ? "/letters" : Request.Path);
        Fresh();
        return Page();
    }

    private async Task<bool> Load(string id, string letter)
    {
        if (await CareAtHand.Find(record, id) is not { } care || Letter.All(care.Referral).FirstOrDefault(l => l.Id == letter) is not { } found)
            return false;
        // The front desk opens the letters of its own work; any other is none to it.
        if (who.AllowedBy == Roles.Administrator && !Letter.IsAdministrative(found.Made.Kind))
            return false;
        (Care, Letter) = (care, found);
        if (found is { IsToGp: true, Waits: true })
            WhyNot = ApproveLetter.WhyNotNow(found, care.Referral, care.Person, care.Today)?.Message;
        Sheet = await desk.SheetOf(found, care.Referral);
        if (Once.Length == 0 || HttpMethods.IsGet(Request.Method))
            Fresh();
        return true;
    }

    private void Fresh()
    {
        Once = Ids.New(randomness);
        ModelState.Remove(nameof(Once));
    }
}

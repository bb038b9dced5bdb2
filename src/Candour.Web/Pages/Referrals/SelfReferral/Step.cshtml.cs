using Candour.CareRecord;
using Candour.CareRecord.Policies;
using Candour.CareRecord.Referrals;
using Candour.CareRecord.Referrals.Store;
using Candour.Clinical;
using Candour.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Draft = Candour.CareRecord.Referrals.SelfReferral;

namespace Candour.Web.Pages.Referrals.SelfReferral;

/// <summary>One question of a self-referral. Answers are kept at each step; only the last page sends.</summary>
[OpenToAll("Anyone may refer themselves; nobody has an account before that.")]
public sealed class StepModel(DraftInHand hand, ReferringSelf referring, CodeToConfirm codes, TheRecord record, Who who) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Step { get; set; } = "";

    /// <summary>Came from "Check your answers": goes back there.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Change { get; set; }

    /// <summary>What surgeries are searched by.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Search { get; set; }

    [BindProperty]
    public AnswersForm Form { get; set; } = new();

    public Draft Draft { get; private set; } = null!;

    public ServicePolicy Policy { get; private set; } = null!;

    public DateOnly Today => London.Today(record.Clock);

    public async Task<IActionResult> OnGet()
    {
        if (await Elsewhere() is { } elsewhere)
            return elsewhere;
        Form = AnswersForm.Of(Draft);
        Form.Surgery = Search ?? Form.Surgery;
        return Page();
    }

    public async Task<IActionResult> OnPost()
    {
        if (await Elsewhere() is { } elsewhere)
            return elsewhere;
        var draft = ReadAnswers.Into(Draft, Step, Form, Policy, Today, (field, words) => ModelState.AddModelError($"Form.{field}", words));
        if (Step == Steps.Code)
            draft = await codes.Try(draft, Form.Code, words => ModelState.AddModelError("Form.Code", words));
        if (!ModelState.IsValid)
        {
            await hand.Save(draft);
            Draft = draft;
            return Page();
        }

        if (Step == Steps.Birth && Eligibility.Of(draft.BirthDate, Policy.YoungestAge, Today) is TooYoung)
            return await TooYoungHere();
        if (Step == Steps.Gp && draft.Practice is null && Form.Practice is not null)
            return await Keep(draft, $"/refer/outside?search={Uri.EscapeDataString(Form.Surgery ?? "")}");
        if (Step == Steps.Gp && draft.Practice is null)
            return await Keep(draft, $"/refer/gp?search={Uri.EscapeDataString(Form.Surgery ?? "")}{(Change ? "&change=true" : "")}");
        if (Step == Steps.SayWho || (Step == Steps.SafeContact && Change))
            draft = await codes.Send(draft, who.By, HttpContext.Connection.RemoteIpAddress);
        return await Keep(draft, await Next(draft));
    }

    /// <summary>"Send me a new code".</summary>
    public async Task<IActionResult> OnPostAgain() =>
        await Elsewhere() ?? await Keep(await codes.Send(Draft, who.By, HttpContext.Connection.RemoteIpAddress), $"/refer/{Steps.Code}");

    /// <summary>"Do this later": unconfirmed contacts get no private link, only a call or letter.</summary>
    public async Task<IActionResult> OnPostLater() =>
        await Elsewhere() ?? Redirect($"/refer/{(Change ? Steps.Answers : Steps.After(Steps.Code, Draft))}");

    private async Task<string> Next(Draft draft)
    {
        await referring.TellDanger(draft, who.By);
        var next = Change ? Steps.Answers : Steps.After(Step, draft);
        return Step switch
        {
            Steps.Who when draft.WhoFor == WhoFor.APatientOfMine => "/refer/professional",
            Steps.Safe when draft.SafeNow is SafeNow.NotSure or SafeNow.NeedsHelpToday => $"/refer/help?next={next}",
            Steps.SafeContact when Steps.HasNoSafeWay(draft) => $"/refer/{Steps.SafeWay}",
            Steps.Hurt when draft.HomeHeld => $"/refer/help?next={next}&of={HelpModel.OfHurt}",
            Steps.Thoughts when draft.ThoughtsOfEnding is ThoughtsOfEnding.Sometimes or ThoughtsOfEnding.Often => $"/refer/help?next={next}",
            _ => $"/refer/{next}",
        };
    }

    private async Task<IActionResult> TooYoungHere()
    {
        await hand.Throw();
        TempData[TooYoungModel.Before] = TooYoungModel.InBrowser(Draft);
        await record.Write(
            new($"too-young-{Draft.ReferralId}", By.Worker), [Streams.Service],
            (_, _) => Decision.Accept(Streams.Service, new TooYoungShownElsewhere { YoungestAge = Policy.YoungestAge }));
        return Redirect("/refer/too-young");
    }

    private async Task<IActionResult> Keep(Draft draft, string address)
    {
        await hand.Save(draft);
        return Redirect(address);
    }

    private async Task<IActionResult?> Elsewhere()
    {
        if (!Steps.All.Contains(Step) || Step == Steps.Answers)
            return NotFound();
        Policy = ServicePolicy.On(Today, await record.Read(Streams.Policy));
        switch (await hand.Find())
        {
            case null:
                return Redirect("/refer");
            case { SentOn: not null }:
                return Redirect("/refer/sent");
            case { } draft:
                Draft = draft;
                return null;
        }
    }
}

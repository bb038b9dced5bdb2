using Candour.CareRecord;
using Candour.CareRecord.Policies;
using Candour.CareRecord.Referrals;
using Candour.CareRecord.Referrals.Store;
using Candour.Clinical;
using Candour.Web.Access;
using Candour.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Draft = Candour.CareRecord.Referrals.SelfReferral;

namespace Candour.Web.Pages.Referrals.SelfReferral;

/// <summary>"Check your answers", and the one button that sends.</summary>
[OpenToAll("Anyone may refer themselves; nobody has an account before that.")]
public sealed class AnswersModel(DraftInHand hand, ReferringSelf referring, SendLimit limit, TheRecord record, Who who) : PageModel
{
    public IReadOnlyList<(string Part, IReadOnlyList<AnswerLine> Lines)> Parts { get; private set; } = [];

    /// <summary>Some answers are missing or too much was sent from this network: the words, beside the kept answers.</summary>
    public string? Stopped { get; private set; }

    public async Task<IActionResult> OnGet()
    {
        if (await hand.Find() is not { } draft)
            return Redirect("/refer");
        if (draft.SentOn is not null)
            return Redirect("/refer/sent");
        if (Steps.Missing(draft) is { } missing)
            return Redirect($"/refer/{missing}");
        Parts = AnswerLines.Of(draft);
        return Page();
    }

    public async Task<IActionResult> OnPost()
    {
        if (await hand.Find() is not { SentOn: null } draft || Steps.Missing(draft) is not null)
            return await OnGet();
        if (!limit.Takes(HttpContext))
            return Stay(draft, "Many people are using this from your network. Wait a minute and press Send again. Your answers are kept.", 429);
        if (await referring.Send(draft, who.By) is Outcome.No no)
            return Stay(draft, no.Because.Message, 200);
        var today = London.Today(record.Clock);
        var policy = ServicePolicy.On(today, await record.Read(Streams.Policy));
        await hand.Save(draft.Emptied(today, ReferringSelf.ContactBy(policy, today)));
        return Redirect("/refer/sent");
    }

    private PageResult Stay(Draft draft, string words, int status)
    {
        Parts = AnswerLines.Of(draft);
        Stopped = words;
        Response.StatusCode = status;
        ModelState.AddModelError("", words);
        return Page();
    }
}

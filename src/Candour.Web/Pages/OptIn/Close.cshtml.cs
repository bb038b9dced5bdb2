using Candour.CareRecord;
using Candour.CareRecord.OptIn;
using Candour.CareRecord.OptIn.Store;
using Candour.CareRecord.Policies;
using Candour.CareRecord.Referrals;
using Candour.Clinical;
using Candour.Web.Access;
using Candour.Web.Pages.Referrals;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Pages.OptIn;

/// <summary>Closing, or taking up again: a named person decides, one person at a time.</summary>
[Needs("discharge", CareRecord.Access.Act.View, Posting = CareRecord.Access.Act.Create, About = About.Referral, Key = "referral")]
public sealed class CloseModel(TheRecord record, Who who) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Referral { get; set; } = "";

    [BindProperty]
    public string CommandId { get; set; } = "";

    [BindProperty]
    public string? Because { get; set; }

    public PersonHead Head { get; private set; } = null!;

    public Stage Stage { get; private set; }

    public bool AskedToClose { get; private set; }

    public DateOnly ComeBackUntil => Head.Today.AddMonths(6);

    public Task OnGet() => Load();

    public async Task<IActionResult> OnPost()
    {
        await Load();
        var (referral, person) = (Streams.Referral(Referral), Streams.Person(Head.Person.Person));
        var messages = FindReach.MessagesOf(await record.Read(referral)).Select(Streams.Message).ToList();
        var outcome = await record.Write(who.OrderFor(CommandId), [referral, person, Streams.Policy, .. messages], (h, now) =>
            Stage == Stage.Closed ? Reopen.Decide(h[referral], Because, now)
            : AskedToClose ? CloseAsAsked.Decide(h[referral], h[person], now)
            : new CloseForNoReply(Because).Decide(
                h[referral], h[person], m => messages.Contains(Streams.Message(m)) ? FindReach.Of(h[Streams.Message(m)]) : Receipt.None,
                ServicePolicy.On(London.DayOf(now), h[Streams.Policy]).NoReplyDays, who.By, now));
        if (outcome is Outcome.Done)
        {
            TempData["Done"] = Stage == Stage.Closed ? "Open again, on the first day's clock." : "Closed. They can come back for 6 months with their first date.";
            return Redirect($"/reach/{Referral}");
        }

        ModelState.AddModelError("", outcome is Outcome.No no ? no.Because.Message : "We are checking whether that was saved. Try again in a minute: it is never done twice.");
        return Page();
    }

    private async Task Load()
    {
        var history = await record.Read(Streams.Referral(Referral));
        Stage = Standing.Of(history);
        AskedToClose = history.Last<OptInReplied>() is { Reply: OptInReply.Elsewhere or OptInReply.NoMore };
        Head = await PersonHead.Of(record, history.First<ReferralReceived>()!.Person, Referral);
    }
}

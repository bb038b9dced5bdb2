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
[Needs("discharge", CareRecord.Access.Act.View, Posting = CareRecord.Access.Act.Create, About = About.Referral, Key = "referral", Meets = CareRecord.Access.Conditions.NoReplyClosing)]
public sealed class CloseModel(TheRecord record, Randomness randomness, Who who, Colleagues colleagues) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Referral { get; set; } = "";

    [BindProperty]
    public Shown Shown { get; set; } = new();

    [BindProperty]
    public string? Because { get; set; }

    public PersonHead Head { get; private set; } = null!;

    public Stage Stage { get; private set; }

    public bool AskedToClose { get; private set; }

    public DateOnly ComeBackUntil => Head.Today.AddMonths(6);

    /// <summary>A letter to them is safe.</summary>
    public bool MayWrite => Head.Person.SafeWays.Split(' ').Contains(Ways.Letter);

    /// <summary>Set when a colleague closed it or took it up again meanwhile.</summary>
    public BothTexts? Both { get; private set; }

    public async Task OnGet() => Shown = Shown.Now(randomness, await Load());

    public async Task<IActionResult> OnPost()
    {
        await Load();
        var (referral, person) = (Streams.Referral(Referral), Streams.Person(Head.Person.Person));
        var messages = FindReach.MessagesOf(await record.Read(referral)).Select(Streams.Message).ToList();
        var stage = Stage;
        var outcome = await record.Write(who.OrderFor(Shown.Command), [referral, person, Streams.Policy, .. messages], (h, now) =>
            Stage == Stage.Closed ? Reopen.Decide(h[referral], Because, now)
            : AskedToClose ? CloseAsAsked.Decide(h[referral], h[person], now)
            : new CloseForNoReply(Because).Decide(
                h[referral], h[person], m => messages.Contains(Streams.Message(m)) ? FindReach.Of(h[Streams.Message(m)]) : Receipt.None,
                ServicePolicy.On(London.DayOf(now), h[Streams.Policy]).NoReplyDays, who.By, now), (referral, Shown.Version));
        if (outcome is not Outcome.No no)
        {
            TempData["Done"] = Stage == Stage.Closed
                ? "Open again, on the first day's clock."
                : $"Closed. {Head.Person.Called} can come back until {Words.LongDay(ComeBackUntil)} with their first date. Telling them is on the list of letters.";
            return this.See($"/reach/{Referral}");
        }

        var history = await Load();
        if (Shown.ChangedSince(history, outcome, who.Actor.Id, e => e is ClosedForNoReply or ClosedAsAsked or Reopened) is { } changed)
        {
            Both = new(await colleagues.NameOf(changed), changed.When,
                [new("The referral", Now(Stage), stage == Stage.Closed ? "Reopen" : "Close"), new("Why", null, Because)], $"/reach/{Referral}")
            {
                Form = Stage == stage ? "mine" : null,
            };
            Shown.Again(randomness, history);
        }

        ModelState.AddModelError("", no.Because.Message);
        return Page();
    }

    private static string Now(Stage stage) => stage == Stage.Closed ? "Closed" : "Open";

    private async Task<History> Load()
    {
        var history = await record.Read(Streams.Referral(Referral));
        Stage = Standing.Of(history);
        AskedToClose = Reaching.ReplyOf(history)?.Event is { Reply: OptInReply.Elsewhere or OptInReply.NoMore };
        Head = await PersonHead.Of(record, history.First<ReferralReceived>()!.Person, Referral);
        return history;
    }
}

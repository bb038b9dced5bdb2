using Candour.CareRecord;
using Candour.CareRecord.Referrals;
using Candour.CareRecord.Referrals.Store;
using Candour.CareRecord.Safeguards.Store;
using Candour.Clinical;
using Candour.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Pages.Referrals;

/// <summary>One referral in the inbox: what they wrote, what they need, what is safe; and the three things to do with it.</summary>
[Needs("referral", CareRecord.Access.Act.View, Posting = CareRecord.Access.Act.Correct, About = About.Referral, Key = "referral")]
public sealed class OneReferralModel(TheRecord record, Who who) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Referral { get; set; } = "";

    [BindProperty]
    public string CommandId { get; set; } = "";

    [BindProperty]
    public string? Question { get; set; }

    [BindProperty]
    public string? Because { get; set; }

    [BindProperty]
    public string? Where { get; set; }

    public PersonHead Head { get; private set; } = null!;

    public ReferralReceived Received { get; private set; } = null!;

    public History History { get; private set; } = null!;

    public RiskTaskRow? Task { get; private set; }

    public Stage Stage { get; private set; }

    public bool IsClinician => Screening.IsClinician(who.By);

    public async Task<IActionResult> OnGet()
    {
        await Load();
        // The first opening by somebody who decides stops the alarm for unread referrals.
        if (!History.Any<ReferralRead>())
            await record.Write(who.OrderFor($"read-{Referral}"), [Streams.Referral(Referral)], (h, _) => Screening.Read(h[Streams.Referral(Referral)]));
        return Page();
    }

    public Task<IActionResult> OnPostAccept() => Do("Accepted. Contact them now.", $"/reach/{Referral}", (referral, _, _) => Screening.Accept(referral));

    public Task<IActionResult> OnPostAsk() =>
        Do("A clinician has been asked.", "/inbox", (referral, _, _) => Screening.AskClinician(referral, Question));

    public Task<IActionResult> OnPostNotForUs() => Do(
        "Written down. A letter that says why and where to go has to be sent; they can object.", "/inbox",
        (referral, person, now) => Screening.NotForUs(referral, person, Because, Where, who.By, now));

    public Task<IActionResult> OnPostTheyObject() => Do("Back in the inbox for another person.", $"/inbox/{Referral}", (referral, _, _) => Screening.Object(referral, Because));

    private async Task<IActionResult> Do(string said, string next, Func<History, History, Moment, Decision> decide)
    {
        await Load();
        var (referral, person) = (Streams.Referral(Referral), Streams.Person(Received.Person));
        var outcome = await record.Write(who.OrderFor(CommandId), [referral, person], (h, now) => decide(h[referral], h[person], now));
        if (outcome is Outcome.Done)
        {
            TempData["Done"] = said;
            return Redirect(next);
        }

        var words = outcome is Outcome.No no ? no.Because.Message : "We are checking whether that was saved. Try again in a minute: it is never done twice.";
        ModelState.AddModelError(outcome is Outcome.No { Because.Field: { } field } ? char.ToUpperInvariant(field[0]) + field[1..] : "", words);
        return Page();
    }

    private async Task Load()
    {
        History = await record.Read(Streams.Referral(Referral));
        Received = History.First<ReferralReceived>()!;
        Stage = Standing.Of(History);
        Head = await PersonHead.Of(record, Received.Person, Referral);
        Task = (await OpenTasks.Of(record, [Received.Person])).Values.FirstOrDefault();
    }
}

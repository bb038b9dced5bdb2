using Candour.CareRecord;
using Candour.CareRecord.Appointments;
using Candour.CareRecord.Discharge;
using Candour.CareRecord.OptIn;
using Candour.CareRecord.Referrals;
using Candour.Clinical;
using Candour.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Stage = Candour.CareRecord.Referrals.Stage;

namespace Candour.Web.Pages.OptIn;

/// <summary>"Do you still want help from us?", after link and birth date. A reply never stops a clock and never closes by itself.</summary>
[ForThePerson]
[Needs("contact_attempt", CareRecord.Access.Act.Create, About = About.Referral, Key = "referral")]
public sealed class ReplyModel(TheRecord record, FirstTalks talks, Randomness randomness, Who who) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Referral { get; set; } = "";

    [BindProperty]
    public string CommandId { get; set; } = "";

    [BindProperty]
    public OptInReply? Reply { get; set; }

    [BindProperty]
    public string? Month { get; set; }

    [BindProperty]
    public bool CallMe { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Change { get; set; }

    public OptInReplied? Replied { get; private set; }

    public DateOnly CountsFrom { get; private set; }

    public DateOnly? ClosedOn { get; private set; }

    public DateOnly ComeBackUntil { get; private set; }

    /// <summary>They were closed before and came again: told here, after the link and the birth date, and nowhere else.</summary>
    public bool WelcomeBack { get; private set; }

    /// <summary>Where they stand now: what a reply leads to depends on it.</summary>
    public Stage Stage { get; private set; }

    /// <summary>The first talk, once it is booked.</summary>
    public Appointment? Booked { get; private set; }

    /// <summary>They said yes, did not ask for a call, and may choose a time themselves.</summary>
    public bool OffersTimes { get; private set; }

    public DateOnly Today => London.Today(record.Clock);

    public Task OnGet() => Load();

    public async Task<IActionResult> OnPost()
    {
        var stream = Streams.Referral(Referral);
        var person = Streams.Person((await record.Read(stream)).First<ReferralReceived>()!.Person);
        var (said, request) = (new ReplyToOptIn(Reply, Month, CallMe, null), Ids.New(randomness));
        var outcome = await record.Write(who.OrderFor(CommandId), [stream, person], (h, now) => said.Decide(h[stream], h[person], request, who.By, now));
        if (outcome is not Outcome.No no)
        {
            await Load();
            return Redirect(OffersTimes ? $"/reply/{Referral}/time" : $"/reply/{Referral}");
        }

        await Load();
        Change = true;
        ModelState.AddModelError(no.Because.Field == "month" ? nameof(Month) : nameof(Reply), no.Because.Message);
        return Page();
    }

    /// <summary>"Yes, reopen".</summary>
    public async Task<IActionResult> OnPostReopen()
    {
        var stream = Streams.Referral(Referral);
        var outcome = await record.Write(who.OrderFor(CommandId), [stream], (h, now) => Reopen.Decide(h[stream], null, now));
        if (outcome is not Outcome.No no)
            return Redirect($"/reply/{Referral}?change=true");
        await Load();
        ModelState.AddModelError("", no.Because.Message);
        return Page();
    }

    private async Task Load()
    {
        var history = await record.Read(Streams.Referral(Referral));
        CountsFrom = Standing.CountsFrom(history);
        WelcomeBack = history.Any<WaitGoesOn>();
        Replied = Reaching.ReplyOf(history)?.Event;
        Booked = Appointment.Of(history).FirstOrDefault(a => a.IsLive && a.Starts > Moment.Now(record.Clock));
        Stage = Standing.Of(history);
        OffersTimes = Replied is { Reply: OptInReply.Yes, CallMe: not true } && Stage == Stage.Reaching
            && history.First<ReferralReceived>() is { } received
            && (await talks.Offered(await record.Read(Streams.Person(received.Person)), Moment.Now(record.Clock))).Count > 0;
        if (Stage == Stage.Closed)
        {
            ClosedOn = Course.Of(history).EndedOn;
            ComeBackUntil = Reopen.ComeBackUntil(history);
        }
    }
}

using Candour.CareRecord;
using Candour.CareRecord.Appointments;
using Candour.CareRecord.Links;
using Candour.CareRecord.Messages;
using Candour.CareRecord.OptIn;
using Candour.CareRecord.OptIn.Store;
using Candour.CareRecord.Policies;
using Candour.CareRecord.Referrals;
using Candour.Clinical;
using Candour.Web.Access;
using Candour.Web.Components;
using Candour.Web.Pages.Messages;
using Candour.Web.Pages.Referrals;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Stage = Candour.CareRecord.Referrals.Stage;

namespace Candour.Web.Pages.OptIn;

/// <summary>One person being reached: the ladder with its receipts, a try to add, a message to send, and the closing that a person decides.</summary>
[Needs("contact_attempt", CareRecord.Access.Act.View, Posting = CareRecord.Access.Act.Create, About = About.Referral, Key = "referral")]
public sealed class ReachOneModel(TheRecord record, Randomness randomness, Who who) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Referral { get; set; } = "";

    [BindProperty]
    public Shown Shown { get; set; } = new();

    [BindProperty]
    public string? Way { get; set; }

    [BindProperty]
    public DateParts On { get; set; } = new();

    [BindProperty]
    public string? At { get; set; }

    [BindProperty]
    public TryOutcome? Outcome { get; set; }

    [BindProperty]
    public string? Said { get; set; }

    [BindProperty]
    public OptInReply? Reply { get; set; }

    [BindProperty]
    public string? Month { get; set; }

    [BindProperty]
    public bool CallMe { get; set; }

    [BindProperty]
    public string? InTheirWords { get; set; }

    [BindProperty]
    public string? NeedsMet { get; set; }

    [BindProperty]
    public WhyLate? WhyLate { get; set; }

    public PersonHead Head { get; private set; } = null!;

    public Person Person { get; private set; } = null!;

    public Reaching Reaching { get; private set; } = null!;

    public Stage Stage { get; private set; }

    /// <summary>Why closing is not allowed now, for silence or as they asked; null when this member of staff may decide.</summary>
    public Refusal? WhyNotClose { get; private set; }

    /// <summary>Both ways to ask, as the phone shows them.</summary>
    public AnybodyReads AnybodyReads { get; private set; } = null!;

    public DateOnly? ComeBackUntil { get; private set; }

    public bool AskedToClose => Reaching.AskedToClose;

    public bool MayClose => WhyNotClose is null;

    /// <summary>Whether to ask them: who replied is not asked again.</summary>
    public bool MayAsk => ReachWords.MayAsk(Reaching, Head.Today);

    private History _referral = null!;
    private int _noReplyDays;

    public async Task OnGet()
    {
        await Load();
        Shown = Shown.Now(randomness, _referral);
    }

    public async Task<IActionResult> OnPostTry()
    {
        await Load();
        if (Moment() is not { } when || Outcome is not { } outcome || Way is null)
        {
            if (Outcome is null)
                ModelState.AddModelError(nameof(Outcome), "Choose what happened");
            if (Way is null)
                ModelState.AddModelError(nameof(Way), "Choose how you tried");
            return Page();
        }

        var add = new AddTry(Ids.New(randomness), Way, when, outcome, Said, NeedsMet switch { "yes" => true, "no" => false, _ => null }, WhyLate);
        var (referral, person) = Streams2();
        return await Done(await record.Write(who.OrderFor(Shown.Command), [referral, person], (h, now) => add.Decide(h[referral], h[person], now), (referral, Shown.Version)),
            outcome is TryOutcome.Bounced or TryOutcome.WrongNumber ? "Written down. It was not delivered. It does not count." : "Written down.");
    }

    /// <summary>Asks by text or e-mail whether they still want help, with a link to reply.</summary>
    public async Task<IActionResult> OnPostAsk(bool last)
    {
        await Load();
        var (referral, person) = Streams2();
        var id = Ids.New(randomness);
        var outcome = await record.Write(who.OrderFor(Shown.Command), [referral, person, Streams.Service, Streams.Policy], (h, now) => AskWhetherTheyWant.Decide(
            h[referral], h[person], id, last, Sender.Of(h, now), _noReplyDays, now), (referral, Shown.Version));
        var done = await Done(outcome, "Asked.");
        if (outcome is CareRecord.Outcome.Done { Events: var events } && events.Any(e => e.Event is MessageBlocked))
        {
            TempData.Remove("Done");
            TempData["NotSent"] = "Not asked: nothing could be sent safely. They are on the call list.";
        }

        return done;
    }

    /// <summary>What the person said to a member of staff, by telephone or on paper.</summary>
    public async Task<IActionResult> OnPostReply()
    {
        await Load();
        var (referral, person) = Streams2();
        var (order, request) = (who.OrderFor(Shown.Command, onBehalfOf: Person.Id), Ids.New(randomness));
        var said = new ReplyToOptIn(Reply, Month, CallMe, InTheirWords);
        return await Done(
            await record.Write(order, [referral, person], (h, now) => said.Decide(h[referral], h[person], request, order.By, now), (referral, Shown.Version)),
            "Their reply is written down.");
    }

    private async Task<IActionResult> Done(Outcome outcome, string words)
    {
        if (outcome is not CareRecord.Outcome.No { Because: var refusal })
        {
            TempData["Done"] = outcome.IsHeld() ? LateEntry.Waits : words;
            return this.See($"/reach/{Referral}");
        }

        await Load();
        if (refusal is SomeoneChangedThis)
            Shown.Again(randomness, _referral);
        ModelState.AddModelError(
            refusal.Field switch { "way" => nameof(Way), "when" => "On.Day", "outcome" => nameof(Outcome), "late" => nameof(WhyLate), "reply" => nameof(Reply), "month" => nameof(Month), _ => "" },
            refusal.Message);
        return Page();
    }

    private (StreamId Referral, StreamId Person) Streams2() => (Streams.Referral(Referral), Streams.Person(Person.Id));

    private Moment? Moment()
    {
        var time = ClockTime.Read(At);
        if (time is null)
            ModelState.AddModelError(nameof(At), "Enter a time, like 2:30pm or 14:30");
        if (On.Read(new("the day of the try", "day of the try") { NotInFuture = true }, Head.Today) is DateAnswer.Wrong wrong)
        {
            ModelState.AddModelError($"On.{wrong.Part}", wrong.Message);
            return null;
        }

        return time is { } at && On.Read(new("the day of the try", "day of the try"), Head.Today) is DateAnswer.Right right ? London.At(right.Date, at) : null;
    }

    private async Task Load()
    {
        _referral = await record.Read(Streams.Referral(Referral));
        var id = _referral.First<ReferralReceived>()!.Person;
        var histories = await record.Read(Streams.Person(id), Streams.Policy);
        var now = Clinical.Moment.Now(record.Clock);
        _noReplyDays = ServicePolicy.On(London.DayOf(now), histories[Streams.Policy]).NoReplyDays;
        Person = CareRecord.Referrals.Person.Of(histories[Streams.Person(id)])!;
        Head = await PersonHead.Of(record, id, Referral);
        AnybodyReads = await AnybodyReads.Of(record, Say.PleaseReply(), Say.PleaseReplyLast(Head.Today.AddDays(_noReplyDays)));
        Stage = Standing.Of(_referral);
        Reaching = CareRecord.OptIn.Reaching.Of(_referral, Person, await FindReach.Receipts(record, _referral), _noReplyDays);
        WhyNotClose = AskedToClose
            ? (CloseAsAsked.Decide(_referral, histories[Streams.Person(id)], now) as Refused)?.Because
            : CloseForNoReply.WhyNot(_referral, histories[Streams.Person(id)], Person, Reaching, _noReplyDays, who.By, now);
        ComeBackUntil = Stage == Stage.Closed ? Reopen.ComeBackUntil(_referral) : null;
    }
}

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
public sealed class OneReferralModel(TheRecord record, Randomness randomness, Who who, Colleagues colleagues) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Referral { get; set; } = "";

    [BindProperty]
    public Shown Shown { get; set; } = new();

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

    /// <summary>Set when somebody else decided meanwhile: theirs beside what was typed.</summary>
    public BothTexts? Both { get; private set; }

    public Moment At => Moment.Now(record.Clock);

    public bool IsClinician => Screening.IsClinician(who.By);

    public async Task<IActionResult> OnGet()
    {
        await Load();
        // The first opening by somebody who decides stops the alarm for unread referrals.
        if (!History.Any<ReferralRead>())
            await record.Write(who.OrderFor($"read-{Referral}"), [Streams.Referral(Referral)], (h, _) => Screening.Read(h[Streams.Referral(Referral)]));
        Shown = Shown.Now(randomness, History);
        return Page();
    }

    public Task<IActionResult> OnPostAccept() => Do("accept", "Accepted. Contact them now.", $"/reach/{Referral}", (referral, _, _) => Screening.Accept(referral));

    public Task<IActionResult> OnPostAsk() =>
        Do("ask", "A clinician has been asked.", "/inbox", (referral, _, _) => Screening.AskClinician(referral, Question));

    public Task<IActionResult> OnPostNotForUs() => Do(
        "not-for-us", "Written down. A letter that says why and where to go has to be sent; they can object.", "/inbox",
        (referral, person, now) => Screening.NotForUs(referral, person, Because, Where, who.By, now));

    public Task<IActionResult> OnPostTheyObject() => Do("object", "Back in the inbox for another person.", $"/inbox/{Referral}", (referral, _, _) => Screening.Object(referral, Because));

    private async Task<IActionResult> Do(string form, string said, string next, Func<History, History, Moment, Decision> decide)
    {
        await Load();
        var (referral, person) = (Streams.Referral(Referral), Streams.Person(Received.Person));
        var outcome = await record.Write(who.OrderFor(Shown.Command), [referral, person], (h, now) => decide(h[referral], h[person], now), (referral, Shown.Version));
        if (outcome is not Outcome.No { Because: var refusal })
        {
            TempData["Done"] = said;
            return this.See(next);
        }

        await Load();
        if (Shown.ChangedSince(History, outcome, who.Actor.Id, e => e is ReferralAccepted or ReferralNotForUs or ClinicianAsked or TriageDone or NotForUsObjected) is { } changed)
        {
            Both = new(await colleagues.NameOf(changed), changed.When, Lines(form), $"/inbox/{Referral}")
            {
                Form = Stage == (form == "object" ? Stage.NotForUs : Stage.Inbox) ? form : null, BothStand = form == "ask",
            };
            Shown.Again(randomness, History);
        }

        ModelState.AddModelError(refusal.Field is { } field ? char.ToUpperInvariant(field[0]) + field[1..] : "", refusal.Message);
        return Page();
    }

    private BothText[] Lines(string form) => form switch
    {
        "ask" => [new("The referral", Now, "Ask a clinician"), new("Your question", History.Last<ClinicianAsked>()?.Question, Question)],
        "accept" => [new("The referral", Now, "Accept and contact")],
        "object" => [new("The referral", Now, "They think we are wrong"), new("Their words", History.Last<NotForUsObjected>()?.InTheirWords, Because)],
        _ =>
        [
            new("The referral", Now, "Not for this service"), new("Why", History.Last<ReferralNotForUs>()?.Because, Because),
            new("Where instead", History.Last<ReferralNotForUs>()?.WhereInstead, Where),
        ],
    };

    private string Now => Stage switch
    {
        Stage.NotForUs => "Not for this service",
        Stage.Reaching or Stage.Booked => "Accepted",
        Stage.Closed => "Closed",
        _ => History.Any<ClinicianAsked>() ? "A clinician was asked" : "In the inbox",
    };

    private async Task Load()
    {
        History = await record.Read(Streams.Referral(Referral));
        Received = History.First<ReferralReceived>()!;
        Stage = Standing.Of(History);
        Head = await PersonHead.Of(record, Received.Person, Referral);
        Task = (await OpenTasks.Of(record, [Received.Person])).Values.FirstOrDefault();
    }
}

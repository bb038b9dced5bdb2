using Candour.CareRecord;
using Candour.CareRecord.Referrals;
using Candour.CareRecord.Safeguards;
using Candour.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Pages.Referrals;

/// <summary>A clinician says what was seen and what is next, in words. There is no grade.</summary>
[Needs("risk_task", CareRecord.Access.Act.View, Posting = CareRecord.Access.Act.Create, About = About.Referral, Key = "referral")]
public sealed class TriageModel(TheRecord record, Randomness randomness, Who who, Colleagues colleagues) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Referral { get; set; } = "";

    [BindProperty]
    public Shown Shown { get; set; } = new();

    [BindProperty]
    public TriageOutcome? Outcome { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    public PersonHead Head { get; private set; } = null!;

    public ReferralReceived Received { get; private set; } = null!;

    /// <summary>What whoever referred wrote of a worry about safety; null: they wrote of none.</summary>
    public string? Worry { get; private set; }

    /// <summary>Set when a colleague wrote what they saw meanwhile.</summary>
    public BothTexts? Both { get; private set; }

    public async Task OnGet() => Shown = Shown.Now(randomness, await Load());

    public async Task<IActionResult> OnPost()
    {
        await Load();
        if (Outcome is not { } outcome)
            ModelState.AddModelError(nameof(Outcome), "Choose what is next");
        else
        {
            var stream = Streams.Referral(Referral);
            var written = await record.Write(
                who.OrderFor(Shown.Command), [stream], (h, _) => Screening.Triage(h[stream], outcome, Words, who.By), (stream, Shown.Version));
            await Compare(written);
            if (written is not CareRecord.Outcome.No no)
            {
                TempData["Done"] = "Written down.";
                return this.See($"/inbox/{Referral}");
            }

            ModelState.AddModelError(no.Because.Field is null ? "" : nameof(Words), no.Because.Message);
        }

        return Page();
    }

    public static string InWords(TriageOutcome? outcome) => outcome switch
    {
        TriageOutcome.GoesOn => "Goes on like any other referral",
        TriageOutcome.SeenFirst => "Goes on, and is seen first",
        TriageOutcome.HandedToOthers => "Handed to crisis or another service",
        TriageOutcome.NotForUs => "Not for this service: decide it on the referral's page",
        _ => "Nothing chosen",
    };

    private async Task Compare(CareRecord.Outcome written)
    {
        var now = await record.Read(Streams.Referral(Referral));
        if (Shown.ChangedSince(now, written, who.Actor.Id, e => e is TriageDone) is not { } changed)
            return;
        var theirs = now.Last<TriageDone>();
        Both = new(await colleagues.NameOf(changed), changed.When,
            [new("What is next", theirs is null ? null : InWords(theirs.Outcome), InWords(Outcome)), new("What was looked at", theirs?.Words, Words)],
            $"/inbox/{Referral}/triage") { Form = "mine", BothStand = true };
        Shown.Again(randomness, now);
    }

    private async Task<History> Load()
    {
        var referral = await record.Read(Streams.Referral(Referral));
        Received = referral.First<ReferralReceived>()!;
        Head = await PersonHead.Of(record, Received.Person, Referral);
        if (Received.WorryTold == true)
            Worry = (await record.Read(Streams.Person(Received.Person))).First<RiskDisclosed>(told => told.Referral == Referral)?.Said ?? "erased";
        return referral;
    }
}

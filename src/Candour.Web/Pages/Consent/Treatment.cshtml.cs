using Candour.CareRecord;
using Candour.CareRecord.Access;
using Candour.CareRecord.Consent;
using Candour.CareRecord.Pathways;
using Candour.CareRecord.Sessions;
using Candour.CareRecord.Treatment.Store;
using Candour.Clinical;
using Candour.Clinical.Pathways.Readings;
using Candour.Clinical.Problems;
using Candour.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Pages.Consent;

/// <summary>The person's plan in plain words, every version of it, and taking consent back.</summary>
[ForPatients]
[Needs("plan_consent", Act.View, Posting = Act.Create, About = About.Myself)]
public sealed class TreatmentModel(TheRecord record, Randomness randomness, Who who) : PageModel
{
    [BindProperty]
    public AgreeForm Form { get; set; } = new();

    [BindProperty]
    public Shown Shown { get; set; } = new();

    [TempData]
    public string? Said { get; set; }

    public PlanState? Latest { get; private set; }

    /// <summary>The plan that holds now: it can be taken back at any time, also while a changed one waits for an answer.</summary>
    public PlanState? InForce { get; private set; }

    /// <summary>Put before the person and not answered with a signature.</summary>
    public PlanState? Waiting => Latest is { CanBeSigned: true } ? Latest : null;

    public bool TookBack => InForce is null && Mine?.Any<ConsentWithdrawn>() == true;

    public IReadOnlyList<PlanState> Earlier { get; private set; } = [];

    /// <summary>Sessions with treatment in them so far.</summary>
    public int Given { get; private set; }

    /// <summary>Photos of the paper on which the plan that holds was signed: the address of each; null: erased.</summary>
    public IReadOnlyList<string?> Paper { get; private set; } = [];

    private History? Mine { get; set; }

    public async Task<IActionResult> OnGetAsync()
    {
        await Load();
        if (Mine is { } mine)
            Shown = Shown.Now(randomness, mine);
        return Page();
    }

    public Task<IActionResult> OnPostWithdrawAsync() => Write(
        referral => new WithdrawConsent(Form.InTheirWords).Decide(referral),
        "We will stop this treatment and talk with you about what next. You do not lose your place.");

    public Task<IActionResult> OnPostSpokenAsync() => Write(
        referral => new AnswerSpokenConsent(Form.Plan ?? "", Form.Answer == "yes", Form.InTheirWords).Decide(referral),
        Form.Answer == "yes" ? "Thank you." : "Thank you for telling us. Nothing starts until you say so.");

    public Therapy TherapyOf(PlanState plan) => Therapy.Find(plan.Plan.Therapy);

    public string How(SignedHow how) => how switch
    {
        SignedHow.ByLink => "on this page",
        SignedHow.InTheRoom => "in the room",
        SignedHow.AloudByTelephone => "by phone",
        _ => "on paper",
    };

    private async Task<IActionResult> Write(Func<History, Decision> decide, string said)
    {
        await Load();
        if (Mine is not { } mine)
            return NotFound();
        var outcome = await record.Write(
            who.OrderFor(Shown.Command), [mine.Stream], (h, _) => decide(h[mine.Stream]), (mine.Stream, Shown.Version));
        if (!this.Stored(outcome, Shown, randomness))
            return Page();
        Said = said;
        return this.See("/me/treatment");
    }

    private async Task Load()
    {
        await using var lists = record.Lists();
        var referrals = await lists.ReferralsOf(who.Patient!.Person);
        if ((referrals.FirstOrDefault(r => r.IsOpen) ?? referrals.FirstOrDefault()) is not { } row)
            return;
        var (stream, person) = (Streams.Referral(row.Referral), Streams.Person(row.Person));
        var histories = await record.Read([stream, person]);
        Mine = histories[stream];
        var all = PlanState.All(Mine);
        var holds = SignedPlan.InForce(Mine)?.Plan;
        (Latest, InForce) = (all.Count == 0 ? null : all[^1], all.LastOrDefault(p => p.Plan.Plan == holds));
        Earlier = [.. all.Where(p => p != Latest && p != InForce).Reverse()];
        if (InForce is { Photos.Count: > 0 } onPaper)
            Paper = await PlanPicture.AddressesOf(record, onPaper, "/me/treatment/paper");
        var today = London.Today(record.Clock);
        Given = CourseOfCare.SessionsGiven(PathwayProjection.Of(Mine, histories[person], today), today)?.Given ?? 0;
    }
}

using Candour.CareRecord;
using Candour.CareRecord.Access;
using Candour.CareRecord.Appointments;
using Candour.CareRecord.Consent;
using Candour.CareRecord.Messages;
using Candour.CareRecord.Problem;
using Candour.CareRecord.Sessions;
using Candour.CareRecord.Waiting;
using Candour.CareRecord.Waiting.Store;
using Candour.Clinical;
using Candour.Clinical.Problems;
using Candour.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Pages.Consent;

/// <summary>
/// The person reads the plan, one idea a page, and answers. By their own link after the read sign-in, or on a device handed
/// to them in the room, which is then locked to these pages.
/// </summary>
[ForPatients(OrInTheRoom = true)]
[Needs("plan_consent", Act.View, Posting = Act.Approve, About = About.Referral)]
public sealed class AgreeModel(TheRecord record, Randomness randomness, Who who, Colleagues colleagues) : PageModel
{
    [BindProperty]
    public AgreeForm Form { get; set; } = new();

    [BindProperty]
    public Shown Shown { get; set; } = new();

    public CareAtHand Care { get; private set; } = null!;

    public PlanState State { get; private set; } = null!;

    public PlanProposed Plan => State.Plan;

    public Therapy Therapy => Therapy.Find(Plan.Therapy);

    /// <summary>The main problem the plan is made for; null where none was recorded.</summary>
    public ProblemDescriptor? Problem => Plan.Problem is { } code ? ProblemDescriptor.Of(code) : MainProblem.Of(Care.Referral);

    public string Id => Care.Id;

    /// <summary>1 to 5.</summary>
    public int Step { get; private set; } = 1;

    /// <summary>First name of who made the plan.</summary>
    public string SuggestedBy { get; private set; } = "";

    /// <summary>The other treatments guidance names for the main problem, each with its wait here.</summary>
    public IReadOnlyList<string> Others { get; private set; } = [];

    public string HowMuch { get; private set; } = "";

    public string? UsualSelf => PlanState.UsualSelfOf(Care.Referral, Plan.Plan);

    /// <summary>On a device that staff handed over.</summary>
    public bool InTheRoom => who.Patient is { HandedOver: true };

    private bool Ended => !CareRecord.Discharge.Course.Of(Care.Referral).IsOpen && State.Signed is null;

    public string Heading => Step switch
    {
        1 => "What it is",
        2 => "How much",
        3 => "What else you could have",
        4 => "What you hope for",
        _ => "Your answer",
    };

    public async Task<IActionResult> OnGetAsync(string id, int step = 1)
    {
        if (step is < 1 or > 5 || !await Load(id))
            return NotFound();
        if (Ended)
            return this.See($"/me/agree/{id}/waits");
        if (!State.CanBeSigned)
            return this.See(State.Signed is null && State.Withdrawn is null ? $"/me/agree/{id}/waits" : $"/me/agree/{id}/done");
        Step = step;
        Shown = Shown.Now(randomness, Care.Referral);
        Form = new() { UsualSelf = UsualSelf };
        return Page();
    }

    public async Task<IActionResult> OnPostHopeAsync(string id)
    {
        if (!await Load(id))
            return NotFound();
        Step = 4;
        var hope = new WriteUsualSelf(Form.Plan ?? "", Form.UsualSelf);
        return await Write((h, _) => hope.Decide(h[Streams.Referral(id)]), $"/me/agree/{id}/5");
    }

    public async Task<IActionResult> OnPostAnswerAsync(string id)
    {
        if (!await Load(id))
            return NotFound();
        Step = 5;
        switch (Form.Answer)
        {
            case "Agree":
                var sign = new SignPlan
                {
                    Plan = Form.Plan ?? "", NameTyped = Form.NameTyped, How = InTheRoom ? SignedHow.InTheRoom : SignedHow.ByLink,
                    Message = Ids.New(randomness),
                };
                return await Write((h, now) => sign.Decide(h[Streams.Person(Care.Person.Id)], h[Streams.Referral(id)], Sender.Of(h, now), now), $"/me/agree/{id}/done");
            case nameof(PlanAnswer.SomethingElse) or nameof(PlanAnswer.Think):
                var answer = new AnswerPlan(Form.Plan ?? "", Enum.Parse<PlanAnswer>(Form.Answer), Form.InTheirWords);
                return await Write((h, _) => answer.Decide(h[Streams.Referral(id)]), $"/me/agree/{id}/done");
            default:
                ModelState.AddModelError("Form.Answer", "Choose what you would like");
                return Page();
        }
    }

    public string NameOf(string therapy) => Therapy.OfCode(therapy) is { } t ? t.PlainName ?? t.OfficialName : "another treatment";

    /// <summary>As within a sentence; names in capitals stay.</summary>
    public string Small(string name) => name.Length > 1 && char.IsLower(name[1]) ? char.ToLowerInvariant(name[0]) + name[1..] : name;

    private async Task<IActionResult> Write(Func<Histories, Moment, Decision> decide, string next)
    {
        var referral = Streams.Referral(Id);
        var outcome = await record.Write(
            who.OrderFor(Shown.Command), [Streams.Person(Care.Person.Id), referral, Streams.Service, Streams.Policy], decide, (referral, Shown.Version));
        return this.Stored(outcome, Shown, randomness) ? this.See(next) : Page();
    }

    private async Task<bool> Load(string id)
    {
        // The pages are the person's own: staff see the plan on theirs.
        if (who.Patient is null || await CareAtHand.Find(record, id) is not { } care || PlanState.Latest(care.Referral) is not { } state)
            return false;
        (Care, State) = (care, state);
        var names = await colleagues.Names();
        SuggestedBy = names(state.Proposed.By.Actor).Split(' ')[0];
        HowMuch = Sentence(state.Plan, state.Plan.Clinician is { } giver ? names(giver) : null);
        Others = await OthersOf(care);
        return true;
    }

    private static string Sentence(PlanProposed plan, string? giver)
    {
        var minutes = plan.Minutes is { } m ? $" of about {m} minutes" : "";
        var medium = plan.Medium switch
        {
            null => "",
            var how => $", {Media.By(how)}",
        };
        var with = giver is null ? "" : plan.ClinicianTitle is { } title ? $", with {giver}, {title}" : $", with {giver}";
        return $"{Words.Count(plan.Sessions, "session", "sessions")}{minutes}{medium}{with}.";
    }

    private async Task<IReadOnlyList<string>> OthersOf(CareAtHand care)
    {
        if (MainProblem.Of(care.Referral) is not { } problem)
            return [];
        var lines = new List<string>();
        await using var lists = record.Lists();
        foreach (var (step, therapy, _) in Conformity.Treatments(problem, care.Today, MainProblem.CbtDeclined(care.Referral)))
        {
            if (therapy.Code == Plan.Therapy && (int)step == Plan.Step)
                continue;
            var half = HalfWait.Of(await lists.WaitsFor((int)step, therapy.Code, care.Today));
            lines.Add($"{therapy.PlainName}: {(half is { } days ? $"half of people wait {Words.Wait(days)}." : "too few people to say how long the wait is.")}");
        }

        return lines;
    }
}

/// <summary>What the person types and chooses.</summary>
public sealed class AgreeForm
{
    /// <summary>The plan that was shown: another one is refused in words.</summary>
    public string? Plan { get; set; }

    public string? UsualSelf { get; set; }

    /// <summary>Agree, SomethingElse or Think.</summary>
    public string? Answer { get; set; }

    public string? NameTyped { get; set; }

    public string? InTheirWords { get; set; }
}

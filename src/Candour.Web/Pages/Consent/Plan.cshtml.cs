using Candour.CareRecord;
using Candour.CareRecord.Access;
using Candour.CareRecord.Consent;
using Candour.CareRecord.Messages;
using Candour.CareRecord.Pictures;
using Candour.CareRecord.Problem;
using Candour.CareRecord.Staff.Store;
using Candour.Clinical;
using Candour.Clinical.Problems;
using Candour.Web.Access;
using Candour.Web.Components;
using Candour.Web.Pages.Questionnaires;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Pages.Consent;

/// <summary>The plan for a named treatment: what guidance says in words, and sending, handing over or hearing it agreed.</summary>
[TakesPictures]
[Needs("plan_consent", Act.View, Posting = Act.Create, About = About.Referral)]
public sealed class PlanModel(TheRecord record, Randomness randomness, Who who, Colleagues colleagues, SignedIn signedIn) : PageModel
{
    [BindProperty]
    public PlanForm Form { get; set; } = new();

    [BindProperty]
    public Shown Shown { get; set; } = new();

    /// <summary>Of the paper that was signed; it can be added later.</summary>
    [BindProperty]
    public IFormFile? Photo { get; set; }

    [TempData]
    public string? Said { get; set; }

    /// <summary>How they agreed was told and refused: that part of the page stays open.</summary>
    public bool AloudIsOpen { get; private set; }

    public CareAtHand Care { get; private set; } = null!;

    public IReadOnlyList<PlanState> All { get; private set; } = [];

    public PlanState? State => All.Count == 0 ? null : All[^1];

    public ProblemDescriptor? Problem { get; private set; }

    public IReadOnlyList<(Step Step, Therapy Therapy, Conformity.Conforms Conformity)> Named { get; private set; } = [];

    /// <summary>Treatments that need a reason, with what guidance says of each.</summary>
    public IReadOnlyList<(int Step, Therapy Therapy, string Words)> Others { get; private set; } = [];

    public IReadOnlyList<Option> Clinicians { get; private set; } = [];

    public Func<string, string> StaffName { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string id)
    {
        if (!await Load(id))
            return NotFound();
        Shown = Shown.Now(randomness, Care.Referral);
        if (State is { } now)
            Form = PlanForm.Of(now.Plan);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string id)
    {
        if (!await Load(id))
            return NotFound();
        var (step, therapy) = Form.Chosen;
        var propose = new ProposePlan
        {
            Plan = Ids.New(randomness), Therapy = therapy, Step = step, Sessions = Form.Sessions ?? 0, Minutes = Form.Minutes, Medium = Form.Medium,
            AgainstGuidance = Form.AgainstGuidance, Message = Ids.New(randomness),
        };
        var clinician = Form.Clinician is { Length: > 0 } staff ? Streams.Staff(staff) : (StreamId?)null;
        return await Write(
            (h, now) => propose.Decide(
                h[Person], h[Referral], clinician is { } c ? h[c] : null, who.By, Sender.Of(h, now), now),
            events => Became(events, Care.Person.Called),
            clinician is { } also ? [also] : []);
    }

    /// <summary>Heard by telephone, or signed on paper.</summary>
    public async Task<IActionResult> OnPostAloudAsync(string id)
    {
        if (!await Load(id))
            return NotFound();
        AloudIsOpen = true;
        if (Form.How is not (SignedHow.AloudByTelephone or SignedHow.OnPaper))
        {
            ModelState.AddModelError("Form.How", "Choose how they agreed");
            return Page();
        }

        var (picture, because) = Photo is null ? (null, null) : CleanPicture.Of(await TakesPicturesAttribute.Read(Photo));
        if (because is not null)
        {
            ModelState.Add(because);
            return Page();
        }

        var sign = new SignPlan
        {
            Photo = picture is null ? null : new(Ids.New(randomness), Form.Plan ?? "", picture),
            Plan = Form.Plan ?? "", How = Form.How.Value, NameTyped = Form.NameTyped, UsualSelf = Form.UsualSelf, Message = Ids.New(randomness),
        };
        return await Write(
            (h, now) => sign.Decide(h[Person], h[Referral], Sender.Of(h, now), now),
            _ => Form.How == SignedHow.AloudByTelephone
                ? $"Saved: said yes by phone, heard by you. {Care.Person.Called} is sent the link, to confirm or object."
                : picture is null ? "Saved: signed on paper. Keep the paper. A photo of it is wanted."
                : "Saved: signed on paper, with the photo. Keep the paper.",
            [], onBehalf: true);
    }

    /// <summary>The staff session of this browser ends; the person's begins, for this page only.</summary>
    public async Task<IActionResult> OnPostHandOverAsync(string id)
    {
        if (!await Load(id))
            return NotFound();
        if (State is not { CanBeSigned: true })
        {
            ModelState.AddModelError("", new NoPlanToSign().Message);
            return Page();
        }

        await signedIn.HandOver(Care.Person.Id, $"referral/{id}");
        return this.See($"/me/agree/{id}");
    }

    public string NameOf(string therapy) => Therapy.OfCode(therapy) is { } t ? t.PlainName ?? t.OfficialName : therapy;

    public string HintOf(Conformity.Conforms conformity) =>
        $"National guidance suggests {conformity.Dose.Words} ({conformity.Source}).{(conformity.Note.Length > 0 ? " " + conformity.Note : "")}";

    /// <summary>Where a plan stands, in words.</summary>
    public string Standing(PlanState state) => state switch
    {
        { Withdrawn: not null } => "Taken back",
        { Signed: { } signed, SignedBy: { } by } => $"{HowWords(signed.How, by)}, {Words.Day(London.DayOf(by.At), Care.Today)}{Spoken(state)}",
        { SupervisorAgreed: false } => "The supervisor did not agree",
        { WaitsForSupervisor: true } => "Waits for a supervisor",
        { Answer.Answer: PlanAnswer.SomethingElse } => "Wants something else. Nothing starts until they say so",
        { Answer.Answer: PlanAnswer.Think } => "Wants to think. Nothing starts until they say so",
        _ => "Sent, not signed yet",
    };

    private async Task<bool> Load(string id)
    {
        if (await CareAtHand.Find(record, id) is not { } care)
            return false;
        Care = care;
        All = PlanState.All(care.Referral);
        StaffName = await colleagues.Names();
        Problem = MainProblem.Of(care.Referral);
        if (Problem is { } problem)
        {
            var declined = MainProblem.CbtDeclined(care.Referral);
            Named = [.. Conformity.Treatments(problem, care.Today, declined)];
            Others =
            [
                .. from therapy in Therapy.On(care.Today)
                   where therapy.CanBeSigned && Named.All(n => n.Therapy.Code != therapy.Code)
                   from step in Conformity.StepOf(therapy) is { } own ? new[] { (int)own } : [2, 3]
                   select (step, therapy, WordsOf(Conformity.Of(problem, (Step)step, therapy, care.Today, declined), care.Person.Called)),
            ];
        }

        await using var lists = record.Lists();
        Clinicians = [Option.Of("", "Not known yet"), .. (await lists.Clinicians(care.Today)).Select(s => Option.Of(s.Staff, s.Title is null ? s.Name : $"{s.Name}, {s.Title}"))];
        return true;
    }

    private StreamId Person => Streams.Person(Care.Person.Id);

    private StreamId Referral => Streams.Referral(Care.Id);

    private async Task<IActionResult> Write(
        Func<Histories, Moment, Decision> decide, Func<IReadOnlyList<Recorded>, string> said, IReadOnlyCollection<StreamId> also, bool onBehalf = false)
    {
        var outcome = await record.Write(
            who.OrderFor(Shown.Command, onBehalfOf: onBehalf ? Care.Person.Id : null),
            [Person, Referral, Streams.Service, Streams.Policy, .. also], decide, (Referral, Shown.Version));
        if (!this.Stored(outcome, Shown, randomness))
            return Page();
        Said = said(((Outcome.Done)outcome).Events);
        return this.See(Request.Path);
    }

    // What came of it, by what was stored: nobody is told that something was sent when nothing was.
    private static string Became(IReadOnlyList<Recorded> events, string called) =>
        events.Count == 0 ? "Nothing was sent: this is the plan already."
        : events.Any(e => e.Event is PlanProposed { NeedsSupervisor: true }) ? $"Saved. It waits for a supervisor. {called} is sent it when they agree."
        : events.Any(e => e.Event is MessageQueued) ? $"Saved. {called} is sent it."
        : $"Saved. {called} is not sent it, for want of a safe way. Read it aloud, or hand it over.";

    private string HowWords(SignedHow how, Envelope by) => how switch
    {
        SignedHow.ByLink => "Signed by link",
        SignedHow.InTheRoom => "Signed in the room",
        SignedHow.AloudByTelephone => $"Said yes by phone, heard by {StaffName(by.By.Actor)}",
        _ => "Signed on paper",
    };

    private static string Spoken(PlanState state) => state switch
    {
        { Signed.How: SignedHow.AloudByTelephone, SpokenRight: true } => ", confirmed by them",
        { Signed.How: SignedHow.AloudByTelephone, SpokenRight: null } => ", not confirmed by them yet",
        _ => "",
    };

    private static string WordsOf(Conformity conformity, string called) => conformity switch
    {
        Conformity.Refused refused => refused.For(called),
        // The heading above them says that a reason and a supervisor are needed.
        _ => "",
    };
}

/// <summary>What is typed on the plan page.</summary>
public sealed class PlanForm
{
    /// <summary>Step, a slash, and the code of the treatment.</summary>
    public string? Choice { get; set; }

    public string? AgainstGuidance { get; set; }

    public int? Sessions { get; set; }

    public int? Minutes { get; set; }

    public string? Medium { get; set; }

    public string? Clinician { get; set; }

    public string? Plan { get; set; }

    public SignedHow? How { get; set; }

    public string? NameTyped { get; set; }

    public string? UsualSelf { get; set; }

    public bool Agreed { get; set; }

    public string? Why { get; set; }

    internal (int Step, string? Therapy) Chosen =>
        Choice?.Split('/') is [var step, var therapy] && int.TryParse(step, out var number) ? (number, therapy) : (2, null);

    internal static PlanForm Of(PlanProposed plan) => new()
    {
        Choice = $"{plan.Step}/{plan.Therapy}", Sessions = plan.Sessions, Minutes = plan.Minutes, Medium = plan.Medium, Clinician = plan.Clinician,
        AgainstGuidance = plan.AgainstGuidance,
    };
}

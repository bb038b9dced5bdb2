using Candour.CareRecord;
using Candour.CareRecord.Access;
using Candour.CareRecord.Pathways;
using Candour.CareRecord.Supervision;
using Candour.Clinical;
using Candour.Web.Access;
using Candour.Web.Components;
using Candour.Web.Pages.Consent;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Pages.Supervision;

/// <summary>One person on the agenda: what the record shows, what was decided before, and a decision with an owner and a day.</summary>
[Needs("plan_consent", Act.View, Posting = Act.Approve, About = About.Referral, Part = "supervision of your care")]
public sealed class OneModel(TheRecord record, Randomness randomness, Who who, Colleagues colleagues) : PageModel
{
    [BindProperty]
    public AgendaForm Form { get; set; } = new();

    [BindProperty]
    public Shown Shown { get; set; } = new();

    [TempData]
    public string? Said { get; set; }

    public CareAtHand Care { get; private set; } = null!;

    public IReadOnlyList<AgendaPoint> Points { get; private set; } = [];

    public IReadOnlyList<(Envelope Envelope, AgendaPointDecided Event)> Decided { get; private set; } = [];

    public IReadOnlyList<(string Staff, string Name)> Owners { get; private set; } = [];

    public Func<string, string> NameOf { get; private set; } = null!;

    public bool MayDecide => May.Embedded.Ever(who.Actor, Act.Approve, "plan_consent") is Answer.Yes;

    public static string Name(AgendaKind kind) => kind switch
    {
        AgendaKind.Worse => "Scores are reliably worse",
        AgendaKind.TwoMissed => "Did not come twice in a row",
        AgendaKind.NoChange => "No reliable change yet",
        AgendaKind.NoSafetyPlan => "A worry about safety and no safety plan",
        _ => "The clinician asks",
    };

    public async Task<IActionResult> OnGetAsync(string id)
    {
        if (!await Load(id))
            return NotFound();
        Shown = Shown.Now(randomness, Care.Referral);
        Form.Owner = NextStep.ClinicianOf(Care.Referral, CareRecord.Appointments.Appointment.Of(Care.Referral));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string id)
    {
        if (!await Load(id))
            return NotFound();
        var by = Form.By.Read(new("the day", "day"), Care.Today) is DateAnswer.Right right ? right.Date : (DateOnly?)null;
        var (referral, person) = (Streams.Referral(id), Streams.Person(Care.Person.Id));
        var outcome = await record.Write(
            who.OrderFor(Shown.Command), [referral, person],
            (h, now) => new DecideAgendaPoint(Form.Point, Form.Decided, Form.Owner, by, Standing(h[referral], h[person], London.DayOf(now))).Decide(h[referral], now),
            (referral, Shown.Version));
        if (!this.Stored(outcome, Shown, randomness))
            return Page();
        Said = "Saved. It comes back to the agenda if it comes up anew.";
        return this.See(Request.Path);
    }

    private static IReadOnlyList<AgendaPoint> Standing(History referral, History person, DateOnly today) =>
        Agenda.Of(referral, person, PathwayProjection.Of(referral, person, today), today);

    private async Task<bool> Load(string id)
    {
        if (await CareAtHand.Find(record, id) is not { } care)
            return false;
        (Care, NameOf) = (care, await colleagues.Names());
        Points = Standing(care.Referral, care.PersonHistory, care.Today);
        Decided = [.. care.Referral.Recorded<AgendaPointDecided>().Reverse()];
        Owners = [.. (await colleagues.Clinicians()).Select(c => (c.Staff, c.Name))];
        return true;
    }
}

/// <summary>What is typed on the supervision page.</summary>
public sealed class AgendaForm
{
    public AgendaKind? Point { get; set; }

    public string? Decided { get; set; }

    public string? Owner { get; set; }

    public DateParts By { get; set; } = new();
}

using Candour.CareRecord;
using Candour.CareRecord.Access;
using Candour.CareRecord.Appointments;
using Candour.CareRecord.Assessment;
using Candour.CareRecord.Problem;
using Candour.CareRecord.Referrals;
using Candour.Clinical;
using Candour.Clinical.Codes;
using Candour.Clinical.Problems;
using Candour.Web.Access;
using Candour.Web.Components;
using Candour.Web.Pages.Consent;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Pages.Problem;

/// <summary>Every main and second problem with its reason and the time it became known. There is no edit, only a new value.</summary>
[Needs("descriptor", Act.View, Posting = Act.Create, About = About.Referral)]
public sealed class ProblemModel(TheRecord record, Randomness randomness, Who who, Colleagues colleagues) : PageModel
{
    [BindProperty]
    public ProblemForm Form { get; set; } = new();

    [BindProperty]
    public Shown Shown { get; set; } = new();

    [TempData]
    public string? Said { get; set; }

    public CareAtHand Care { get; private set; } = null!;

    public IReadOnlyList<(Envelope Envelope, ProblemDescriptorRecorded Event)> History { get; private set; } = [];

    public ProblemDescriptor? Now => MainProblem.Of(Care.Referral);

    /// <summary>"Corrected on 5 October by Jo Demo." where another main problem stood before; null otherwise.</summary>
    public string? Corrected => History.Where(h => h.Event.Significance == RecordProblem.Main).ToList() is [var last, _, ..]
        ? $"Corrected on {Words.Day(London.DayOf(last.Envelope.At), Care.Today)} by {StaffName(last.Envelope.By.Actor)}." : null;

    public bool RiskOpened => TheAssessment.RiskOpened(Care.Referral);

    /// <summary>Where risk and the story are written down: the assessment, else the session that has begun; with neither, where one is booked.</summary>
    public (string Href, string Words) First
    {
        get
        {
            var there = Appointment.Of(Care.Referral).Where(a => a.IsLive && a.Closed is null && a.Attendance?.Code is not ("3" or "7")).OrderBy(a => a.Starts).ToList();
            if (there.LastOrDefault(a => a.Booked.Kind == AppointmentType.Assessment) is { } assessment)
                return ($"/assess/{assessment.Id}/{(int)AssessmentBlock.Risk + 1}", $"Open the risk block of the assessment on {Clinical.Words.LongDay(assessment.Day)}");
            return there.LastOrDefault(a => a.Started is not null) is { } session
                ? ($"/sessions/{session.Id}", $"Open the session on {Clinical.Words.LongDay(session.Day)}")
                : ($"/pathways/{Care.Id}/book", "Book an assessment");
        }
    }

    public Func<string, string> StaffName { get; private set; } = null!;

    /// <summary>A main problem that another took the place of.</summary>
    public bool IsBefore(ProblemDescriptorRecorded e) => e.Significance == RecordProblem.Main && e != History.First(h => h.Event.Significance == RecordProblem.Main).Event;

    public static string HintOf(ProblemDescriptor problem) =>
        $"Questions beside PHQ-9: {problem.Measure.Name}. Step 2: {problem.StepTwo}.";

    public async Task<IActionResult> OnGetAsync(string id)
    {
        if (!await Load(id))
            return NotFound();
        Shown = Shown.Now(randomness, Care.Referral);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string id)
    {
        if (!await Load(id))
            return NotFound();
        if (!ModelState.MayBeDay("RecordedOn", Form.On, new("the day", "day"), London.Today(record.Clock), out var on))
            return Page();

        var problem = new RecordProblem
        {
            Key = Form.Key ?? "", Significance = Form.Significance, RecordedOn = on, Why = Form.Why, WhyLate = Form.WhyLate, CbtDeclined = Form.CbtDeclined,
        };
        var referral = Streams.Referral(id);
        var outcome = await record.Write(who.OrderFor(Shown.Command), [referral], (h, now) => problem.Decide(h[referral], now), (referral, Shown.Version));
        if (!this.Stored(outcome, Shown, randomness))
            return Page();
        Said = outcome.IsHeld() ? LateEntry.Waits : "Added. The earlier values stay.";
        return this.See(Request.Path);
    }

    private async Task<bool> Load(string id)
    {
        if (await CareAtHand.Find(record, id) is not { } care)
            return false;
        (Care, StaffName) = (care, await colleagues.Names());
        History = [.. care.Referral.Recorded<ProblemDescriptorRecorded>().Reverse()];
        return true;
    }
}

/// <summary>What is typed on the problem page.</summary>
public sealed class ProblemForm
{
    public string? Key { get; set; }

    public string Significance { get; set; } = RecordProblem.Main;

    public string? Why { get; set; }

    /// <summary>Empty: today.</summary>
    public DateParts On { get; set; } = new();

    public WhyLate? WhyLate { get; set; }

    public bool CbtDeclined { get; set; }
}

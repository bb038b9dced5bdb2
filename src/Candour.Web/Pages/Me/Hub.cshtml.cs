using Candour.CareRecord;
using Candour.CareRecord.Access;
using Candour.CareRecord.Appointments;
using Candour.CareRecord.Complaints.Store;
using Candour.CareRecord.Me;
using Candour.CareRecord.Pathways;
using Candour.CareRecord.Policies;
using Candour.CareRecord.Questionnaires;
using Candour.CareRecord.Questionnaires.Store;
using Candour.CareRecord.Referrals;
using Candour.CareRecord.Store;
using Candour.CareRecord.Waiting;
using Candour.CareRecord.Waiting.Store;
using Candour.Clinical;
using Candour.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Pages.Me;

/// <summary>My page: what is next, what there is to do, the wait, and what is yours to see.</summary>
[ForPatients]
[Needs("referral", Act.View, About = About.Myself)]
public sealed class HubModel(TheRecord record, MyRecord mine, Colleagues colleagues) : PageModel
{
    public MyPage? My { get; private set; }

    public IReadOnlyList<ToDo> Todo { get; private set; } = [];

    /// <summary>What was asked for and what became of it in the last four weeks, in sentences.</summary>
    public IReadOnlyList<string> Asked { get; private set; } = [];

    /// <summary>The therapist they came to in the last four weeks, and since when; null: nobody new.</summary>
    public (DateOnly Since, string Name)? NewTherapist { get; private set; }

    /// <summary>Where the next appointment is joined; null: it is not held on a screen, or the service has set no address for it.</summary>
    public Uri? Join { get; private set; }

    /// <summary>A complaint of theirs was answered in the last four weeks.</summary>
    public bool ComplaintAnswered { get; private set; }

    [TempData]
    public string? Said { get; set; }

    public Func<string, string> NameOf { get; private set; } = null!;

    public Moment Now { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        Now = Moment.Now(record.Clock);
        NameOf = await colleagues.Names();
        if (await mine.View() is not { } view)
            return Page();
        await using var lists = record.Lists();
        var half = Stay.Open(view.Referral) is { } stay ? HalfWait.Of(await lists.WaitsFor(stay.Step, stay.Therapy, view.Today)) : null;
        My = new(view, half);
        if (My.Next(Now) is { } next)
            Join = HowToJoin.Link(next.Medium, ServicePolicy.On(view.Today, await record.Read(Streams.Policy)));
        if (view.Course.IsOpen && ChangeTherapist.LastOf(view.Referral) is { } change && London.DayOf(change.At) is var since && since > view.Today.AddDays(-28))
            NewTherapist = (since, NameOf(change.Clinician));
        var todo = new List<ToDo>();
        var open = await QuestionnaireList.OpenOfPerson(lists, view.Person.Id, Now);
        var together = view.Referral.All<QuestionsIssued>().Where(q => q.Together).Select(q => q.Questionnaire).ToHashSet();
        foreach (var form in open.Where(q => !together.Contains(q.Questionnaire) && SessionOfSet.Left(view.Appointments.FirstOrDefault(a => a.Id == q.Appointment), q.WindowTo) is null))
            todo.Add(new(form.Appointment is null ? "Questions about how you are" : $"Questions before {Words.LongDay(London.DayOf(form.WindowTo))}", $"/q/{form.Questionnaire}", "To do, 6 minutes"));
        if (My.PlanWaits)
            todo.Add(new("Read and agree your treatment plan", "/me/agree", "To do"));
        if (view.Course is { IsInNotice: true, Accepted: false })
            todo.Add(new("Read about the ending of your care", "/me/ending", "To do"));
        todo.AddRange(await ToCheck(lists, view));
        Todo = todo;
        ComplaintAnswered = (await ComplaintList.OfPerson(lists, view.Person.Id)).Any(c => c.Answered is { } at && London.DayOf(at) > view.Today.AddDays(-28));
        Asked = [.. AskedLines(await record.Read(Streams.Person(view.Person.Id)), view.Today)];
        return Page();
    }

    private IEnumerable<string> AskedLines(History person, DateOnly today)
    {
        var settled = person.Recorded<DetailsChangeSettled>().ToDictionary(s => s.Event.Request);
        foreach (var (envelope, asked) in person.Recorded<DetailsChangeAsked>().Where(a => a.Event.What is not (DetailAsked.Name or DetailAsked.GpSurgery)))
        {
            var on = London.DayOf(envelope.At);
            var line = asked.What == DetailAsked.ClinicianKnowsThem
                ? $"Since {Words.Day(on, today)} we are finding you another therapist: yours told us that they know you outside work."
                : $"You asked on {Words.Day(on, today)}: {AskFor.Of(asked.What)}.";
            if (!settled.TryGetValue(asked.Request, out var answer))
                yield return $"{line} We have not settled it yet.";
            else if (on > today.AddDays(-28))
                yield return answer.Event.Done && answer.Event.InWords is { } words ? $"{line} {NameOf(answer.Envelope.By.Actor)} answered: {words}"
                    : answer.Event.Done ? $"{line} We have settled it." : $"{line} We could not: {answer.Event.InWords}";
        }
    }

    /// <summary>One for each set that staff wrote down and the person has said neither yes nor no to.</summary>
    private async Task<IEnumerable<ToDo>> ToCheck(CareRecordContext lists, PathwayView view)
    {
        var rows = (await QuestionnaireList.ByStaffOfPerson(lists, view.Person.Id)).Where(row => !row.Disputed).ToList();
        var forms = await record.Read([.. rows.Select(row => Streams.Questionnaire(row.Questionnaire))]);
        return rows.Select(row => Questionnaire.Of(forms[Streams.Questionnaire(row.Questionnaire)])!).Where(form => form.Agreed is null).Select(form => new ToDo(
            $"Check answers {(form.EnteredBy is { } by ? NameOf(by.Actor).Split(' ')[0] : "we")} wrote down for you on {Words.Day(London.DayOf(form.Submitted!.Value), view.Today)}",
            $"/me/not-what-i-said/{form.Id}", "To do"));
    }
}

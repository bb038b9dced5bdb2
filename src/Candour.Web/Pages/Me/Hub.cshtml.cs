using Candour.CareRecord;
using Candour.CareRecord.Access;
using Candour.CareRecord.Me;
using Candour.CareRecord.Questionnaires.Store;
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
        var todo = new List<ToDo>();
        foreach (var form in await QuestionnaireList.OpenOfPerson(lists, view.Person.Id, Now))
            todo.Add(new($"Questions before {Words.LongDay(London.DayOf(form.WindowTo))}", $"/q/{form.Questionnaire}", "To do, 6 minutes"));
        if (My.PlanWaits)
            todo.Add(new("Read and agree your treatment plan", "/me/agree", "To do"));
        if (view.Course is { IsInNotice: true, Accepted: false })
            todo.Add(new("Read about the ending of your care", "/me/ending", "To do"));
        if ((await QuestionnaireList.ByStaffOfPerson(lists, view.Person.Id)).Count > 0)
            todo.Add(new("Check answers written down for you", "/me/not-what-i-said", "To do"));
        Todo = todo;
        return Page();
    }
}

using Candour.CareRecord;
using Candour.CareRecord.Access;
using Candour.CareRecord.Access.Store;
using Candour.CareRecord.Referrals.Store;
using Candour.CareRecord.Safeguards;
using Candour.Clinical;
using Candour.Web.Access;
using Candour.Web.Pages.Questionnaires;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Pages.Safeguards;

/// <summary>
/// Anybody who works here hands on what they learned. Creates the same task as an answer. It asks for no scope: no refusal
/// stands between a member of staff and a worry. The name is shown to those alone who may see it anyway.
/// </summary>
[Needs("risk_task", Act.Create)]
public sealed class WorryModel(TheRecord record, Who who, Randomness randomness, CaseFacts cases, Colleagues colleagues) : PageModel
{
    [BindProperty]
    public string Once { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string? Referral { get; set; }

    [BindProperty]
    public RiskSource? Source { get; set; }

    [BindProperty]
    public string? Said { get; set; }

    [BindProperty]
    public string? Now { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Done { get; set; }

    /// <summary>Who it is about, for whoever may see that; null for everybody else.</summary>
    public PersonRow? About { get; private set; }

    /// <summary>Who has the task and by when, once it is handed on.</summary>
    [TempData]
    public string? Handed { get; set; }

    public string Back => Ids.IsOne(Referral) ? $"/inbox/{Referral}" : "/look-up";

    public async Task OnGet(string person)
    {
        Once = Ids.New(randomness);
        await Name(person);
    }

    public async Task<IActionResult> OnPost(string person)
    {
        if (!Ids.IsOne(person) || !(await record.Read(Streams.Person(person))).Exists)
            return NotFound();
        var referral = Ids.IsOne(Referral) ? Referral : null;
        // Not said whether it is urgent: page, rather than wait.
        var worry = new HandOnWorry(person, referral, Source ?? RiskSource.HandedOn, Said, Now != "no", HelpShown: false);
        var outcome = await worry.Write(record, who.OrderFor(Once), randomness);
        if (outcome is not Outcome.No no)
        {
            Handed = await WhoHasIt(person);
            return this.See($"/worry/{person}?done=true{(referral is null ? "" : $"&referral={referral}")}");
        }

        ModelState.Add(no.Because);
        await Name(person);
        return Page();
    }

    private async Task<string?> WhoHasIt(string person)
    {
        if (RiskTask.OpenOf(await record.Read(Streams.Person(person))) is not { } task)
            return null;
        if ((task.Owner == Cover.Nobody ? task.HeldBy : task.Owner) is not { } staff)
            return $"Nobody is named who could be given it. {await WhomToRing.Words(record, randomness, who.Actor.Id)}";
        var owner = (await colleagues.Names())(staff);
        var due = London.DayOf(task.Due) == London.Today(record.Clock) ? "today" : $"on {Words.LongDay(London.DayOf(task.Due))}";
        return $"{owner} has a task and looks by {Words.Time(task.Due)} {due}.";
    }

    private async Task Name(string person)
    {
        if (await cases.Whom("Person", person, null) is { } whom
            && May.Embedded.Ask(who.Actor, Act.View, "identity", await cases.Of(who.Actor, null, whom)) is Answer.Yes)
            About = await FindPeople.One(record, person);
    }
}

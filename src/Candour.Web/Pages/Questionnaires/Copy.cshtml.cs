using Candour.CareRecord;
using Candour.CareRecord.Access;
using Candour.CareRecord.Access.Store;
using Candour.CareRecord.Questionnaires;
using Candour.Clinical;
using Candour.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Pages.Questionnaires;

/// <summary>"This is not what I said": one touch is enough.</summary>
[ForPatients]
[Needs("answers", Act.View, Posting = Act.Create, About = About.Questionnaire)]
public sealed class CopyModel(TheRecord record, Forms forms, Accounts accounts, Wordings wordings, Who who, Randomness randomness) : PageModel
{
    [BindProperty]
    public string Once { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "help")]
    public bool ShowHelp { get; set; }

    public string Id { get; private set; } = "";

    public string EnteredBy { get; private set; } = "";

    public string When { get; private set; } = "";

    public bool Disputed { get; private set; }

    public bool Agreed { get; private set; }

    public HelpWords? Help { get; private set; }

    public IReadOnlyList<CheckedAnswer> Rows { get; private set; } = [];

    public async Task<IActionResult> OnGet(string id) =>
        await forms.Find(id) is { IsSent: true, StaffEntry: not null } form ? await Show(form) : NotFound();

    public Task<IActionResult> OnPostNo(string id) => Do(id, "no", (form, referral) => new DisputeAnswers().Decide(form, referral));

    public Task<IActionResult> OnPostYes(string id) => Do(id, "yes", (form, _) => new AgreeWithAnswers().Decide(form));

    private async Task<IActionResult> Do(string id, string what, Func<History, History, Decision> decide)
    {
        if (await forms.Find(id) is not { IsSent: true, StaffEntry: not null } form)
            return NotFound();
        var (stream, referral) = (Streams.Questionnaire(id), Streams.Referral(form.Issued.Referral));
        var outcome = await record.Write(
            who.OrderFor($"{Once}/{what}"), [stream, referral], (all, _) => decide(all[stream], all[referral]));
        if (outcome is not Outcome.No no)
            return Redirect($"/me/not-what-i-said/{id}");
        ModelState.Add(no.Because);
        return await Show(form);
    }

    private async Task<IActionResult> Show(Questionnaire form)
    {
        Id = form.Id;
        Once = Ids.New(randomness);
        ModelState.Remove(nameof(Once));
        EnteredBy = form.EnteredBy is { } by ? (await accounts.OfStaff(by.Actor))?.Name.Split(' ')[0] ?? "We" : "We";
        When = Words.LongDay(London.DayOf(form.Submitted!.Value));
        (Disputed, Agreed) = (form.Disputed is not null, form.Agreed is not null);
        Rows = CheckedAnswer.Of(form, wordings);
        if (ShowHelp)
            Help = await forms.Help(form, who.Patient?.Strength == PatientStrength.Read);
        return Page();
    }
}

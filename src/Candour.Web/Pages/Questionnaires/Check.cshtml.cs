using Candour.CareRecord;
using Candour.CareRecord.Access;
using Candour.CareRecord.Links;
using Candour.CareRecord.Links.Store;
using Candour.CareRecord.Questionnaires;
using Candour.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Pages.Questionnaires;

/// <summary>All answers of the open form, then Send.</summary>
[ForThePerson]
[Needs("answers", Act.View, Posting = Act.Create, About = About.Questionnaire)]
public sealed class CheckModel(TheRecord record, Forms forms, Wordings wordings, Who who, Randomness randomness) : PageModel
{
    [BindProperty]
    public string Once { get; set; } = "";

    public string Id { get; private set; } = "";

    public string Clinician { get; private set; } = "";

    public IReadOnlyList<CheckedAnswer> Rows { get; private set; } = [];

    public async Task<IActionResult> OnGet(string id) =>
        await forms.Find(id) is not { } form ? NotFound()
        : form.IsSent ? Redirect($"/q/{id}/sent")
        : form.Opened is null || form.StaffEntry is not null ? Redirect($"/q/{id}")
        : await Show(form);

    public async Task<IActionResult> OnPost(string id)
    {
        if (await forms.Find(id) is not { } form)
            return NotFound();
        // What staff are putting in is theirs to send.
        if (form is { StaffEntry: not null, IsSent: false })
            return Redirect($"/q/{id}");
        var (stream, referral) = (Streams.Questionnaire(id), Streams.Referral(form.Issued.Referral));
        // A link is dead after sending: every link to this form ends in the same write.
        var links = (await FindLinks.Open(record, LinkPurpose.AnswerQuestions, id)).Select(Streams.Link).ToList();
        var outcome = await record.Write(
            who.OrderFor(Once), [stream, referral, .. links],
            (all, now) => new SubmitQuestionnaire().Decide(all[stream], all[referral], now) switch
            {
                Accepted sent => links.Aggregate(sent, (so, link) => so.And(Link.End(all[link], LinkEnd.Sent))),
                var refused => refused,
            });
        if (outcome is Outcome.Done || await forms.Find(id) is { IsSent: true })
            return Redirect($"/q/{id}/sent");
        ModelState.Add(((Outcome.No)outcome).Because);
        return await Show(form);
    }

    private async Task<IActionResult> Show(Questionnaire form)
    {
        Id = form.Id;
        Once = Ids.New(randomness);
        ModelState.Remove(nameof(Once));
        Clinician = await forms.FirstNameOf(form);
        Rows = CheckedAnswer.Of(form, wordings);
        return Page();
    }
}

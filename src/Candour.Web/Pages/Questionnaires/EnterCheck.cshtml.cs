using Candour.CareRecord;
using Candour.CareRecord.Access;
using Candour.CareRecord.Links;
using Candour.CareRecord.Links.Store;
using Candour.CareRecord.Questionnaires;
using Candour.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Pages.Questionnaires;

/// <summary>What staff put in, read back to the person, then saved.</summary>
[Needs("answers", Act.Create, About = About.Questionnaire)]
public sealed class EnterCheckModel(TheRecord record, Entry entry, Wordings wordings, Who who, Randomness randomness) : PageModel
{
    [BindProperty]
    public string Once { get; set; } = "";

    public string Called { get; private set; } = "";

    public string Address { get; private set; } = "";

    public IReadOnlyList<CheckedAnswer> Rows { get; private set; } = [];

    public async Task<IActionResult> OnGet(string referral, string id) =>
        await entry.Find(referral, id) is not { } form ? NotFound()
        : form.IsSent ? Redirect($"/pathways/{referral}")
        : form.StaffEntry is null ? Redirect(Entry.AddressOf(form))
        : await Show(form);

    public async Task<IActionResult> OnPost(string referral, string id)
    {
        if (await entry.Find(referral, id) is not { StaffEntry: not null } form)
            return NotFound();
        var (stream, other) = (Streams.Questionnaire(id), Streams.Referral(referral));
        // A link to a form that is sent opens nothing: every one ends in the same write.
        var links = (await FindLinks.Open(record, LinkPurpose.AnswerQuestions, id)).Select(Streams.Link).ToList();
        var outcome = await record.Write(
            who.OrderFor(Once, onBehalfOf: form.Issued.Person), [stream, other, .. links],
            (all, now) => new SubmitQuestionnaire().Decide(all[stream], all[other], now) switch
            {
                Accepted sent => links.Aggregate(sent, (so, link) => so.And(Link.End(all[link], LinkEnd.Sent))),
                var refused => refused,
            });
        if (outcome is not Outcome.No no)
            return Redirect($"/pathways/{referral}");
        ModelState.Add(no.Because);
        return await Show(form);
    }

    private async Task<IActionResult> Show(Questionnaire form)
    {
        Once = Ids.New(randomness);
        ModelState.Remove(nameof(Once));
        Called = await entry.CalledName(form);
        Address = Entry.AddressOf(form);
        Rows = CheckedAnswer.Of(form, wordings);
        return Page();
    }
}

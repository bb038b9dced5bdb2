using Candour.CareRecord;
using Candour.CareRecord.Access;
using Candour.CareRecord.Questionnaires;
using Candour.CareRecord.Referrals;
using Candour.Clinical.Instruments;
using Candour.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Pages.Pathways;

/// <summary>How one score came to be: who, how, when opened, each answer with its time, how long before the session.</summary>
[Needs("answers", Act.View, About = About.Referral)]
public sealed class AnswersModel(TheRecord record, Colleagues colleagues) : PageModel
{
    public Provenance Score { get; private set; } = null!;

    public Person Person { get; private set; } = null!;

    public Func<string, string> NameOf { get; private set; } = null!;

    public string Referral { get; private set; } = "";

    public IReadOnlyList<Instrument> Others { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string id, string questionnaire, string? instrument)
    {
        var referral = await record.Read(Streams.Referral(id));
        var form = await record.Read(Streams.Questionnaire(questionnaire));
        if (form.First<QuestionnaireIssued>() is not { } issued || issued.Referral != id
            || Provenance.Of(form, referral, instrument ?? issued.Instruments[0]) is not { } score
            || Person.Of(await record.Read(Streams.Person(issued.Person))) is not { } person)
            return NotFound();
        (Score, Person, Referral, NameOf) = (score, person, id, await colleagues.Names());
        Others = [.. issued.Instruments.Where(t => t != score.Instrument.Token).Select(Instrument.Find)];
        return Page();
    }
}

using Candour.CareRecord;
using Candour.CareRecord.Access;
using Candour.CareRecord.Questionnaires;
using Candour.CareRecord.Safeguarding;
using Candour.CareRecord.Safeguards;
using Candour.Clinical;
using Candour.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Pages.Questionnaires;

/// <summary>"Nobody may tell you what to answer. Tell us if someone did." It goes to the safeguarding list, not to the therapist.</summary>
[ForThePerson]
[Needs("answers", Act.Create, About = About.Questionnaire)]
public sealed class TellUsModel(TheRecord record, Who who, Randomness randomness) : PageModel
{
    [BindProperty]
    public string? Said { get; set; }

    [BindProperty]
    public string Once { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public bool Told { get; set; }

    public string Id { get; private set; } = "";

    /// <summary>Who reads it and by when; it promises nothing where nobody is named for it.</summary>
    public string ReadWords { get; private set; } = "";

    public async Task<IActionResult> OnGet(string id)
    {
        var form = await record.Read(Streams.Questionnaire(id));
        if (Questionnaire.Of(form) is null)
            return NotFound();
        (Id, Once) = (id, Ids.New(randomness));
        var told = form.Last<PressureReported>()?.Entry is { } entry ? (await record.Read(Streams.Safeguarding(entry))).First<SafeguardingRaised>() : null;
        Told &= told is not null;
        ReadWords = told is null or { Owner: Cover.Nobody }
            ? "Somebody here who is not your therapist reads it. We cannot promise when. In danger: call 999."
            : $"Somebody here who is not your therapist reads it by {Words.LongDay(told.Due)}. In danger: call 999.";
        return Page();
    }

    public async Task<IActionResult> OnPost(string id) =>
        await ReportPressure.Write(record, who.OrderFor(Once), id, Said, randomness) is Outcome.No ? NotFound() : this.See($"/q/{id}/tell-us?told=true");
}

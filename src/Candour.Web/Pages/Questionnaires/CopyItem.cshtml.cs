using Candour.CareRecord;
using Candour.CareRecord.Access;
using Candour.CareRecord.Questionnaires;
using Candour.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Pages.Questionnaires;

/// <summary>The person's own answer to one question that staff had put in.</summary>
[ForPatients]
[Needs("answers", Act.View, Posting = Act.Create, About = About.Questionnaire)]
public sealed class CopyItemModel(TheRecord record, Forms forms, Wordings wordings, Who who, Randomness randomness) : PageModel
{
    private const string NotAnswered = "none";

    [BindProperty]
    public string Once { get; set; } = "";

    [BindProperty]
    public string? Answer { get; set; }

    public string Id { get; private set; } = "";

    public string Stem { get; private set; } = "";

    public string Text { get; private set; } = "";

    public IReadOnlyList<Components.Choice> Choices { get; private set; } = [];

    public async Task<IActionResult> OnGet(string id, int number) => await Find(id, number) is { } form ? Show(form, number) : NotFound();

    public async Task<IActionResult> OnPost(string id, int number)
    {
        if (await Find(id, number) is not { } form)
            return NotFound();
        var said = int.TryParse(Answer, out var value) ? value : (int?)null;
        if (said is null && Answer != NotAnswered)
        {
            ModelState.Add(new ChooseAnAnswer());
            return Show(form, number);
        }

        var asked = form.Items[number - 1];
        var outcome = await new SayWhatISaid(asked.Instrument, asked.Item.Number, said).Write(record, who.OrderFor(Once), id, randomness);
        if (outcome is Outcome.No no)
        {
            ModelState.Add(no.Because);
            return Show(form, number);
        }

        return Redirect(said is { } given && asked.Item.RaisesConcern(given)
            ? $"/me/not-what-i-said/{id}?help=true"
            : $"/me/not-what-i-said/{id}");
    }

    private async Task<Questionnaire?> Find(string id, int number) =>
        await forms.Find(id) is { IsSent: true, StaffEntry: not null } form && number >= 1 && number <= form.Items.Count ? form : null;

    private PageResult Show(Questionnaire form, int number)
    {
        var asked = form.Items[number - 1];
        var words = wordings.Of(asked.Instrument)!;
        Id = form.Id;
        Once = Ids.New(randomness);
        ModelState.Remove(nameof(Once));
        (Stem, Text) = (words.Stem, words.Item(asked.Item.Number).Text);
        Choices =
        [
            .. words.ChoicesOf(asked.Item.Number).Select(c => new Components.Choice { Value = $"{c.Value}", Label = c.Text }),
            new Components.Choice { Value = NotAnswered, Label = "I did not answer this" },
        ];
        return Page();
    }
}

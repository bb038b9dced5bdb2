using Candour.CareRecord;
using Candour.CareRecord.Access;
using Candour.CareRecord.Questionnaires;
using Candour.Clinical;
using Candour.Web.Access;
using Candour.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Pages.Questionnaires;

/// <summary>One question. Saved on choosing (script) and on Continue (always); item 9 looks like every other.</summary>
[SavesAsYouType]
[ForThePerson]
[Needs("answers", Act.Create, About = About.Questionnaire)]
public sealed class ItemModel(TheRecord record, Forms forms, Wordings wordings, ShownPages pages, Who who, Randomness randomness) : PageModel
{
    /// <summary>The button that leaves a question out, once its answer was left empty.</summary>
    public const string LeaveOut = "I would rather not answer this one";

    [BindProperty]
    public int? Answer { get; set; }

    [BindProperty]
    public string? Skip { get; set; }

    [BindProperty]
    public string? Shown { get; set; }

    /// <summary>"check": opened by Change on the page that shows all answers.</summary>
    [BindProperty(SupportsGet = true)]
    public string? From { get; set; }

    /// <summary>Counts the choices made on one page; the script raises it.</summary>
    [BindProperty]
    public int Choice { get; set; }

    /// <summary>Where somebody else types, on a question about safety: "yes", the person is alone with it; "no", they cannot be;
    /// "done", they have answered. Null: it is offered.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Alone { get; set; }

    public string Id { get; private set; } = "";

    public int Number { get; private set; }

    public int Count { get; private set; }

    public string Stem { get; private set; } = "";

    public string Text { get; private set; } = "";

    public string Source { get; private set; } = "";

    public IReadOnlyList<Components.Choice> Choices { get; private set; } = [];

    public bool OpenTwice { get; private set; }

    /// <summary>Somebody else types, and this question is first offered to the person alone.</summary>
    public bool OffersPrivacy { get; private set; }

    public string Next { get; private set; } = "";

    /// <summary>Not null: the response to this answer is the help screen.</summary>
    public HelpWords? Help { get; private set; }

    public string BackTo => From == "check" ? $"/q/{Id}/check" : Number == 1 ? $"/q/{Id}" : $"/q/{Id}/{Number - 1}";

    public async Task<IActionResult> OnGet(string id, int number)
    {
        if (await forms.Find(id) is not { } form || number < 1 || number > form.Items.Count)
            return NotFound();
        // Begun on another kind of device: who fills it in is asked again, so that the channel of each answer is true.
        var elsewhere = form.Mode != Forms.ModeOf(who);
        return form.IsSent || form.Opened is null || form.StaffEntry is not null || elsewhere || form.IsClosed(Moment.Now(record.Clock)) ? Redirect($"/q/{id}") : Show(form, number);
    }

    public async Task<IActionResult> OnPost(string id, int number)
    {
        if (await forms.Find(id) is not { } form || number < 1 || number > form.Items.Count)
            return NotFound();
        var asked = form.Items[number - 1];
        if (Answer is null && Skip is null)
        {
            if (!asked.Item.Safety)
                return Refuse(form, number, new ChooseAnAnswer(LeaveOut));
            // No error on this question, ever: it is left unanswered and raised at the next contact.
            if (form.Now(asked) is not null)
                return Redirect(After(form, number));
        }

        var value = Skip is null ? Answer : null;
        var (outcome, _) = await Save(form, asked, value, $"{GiveAnswer.Continue}/{value?.ToString() ?? "none"}", choice: null);
        if (value is { } given && asked.Item.RaisesConcern(given) && outcome is not Outcome.No)
            return await ShowHelp(id, number);
        return outcome switch
        {
            Outcome.No { Because: ChooseAnAnswer } => Refuse(form, number, new ChooseAnAnswer(LeaveOut)),
            Outcome.No no => Refuse(form, number, no.Because),
            _ => Redirect(After(form, number)),
        };
    }

    /// <summary>Called by the script as soon as an answer is chosen, so that closing the page loses nothing.</summary>
    public async Task<IActionResult> OnPostChoose(string id, int number)
    {
        if (await forms.Find(id) is not { } form || number < 1 || number > form.Items.Count || Answer is null)
            return NotFound();
        var (outcome, answer) = await Save(form, form.Items[number - 1], Answer, $"{Choice}", Choice);
        // Continue was sent before: if the page is still there, what is chosen on it now is sent with Continue again.
        return outcome is Outcome.Done && !answer.IsOvertaken(form) ? StatusCode(StatusCodes.Status204NoContent) : StatusCode(StatusCodes.Status409Conflict);
    }

    private async Task<(Outcome, GiveAnswer)> Save(Questionnaire form, AskedItem asked, int? value, string what, int? choice)
    {
        var page = pages.Open(Shown);
        var answer = new GiveAnswer(asked.Instrument, asked.Item.Number, value, page.At, page.Id)
        {
            Mode = Forms.ModeOf(who), InPrivate = IsPrivate(form, asked), HelpFollows = choice is null, Choice = choice,
        };
        var outcome = await answer.Write(record, who.OrderFor(page.CommandOf(what)), form.Id, randomness);
        // The page was sent before with this answer and another has been given since: what is sent now is what counts.
        if (outcome is Outcome.Done { Again: true } && (await forms.Find(form.Id))?.Now(asked) is { } standing && standing.Event.Value != value)
            outcome = await answer.Write(record, who.OrderFor(page.CommandOf($"{what}/{standing.Envelope.Sequence}")), form.Id, randomness);
        return (outcome, answer);
    }

    private bool IsPrivate(Questionnaire form, AskedItem asked) => asked.Item.Safety && form.IsTypedForThem && Alone == "yes";

    private string After(Questionnaire form, int number) =>
        IsPrivate(form, form.Items[number - 1]) ? $"/q/{form.Id}/{number}?alone=done" : Following(form, number);

    private string Following(Questionnaire form, int number) =>
        From == "check" || number == form.Items.Count ? $"/q/{form.Id}/check" : $"/q/{form.Id}/{number + 1}";

    private PageResult Refuse(Questionnaire form, int number, Refusal because)
    {
        // What is no number is left to our own words.
        ModelState[nameof(Answer)]?.Errors.Clear();
        ModelState.Add(because);
        return Show(form, number);
    }

    private async Task<IActionResult> ShowHelp(string id, int number)
    {
        var form = await forms.Find(id);
        Id = id;
        Number = number;
        Help = await forms.Help(form!, who.Patient?.Strength == PatientStrength.Read);
        return Page();
    }

    private PageResult Show(Questionnaire form, int number)
    {
        var asked = form.Items[number - 1];
        var words = wordings.Of(asked.Instrument)!;
        Id = form.Id;
        Number = number;
        Count = form.Items.Count;
        Stem = words.Stem;
        Text = words.Item(asked.Item.Number).Text;
        Source = $"{words.Source} {words.Permission}";
        Choices = [.. words.ChoicesOf(asked.Item.Number).Select(c => new Components.Choice { Value = c.Value.ToString(), Label = c.Text })];
        OffersPrivacy = asked.Item.Safety && form.IsTypedForThem && Alone is not ("yes" or "no");
        Next = Following(form, number);
        if (form.Now(asked) is { Event.Private: false } standing)
            Answer ??= standing.Event.Value;
        OpenTwice = form.Given is [.., { Event.OtherTab: true }];
        Shown = pages.Now();
        ModelState.Remove(nameof(Shown));
        return Page();
    }
}

using Candour.CareRecord;
using Candour.CareRecord.Access;
using Candour.CareRecord.Questionnaires;
using Candour.CareRecord.Safeguards;
using Candour.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Pages.Questionnaires;

/// <summary>One question put in by staff: the same words, the same order, empty. After a risk answer the prompts come first.</summary>
[Needs("answers", Act.Create, About = About.Questionnaire)]
public sealed class EnterItemModel(TheRecord record, Entry entry, Wordings wordings, ShownPages pages, Who who, Randomness randomness) : PageModel
{
    [BindProperty]
    public int? Answer { get; set; }

    [BindProperty]
    public string? Skip { get; set; }

    [BindProperty]
    public string? Shown { get; set; }

    /// <summary>"risk": the prompts that stand before the next question.</summary>
    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public string Called { get; private set; } = "";

    /// <summary>The button that leaves a question out.</summary>
    public string LeaveOut => $"{Called} would rather not answer";

    public string Person { get; private set; } = "";

    public string? Task { get; private set; }

    public bool RiskPrompts { get; private set; }

    public int Number { get; private set; }

    public int Count { get; private set; }

    public string Stem { get; private set; } = "";

    public string Text { get; private set; } = "";

    public string BackTo { get; private set; } = "";

    public string NextTo { get; private set; } = "";

    public IReadOnlyList<Components.Choice> Choices { get; private set; } = [];

    public async Task<IActionResult> OnGet(string referral, string id, int number) =>
        await Find(referral, id, number) is not { } form ? NotFound()
        : form.StaffEntry is null || form.IsSent ? Redirect(Entry.AddressOf(form))
        : await Show(form, number);

    public async Task<IActionResult> OnPost(string referral, string id, int number)
    {
        if (await Find(referral, id, number) is not { } form)
            return NotFound();
        if (form.StaffEntry is null)
            return Redirect(Entry.AddressOf(form));
        if (Answer is null && Skip is null)
        {
            ModelState[nameof(Answer)]?.Errors.Clear();
            var again = await Show(form, number);
            ModelState.Add(new ChooseAnAnswer(LeaveOut));
            return again;
        }

        var asked = form.Items[number - 1];
        var value = Skip is null ? Answer : null;
        var page = pages.Open(Shown);
        var answer = new GiveAnswer(asked.Instrument, asked.Item.Number, value, page.At, page.Id);
        var what = value?.ToString() ?? "none";
        var outcome = await answer.Write(record, who.OrderFor(page.CommandOf(what), onBehalfOf: form.Issued.Person), id, randomness);
        // The page was sent before with this answer and another has been put in since: what is sent now is what counts.
        if (outcome is Outcome.Done { Again: true } && (await entry.Find(referral, id))?.Now(asked) is { } standing && standing.Event.Value != value)
            outcome = await answer.Write(record, who.OrderFor(page.CommandOf($"{what}/{standing.Envelope.Sequence}"), onBehalfOf: form.Issued.Person), id, randomness);
        if (outcome is Outcome.No no)
        {
            ModelState.Add(no.Because);
            return await Show(form, number);
        }

        return Redirect(value is { } given && asked.Item.RaisesConcern(given)
            ? Entry.AddressOf(form, $"/{number}?after=risk")
            : Next(form, number));
    }

    private static string Next(Questionnaire form, int number) =>
        Entry.AddressOf(form, number == form.Items.Count ? "/check" : $"/{number + 1}");

    private async Task<Questionnaire?> Find(string referral, string id, int number) =>
        await entry.Find(referral, id) is { } form && number >= 1 && number <= form.Items.Count ? form : null;

    private async Task<IActionResult> Show(Questionnaire form, int number)
    {
        var asked = form.Items[number - 1];
        var words = wordings.Of(asked.Instrument)!;
        (Number, Count, Person) = (number, form.Items.Count, form.Issued.Person);
        Called = await entry.CalledName(form);
        BackTo = Entry.AddressOf(form, number == 1 ? "" : $"/{number - 1}");
        NextTo = Next(form, number);
        (Stem, Text) = (words.Stem, words.Item(asked.Item.Number).Text);
        Choices = [.. words.ChoicesOf(asked.Item.Number).Select(c => new Components.Choice { Value = $"{c.Value}", Label = c.Text })];
        Answer ??= form.Now(asked)?.Event.Value;
        Task = RiskTask.OpenOf(await record.Read(Streams.Person(Person)))?.Id;
        RiskPrompts = After == "risk" && asked.Item.Safety;
        Shown = pages.Now();
        ModelState.Remove(nameof(Shown));
        return Page();
    }
}

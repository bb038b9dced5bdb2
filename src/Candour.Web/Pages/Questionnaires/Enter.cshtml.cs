using System.Globalization;
using Candour.CareRecord;
using Candour.CareRecord.Access;
using Candour.CareRecord.Questionnaires;
using Candour.CareRecord.Safeguards;
using Candour.Clinical;
using Candour.Clinical.Instruments;
using Candour.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Pages.Questionnaires;

/// <summary>Staff begin to put in what a person said or wrote: why, and what shows that the person was there.</summary>
[Needs("answers", Act.Create, About = About.Questionnaire)]
public sealed class EnterModel(TheRecord record, Entry entry, Who who, Randomness randomness) : PageModel
{
    [BindProperty]
    public string Once { get; set; } = "";

    [BindProperty]
    public StaffEntryReason? Reason { get; set; }

    [BindProperty]
    public SignOfPerson? Sign { get; set; }

    /// <summary>yyyy-MM-dd.</summary>
    [BindProperty]
    public string? FilledOn { get; set; }

    /// <summary>HH:mm.</summary>
    [BindProperty]
    public string? FilledTime { get; set; }

    public string Called { get; private set; } = "";

    public string? TotalWords { get; private set; }

    public async Task<IActionResult> OnGet(string referral, string id) =>
        await entry.Find(referral, id) is not { } form ? NotFound()
        : form.IsSent ? Redirect($"/pathways/{referral}")
        : await Show(form);

    public async Task<IActionResult> OnPost(string referral, string id)
    {
        if (await entry.Find(referral, id) is not { } form)
            return NotFound();
        // No field of this page takes a total; one that is sent anyway is refused in words.
        if (Request.Form.Keys.FirstOrDefault(k => k.Contains("total", StringComparison.OrdinalIgnoreCase)) is not null)
            return await Refuse(form, new TotalIsAddedUp(Instrument.Find(form.Issued.Instruments[0])));
        var stream = Streams.Questionnaire(id);
        var command = new EnterForPerson(Reason, ModeOf(Reason, Sign), Filled(), null, Sign, await entry.CalledName(form));
        var outcome = await record.Write(
            who.OrderFor(Once, onBehalfOf: form.Issued.Person), [stream], (all, now) => command.Decide(all[stream], now));
        return outcome is Outcome.No no ? await Refuse(form, no.Because) : Redirect(Entry.AddressOf(form, $"/{form.NextOpen ?? 1}"));
    }

    public async Task<IActionResult> OnPostNotDone(string referral, string id)
    {
        if (await entry.Find(referral, id) is not { } form)
            return NotFound();
        var (stream, other) = (Streams.Questionnaire(id), Streams.Referral(referral));
        var outcome = await record.Write(
            who.OrderFor($"{Once}/not", onBehalfOf: form.Issued.Person), [stream, other],
            (all, now) => new DeclineQuestionnaire().Decide(all[stream], all[other], now));
        return outcome is Outcome.No no ? await Refuse(form, no.Because) : Redirect($"/pathways/{referral}");
    }

    private async Task<IActionResult> Refuse(Questionnaire form, Refusal because)
    {
        if (because is TotalIsAddedUp)
            TotalWords = because.Message;
        else
            ModelState.Add(because);
        return await Show(form);
    }

    private async Task<IActionResult> Show(Questionnaire form)
    {
        Once = Ids.New(randomness);
        ModelState.Remove(nameof(Once));
        Called = await entry.CalledName(form);
        return Page();
    }

    private Moment? Filled() =>
        DateOnly.TryParseExact(FilledOn?.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        && TimeOnly.TryParseExact(FilledTime?.Trim(), "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? London.At(day, time)
            : null;

    private static AnswerMode ModeOf(StaffEntryReason? reason, SignOfPerson? sign) => (reason, sign) switch
    {
        (StaffEntryReason.PaperForm, _) => AnswerMode.Paper,
        (StaffEntryReason.ReadAloudByPhone, _) => AnswerMode.Telephone,
        (_, SignOfPerson.InTheRoom) => AnswerMode.InSession,
        _ => AnswerMode.Telephone,
    };
}

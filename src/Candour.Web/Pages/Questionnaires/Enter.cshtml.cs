using Candour.CareRecord;
using Candour.CareRecord.Access;
using Candour.CareRecord.Appointments;
using Candour.CareRecord.Pictures;
using Candour.CareRecord.Questionnaires;
using Candour.CareRecord.Referrals;
using Candour.CareRecord.Safeguards;
using Candour.Clinical;
using Candour.Clinical.Instruments;
using Candour.Web.Access;
using Candour.Web.Components;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Pages.Questionnaires;

/// <summary>
/// Staff begin to put in what a person said or wrote: why, and what shows that the person was there. Where the answers were sent
/// already it becomes another set beside them, with the reason why they were asked again.
/// </summary>
[TakesPictures]
[Needs("answers", Act.Create, About = About.Questionnaire)]
public sealed class EnterModel(TheRecord record, Entry entry, Who who, Randomness randomness) : PageModel
{
    [BindProperty]
    public string Once { get; set; } = "";

    [BindProperty]
    public StaffEntryReason? Reason { get; set; }

    [BindProperty]
    public SignOfPerson? Sign { get; set; }

    /// <summary>When the paper was filled in, by the clock in England.</summary>
    [BindProperty]
    public DateParts FilledOn { get; set; } = new();

    /// <summary>14:30 or 2:30pm.</summary>
    [BindProperty]
    public string? FilledTime { get; set; }

    /// <summary>Paper filled in more than a day ago: why it comes now.</summary>
    [BindProperty]
    public WhyLate? WhyLate { get; set; }

    /// <summary>Where the answers were sent: why they were asked again.</summary>
    [BindProperty]
    public RepeatReason? Again { get; set; }

    /// <summary>A photo of the paper; it can be added later.</summary>
    [BindProperty]
    public IFormFile? Photo { get; set; }

    public string Called { get; private set; } = "";

    public string Sets { get; private set; } = "";

    public string? TotalWords { get; private set; }

    /// <summary>The answers were sent: what becomes of another set; null while they were not.</summary>
    public string? AgainWords { get; private set; }

    public async Task<IActionResult> OnGet(string referral, string id) =>
        await entry.Find(referral, id) is not { } form ? NotFound()
        : form.IsSent && await Elsewhere(form) is { } other ? Redirect(Entry.AddressOf(referral, other))
        : await Show(form);

    /// <summary>Another set of the same questions: the first of them, or the one that is open.</summary>
    private async Task<string?> Elsewhere(Questionnaire form) =>
        form.Issued.Repeats ?? RepeatQuestionnaire.Open(form, await record.Read(Streams.Referral(form.Issued.Referral)));

    public async Task<IActionResult> OnPost(string referral, string id)
    {
        if (await entry.Find(referral, id) is not { } form)
            return NotFound();
        // No field of this page takes a total; one that is sent anyway is refused in words.
        if (Request.Form.Keys.FirstOrDefault(k => k.Contains("total", StringComparison.OrdinalIgnoreCase)) is not null)
            return await Refuse(form, new TotalIsAddedUp(Instrument.Find(form.Issued.Instruments[0])));
        var filled = Reason == StaffEntryReason.PaperForm ? Filled() : null;
        var (picture, because) = Reason == StaffEntryReason.PaperForm && Photo is not null
            ? CleanPicture.Of(await TakesPicturesAttribute.Read(Photo)) : (null, null);
        if (because is not null)
            ModelState.Add(because);
        if (Reason is not (null or StaffEntryReason.PaperForm) && Photo is not null)
            ModelState.AddModelError(nameof(Photo), "A photo is kept for a paper form only. Choose Paper form, or take the photo out.");
        if (ModelState.ErrorCount > 0)
            return await Show(form);
        var (stream, other) = (Streams.Questionnaire(id), Streams.Referral(referral));
        var command = new EnterAgain(Ids.New(randomness), Again,
            new(Reason, ModeOf(Reason, Sign), filled, picture?.Hash, Sign, await entry.CalledName(form)) { WhyLate = WhyLate });
        var keep = picture is null ? null : new KeepPaperPicture(Ids.New(randomness), picture);
        var outcome = await record.Write(
            who.OrderFor(Once, onBehalfOf: form.Issued.Person), [stream, other],
            (all, now) => command.Decide(all[stream], all[other], now) is Accepted entered && keep is not null
                ? WithPhoto(entered, keep, all[stream], now) : command.Decide(all[stream], all[other], now));
        if (outcome is not Outcome.Done done)
            return await Refuse((await entry.Find(referral, id))!, ((Outcome.No)outcome).Because);
        var set = done.Events.FirstOrDefault(e => e.Event is StaffEntryStarted)?.Envelope.Stream.Id ?? id;
        return this.See(Entry.AddressOf(referral, set, $"/{(set == id ? form.NextOpen ?? 1 : 1)}"));
    }

    /// <summary>The photo joins the set that the entry opened: this one, or the repeat made with it.</summary>
    private Decision WithPhoto(Accepted entered, KeepPaperPicture keep, History form, Moment now)
    {
        if (entered.Events.FirstOrDefault(e => e.Event is StaffEntryStarted) is not { Event: not null, Stream: var set })
            return entered;
        var before = set == form.Stream ? form : History.Empty(set);
        return keep.Decide(before.With(entered.Events.Where(e => e.Stream == set).Select(e => e.Event), who.By, now)) is Accepted kept ? entered.And(kept) : entered;
    }

    private async Task<IActionResult> Refuse(Questionnaire form, Refusal because)
    {
        if (because is TotalIsAddedUp)
            TotalWords = because.Message;
        else if (because is SayWhyLate)
            ModelState.AddModelError(nameof(WhyLate), because.Message);
        else
            ModelState.Add(because);
        return await Show(form);
    }

    private async Task<IActionResult> Show(Questionnaire form)
    {
        Once = Ids.New(randomness);
        ModelState.Remove(nameof(Once));
        Called = await entry.CalledName(form);
        Sets = $"/pathways/{form.Issued.Referral}/questionnaires";
        if (form.IsSent)
            AgainWords = EnterAgain.Asks(form, await record.Read(Streams.Referral(form.Issued.Referral))).Message;
        return Page();
    }

    private Moment? Filled()
    {
        var now = Moment.Now(record.Clock);
        var answer = FilledOn.Read(new("the date on which it was filled in", "the date") { NotInFuture = true }, London.DayOf(now));
        if (answer is DateAnswer.Wrong wrong)
            ModelState.AddModelError($"{nameof(FilledOn)}.{wrong.Part}", wrong.Message);
        if (ClockTime.Read(FilledTime) is not { } time)
            ModelState.AddModelError(nameof(FilledTime), "Enter the time it was filled in, like 14:30 or 2:30pm");
        else if (answer is DateAnswer.Right { Date: var day } && London.At(day, time) is var filled)
        {
            if (filled <= now)
                return filled;
            ModelState.AddModelError(nameof(FilledTime), new SayWhenFilled().Message);
        }

        return null;
    }

    private static AnswerMode ModeOf(StaffEntryReason? reason, SignOfPerson? sign) => (reason, sign) switch
    {
        (StaffEntryReason.PaperForm, _) => AnswerMode.Paper,
        (StaffEntryReason.ReadAloudByPhone, _) => AnswerMode.Telephone,
        (_, SignOfPerson.InTheRoom) => AnswerMode.InSession,
        _ => AnswerMode.Telephone,
    };
}

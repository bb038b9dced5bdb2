using Candour.CareRecord;
using Candour.CareRecord.Access;
using Candour.CareRecord.Links;
using Candour.CareRecord.Messages;
using Candour.CareRecord.Questionnaires;
using Candour.CareRecord.Timers;
using Candour.Clinical;
using Candour.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Pages.Questionnaires;

/// <summary>"Stop here": what is kept, and how to carry on: later, from another device, by a link or a code.</summary>
[ForThePerson]
[Needs("answers", Act.Create, About = About.Questionnaire)]
public sealed class SavedModel(TheRecord record, Forms forms, TimerLoop loop, Who who, SignedIn signedIn, Randomness randomness) : PageModel
{
    [BindProperty]
    public string Once { get; set; } = "";

    /// <summary>link or code.</summary>
    [BindProperty]
    public string? How { get; set; }

    [TempData]
    public string? Told { get; set; }

    /// <summary>Shown once, on the page after the press.</summary>
    [TempData]
    public string? Code { get; set; }

    public string? CodeUntil { get; private set; }

    public string Id { get; private set; } = "";

    public string Clinician { get; private set; } = "";

    public string? Until { get; private set; }

    /// <summary>text message or e-mail: the way a link could go now; null when none is confirmed and safe. Never the address.</summary>
    public string? Way { get; private set; }

    /// <summary>Answered with somebody here only: no link or code goes on with it.</summary>
    public bool Together { get; private set; }

    public bool HandedOver => who.Patient is { HandedOver: true };

    public string Address => $"{Request.Host}/l";

    public async Task<IActionResult> OnGet(string id) =>
        await forms.Find(id) is not { } form ? NotFound() : form.IsSent ? Redirect($"/q/{id}/sent") : await Show(form);

    public async Task<IActionResult> OnPost(string id)
    {
        if (await forms.Find(id) is not { } form)
            return NotFound();
        var (stream, person) = (Streams.Questionnaire(id), Streams.Person(form.Issued.Person));
        var (message, code) = (Ids.New(randomness), How == "code" ? NewLink.OnPaper(randomness) : null);
        var outcome = await record.Write(
            who.OrderFor($"{Once}/{(code is null ? "link" : "code")}"), [stream, person, Streams.Service, Streams.Policy],
            (all, now) => code is null
                ? new SendLinkToCarryOn(message).Decide(all[stream], all[person], Sender.Of(all, now), now)
                : new ShowCodeToCarryOn(code).Decide(all[stream], now));
        if (outcome is not Outcome.Done done)
        {
            ModelState.Add(((Outcome.No)outcome).Because);
            return await Show(form);
        }

        loop.Nudge();
        // Pressed twice: the code of the first press was shown then, and this one was never issued.
        if (code is not null && !done.Again)
            Code = NewLink.Printed(code.Token);
        else if (done.Events.Select(e => e.Event).OfType<LinkToCarryOnSent>().FirstOrDefault() is { } sent)
            Told = WordsOf(sent);
        return Redirect($"/q/{id}/saved");
    }

    /// <summary>In the room: the person's session ends, and staff sign in anew.</summary>
    public async Task<IActionResult> OnPostGiveBack()
    {
        if (HandedOver)
            await signedIn.End();
        return Redirect("/sign-in");
    }

    private string WordsOf(LinkToCarryOnSent sent)
    {
        var now = Moment.Now(record.Clock);
        var until = $"It works until {Words.Time(sent.Until)} on {Words.LongDay(London.DayOf(sent.Until))}.";
        return sent.Due > now
            ? $"We send you a link at {Words.Time(sent.Due)} on {Words.LongDay(London.DayOf(sent.Due))}, in the hours you said are safe. {until}"
            : $"A link is on its way. It can take 5 minutes. {until}";
    }

    private async Task<IActionResult> Show(Questionnaire form)
    {
        Id = form.Id;
        Together = form.Issued.Together;
        Once = Ids.New(randomness);
        ModelState.Remove(nameof(Once));
        var name = await forms.FirstNameOf(form);
        Clinician = char.ToUpperInvariant(name[0]) + name[1..];
        Until = Day(form.Issued.Closes);
        CodeUntil = Day(CarryingOn.Until(form, Moment.Now(record.Clock)));
        var reach = Reach.Of(await record.Read(Streams.Person(form.Issued.Person)));
        Way = Works(reach.Text) ? "text message" : Works(reach.Email) ? "e-mail" : null;
        return Page();
    }

    private static bool Works(WayToReach way) => way is { Safe: true, Confirmed: true, CameBack: false };

    private static string Day(Moment moment) => $"{Words.Time(moment)} on {Words.LongDay(London.DayOf(moment))}";
}

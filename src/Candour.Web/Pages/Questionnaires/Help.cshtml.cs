using Candour.CareRecord;
using Candour.CareRecord.Access;
using Candour.CareRecord.Questionnaires;
using Candour.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Pages.Questionnaires;

/// <summary>The help screen after item 9, and what the person chooses there. Nothing chosen: carries on, no error here.</summary>
[ForThePerson]
[Needs("answers", Act.Create, About = About.Questionnaire)]
public sealed class HelpModel(TheRecord record, Forms forms, Who who, Randomness randomness) : PageModel
{
    /// <summary>A <see cref="HelpChoice"/>; anything else carries on, for there is no error on this page, ever.</summary>
    [BindProperty]
    public string? What { get; set; }

    [BindProperty(SupportsGet = true)]
    public int Number { get; set; }

    public string Id { get; private set; } = "";

    public HelpWords Help { get; private set; } = null!;

    public async Task<IActionResult> OnGet(string id)
    {
        if (await forms.Find(id) is not { } form)
            return NotFound();
        Id = id;
        Help = await forms.Help(form, who.Patient?.Strength == PatientStrength.Read);
        return Page();
    }

    public async Task<IActionResult> OnPost(string id)
    {
        if (await forms.Find(id) is not { } form)
            return NotFound();
        var choice = Array.Find(Enum.GetValues<HelpChoice>(), c => c.ToString() == What);
        var stream = Streams.Questionnaire(id);
        await record.Write(who.OrderFor(Ids.New(randomness)), [stream], (all, _) => new AnswerHelp(choice).Decide(all[stream]));
        return choice switch
        {
            HelpChoice.StopHere => Redirect($"/q/{id}/saved"),
            HelpChoice.SafetyPlan => Redirect("/me/safety-plan"),
            _ when form.IsSent => Redirect($"/q/{id}/sent"),
            _ when WasPrivate(form) => Redirect($"/q/{id}/{Number}?alone=done"),
            _ => Redirect(Number >= 1 && Number < form.Items.Count ? $"/q/{id}/{Number + 1}" : $"/q/{id}/check"),
        };
    }

    /// <summary>The person was alone with the question: the device goes back before the next one.</summary>
    private bool WasPrivate(Questionnaire form) =>
        Number >= 1 && Number <= form.Items.Count && form.Now(form.Items[Number - 1]) is { Event.Private: true };
}

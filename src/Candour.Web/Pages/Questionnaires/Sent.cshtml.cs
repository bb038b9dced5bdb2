using Candour.CareRecord;
using Candour.CareRecord.Access;
using Candour.Clinical;
using Candour.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Pages.Questionnaires;

/// <summary>After sending. No score, no band, no judgement, no name.</summary>
[ForThePerson]
[Needs("answers", Act.Create, About = About.Questionnaire)]
public sealed class SentModel(TheRecord record, Forms forms, Who who, SignedIn signedIn) : PageModel
{
    public string Clinician { get; private set; } = "";

    public string? Next { get; private set; }

    public string? ReadBy { get; private set; }

    public bool HandedOver => who.Patient is { HandedOver: true };

    public async Task<IActionResult> OnGet(string id)
    {
        if (await forms.Find(id) is not { } form)
            return NotFound();
        if (!form.IsSent)
            return Redirect($"/q/{id}");
        var name = await forms.FirstNameOf(form);
        Clinician = char.ToUpperInvariant(name[0]) + name[1..];
        var now = Moment.Now(record.Clock);
        if (form.Issued.Appointment is not null && form.Issued.WindowTo > now)
            Next = $"{Words.LongDay(London.DayOf(form.Issued.WindowTo))}, {Words.Time(form.Issued.WindowTo)}";
        if ((await forms.Policy(now)).NextStaffedMinute(now) is { } open && open > now)
            ReadBy = $"{Words.Time(open)} on {Words.LongDay(London.DayOf(open))}";
        return Page();
    }

    /// <summary>In the room: the person's session ends, and staff sign in anew.</summary>
    public async Task<IActionResult> OnPost()
    {
        if (HandedOver)
            await signedIn.End();
        return Redirect("/sign-in");
    }
}

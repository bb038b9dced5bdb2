using Candour.CareRecord;
using Candour.CareRecord.Access;
using Candour.CareRecord.Pathways;
using Candour.CareRecord.Referrals;
using Candour.CareRecord.Safeguards;
using Candour.Clinical;
using Candour.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Pages.Pathways;

/// <summary>What was ever said and written about safety, in words, newest first.</summary>
[Needs("risk_task", Act.View, About = About.Referral)]
public sealed class RiskHistoryModel(TheRecord record, Colleagues colleagues) : PageModel
{
    public PathwayView View { get; private set; } = null!;

    public IReadOnlyList<(Moment At, string Words, string? Href)> Lines { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string id)
    {
        var referral = await record.Read(Streams.Referral(id));
        var person = await record.Read(Streams.Person(referral.First<ReferralReceived>()?.Person ?? ""));
        if (PathwayView.Of(referral, person, London.Today(record.Clock)) is not { } view)
            return NotFound();
        View = view;
        var nameOf = await colleagues.Names();
        var talks = view.Appointments.Where(a => a.Safety is not null).Select(a => (At: a.Starts, Words: $"Talked about in {view.NameOf(a)}: {a.Safety!.InWords}", Href: (string?)$"/sessions/{a.Id}"));
        var tasks = RiskTask.Of(person).SelectMany(t => t.Told.Select((told, i) => (
            At: t.Opened,
            Words: told is { Item: 9, Value: { } value } ? $"Question 9: \"{PathwayAnswers.Item9Words(value)}\"" : $"A worry was told{(told.Said is { } said ? $": {said}" : "")}",
            Href: (string?)$"/risk/{t.Id}"))
            .Concat(t.Actions.Select(a => (At: a.Envelope.At, Words: $"{nameOf(a.Envelope.By.Actor)} wrote an entry", Href: (string?)$"/risk/{t.Id}")))
            .Concat(t.Closed is { } closed ? [(At: closed, Words: "Closed", Href: (string?)$"/risk/{t.Id}")] : []));
        Lines = [.. talks.Concat(tasks).OrderByDescending(l => l.At)];
        return Page();
    }
}

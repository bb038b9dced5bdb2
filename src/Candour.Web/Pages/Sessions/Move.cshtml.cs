using Candour.CareRecord;
using Candour.CareRecord.Access;
using Candour.CareRecord.Access.Store;
using Candour.CareRecord.Appointments;
using Candour.CareRecord.Appointments.Store;
using Candour.CareRecord.Referrals;
using Candour.CareRecord.Sessions;
using Candour.CareRecord.Treatment.Store;
using Candour.Clinical;
using Candour.Web.Access;
using Candour.Web.Components;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Pages.Sessions;

/// <summary>A note on the wrong record: its author moves it to a contact of their own with the right person. Both people's logs say so.</summary>
[Needs("note", Act.View, Posting = Act.Correct, About = About.Appointment)]
public sealed class MoveModel(TheRecord record, Randomness randomness, Who who, CaseFacts cases, Looked looked) : PageModel
{
    private const int DaysBack = 30, DaysAhead = 1;

    [BindProperty]
    public string? To { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    [BindProperty]
    public Shown Shown { get; set; } = new();

    public AppointmentRow Row { get; private set; } = null!;

    public Person Person { get; private set; } = null!;

    public (Envelope Envelope, SessionNoteWritten Event) Note { get; private set; }

    /// <summary>The author's own contacts of the last month.</summary>
    public IReadOnlyList<Option> Places { get; private set; } = [];

    public DateOnly Today => London.Today(record.Clock);

    public async Task<IActionResult> OnGetAsync(string id, int sequence)
    {
        if (await Load(id, sequence) is not { } referral)
            return NotFound();
        Shown = Shown.Now(randomness, referral);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string id, int sequence)
    {
        if (await Load(id, sequence) is null)
            return NotFound();
        var to = Places.Any(p => p.Value == To) ? await cases.Whom("Appointment", To!, null) : null;
        if (to is not null && May.Embedded.Ask(who.Actor, Act.Correct, "note", await cases.Of(who.Actor, null, to)) is not Answer.Yes)
            to = null;
        var (from, right) = (Streams.Referral(Row.Referral), Streams.Referral(to?.Referral ?? Row.Referral));
        var move = new MoveNote(id, sequence, to is null ? null : To, Why, Ids.New(randomness));
        var outcome = await record.Write(
            who.OrderFor(Shown.Command), from == right ? [from] : [from, right], (h, _) => move.Decide(h[from], h[right], who.By), (from, Shown.Version));
        if (!this.Stored(outcome, Shown, randomness))
            return Page();
        await looked.At(to!.Person!, to.Referral, "notes", "a note about you had been written on another record by mistake and was moved to yours");
        return this.See($"/sessions/{To}");
    }

    private async Task<History?> Load(string id, int sequence)
    {
        await using var lists = record.Lists();
        if (await lists.AppointmentById(id) is not { } row)
            return null;
        var histories = await record.Read(Streams.Referral(row.Referral), Streams.Person(row.Person));
        if (Appointment.Find(histories[Streams.Referral(row.Referral)], id)?.Notes.Find(n => n.Envelope.Sequence == sequence) is not { Event: not null } note
            || note.Envelope.By.Actor != who.Actor.Id
            || Person.Of(histories[Streams.Person(row.Person)]) is not { } person)
            return null;
        (Row, Note, Person) = (row, note, person);
        var mine = (await lists.OfClinician(who.Actor.Id, Today.AddDays(-DaysBack), Today.AddDays(DaysAhead))).Where(a => a.Appointment != id).OrderByDescending(a => a.Starts).ToList();
        var people = await lists.PeopleByIds([.. mine.Select(a => a.Person).Distinct()]);
        Places = [.. mine.Select(a => Option.Of(a.Appointment, $"{people.GetValueOrDefault(a.Person)?.FullName ?? "Name not known"}, {Words.Day(a.Day, Today)}, {Words.Time(a.Starts)}"))];
        return histories[Streams.Referral(row.Referral)];
    }
}

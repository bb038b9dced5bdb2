using Candour.CareRecord;
using Candour.CareRecord.Access;
using Candour.CareRecord.Complaints;
using Candour.CareRecord.Messages;
using Candour.CareRecord.Policies;
using Candour.CareRecord.Referrals.Store;
using Candour.Clinical;
using Candour.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Pages.Complaints;

/// <summary>One complaint: say that we have it, then answer it. The person reads both.</summary>
[Needs("complaint", Act.View, Posting = Act.Approve, About = About.Complaint)]
public sealed class OneModel(TheRecord record, Who who, Randomness randomness, Colleagues colleagues) : PageModel
{
    [BindProperty]
    public Shown Shown { get; set; } = new();

    [BindProperty]
    public string? Reply { get; set; }

    [TempData]
    public string? Said { get; set; }

    public ComplaintFile Kept { get; private set; } = null!;

    /// <summary>Who made it; null where they chose that nobody knows.</summary>
    public PersonRow? From { get; private set; }

    public DateOnly Today { get; private set; }

    public Func<string, string> NameOf { get; private set; } = null!;

    /// <summary>Whom to call about somebody's safety; null: nobody is on duty.</summary>
    public string? OnDuty { get; private set; }

    public async Task<IActionResult> OnGetAsync(string id)
    {
        if (!await Load(id))
            return NotFound();
        Shown = Shown.Now(randomness, await record.Read(Streams.Complaint(id)));
        return Page();
    }

    public Task<IActionResult> OnPostReadAsync(string id) =>
        Write(id, (all, complaint, _, _) => new AcknowledgeComplaint().Decide(all[complaint]), "Saved. They see that you have read it.");

    public Task<IActionResult> OnPostAnswerAsync(string id)
    {
        var answer = new AnswerComplaint(Reply, Ids.New(randomness));
        return Write(
            id, (all, complaint, person, now) => answer.Decide(all[complaint], person is { } them ? all[them] : null, Sender.Of(all, now), now), "Answered.");
    }

    private async Task<IActionResult> Write(string id, Func<Histories, StreamId, StreamId?, Moment, Decision> decide, string said)
    {
        if (!await Load(id))
            return NotFound();
        var complaint = Streams.Complaint(id);
        var person = Kept.Made.Person is { } known ? Streams.Person(known) : (StreamId?)null;
        StreamId[] also = person is { } them ? [them] : [];
        var outcome = await record.Write(
            who.OrderFor(Shown.Command), [complaint, Streams.Policy, Streams.Service, .. also], (all, now) => decide(all, complaint, person, now), (complaint, Shown.Version));
        if (!this.Stored(outcome, Shown, randomness))
            return Page();
        Said = said;
        return this.See($"/complaints/{id}");
    }

    private async Task<bool> Load(string id)
    {
        if (ComplaintFile.Of(await record.Read(Streams.Complaint(id))) is not { } file)
            return false;
        (Kept, Today, NameOf) = (file, London.Today(record.Clock), await colleagues.Names());
        From = file.Made.Person is { } person ? await FindPeople.One(record, person) : null;
        var now = Moment.Now(record.Clock);
        OnDuty = ServicePolicy.On(Today, await record.Read(Streams.Policy)).Duty(now) is { } duty ? NameOf(duty) : null;
        return true;
    }
}

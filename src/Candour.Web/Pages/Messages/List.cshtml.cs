using Candour.CareRecord;
using Candour.CareRecord.Access;
using Candour.CareRecord.Links;
using Candour.CareRecord.Links.Store;
using Candour.CareRecord.Messages;
using Candour.CareRecord.Messages.Store;
using Candour.CareRecord.Referrals.Store;
using Candour.CareRecord.Timers.Store;
using Candour.Clinical;
using Candour.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Pages.Messages;

/// <summary>A person to call or a message to settle.</summary>
public sealed record PersonLine(string Message, string Person, string? Referral, string Name, string About, string Why, string Since);

/// <summary>A message that waits; no person is named.</summary>
public sealed record WaitingLine(string About, string Way, string Since, int Attempts);

/// <summary>A link closed by wrong dates.</summary>
public sealed record LockedLine(string Link, string Person, string Name, string Since);

/// <summary>The front desk's messages: whom to call, what to settle, what waits.</summary>
[Needs("contact_attempt", Act.View, Posting = Act.Create)]
public sealed class ListModel(TheRecord record, Who who, Looked looked) : PageModel
{
    private const int Most = 50;

    public bool TimersLate { get; private set; }

    public int CallCount { get; private set; }

    public int WaitingCount { get; private set; }

    public IReadOnlyList<PersonLine> Calls { get; private set; } = [];

    public IReadOnlyList<PersonLine> MayHaveGone { get; private set; } = [];

    public IReadOnlyList<LockedLine> Locked { get; private set; } = [];

    public IReadOnlyList<WaitingLine> Waiting { get; private set; } = [];

    public IReadOnlyList<Trouble> Troubles { get; private set; } = [];

    public string When(Moment moment) => $"{Words.Time(moment)} on {Words.Day(London.DayOf(moment), London.Today(record.Clock))}";

    public async Task<IActionResult> OnGetAsync()
    {
        // Lists of people over all caseloads are the front desk's alone.
        if (who.AllowedBy != Roles.Administrator)
            return NotFound();
        TimersLate = await Heartbeat.IsLate(record, Moment.Now(record.Clock));
        Troubles = [.. (await CareRecord.Timers.Store.Troubles.All(record)).Where(t => t.SetAside || t.Item.Length == 0)];
        WaitingCount = await FindMessages.Count(record, MessageStage.Waiting);
        Waiting = [.. (await FindMessages.Outbox(record, MessageStage.Waiting, 0, Most)).Select(m =>
            new WaitingLine(MessageWords.About(m.Template), MessageWords.Way(m.Way), When(m.Due), m.Attempts))];

        CallCount = await FindMessages.CountCallList(record);
        var calls = await FindMessages.CallList(record, 0, Most);
        var doubts = (await FindMessages.Outbox(record, MessageStage.MayHaveGone, 0, Most)).Where(m => m.Person is not null).ToList();
        var locked = await FindLinks.Locked(record);
        var names = await FindPeople.Many(record, [.. calls.Select(c => c.Person).Concat(doubts.Select(d => d.Person!)).Concat(locked.Select(l => l.Person)).Distinct()]);
        string NameOf(string person) => names.TryGetValue(person, out var row) ? row.FullName : "Name not known";

        Calls = [.. calls.Select(c => new PersonLine(
            c.Message, c.Person, c.Referral, NameOf(c.Person), MessageWords.About(c.Template), MessageWords.Why(c.Why), When(c.Since)))];
        MayHaveGone = [.. doubts.Select(m => new PersonLine(
            m.Message, m.Person!, m.Referral, NameOf(m.Person!), MessageWords.About(m.Template), "", When(m.Since)))];
        Locked = [.. locked.Select(l => new LockedLine(l.Link, l.Person, NameOf(l.Person), When(l.Since)))];
        foreach (var person in names.Keys)
            await looked.At(person, null, "messages", "front desk: messages that may not have reached you");
        return Page();
    }

    public async Task<IActionResult> OnPostSeenAsync(string link, string commandId)
    {
        if (who.AllowedBy != Roles.Administrator || !Ids.IsOne(link))
            return NotFound();
        var stream = Streams.Link(link);
        await record.Write(who.OrderFor($"seen/{link}/{commandId}"), [stream], (h, _) => Link.SeeLock(h[stream], null));
        return Redirect("/messages");
    }

    public async Task<IActionResult> OnPostAgainAsync(string work, string item)
    {
        if (who.AllowedBy != Roles.Administrator)
            return NotFound();
        await CareRecord.Timers.Store.Troubles.TryAgain(record, work, item ?? "");
        return Redirect("/messages");
    }
}

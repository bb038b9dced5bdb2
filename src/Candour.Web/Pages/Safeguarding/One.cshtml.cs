using Candour.CareRecord;
using Candour.CareRecord.Access;
using Candour.CareRecord.Access.Store;
using Candour.CareRecord.Referrals.Store;
using Candour.CareRecord.Safeguarding;
using Candour.CareRecord.Safeguards;
using Candour.Clinical;
using Candour.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Pages.Safeguarding;

/// <summary>One concern. The lead takes it, writes what was done and closes it in words; who wrote it or was given it reads.</summary>
[Needs("safeguarding", Act.View, Posting = Act.Correct, About = About.Safeguarding)]
public sealed class OneModel(TheRecord record, Who who, Randomness randomness, Colleagues colleagues) : PageModel
{
    private Func<string, string> _names = null!;

    [BindProperty]
    public Shown Shown { get; set; } = new();

    [BindProperty]
    public string? Done { get; set; }

    [BindProperty]
    public string? With { get; set; }

    [BindProperty]
    public string? Outcome { get; set; }

    public SafeguardingEntry Entry { get; private set; } = null!;

    public PersonRow? Whose { get; private set; }

    public IReadOnlyList<string> Story { get; private set; } = [];

    public IReadOnlyList<Account> Others { get; private set; } = [];

    public string State { get; private set; } = "";

    public bool MayAnswer => May.Embedded.Ever(who.Actor, Act.Correct, "safeguarding") is Answer.Yes;

    /// <summary>It is theirs, and the lead's acts are not: a supervisor has it where no lead is named.</summary>
    public bool MayWriteWhatWasDone => !MayAnswer && Entry.IsOpen && Entry.Owner == who.Actor.Id && May.Embedded.Ever(who.Actor, Act.Create, "safeguarding") is Answer.Yes;

    public string NameOf(string staff) => staff == Cover.Nobody ? "whoever is safeguarding lead" : _names(staff);

    public async Task<IActionResult> OnGetAsync(string id) => await Load(id) ? Page() : NotFound();

    public Task<IActionResult> OnPostTakeAsync(string id) => Do(id, entry => new TakeSafeguarding().Decide(entry));

    public Task<IActionResult> OnPostNoteAsync(string id) => Do(id, entry => new NoteSafeguarding(Done).Decide(entry));

    public Task<IActionResult> OnPostShareAsync(string id) => Do(id, entry => new ShareSafeguarding(With).Decide(entry));

    public Task<IActionResult> OnPostCloseAsync(string id) => Do(id, entry => new CloseSafeguarding(Outcome).Decide(entry));

    private async Task<IActionResult> Do(string id, Func<History, Decision> decide)
    {
        var stream = Streams.Safeguarding(id);
        if ((await record.Read(stream)).First<SafeguardingRaised>()?.NotFor == who.Actor.Id)
            return NotFound();
        var outcome = await record.Write(who.OrderFor(Shown.Command), [stream], (all, _) => decide(all[stream]), (stream, Shown.Version));
        if (this.Stored(outcome))
            return this.See($"/safeguarding/{id}");
        return await Load(id) ? Page() : NotFound();
    }

    private async Task<bool> Load(string id)
    {
        var stream = await record.Read(Streams.Safeguarding(id));
        if (SafeguardingEntry.Of(stream) is not { } entry || entry.Raised.NotFor == who.Actor.Id)
            return false;
        (Entry, _names) = (entry, await colleagues.Names());
        var today = London.Today(record.Clock);
        Shown = Shown.Now(randomness, stream);
        ModelState.Remove("Shown.Command");
        ModelState.Remove("Shown.Version");
        Whose = await FindPeople.One(record, entry.Raised.Person);
        Others = [.. (await colleagues.Clinicians()).Where(c => !entry.IsKnownTo(c.Staff) && c.Staff != entry.Raised.NotFor)];
        State = entry.Closed is { } closed ? $"Closed {Words.Day(London.DayOf(closed), today)}."
            : $"{NameOf(entry.Owner)} takes it up by {Words.LongDay(entry.Raised.Due)}.";
        Story = [.. stream.Events.Select(e => Line(e, today)).OfType<string>()];
        return true;
    }

    private string? Line(Recorded recorded, DateOnly today)
    {
        var at = $"{Words.Time(recorded.Envelope.At)} {Words.Day(London.DayOf(recorded.Envelope.At), today)}";
        var by = NameOf(recorded.Envelope.By.Actor);
        return recorded.Event switch
        {
            SafeguardingTaken => $"{at}: {by} is dealing with it.",
            SafeguardingNoted x => $"{at}: {by}. {x.Done}",
            SafeguardingOpenedTo x => $"{at}: {by} let {NameOf(x.With)} read it.",
            SafeguardingHandedOn x => $"{at}: handed on to {NameOf(x.To)}.",
            SafeguardingLeftUnopened x => $"{at}: nobody had taken it up by {Words.Day(x.Due, today)}, {NameOf(x.To)} was told.",
            SafeguardingClosed x => $"{at}: closed by {by}. {x.Outcome}",
            _ => null,
        };
    }
}

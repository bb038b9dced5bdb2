using Candour.CareRecord;
using Candour.CareRecord.Access;
using Candour.CareRecord.Access.Store;
using Candour.CareRecord.Policies;
using Candour.CareRecord.Referrals.Store;
using Candour.CareRecord.Safeguarding;
using Candour.CareRecord.Safeguards;
using Candour.Clinical;
using Candour.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Pages.Safeguarding;

/// <summary>
/// Anybody who works here writes down that a child or an adult may be at risk. It asks for no scope and no consent; the name is
/// shown to those alone who may see it anyway.
/// </summary>
[Needs("safeguarding", Act.Create)]
public sealed class NewModel(TheRecord record, Who who, Randomness randomness, CaseFacts cases, Colleagues colleagues, Looked looked) : PageModel
{
    [BindProperty]
    public string Once { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string? Referral { get; set; }

    [BindProperty]
    public ConcernAbout? About { get; set; }

    [BindProperty]
    public string? Seen { get; set; }

    [BindProperty]
    public string? DoneAtOnce { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Done { get; set; }

    /// <summary>Whose care it was learned from, for whoever may see that; null for everybody else.</summary>
    public PersonRow? AboutPerson { get; private set; }

    /// <summary>"Sam Lead, 01632 960100".</summary>
    public string Lead { get; private set; } = "";

    [TempData]
    public string? Handed { get; set; }

    public string Back => Ids.IsOne(Referral) ? $"/inbox/{Referral}" : "/look-up";

    public async Task<IActionResult> OnGetAsync(string person)
    {
        if (!await Exists(person))
            return NotFound();
        Once = Ids.New(randomness);
        await Show(person);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string person)
    {
        if (!await Exists(person))
            return NotFound();
        var referral = Ids.IsOne(Referral) ? Referral : null;
        var entry = Streams.Safeguarding(Ids.New(randomness));
        var raise = new RaiseSafeguarding(person, referral, About, Seen, DoneAtOnce, Ids.New(randomness));
        var outcome = await record.Write(who.OrderFor(Once), [entry, Streams.Policy], (all, now) =>
            raise.Decide(all[entry], ServicePolicy.On(London.DayOf(now), all[Streams.Policy]), now));
        if (this.Stored(outcome))
        {
            if (outcome is Outcome.Done { Events: var events } && events.Select(e => e.Event).OfType<SafeguardingRaised>().FirstOrDefault() is { } raised)
                Handed = await WhoHasIt(raised);
            return this.See($"/safeguarding/new/{person}?done=true{(referral is null ? "" : $"&referral={referral}")}");
        }

        await Show(person);
        return Page();
    }

    private async Task<bool> Exists(string person) => Ids.IsOne(person) && (await record.Read(Streams.Person(person))).Exists;

    private async Task Show(string person)
    {
        Lead = await WhomToPhone(await Policy());
        if (await cases.Whom("Person", person, null) is { } whom
            && May.Embedded.Ask(who.Actor, Act.View, "identity", await cases.Of(who.Actor, null, whom)) is Answer.Yes)
        {
            AboutPerson = await FindPeople.One(record, person);
            await looked.At(person, Ids.IsOne(Referral) ? Referral : null, Parts.Of("identity"), "safeguarding", patientSees: false);
        }
    }

    private async Task<ServicePolicy> Policy() => ServicePolicy.On(London.Today(record.Clock), await record.Read(Streams.Policy));

    private async Task<string> WhomToPhone(ServicePolicy policy)
    {
        var names = await colleagues.Names();
        return policy switch
        {
            { SafeguardingLead: { } lead, SafeguardingPhone: { } phone } => $"{names(lead)}, the safeguarding lead, on {phone}",
            { SafeguardingLead: { } lead } => $"{names(lead)}, the safeguarding lead",
            { Supervisor: { } supervisor } => $"{names(supervisor)}, the supervisor: no safeguarding lead is named",
            _ => "your manager: no safeguarding lead is named",
        };
    }

    private async Task<string> WhoHasIt(SafeguardingRaised raised)
    {
        if (raised.Owner == Cover.Nobody)
            return "It is saved. No safeguarding lead is named, so phone your manager as well.";
        var name = (await colleagues.Names())(raised.Owner);
        return (await Policy()).SafeguardingLead is null
            ? $"{name} was told. No safeguarding lead is named, so phone {name} as well."
            : $"{name} has a task now and takes it up by {Words.LongDay(raised.Due)}.";
    }
}

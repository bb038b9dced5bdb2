using Candour.CareRecord;
using Candour.CareRecord.Discharge;
using Candour.CareRecord.Links.Store;
using Candour.CareRecord.Messages;
using Candour.CareRecord.Messages.Store;
using Candour.CareRecord.Policies;
using Candour.CareRecord.Referrals;
using Candour.CareRecord.Referrals.Store;
using Candour.Clinical;
using Candour.Web.Access;
using Candour.Web.Components;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Pages.Referrals;

/// <summary>A death: said once, confirmed a second time, and everything to the person stops in the same write. Can be taken back.</summary>
[Needs("identity", CareRecord.Access.Act.View, Posting = CareRecord.Access.Act.Correct, About = About.Person, Key = "person")]
public sealed class DeathPageModel(TheRecord record, Randomness randomness, Who who, Colleagues colleagues) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Person { get; set; } = "";

    [BindProperty]
    public Shown Shown { get; set; } = new();

    [BindProperty]
    public DateParts Died { get; set; } = new();

    [BindProperty]
    public string? ToldBy { get; set; }

    [BindProperty]
    public bool Sure { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    public PersonHead Head { get; private set; } = null!;

    /// <summary>The second page: shows who it is once more.</summary>
    public bool Asking { get; private set; }

    public int Waiting { get; private set; }

    /// <summary>Set when a colleague recorded it, or took it back, meanwhile.</summary>
    public BothTexts? Both { get; private set; }

    public async Task OnGet()
    {
        await Load();
        Shown = Shown.Now(randomness, await record.Read(Streams.Person(Person)));
    }

    public async Task<IActionResult> OnPost()
    {
        await Load();
        if (Day() is not { } died || !ModelState.IsValid)
            return Page();
        if (!Sure)
        {
            Asking = true;
            return Page();
        }

        var messages = (await FindMessages.WaitingFor(record, Person)).Select(Streams.Message).ToList();
        var links = (await FindLinks.OpenOf(record, Person)).Select(Streams.Link).ToList();
        var referrals = await Referrals();
        var person = Streams.Person(Person);
        return await Said(await record.Write(who.OrderFor(Shown.Command), [person, .. messages, .. links, .. referrals], (h, now) => new RecordDeath(died.Known ? died.Day : null, ToldBy).Decide(
            h[person], now, Message.StopForDeath(messages.Select(m => h[m]), links.Select(l => h[l])).And(EndOfCare.StopForDeath(referrals.Select(r => h[r])))),
            (person, Shown.Version)), "Recorded. Everything to this person has stopped, and no notice of an ending runs.");
    }

    public async Task<IActionResult> OnPostUndo()
    {
        await Load();
        var referrals = await Referrals();
        var person = Streams.Person(Person);
        var outcome = await record.Write(
            who.OrderFor(Shown.Command), [person, Streams.Policy, .. referrals],
            (h, now) => RecordDeath.Withdraw(
                h[person], Why, EndOfCare.LiftStop(referrals.Select(r => h[r]), ServicePolicy.On(London.DayOf(now), h[Streams.Policy]).NoticeDays, now)),
            (person, Shown.Version));
        var again = (outcome as Outcome.Done)?.Events.Select(e => e.Event).OfType<EndingNotified>().FirstOrDefault();
        return await Said(
            outcome,
            "Taken back. Nothing that was stopped goes out by itself: look at what has to be sent again."
            + (again is null ? "" : $" The notice of the ending runs anew, until {Words.LongDay(again.Effective)}: tell the person."));
    }

    private async Task<List<StreamId>> Referrals() => [.. (await FindReferrals.OfPerson(record, Person)).Select(r => Streams.Referral(r.Referral))];

    private async Task<IActionResult> Said(Outcome outcome, string done)
    {
        if (outcome is not Outcome.No { Because: var refusal })
        {
            TempData["Done"] = done;
            return this.See($"/people/{Person}/death");
        }

        var now = await record.Read(Streams.Person(Person));
        await Load();
        if (Shown.SomeoneElse(now, outcome, who.Actor.Id, e => e is DeathRecorded or DeathWithdrawn) is { } changed)
        {
            Both = new(await colleagues.NameOf(changed), changed.When,
                [
                    new("What is recorded", Head.Person.HasDied ? "This person has died" : "A death was taken back", Why is null ? "This person has died" : "Recorded in error"),
                    new("In words", Head.Person.HasDied ? now.Last<DeathRecorded>()?.ToldBy : now.Last<DeathWithdrawn>()?.Why, Why ?? ToldBy),
                ],
                $"/people/{Person}/death");
            Shown.Again(randomness, now);
        }

        ModelState.AddModelError(
            refusal.Field is { } field ? field == "died" ? "Died.Day" : nameof(Why) : "",
            refusal.Message);
        return Page();
    }

    private (bool Known, DateOnly Day)? Day()
    {
        if (string.IsNullOrWhiteSpace($"{Died.Day}{Died.Month}{Died.Year}"))
            return (false, default);
        switch (Died.Read(new("the day of death", "day of death") { NotInFuture = true }, Head.Today))
        {
            case DateAnswer.Right right:
                return (true, right.Date);
            case DateAnswer.Wrong wrong:
                ModelState.AddModelError($"Died.{wrong.Part}", wrong.Message);
                return null;
            default:
                return null;
        }
    }

    private async Task Load()
    {
        Head = await PersonHead.Of(record, Person, null);
        Waiting = (await FindMessages.WaitingFor(record, Person)).Count;
    }
}

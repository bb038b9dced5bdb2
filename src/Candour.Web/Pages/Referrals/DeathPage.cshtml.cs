using Candour.CareRecord;
using Candour.CareRecord.Discharge;
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

        var (person, joined) = (Streams.Person(Person), await Read());
        var death = new RecordDeath(died.Known ? died.Day : null, ToldBy);
        return await Said(
            await record.Write(
                who.OrderFor(Shown.Command), [.. joined.All],
                (h, now) => Joined.Also(death.Decide(h[person], now, joined.StoppedForDeath(h)), joined.PeopleIn(h), who.By, now), (person, Shown.Version)),
            $"Recorded. Everything to this person has stopped{(joined.People.Count > 1 ? ", in the records joined with this one too" : "")}, and no notice of an ending runs.");
    }

    public async Task<IActionResult> OnPostUndo()
    {
        await Load();
        var (person, joined) = (Streams.Person(Person), await Read());
        var outcome = await record.Write(
            who.OrderFor(Shown.Command), [.. joined.All, Streams.Policy],
            (h, now) => Joined.Also(
                RecordDeath.Withdraw(
                    h[person], Why, EndOfCare.LiftStop(joined.ReferralsIn(h), ServicePolicy.On(London.DayOf(now), h[Streams.Policy]).NoticeDays, now)),
                joined.PeopleIn(h), who.By, now),
            (person, Shown.Version));
        var again = (outcome as Outcome.Done)?.Events.Select(e => e.Event).OfType<EndingNotified>().FirstOrDefault();
        return await Said(
            outcome,
            "Taken back. Nothing that was stopped goes out by itself: look at what has to be sent again."
            + (again is null ? "" : " The notice of the ending begins anew when the person has been told: tell them, and say so on the page of the ending."));
    }

    private async Task<JoinedStreams> Read() => await JoinedStreams.Of(record, await FindReferrals.JoinedWith(record, Person));

    private async Task<IActionResult> Said(Outcome outcome, string done)
    {
        if (outcome is not Outcome.No { Because: var refusal })
        {
            TempData["Done"] = done;
            return this.See($"/people/{Person}/death");
        }

        var now = await record.Read(Streams.Person(Person));
        await Load();
        if (Shown.ChangedSince(now, outcome, who.Actor.Id, e => e is DeathRecorded or DeathWithdrawn) is { } changed)
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
        Waiting = (await Read()).Messages.Count;
    }
}

using Candour.CareRecord;
using Candour.CareRecord.Access;
using Candour.CareRecord.Appointments;
using Candour.CareRecord.Pathways;
using Candour.CareRecord.Referrals;
using Candour.CareRecord.Sessions;
using Candour.Clinical;
using Candour.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Pages.Pathways;

/// <summary>What was entered late, after the decision to end care, and waits for a second person.</summary>
[Needs("appointment", Act.View, Posting = Act.Correct, About = About.Referral)]
public sealed class LateModel(TheRecord record, Randomness randomness, Who who, Colleagues colleagues) : PageModel
{
    [BindProperty]
    public Shown Shown { get; set; } = new();

    public PathwayView View { get; private set; } = null!;

    /// <summary>Each entry that waits.</summary>
    public IReadOnlyList<HeldEntry> Held { get; private set; } = [];

    /// <summary>Answers, a main problem and what was done in a session or between them: who may read the notes may know whether it is so, the front desk not.</summary>
    private bool MayKnow(string about) =>
        about is not ("answers" or "problem" or "session" or TakeOutContact.About or LogInternetTherapy.About) || May.Embedded.Ever(who.Actor, Act.View, "note") is Answer.Yes;

    public string Id => View.Referral.Stream.Id;

    public async Task<IActionResult> OnGetAsync(string id)
    {
        if (!await Load(id))
            return NotFound();
        Shown = Shown.Now(randomness, View.Referral);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string id, string entry, bool agreed)
    {
        if (!await Load(id))
            return NotFound();
        if (Held.Any(held => held.Entry == entry && !held.MayKnow && (agreed || !held.Mine)))
            return NotFound();
        var (person, referral) = (Streams.Person(View.Person.Id), Streams.Referral(id));
        // What waits may belong to other streams as well: the place in a group session.
        var goes = LateEntry.Held(await record.Read(referral)).Where(held => held.Event.Entry == entry).Select(held => StreamId.Parse(held.Event.Goes));
        var outcome = await record.Write(
            who.OrderFor(Shown.Command), [.. goes.Append(person).Append(referral).Distinct()], (h, _) => new SettleHeld(entry, agreed).Decide(h[referral], who.By), (referral, Shown.Version));
        return this.Stored(outcome, Shown, randomness) ? this.See($"/pathways/{id}/late") : Page();
    }

    /// <summary>What was entered, in words.</summary>
    public static string Named(string about) => about switch
    {
        "try" => "A try to reach them",
        "problem" => "A main problem",
        "answers" => "Answers from paper",
        "session" => "What was done in a session",
        TakeOutContact.About => "A contact to take out",
        LogInternetTherapy.About => "Internet therapy between sessions",
        _ => CareRecord.Referrals.Facts.EveryFact.Find(about)?.Title ?? "An entry",
    };

    private async Task<bool> Load(string id)
    {
        var referral = await record.Read(Streams.Referral(id));
        var person = await record.Read(Streams.Person(referral.First<ReferralReceived>()?.Person ?? ""));
        if (PathwayView.Of(referral, person, London.Today(record.Clock)) is not { } view)
            return false;
        View = view;
        var names = await colleagues.Names();
        Held =
        [
            .. LateEntry.Held(referral).GroupBy(h => h.Event.Entry).Select(group => (First: group.First(), All: group)).Select(one => new HeldEntry(
                one.First.Event.Entry, Named(one.First.Event.About), names(one.First.Envelope.By.Actor), London.DayOf(one.First.Envelope.At), one.First.Event.Days,
                MayKnow(one.First.Event.About) ? [.. one.All.SelectMany(h => HeldWords.Of(h.Event))] : [],
                one.First.Envelope.By.Actor == who.Actor.Id, MayKnow(one.First.Event.About))),
        ];
        return true;
    }
}

/// <summary>An entry that waits for a second person.</summary>
/// <param name="Days">Whole days between what happened and its entry.</param>
/// <param name="What">What would count, in words.</param>
/// <param name="Mine">One's own: it may only be taken out.</param>
/// <param name="MayKnow">Whether it may be confirmed in one's roles.</param>
public sealed record HeldEntry(string Entry, string Title, string By, DateOnly On, int Days, IReadOnlyList<string> What, bool Mine, bool MayKnow);

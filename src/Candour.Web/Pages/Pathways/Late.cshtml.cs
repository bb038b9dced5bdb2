using Candour.CareRecord;
using Candour.CareRecord.Access;
using Candour.CareRecord.Pathways;
using Candour.CareRecord.Referrals;
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

    /// <summary>One for each entry: who made it, what, when, and whether it is one's own.</summary>
    public IReadOnlyList<(LateEntryHeld Event, string By, Moment At, bool Mine)> Held { get; private set; } = [];

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
        var (person, referral) = (Streams.Person(View.Person.Id), Streams.Referral(id));
        var outcome = await record.Write(
            who.OrderFor(Shown.Command), [person, referral], (h, _) => new SettleHeld(entry, agreed).Decide(h[referral], who.By), (referral, Shown.Version));
        return this.Stored(outcome, Shown, randomness) ? this.See($"/pathways/{id}/late") : Page();
    }

    /// <summary>What was entered, in words.</summary>
    public static string Named(string about) => about switch
    {
        "try" => "A try to reach them",
        "problem" => "A main problem",
        "answers" => "Answers from paper",
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
        Held = [.. LateEntry.Held(referral).DistinctBy(h => h.Event.Entry).Select(h => (h.Event, names(h.Envelope.By.Actor), h.Envelope.At, h.Envelope.By.Actor == who.Actor.Id))];
        return true;
    }
}

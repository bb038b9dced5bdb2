using Candour.CareRecord;
using Candour.CareRecord.Referrals;
using Candour.CareRecord.Referrals.Store;
using Candour.Clinical;
using Candour.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Pages.Referrals;

/// <summary>Two records that may be of one person, side by side. Joining takes two members of staff and is undone exactly.</summary>
[Needs("identity", CareRecord.Access.Act.View, Posting = CareRecord.Access.Act.Correct, Whole = true)]
public sealed class SameModel(TheRecord record, Randomness randomness, Who who, Looked looked, Colleagues colleagues) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Pair { get; set; } = "";

    [BindProperty]
    public Shown Shown { get; set; } = new();

    [BindProperty]
    public string? Decision { get; set; }

    [BindProperty]
    public string? Because { get; set; }

    public PairState State { get; private set; }

    public IReadOnlyList<(string What, string A, string B, string Mark)> Rows { get; private set; } = [];

    public IReadOnlyList<string> Reasons { get; private set; } = [];

    public string? ProposedBecause { get; private set; }

    public bool ProposedByMe { get; private set; }

    /// <summary>Set when a colleague decided meanwhile.</summary>
    public BothTexts? Both { get; private set; }

    public async Task<IActionResult> OnGet()
    {
        if (await Load() is not (var a, var b))
            return NotFound();
        Shown = Shown.Now(randomness, await record.Read(Streams.Pair(a, b)));
        await looked.At(a, null, "identity, compared with another record", "front desk: whether two records are of one person");
        await looked.At(b, null, "identity, compared with another record", "front desk: whether two records are of one person");
        return Page();
    }

    public async Task<IActionResult> OnPost()
    {
        if (await Load() is not (var a, var b))
            return NotFound();
        var (pair, one, two) = (Streams.Pair(a, b), Streams.Person(a), Streams.Person(b));
        var (mine, theirs) = (await FindReferrals.JoinedWith(record, a, Pair), await FindReferrals.JoinedWith(record, b, Pair));
        var joined = await JoinedStreams.Of(record, [.. mine, .. theirs]);
        var outcome = await record.Write(who.OrderFor(Shown.Command), [pair, .. joined.All, Streams.Policy], (h, now) => Decision switch
        {
            "one" => SamePerson.Propose(h[pair], Person.Of(h[one])!, Person.Of(h[two])!, Because ?? ""),
            "agree" => Joining.Agree(SamePerson.Agree(h[pair], h[one], h[two], who.By), joined, h),
            "two" => SamePerson.TwoPeople(h[pair], Because),
            "ask" => SamePerson.Ask(h[pair]),
            "undo" => Joining.Undo(SamePerson.Undo(h[pair], h[one], h[two], Because), mine.Contains(b) ? [mine] : [mine, theirs], joined, h, now),
            _ => new ChooseWhatYouSee(),
        }, (pair, Shown.Version));
        if (outcome is not Outcome.No no)
        {
            TempData["Done"] = "Written down.";
            return this.See($"/inbox/same/{Pair}");
        }

        await Compare(outcome, await record.Read(pair));
        ModelState.AddModelError(no.Because.Field is not null ? nameof(Because) : nameof(Decision), no.Because.Message);
        return Page();
    }

    private async Task Compare(Outcome outcome, History now)
    {
        if (Shown.ChangedSince(now, outcome, who.Actor.Id, e => e is not MayBeSamePerson) is not { } changed)
            return;
        await Load();
        Both = new(await colleagues.NameOf(changed), changed.When,
            [
                new("The two records", State switch { PairState.Joined => "One person", PairState.Proposed => "A colleague thinks one person", PairState.TwoPeople => "Two people", _ => "Not decided" },
                    Decision switch { "one" or "agree" => "One person", "two" => "Two people", "undo" => "Undo joining", "ask" => "Not sure, ask them", _ => "Nothing chosen" }),
                new("Why", ProposedBecause, Because),
            ],
            $"/inbox/same/{Pair}") { Form = "mine" };
        Shown.Again(randomness, now);
    }

    private async Task<(string A, string B)?> Load()
    {
        var stream = new StreamId("pair", Pair);
        var history = Pair.Length == 33 ? await record.Read(stream) : History.Empty(stream);
        if (history.First<MayBeSamePerson>() is not { } pair)
            return null;
        State = SamePerson.StateOf(history);
        Reasons = [.. history.All<MayBeSamePerson>().SelectMany(m => m.Because).Distinct()];
        var proposed = history.Recorded<JoiningProposed>().LastOrDefault();
        (ProposedBecause, ProposedByMe) = (proposed.Event?.Because, proposed.Envelope?.By.Actor == who.By.Actor);
        var (a, b) = (Person.Of(await record.Read(Streams.Person(pair.PersonA)))!, Person.Of(await record.Read(Streams.Person(pair.PersonB)))!);
        Rows =
        [
            Row("First name", a.FirstName, b.FirstName, Tidy.Name), Row("Last name", a.LastName, b.LastName, Tidy.Name),
            Row("Date of birth", Day(a.BirthDate), Day(b.BirthDate), t => t), Row("NHS number", a.NhsNumber, b.NhsNumber, t => t),
            Row("Mobile", a.Contact?.Mobile, b.Contact?.Mobile, Tidy.Phone), Row("Phone", a.Contact?.Phone, b.Contact?.Phone, Tidy.Phone),
            Row("E-mail", a.Contact?.Email, b.Contact?.Email, t => t.ToLowerInvariant()), Row("Postcode", a.Contact?.Postcode, b.Contact?.Postcode, Tidy.Postcode),
            Row("Referrals", await Referrals(a.Id), await Referrals(b.Id), t => t),
        ];
        return (pair.PersonA, pair.PersonB);
    }

    private async Task<string> Referrals(string person) => string.Join(", ", (await FindReferrals.OfPerson(record, person))
        .Select(r => $"{Words.Day(r.ReceivedOn, DateOnly.MinValue)} ({r.Stage switch { Stage.Inbox => "in the inbox", Stage.Reaching => "being reached", Stage.Booked => "in care", _ => "closed" }})"));

    private static string? Day(DateOnly? day) => day is { } d ? Words.Day(d, DateOnly.MinValue) : null;

    private static (string What, string A, string B, string Mark) Row(string what, string? a, string? b, Func<string, string> tidy) => (
        what, a ?? "–", b ?? "–",
        string.IsNullOrEmpty(a) || string.IsNullOrEmpty(b) ? "missing" : tidy(a) == tidy(b) ? "same" : "different");
}

public sealed record ChooseWhatYouSee() : Refusal("Choose what you see");

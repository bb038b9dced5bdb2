using Candour.CareRecord;
using Candour.CareRecord.Access;
using Candour.CareRecord.Appointments;
using Candour.CareRecord.Referrals;
using Candour.CareRecord.Referrals.Facts;
using Candour.CareRecord.Referrals.Store;
using Candour.Clinical;
using Candour.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Pages.Referrals;

/// <summary>
/// The facts of registration: each with its present value, its history, and a form that adds a new value. There is no edit.
/// </summary>
[Needs("identity", CareRecord.Access.Act.View, Posting = CareRecord.Access.Act.Correct, About = About.Referral, Key = "referral")]
public sealed class RegistrationModel(TheRecord record, Randomness randomness, Who who, Colleagues colleagues) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Referral { get; set; } = "";

    /// <summary>The fact that is being added to; null: all of them.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Slug { get; set; }

    [BindProperty]
    public Shown Shown { get; set; } = new();

    [BindProperty]
    public Dictionary<string, List<string>> Values { get; set; } = [];

    [BindProperty]
    public Dictionary<string, Components.DateParts> Days { get; set; } = [];

    [BindProperty]
    public WhyLate? WhyLate { get; set; }

    public Fact? Fact { get; private set; }

    public PersonHead Head { get; private set; } = null!;

    /// <summary>Set when somebody else added a value of the same fact meanwhile.</summary>
    public BothTexts? Both { get; private set; }

    public DateOnly Today => London.Today(record.Clock);

    private History _person = null!;
    private History _referral = null!;

    public async Task<IActionResult> OnGet()
    {
        if (await Load() is { } elsewhere)
            return elsewhere;
        if (Fact is not null)
            Shown = Shown.Now(randomness, HistoryOf(Fact));
        return Page();
    }

    public async Task<IActionResult> OnPost()
    {
        if (await Load() is { } elsewhere)
            return elsewhere;
        if (Fact is null || !MayAdd(Fact))
            return NotFound();
        var input = new FactInput(Typed(), Today);
        if (Fact.Make(input) is not { } made)
        {
            foreach (var (field, words) in input.Errors)
                ModelState.AddModelError(KeyOf(Fact, field), words);
            return Page();
        }

        var taken = made is NhsNumberGiven { Number: { } number } && await FindPeople.NhsNumberTaken(record, number, Head.Person.Person);
        var stream = HistoryOf(Fact).Stream;
        var referral = Streams.Referral(Referral);
        // What is safe binds the records joined with this one in the same write.
        var joined = made is SafeContactRulesGiven ? (await FindReferrals.JoinedWith(record, Head.Person.Person)).Select(Streams.Person).ToList() : [];
        var outcome = await record.Write(
            who.OrderFor(Shown.Command), [.. new[] { stream, referral }.Concat(joined).Distinct()],
            (h, now) => Joined.Also(
                new AddFact(Fact, made, input.Why, WhyLate).Decide(h[stream], h[referral], who.By, now, taken), [.. joined.Select(p => h[p])], who.By, now),
            (stream, Shown.Version));
        await Compare(outcome, made);
        if (outcome is Outcome.No no)
        {
            ModelState.AddModelError(no.Because.Field == "late" ? nameof(WhyLate) : KeyOf(Fact, no.Because.Field ?? ""), no.Because.Message);
            return Page();
        }

        TempData["Done"] = outcome.IsHeld() ? LateEntry.Waits : $"{Fact.Title}: saved.";
        return this.See($"/pathways/{Referral}/registration");
    }

    /// <summary>Every value there ever was, newest first, each field in words.</summary>
    public IEnumerable<(Recorded Recorded, string Words)> Over(Fact fact) => fact.Over(HistoryOf(fact)).Reverse().Select(r => (r, Say(fact, r.Event)));

    /// <summary>"Corrected on 5 October by: administrator. moved": said wherever the present value took another's place (H40); null where none did.</summary>
    public string? Corrected(Fact fact)
    {
        if (fact.Repeats || Over(fact).FirstOrDefault().Recorded is not { } last || (Over(fact).Count() == 1 && AtFirst(fact) == "Not asked yet"))
            return null;
        var why = fact.WhyOf(last.Event) is { } said ? $", because: {said}" : "";
        return $"Corrected on {Words.Day(London.DayOf(last.Envelope.At), Today)} by {LowerFirst(Who(last.Envelope.By))}{why}";
    }

    public bool MayAdd(Fact fact) => May.Embedded.Ever(who.Actor, CareRecord.Access.Act.Correct, fact.Resource) is Answer.Yes;

    /// <summary>Who wrote it, in the words for their role; the person themselves where they did.</summary>
    public static string Who(By by) => by.Role is CareRecord.Roles.Patient or CareRecord.Roles.Public ? "The person" : RoleWords.One(by.Role);

    /// <summary>The names and birth date given at registration stand until a new value is added.</summary>
    public string AtFirst(Fact fact) => (fact.Slug, _person.First<PersonRegistered>()) switch
    {
        ("name", { } first) => $"{first.FirstName} {first.LastName}".Trim(),
        ("birth-date", { BirthDate: { } born }) => Words.Day(born, DateOnly.MinValue),
        ("source", _) => InboxModel.From(_referral.First<ReferralReceived>()!.Source),
        ("commissioner", _) when _referral.First<ReferralReceived>()!.Commissioner is { Length: > 0 } code => code,
        _ => "Not asked yet",
    };

    // PWP keeps its capitals.
    private static string LowerFirst(string words) => words.Length > 1 && char.IsLower(words[1]) ? char.ToLowerInvariant(words[0]) + words[1..] : words;

    private async Task Compare(Outcome outcome, Event mine)
    {
        if (outcome is Outcome.Done)
            return;
        await Load();
        var now = HistoryOf(Fact!);
        if (Shown.ChangedSince(now, outcome, who.Actor.Id, e => Fact!.Values(e) is not null) is not { } changed)
            return;
        var theirs = Fact!.Over(now).LastOrDefault()?.Event;
        Both = new(await colleagues.NameOf(changed), changed.When,
            [.. Fact.Fields.Select(f => new BothText(f.Label, theirs is null ? null : Value(f, theirs), Value(f, mine)))],
            $"/pathways/{Referral}/registration/{Fact.Slug}") { Form = "mine", BothStand = Fact.Repeats };
        Shown.Again(randomness, now);
    }

    private string? Value(FactField field, Event e) =>
        Fact!.Values(e)?.GetValueOrDefault(field.Name) is { } values ? values.Count == 0 ? "none" : string.Join(", ", values.Select(field.Say)) : null;

    private static string Say(Fact fact, Event e) => string.Join("; ", fact.Fields
        .Select(f => fact.Values(e)!.GetValueOrDefault(f.Name) is { } values ? $"{f.Label}: {(values.Count == 0 ? "none" : string.Join(", ", values.Select(f.Say)))}" : null)
        .OfType<string>());

    private History HistoryOf(Fact fact) => fact.AboutReferral ? _referral : _person;

    private static string KeyOf(Fact fact, string field) => fact.Fields.FirstOrDefault(f => f.Name == field) switch
    {
        { Kind: FieldKind.Day } => $"Days[{field}].Day",
        null when field is not ("why" or "") => $"Values[{fact.Fields[0].Name}]",
        _ => field.Length == 0 ? "" : $"Values[{field}]",
    };

    // A date arrives in three boxes; what cannot be one becomes a text that no date is.
    private Dictionary<string, IReadOnlyList<string>> Typed()
    {
        var known = Fact!.Fields.Select(f => f.Name).Append("why").ToHashSet();
        var typed = Values.Where(v => known.Contains(v.Key) && v.Value is not null)
            .ToDictionary(v => v.Key, v => (IReadOnlyList<string>)[.. v.Value.Where(t => !string.IsNullOrWhiteSpace(t))]);
        foreach (var (name, parts) in Days.Where(d => known.Contains(d.Key) && d.Value is { } p && !string.IsNullOrWhiteSpace($"{p.Day}{p.Month}{p.Year}")))
        {
            typed[name] = parts.Read(new("the date", "date"), Today) is Components.DateAnswer.Right right
                ? [right.Date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)]
                : ["not a date"];
        }

        return typed;
    }

    private async Task<IActionResult?> Load()
    {
        _referral = await record.Read(Streams.Referral(Referral));
        var person = _referral.First<ReferralReceived>()!.Person;
        _person = await record.Read(Streams.Person(person));
        Head = await PersonHead.Of(record, person, Referral);
        Fact = Slug is null ? null : EveryFact.Find(Slug);
        return Slug is not null && Fact is null ? NotFound() : null;
    }
}

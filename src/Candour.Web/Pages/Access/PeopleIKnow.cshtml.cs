using Candour.CareRecord;
using Candour.CareRecord.Access;
using Candour.CareRecord.Access.Store;
using Candour.CareRecord.Referrals.Store;
using Candour.Clinical;
using Candour.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Pages.Access;

/// <summary>
/// A member of staff says that they know a person whose record is here; the record closes to them. Asks for no scope and shows
/// nothing of the record: the name to those alone who may see it anyway.
/// </summary>
[Needs("staff_account", Act.View, Posting = Act.Correct, About = About.Myself, Part = "people I know")]
public sealed class PeopleIKnowModel(TheRecord record, Who who, CaseFacts cases, ClosedRecords closed, Randomness randomness) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Person { get; set; }

    [BindProperty]
    public string Once { get; set; } = "";

    [BindProperty]
    public Closeness? Closeness { get; set; }

    [TempData]
    public string? Said { get; set; }

    /// <summary>Who it is, for whoever may see that; null for everybody else.</summary>
    public PersonRow? Known { get; private set; }

    /// <summary>Where a worry about them is handed on, for whoever does.</summary>
    public string? Worry => Person is { } person && HandOn.May(who) ? HandOn.Address(person, null) : null;

    public IReadOnlyList<RelationRow> Mine { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        Once = Ids.New(randomness);
        await Load();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!Ids.IsOne(Person) || !(await record.Read(Streams.Person(Person!))).Exists)
            return NotFound();
        if (!this.Stored(await closed.Declare(who.OrderFor(Once), Person!, who.Staff!.Staff, Closeness)))
        {
            await Load();
            return Page();
        }

        Said = "Thank you for telling us. The record is closed to you, in an emergency too. What was yours to do for them passes to a colleague.";
        return this.See("/people-i-know");
    }

    private async Task Load()
    {
        if (Person is null)
        {
            // What the person asked for is theirs: it is not told here.
            Mine = [.. (await closed.To(who.Staff!.Staff)).Where(r => r.Closeness != CareRecord.Access.Closeness.AskedByThePerson)];
            return;
        }

        if (Ids.IsOne(Person) && await cases.Whom("Person", Person!, null) is { } whom
            && May.Embedded.Ask(who.Actor, Act.View, "identity", await cases.Of(who.Actor, null, whom)) is Answer.Yes)
            Known = await FindPeople.One(record, Person!);
    }

    internal static string InWords(Closeness closeness) => closeness switch
    {
        CareRecord.Access.Closeness.Myself => "their own record",
        CareRecord.Access.Closeness.Family => "family",
        CareRecord.Access.Closeness.Friend => "a friend",
        CareRecord.Access.Closeness.Colleague => "a colleague",
        CareRecord.Access.Closeness.Neighbour => "a neighbour",
        _ => "the person asked for it",
    };
}

using Candour.CareRecord;
using Candour.CareRecord.Access;
using Candour.CareRecord.Letters;
using Candour.CareRecord.Letters.Store;
using Candour.CareRecord.Referrals.Store;
using Candour.Clinical;
using Candour.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Pages.Letters;

/// <param name="What">Make it, or print and post it.</param>
public sealed record QueueLine(string Name, string Letter, string What, string Since, string Href);

/// <summary>The front desk's letters: what is to be made, printed and posted, the longest waiting first.</summary>
[Needs("letter", Act.View)]
public sealed class QueueModel(TheRecord record, Who who, Looked looked) : PageModel
{
    private const int Most = 50;

    public IReadOnlyList<QueueLine> Lines { get; private set; } = [];

    public int All { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        // A list of people over all caseloads is the front desk's alone.
        if (who.AllowedBy != Roles.Administrator)
            return NotFound();
        var today = London.Today(record.Clock);
        (var rows, All) = await FindLetters.Waiting(record, Most);
        var names = await FindPeople.Many(record, [.. rows.Select(r => r.Person).Distinct()]);
        Lines = [.. rows.Select(r => new QueueLine(
            names.TryGetValue(r.Person, out var row) ? row.FullName : "Name not known", Letter.NameOf(r.Kind),
            r.Letter == LetterRow.Owed ? "To be made" : "To be printed and posted", Words.Day(London.DayOf(r.Since), today),
            r.Letter == LetterRow.Owed ? $"/pathways/{r.Referral}/letters" : $"/pathways/{r.Referral}/letters/{r.Letter}"))];
        await Task.WhenAll(names.Keys.Select(person => looked.At(person, null, "letters", "front desk: letters to be made or posted")));
        return Page();
    }
}

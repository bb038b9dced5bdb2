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
/// <param name="Href">Null: a letter that others open.</param>
public sealed record QueueLine(string Name, string Letter, string What, string Since, string? Href);

/// <summary>
/// Letters to be made, printed and posted, the longest waiting first: those of one's own people, or all for the front desk, which opens its
/// own and asks for the others, so that none is forgotten where nobody treats the person any more.
/// </summary>
[Needs("letter", Act.View, Meets = Conditions.AdministrativeLetters)]
public sealed class QueueModel(TheRecord record, Who who, Looked looked) : PageModel
{
    // As long after it was posted as the gate lets its clinician open it.
    private const int Most = 50, DaysInThePost = 30;

    public IReadOnlyList<QueueLine> Lines { get; private set; } = [];

    public int All { get; private set; }

    /// <summary>One's own letters to a GP, posted in the last 30 days: what the post may still bring back.</summary>
    public IReadOnlyList<QueueLine> Posted { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        var today = London.Today(record.Clock);
        var desk = who.Actor.Roles.Contains(Roles.Administrator);
        (var rows, All) = desk ? await FindLetters.Waiting(record, Most) : await FindLetters.OfPeopleOf(record, who.Actor.Id, Most);
        var posted = await FindLetters.InThePost(record, who.Actor.Id, today.AddDays(-DaysInThePost), Most);
        var names = await FindPeople.Many(record, [.. rows.Concat(posted).Select(r => r.Person).Distinct()]);
        Lines = [.. rows.Select(r => LineOf(r, names.TryGetValue(r.Person, out var row) ? row.FullName : "Name not known", today, opens: who.AllowedBy != Roles.Administrator || Letter.IsAdministrative(r.Kind)))];
        Posted = [.. posted.Select(r => new QueueLine(
            names.TryGetValue(r.Person, out var row) ? row.FullName : "Name not known", Letter.NameOf(r.Kind), "It came back", Words.Day(r.PostedOn!.Value, today), $"/pathways/{r.Referral}/letters/{r.Letter}"))];
        await Task.WhenAll(names.Keys.Select(person => looked.At(person, null, "letters", "letters to be made or posted")));
        return Page();
    }

    private static QueueLine LineOf(LetterRow row, string name, DateOnly today, bool opens)
    {
        var since = Words.Day(London.DayOf(row.Since), today);
        return !opens ? new(name, "A letter of those who treat them", "Ask them to make and post it", since, null)
            : row.Letter == LetterRow.Owed ? new(name, Letter.NameOf(row.Kind), "To be made", since, row.Kind == LetterKind.GpEnding ? $"/pathways/{row.Referral}/letters/gp" : $"/pathways/{row.Referral}/letters")
            : new(name, Letter.NameOf(row.Kind), "To be printed and posted", since, $"/pathways/{row.Referral}/letters/{row.Letter}");
    }
}

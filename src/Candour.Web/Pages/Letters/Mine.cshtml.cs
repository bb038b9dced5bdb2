using Candour.CareRecord;
using Candour.CareRecord.Access;
using Candour.CareRecord.Letters;
using Candour.CareRecord.Treatment.Store;
using Candour.Clinical;
using Candour.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Pages.Letters;

/// <summary>My letters: each with its date and who else got it; one of them opened.</summary>
[ForPatients]
[Needs("letter", Act.View, About = About.Myself)]
public sealed class MineModel(TheRecord record, LetterDesk desk, Who who) : PageModel
{
    public IReadOnlyList<Letter> Letters { get; private set; } = [];

    public Letter? Opened { get; private set; }

    public Sheet? Sheet { get; private set; }

    public DateOnly Today => London.Today(record.Clock);

    public async Task<IActionResult> OnGetAsync(string? letter)
    {
        List<string> mine;
        await using (var lists = record.Lists())
            mine = [.. (await lists.ReferralsOf(who.Patient!.Person)).Select(r => r.Referral)];
        var all = new List<(Letter Letter, History Referral)>();
        foreach (var referral in mine)
        {
            var history = await record.Read(Streams.Referral(referral));
            // A letter that has not left is not theirs to read yet.
            all.AddRange(Letter.All(history).Where(l => l.PostedOn is not null).Select(l => (l, history)));
        }

        Letters = [.. all.Select(a => a.Letter).OrderByDescending(l => l.PostedOn)];
        if (letter is null)
            return Page();
        if (all.FirstOrDefault(a => a.Letter.Id == letter) is not { Letter: { } opened, Referral: { } of })
            return NotFound();
        (Opened, Sheet) = (opened, await desk.SheetOf(opened, of));
        return Page();
    }
}

using Candour.CareRecord;
using Candour.CareRecord.Access;
using Candour.CareRecord.Referrals;
using Candour.CareRecord.Referrals.Store;
using Candour.CareRecord.Treatment.Store;
using Candour.Clinical;
using Candour.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Pages.Referrals;

/// <param name="IsFact">A fact to change; else something to see to.</param>
/// <param name="Wanted">What it should say, or what they wrote, in the person's words.</param>
/// <param name="Place">Where it is done, and the words of the link; null: no one page does it.</param>
public sealed record AskedLine(string Request, string Person, string Name, string What, bool IsFact, string Wanted, string Since, (string Href, string Words)? Place)
{
    /// <summary>It is settled with an answer in words alone.</summary>
    public bool IsQuestion { get; init; }

    public bool IsFromStaff { get; init; }
}

/// <summary>What people asked for on their own page, for the front desk: see to it, then say that it is done.</summary>
[Needs("identity", CareRecord.Access.Act.View, Posting = CareRecord.Access.Act.Correct)]
public sealed class AskedModel(TheRecord record, Who who, Looked looked, Randomness randomness) : PageModel
{
    private const int Most = 50;

    [BindProperty]
    public string Once { get; set; } = "";

    [BindProperty]
    public string Person { get; set; } = "";

    [BindProperty]
    public string Asked { get; set; } = "";

    [BindProperty]
    public string? InWords { get; set; }

    [TempData]
    public string? Said { get; set; }

    public IReadOnlyList<AskedLine> Lines { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync() => await Load() ? Page() : NotFound();

    public Task<IActionResult> OnPostDoneAsync() => Settle(done: true);

    public Task<IActionResult> OnPostNotAsync() => Settle(done: false);

    private async Task<IActionResult> Settle(bool done)
    {
        if (who.AllowedBy != Roles.Administrator || !Ids.IsOne(Person))
            return NotFound();
        var stream = Streams.Person(Person);
        var outcome = await record.Write(
            who.OrderFor($"{Once}/{Asked}"), [stream], (all, _) => ChangeDetails.Settle(all[stream], Asked, done, InWords));
        if (!this.Stored(outcome))
            return await Load() ? Page() : NotFound();
        Said = done ? "Settled. They see it on their page." : "Settled. They see your words on their page.";
        return this.See("/asked");
    }

    private static bool IsFact(DetailAsked what) => what is DetailAsked.Name or DetailAsked.GpSurgery;

    private static (string Href, string Words)? PlaceOf(DetailAsked what, string referral) => what switch
    {
        DetailAsked.Name => ($"/pathways/{referral}/registration/name", "Change it"),
        DetailAsked.GpSurgery => ($"/pathways/{referral}/registration/gp", "Change it"),
        DetailAsked.AnotherTherapist or DetailAsked.ClinicianKnowsThem => ($"/pathways/{referral}/therapist", "Change the therapist"),
        _ => null,
    };

    private async Task<bool> Load()
    {
        // A list of people over all caseloads is the front desk's alone.
        if (who.AllowedBy != Roles.Administrator)
            return false;
        var today = London.Today(record.Clock);
        Once = Ids.New(randomness);
        ModelState.Remove(nameof(Once));
        await using var lists = record.Lists();
        var rows = await FindAsked.Open(record, Most);
        var names = await FindPeople.Many(record, [.. rows.Select(r => r.Person).Distinct()]);
        var lines = new List<AskedLine>();
        var looks = new List<Task>();
        foreach (var row in rows)
        {
            var person = await record.Read(Streams.Person(row.Person));
            var referral = (await lists.ReferralsOf(row.Person)).FirstOrDefault()?.Referral;
            lines.Add(new(
                row.Request, row.Person, names.TryGetValue(row.Person, out var known) ? known.FullName : "Name not known",
                AskFor.Of(row.What), IsFact(row.What),
                person.First<DetailsChangeAsked>(a => a.Request == row.Request) is { } asked ? asked.Wanted ?? asked.InWords ?? (IsFact(row.What) ? "erased" : "They wrote nothing more.") : "erased", Words.Day(London.DayOf(row.Asked), today),
                referral is null ? null : PlaceOf(row.What, referral))
            {
                IsQuestion = row.What == DetailAsked.WhyOpened, IsFromStaff = row.What == DetailAsked.ClinicianKnowsThem,
            });
            looks.Add(looked.At(row.Person, referral, "name and birth date", IsFact(row.What) ? "you asked for a change" : "you asked for something"));
        }

        await Task.WhenAll(looks);

        Lines = lines;
        return true;
    }
}

using System.Security.Cryptography;
using System.Text;
using Candour.CareRecord;
using Candour.CareRecord.Access;
using Candour.CareRecord.Access.Store;
using Candour.CareRecord.Referrals.Store;
using Candour.Clinical;
using Candour.Web.Access;
using Candour.Web.Components;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Pages.Referrals;

/// <summary>
/// Search by name, birth date, NHS number or reference. Shows identity lines only; what was searched is logged as a hash, and
/// every person shown has it in their log. People who are not in the reader's own work are shown once a reason is given, which
/// the person can read. Posted, so that no name stands in an address.
/// </summary>
[Needs("identity", CareRecord.Access.Act.View)]
public sealed class LookUpModel(TheRecord record, Who who, CaseFacts cases, Looked looked, ILogger<LookUpModel> log) : PageModel
{
    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public DateParts Born { get; set; } = new();

    [BindProperty]
    public string? Number { get; set; }

    [BindProperty]
    public LookUpReason? Why { get; set; }

    [BindProperty]
    public string? WhyWords { get; set; }

    public IReadOnlyList<(PersonRow Person, ReferralRow? Referral)>? Found { get; private set; }

    /// <summary>People who match, are not in the reader's own work, and are not shown because no reason was given.</summary>
    public int NotShown { get; private set; }

    /// <summary>Whoever finds somebody here can hand on a worry about them, also without opening the record.</summary>
    public bool HandsOn => HandOn.May(who);

    public bool Concerns => HandOn.MayConcern(who);

    /// <summary>The person's page for those who treat; the referral's for the front desk.</summary>
    public string Address(string referral) =>
        May.Embedded.Ever(who.Actor, CareRecord.Access.Act.View, "answers") is Answer.Yes ? $"/pathways/{referral}" : $"/inbox/{referral}";

    public bool OpensInAnEmergency => May.Embedded.Ever(who.Actor, CareRecord.Access.Act.Create, "break_glass") is Answer.Yes;

    public async Task<IActionResult> OnPost()
    {
        var born = Birth();
        var (nhs, reference) = NumberOrReference();
        if (!ModelState.IsValid)
            return Page();
        if (string.IsNullOrWhiteSpace(Name) && born is null && nhs is null && reference is null)
        {
            ModelState.AddModelError(nameof(Name), "Enter a name, a birth date, an NHS number or a reference");
            return Page();
        }

        if (Why == LookUpReason.Another && (WhyWords?.Trim().Length ?? 0) < LookUpReasons.Fewest)
        {
            ModelState.AddModelError(nameof(WhyWords), $"Say why you look, in {LookUpReasons.Fewest} characters or more. The person can read it");
            return Page();
        }

        var all = await FindPeople.Search(record, Name, born, nhs, reference);
        var mine = new List<(PersonRow Person, ReferralRow? Referral, bool InMyWork)>(all.Count);
        foreach (var (person, referral) in all)
            mine.Add((person, referral, await IsInMyWork(person.Person, referral?.Referral)));
        var shown = mine.Where(m => m.InMyWork || Why is not null).ToList();
        (Found, NotShown) = ([.. shown.Select(m => (m.Person, m.Referral))], mine.Count - shown.Count);
        if (NotShown > 0)
            ModelState.AddModelError(nameof(Why), "Choose why you look");
        var query = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Name}|{born}|{nhs}|{reference}")).AsSpan(0, 8));
        log.LogInformation("Search {Query} found {Count}", query, Found.Count);
        foreach (var (person, _, inMyWork) in shown)
        {
            await looked.At(
                person.Person, null, "name and birth date, in a search",
                inMyWork || Why is not { } reason ? "a search by name, birth date or number" : LookUpReasons.ToThePerson(reason, WhyWords), "search");
        }

        return Page();
    }

    /// <summary>By the table: this reader may see this person's identity as things stand now.</summary>
    private async Task<bool> IsInMyWork(string person, string? referral) =>
        May.Embedded.Ask(
            who.Actor, CareRecord.Access.Act.View, "identity", await cases.Of(who.Actor, null, new(person, referral, null, $"person/{person}"))) is Answer.Yes;

    private DateOnly? Birth()
    {
        if (string.IsNullOrWhiteSpace($"{Born.Day}{Born.Month}{Born.Year}"))
            return null;
        switch (Born.Read(DateQuestion.Birth, London.Today(record.Clock)))
        {
            case DateAnswer.Right right:
                return right.Date;
            case DateAnswer.Wrong wrong:
                ModelState.AddModelError($"Born.{wrong.Part}", wrong.Message);
                return null;
            default:
                return null;
        }
    }

    private (string? Nhs, string? Reference) NumberOrReference()
    {
        if (string.IsNullOrWhiteSpace(Number))
            return default;
        if (NhsNumber.TryParse(Number, out var nhs))
            return (nhs.Digits, null);
        if (Number.Contains('-', StringComparison.Ordinal))
            return (null, Number);
        ModelState.AddModelError(nameof(Number), "That is neither an NHS number nor a reference like NM-4821-07. Check it");
        return default;
    }
}

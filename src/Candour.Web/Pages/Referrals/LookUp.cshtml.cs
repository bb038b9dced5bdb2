using System.Security.Cryptography;
using System.Text;
using Candour.CareRecord;
using Candour.CareRecord.Access;
using Candour.CareRecord.Referrals.Store;
using Candour.Clinical;
using Candour.Web.Access;
using Candour.Web.Components;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Pages.Referrals;

/// <summary>
/// Search by name, birth date, NHS number or reference. Shows identity lines only; what was searched is logged as a hash, and
/// every person shown has it in their log. Posted, so that no name stands in an address.
/// </summary>
[Needs("identity", CareRecord.Access.Act.View)]
public sealed class LookUpModel(TheRecord record, Who who, Looked looked, ILogger<LookUpModel> log) : PageModel
{
    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public DateParts Born { get; set; } = new();

    [BindProperty]
    public string? Number { get; set; }

    public IReadOnlyList<(PersonRow Person, ReferralRow? Referral)>? Found { get; private set; }

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

        Found = await FindPeople.Search(record, Name, born, nhs, reference);
        var query = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Name}|{born}|{nhs}|{reference}")).AsSpan(0, 8));
        log.LogInformation("Search {Query} found {Count}", query, Found.Count);
        foreach (var (person, _) in Found)
            await looked.At(person.Person, null, "name and birth date, in a search", "a search by name, birth date or number", "search");
        return Page();
    }

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

using System.Collections.Frozen;

namespace Candour.CareRecord.Access;

/// <summary>
/// Conditions of the permissions table that narrow a row to a part of what its resource names. Such a row holds only where it is said
/// that the condition is met: by a page in its declaration, or by the record of the thing asked for. Where nobody says so the answer is
/// no, so that a new page is closed to the role until somebody has decided. The other conditions are rules of their features.
/// </summary>
public static class Conditions
{
    /// <summary>Help with work, and no other contact.</summary>
    public const string EmploymentContacts = "employment contacts";

    /// <summary>Letters of the front desk's own work: <see cref="Letters.Letter.IsAdministrative"/>.</summary>
    public const string AdministrativeLetters = "administrative letters";

    public const string NoReplyClosing = "only no-reply closing, rules of A section 3";

    public const string ConsentToNotes = "patient's recorded consent, revocable";

    public const string ValidationErrors = "validation errors only";

    public const string AdministrativeFields = "administrative fields, reason";

    /// <summary>Asked before it is shown, and kept with the look.</summary>
    public const string Reason = "reason";

    public const string DisclosureReview = "disclosure review only";

    /// <summary>Settings that are not clinical: those are the clinical lead's.</summary>
    public const string OwnSettings = "dated, never backward; clinical ones also need the clinical lead";

    private static readonly FrozenSet<string> Known = new[]
    {
        EmploymentContacts, AdministrativeLetters, NoReplyClosing, ConsentToNotes, ValidationErrors, AdministrativeFields, Reason,
        DisclosureReview, OwnSettings,
    }.ToFrozenSet();

    /// <summary>Every one of them.</summary>
    public static IReadOnlyCollection<string> All => Known;

    internal static bool Hold(Permission row, IReadOnlyCollection<string> met) => !Known.Contains(row.Condition) || met.Contains(row.Condition);
}

using Candour.CareRecord.Referrals;
using Candour.Clinical.Codes;
using Candour.Web.Pages.Referrals.SelfReferral;

namespace Candour.Web.Pages.Referrals;

/// <summary>What was chosen in the one long form. Nothing ticked or typed is lost in silence: it is kept, or asked about.</summary>
internal static class ReferralChoices
{
    private static readonly IReadOnlyList<string> YesNo = ["yes", "no"];

    private static readonly IReadOnlyList<string> Came =
        [nameof(CareRecord.Referrals.CameBy.Telephone), nameof(CareRecord.Referrals.CameBy.Letter), nameof(CareRecord.Referrals.CameBy.Email), nameof(CareRecord.Referrals.CameBy.InPerson)];

    /// <summary>The fields in which something was sent that the form does not offer.</summary>
    public static IEnumerable<string> NotOffered(ReferralForm form) => new (string Field, IEnumerable<string?> Sent, Func<string, bool> Offered)[]
    {
        ("TheyKnow", [form.TheyKnow], YesNo.Contains),
        ("Ways", form.Ways, Ways.All.Contains),
        ("Voice", [form.Voice], YesNo.Contains),
        ("Texts", [form.Texts], YesNo.Contains),
        ("Home", [form.Home], YesNo.Contains),
        ("EmailSafe", [form.EmailSafe], YesNo.Contains),
        ("NeedsAsked", [form.NeedsAsked], YesNo.Contains),
        ("Needs", form.Needs, need => need == OfferedChoices.NoNeeds || NeedCodes.All.Contains(need)),
        ("Language", [form.Language], Languages.IsCode),
        ("Source", [form.Source], source => CodeList.Find("source_of_referral").Knows(source)),
        ("CameBy", [form.CameBy], Came.Contains),
    }.Where(field => field.Sent.Any(sent => !string.IsNullOrEmpty(sent) && !field.Offered(sent))).Select(field => field.Field);

    /// <summary>How it came; by letter where nobody chose.</summary>
    public static CameBy CameBy(string? chosen) => string.IsNullOrEmpty(chosen) ? CareRecord.Referrals.CameBy.Letter : Enum.Parse<CameBy>(chosen);

    /// <summary>What they need; null: nobody asked and nothing was said. Whatever was ticked counts, asked or not.</summary>
    public static NeedsSaid? Needs(ReferralForm form, Action<string, string> fail)
    {
        var needs = form.Needs.Where(NeedCodes.All.Contains).ToList();
        var asked = form.NeedsAsked == "yes";
        var nothing = needs.Count == 0 && form.Needs.Contains(OfferedChoices.NoNeeds);
        if (needs.Contains(NeedCodes.Interpreter) && string.IsNullOrEmpty(form.Language))
            fail("Language", "Choose the language");
        if (!needs.Contains(NeedCodes.Interpreter) && !string.IsNullOrEmpty(form.Language))
            fail("Needs", "You chose a language but did not tick “An interpreter”. Tick it, or choose no language");
        if (!needs.Contains(NeedCodes.SomethingElse) && !string.IsNullOrWhiteSpace(form.SomethingElse))
            fail("Needs", "You wrote what would help but did not tick “Something else”. Tick it, or take the words out");
        if (asked && needs.Count == 0 && !nothing)
            fail("Needs", "Choose what they need, or “No, nothing”");
        if (!asked && nothing)
            fail("NeedsAsked", "“No, nothing” is for somebody who was asked. Choose whether they were");
        return needs.Count == 0 && !nothing
            ? null
            : new(needs, string.IsNullOrEmpty(form.Language) ? null : form.Language, string.IsNullOrWhiteSpace(form.SomethingElse) ? null : form.SomethingElse.Trim(), asked);
    }
}

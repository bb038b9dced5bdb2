using Candour.CareRecord.Referrals;

namespace Candour.Web.Pages.Referrals.SelfReferral;

/// <summary>What each page of the form offers to choose from, where its own reading does not already hold the list.</summary>
public static class OfferedChoices
{
    private static readonly IReadOnlyList<string> YesNo = ["yes", "no"], Names = ["neutral", "full"];

    /// <summary>The fields of a page in which something was sent that it does not offer.</summary>
    public static IEnumerable<string> NotOffered(string step, AnswersForm form) => (step switch
    {
        Steps.Who => new (string, IEnumerable<string?>, IReadOnlyList<string>)[] { ("TheyKnow", [form.TheyKnow], YesNo) },
        Steps.Contact => [("Ways", form.Ways, Ways.All)],
        Steps.SafeContact => [("Voice", [form.Voice], YesNo), ("Texts", [form.Texts], YesNo), ("Home", [form.Home], YesNo), ("EmailSafe", [form.EmailSafe], YesNo), ("SayWho", [form.SayWho], Names)],
        Steps.SayWho => [("SayWho", [form.SayWho], Names)],
        Steps.Needs => [("Needs", form.Needs, [.. NeedCodes.All, NoNeeds]), ("Language", [form.Language], Languages.IsCode(form.Language) ? [form.Language!] : [])],
        Steps.Helpers => [("Helpers", form.Helpers, HelpCodes.All)],
        Steps.When => [("Times", form.Times, WhenChoices.Times), ("Mediums", form.Mediums, WhenChoices.Mediums), ("Therapist", [form.Therapist], WhenChoices.Therapists)],
        _ => [],
    }).Where(field => field.Item2.Any(sent => !string.IsNullOrEmpty(sent) && !field.Item3.Contains(sent))).Select(field => field.Item1);

    /// <summary>"No, nothing", in the list of needs.</summary>
    public const string NoNeeds = "none";
}

/// <summary>Choices of "When and how is best for you?".</summary>
public static class WhenChoices
{
    public static IReadOnlyList<string> Times { get; } =
        ["monday", "tuesday", "wednesday", "thursday", "friday", "morning", "afternoon", "evening"];

    public static IReadOnlyList<string> Mediums { get; } = ["phone", "video", "face to face", "typed"];

    public static IReadOnlyList<string> Therapists { get; } = ["man", "woman", "no preference"];

    /// <summary>As the page offers it.</summary>
    public static string Words(string choice) => choice switch
    {
        "morning" => "Mornings",
        "afternoon" => "Afternoons",
        "evening" => "Evenings",
        "phone" => "By phone",
        "video" => "By video",
        "face to face" => "Face to face",
        "typed" => "By typing to each other",
        _ => char.ToUpperInvariant(choice[0]) + choice[1..],
    };
}

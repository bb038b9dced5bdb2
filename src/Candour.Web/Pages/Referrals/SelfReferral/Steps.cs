using Candour.CareRecord.Referrals;
using Draft = Candour.CareRecord.Referrals.SelfReferral;

namespace Candour.Web.Pages.Referrals.SelfReferral;

/// <summary>The questions of a self-referral in their order: danger first. One a page.</summary>
public static class Steps
{
    public const string Safe = "safe", Who = "who", Filling = "filling", Birth = "birth", Gp = "gp", Named = "name", Contact = "contact",
        SafeContact = "safe-to", SayWho = "say-who", Code = "code", Needs = "needs", InWords = "words", Thoughts = "thoughts", Hurt = "hurt",
        Helpers = "helpers", When = "when", Answers = "answers";

    /// <summary>A stop beside the questions: no way is left that is safe.</summary>
    public const string SafeWay = "safe-way";

    public static IReadOnlyList<string> All { get; } =
        [Safe, Who, Filling, Birth, Gp, Named, Contact, SafeContact, SayWho, Code, Needs, InWords, Thoughts, Hurt, Helpers, When, Answers];

    /// <summary>The question after this one, for what was answered so far.</summary>
    public static string After(string step, Draft draft)
    {
        var next = All[Math.Min(All.ToList().IndexOf(step) + 1, All.Count - 1)];
        return Skipped(next, draft) ? After(next, draft) : next;
    }

    public static string? Before(string step, Draft draft)
    {
        var at = All.ToList().IndexOf(step);
        if (at <= 0)
            return null;
        return Skipped(All[at - 1], draft) ? Before(All[at - 1], draft) : All[at - 1];
    }

    /// <summary>The first question that has to be answered and was not: a form is sent whole, whatever order somebody took.</summary>
    public static string? Missing(Draft draft) =>
        draft.SafeNow is null ? Safe
        : draft.WhoFor is null ? Who
        : draft.BirthDate is null ? Birth
        : draft.Practice is null ? Gp
        : string.IsNullOrWhiteSpace(draft.FirstName) ? Named
        : !draft.CanBeReached ? Contact
        : HasNoSafeWay(draft) ? (AnsweredWhatIsSafe(draft) ? SafeWay : SafeContact)
        : draft.ThoughtsOfEnding is null ? Thoughts
        : null;

    /// <summary>Nothing they gave us may be used, and they have not said that they call us.</summary>
    public static bool HasNoSafeWay(Draft draft) => draft.SafeWays.Count == 0 && !draft.WillCallUs;

    private static bool AnsweredWhatIsSafe(Draft draft) =>
        draft is not { VoiceMessageSafe: null, TextsSafe: null, LetterHomeSafe: null, EmailSafe: null };

    private static bool Skipped(string step, Draft draft) =>
        (step == Filling && draft.WhoFor != WhoFor.Me) || (step == Code && ToConfirm(draft) is null);

    /// <summary>The number or address a code can go to, when there is one that is safe and not yet confirmed.</summary>
    public static (string Way, string Address)? ToConfirm(Draft draft) =>
        draft.Chosen.Contains(Ways.Text) && draft.TextsSafe == true && draft.Mobile is { } mobile && !draft.Confirmed.Contains(mobile) ? (Ways.Text, mobile)
        : draft.Chosen.Contains(Ways.Email) && draft.EmailSafe == true && draft.Email is { } email && !draft.Confirmed.Contains(email) ? (Ways.Email, email)
        : null;
}

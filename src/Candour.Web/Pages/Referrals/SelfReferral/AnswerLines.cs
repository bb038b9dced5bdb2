using Candour.CareRecord.Referrals;
using Candour.Clinical;
using Draft = Candour.CareRecord.Referrals.SelfReferral;

namespace Candour.Web.Pages.Referrals.SelfReferral;

/// <summary>One line of "Check your answers".</summary>
/// <param name="What">Completes "Change" for a screen reader.</param>
public sealed record AnswerLine(string Question, string Answer, string Step, string What);

/// <summary>The answers as their giver reads them, by section.</summary>
public static class AnswerLines
{
    private const string NotAnswered = "Not answered";

    public static IReadOnlyList<(string Part, IReadOnlyList<AnswerLine> Lines)> Of(Draft draft) =>
    [
        ("You", [.. You(draft)]),
        ("How to reach you", [.. Reach(draft)]),
        ("Your safety", [.. Safety(draft)]),
        ("What would help", [.. Help(draft)]),
    ];

    private static IEnumerable<AnswerLine> You(Draft draft)
    {
        yield return new("Who this is for", draft.WhoFor == WhoFor.SomeoneICareFor ? "Someone I care for" : "Me", Steps.Who, "who this is for");
        yield return new("Name", $"{draft.FirstName} {draft.LastName}".Trim(), Steps.Named, "the name");
        if (draft.CalledName is { } called)
            yield return new("Call me", called, Steps.Named, "what we call you");
        yield return new("Date of birth", draft.BirthDate is { } born ? Words.Day(born, DateOnly.MinValue) : NotAnswered, Steps.Birth, "the date of birth");
        yield return new("GP surgery", Surgery(draft), Steps.Gp, "the GP surgery");
    }

    private static IEnumerable<AnswerLine> Reach(Draft draft)
    {
        var ways = new[]
        {
            draft.Chosen.Contains(Ways.Text) ? $"Text {draft.Mobile}" : null,
            draft.Chosen.Contains(Ways.Call) ? $"Phone call {draft.Phone ?? draft.Mobile}" : null,
            draft.Chosen.Contains(Ways.Email) ? $"E-mail {draft.Email}" : null,
            draft.Chosen.Contains(Ways.Letter) ? $"Letter {draft.Address} {draft.Postcode}".TrimEnd() : null,
        };
        yield return new("Ways", string.Join(", ", ways.OfType<string>()), Steps.Contact, "how we reach you");
        yield return new("Voice messages", Safe(draft.VoiceMessageSafe), Steps.SafeContact, "whether voice messages are safe");
        yield return new("Texts others may see", Safe(draft.TextsSafe), Steps.SafeContact, "whether texts are safe");
        yield return new("Letters home", Safe(draft.LetterHomeSafe), Steps.SafeContact, "whether letters are safe");
        if (draft.Chosen.Contains(Ways.Email))
            yield return new("E-mails others may see", Safe(draft.EmailSafe), Steps.SafeContact, "whether e-mails are safe");
        yield return new("We say we are", draft.NeutralName == false ? "Our full name" : "Our short name only", Steps.SayWho, "who we say we are");
        yield return new(
            "What you need", draft.Needs switch { null => NotAnswered, { Count: 0 } => "Nothing", { } needs => string.Join(", ", needs.Select(need => NeedsWords.Own(need, draft.Language, draft.NeedsElse))) }, Steps.Needs, "what you need");
    }

    private static IEnumerable<AnswerLine> Safety(Draft draft)
    {
        yield return new("Safe right now", draft.SafeNow switch { SafeNow.Yes => "Yes", SafeNow.NotSure => "I am not sure", _ => "No, I need help today" }, Steps.Safe, "whether you are safe");
        yield return new("Thoughts of ending your life", draft.ThoughtsOfEnding switch
        {
            ThoughtsOfEnding.No => "No", ThoughtsOfEnding.Sometimes => "Sometimes", ThoughtsOfEnding.Often => "Often", _ => "I would rather not say",
        }, Steps.Thoughts, "the answer about thoughts");
        // Whoever looks over a shoulder, or takes the device, does not read it here. "No" is not shown either: then nothing can be told from it.
        yield return new("Anyone hurting you", draft.BeingHurt is null ? NotAnswered : "You answered. We do not show it here", Steps.Hurt, "whether anyone is hurting you");
    }

    private static IEnumerable<AnswerLine> Help(Draft draft)
    {
        yield return new("In your words", draft.InOwnWords ?? NotAnswered, Steps.InWords, "your words");
        yield return new("Who is helping now", WishWords.Help(draft.HelpNow) ?? NotAnswered, Steps.Helpers, "who is helping");
        yield return new("When and how", Upper(WishWords.When(draft.Times, draft.Mediums, draft.TherapistWish)) ?? (draft.TherapistWish is null ? NotAnswered : "No preference"), Steps.When, "when and how");
    }

    private static string Surgery(Draft draft) => (draft.Practice, draft.PracticeName) switch
    {
        (Surgeries.None, _) => "No GP",
        (Surgeries.NotKnown, null) => "I do not know",
        (Surgeries.NotKnown, { } words) => $"{words}, as you wrote it. We will find the surgery",
        (_, { } name) => name,
        _ => NotAnswered,
    };

    private static string? Upper(string? words) => words is null ? null : char.ToUpperInvariant(words[0]) + words[1..];

    private static string Safe(bool? answer) => answer switch { true => "Safe", false => "Not safe", null => "Not answered, so no" };
}

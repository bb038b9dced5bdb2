namespace Candour.CareRecord.Links;

/// <summary>What a link is for. One link opens one thing.</summary>
public enum LinkPurpose
{
    AnswerQuestions,
    ReplyToOptIn,
    Appointment,
    Agree,
    Ending,
    CheckAnswers,
    MyPage,
}

/// <summary>How much a link proves. Reading anything needs more than a household knows.</summary>
public enum LinkStrength
{
    /// <summary>Link and birth date: opens one form, shows no name, past answer, score or letter.</summary>
    Answer,

    /// <summary>Link, birth date and a code to a confirmed number or address.</summary>
    Read,
}

/// <summary>The terms of a purpose.</summary>
/// <param name="OnceOnly">Spent at the first complete opening. The others open again until what they are for is done.</param>
/// <param name="NewestOnly">A newer link of the same purpose, person and target ends this one. Both reminders of one
/// questionnaire open the same set, so there older links live on.</param>
/// <param name="Lifetime">How long it opens where the caller names no other end.</param>
public sealed record LinkTerms(LinkStrength Strength, bool OnceOnly, bool NewestOnly, TimeSpan Lifetime)
{
    public static LinkTerms Of(LinkPurpose purpose) => purpose switch
    {
        LinkPurpose.AnswerQuestions => new(LinkStrength.Answer, false, false, TimeSpan.FromDays(14)),
        LinkPurpose.ReplyToOptIn => new(LinkStrength.Answer, false, true, TimeSpan.FromDays(230)),
        LinkPurpose.Appointment => new(LinkStrength.Answer, false, true, TimeSpan.FromDays(28)),
        LinkPurpose.Agree => new(LinkStrength.Read, false, true, TimeSpan.FromDays(28)),
        LinkPurpose.Ending => new(LinkStrength.Read, false, true, TimeSpan.FromDays(28)),
        LinkPurpose.CheckAnswers => new(LinkStrength.Read, false, true, TimeSpan.FromDays(28)),
        LinkPurpose.MyPage => new(LinkStrength.Read, true, true, TimeSpan.FromDays(14)),
        _ => throw new ArgumentOutOfRangeException(nameof(purpose)),
    };

    /// <summary>The clean address that an opened link leads to; the link's own address is never shown again.</summary>
    public static string PageOf(LinkPurpose purpose, string? target) => purpose switch
    {
        LinkPurpose.AnswerQuestions => $"/q/{target}",
        LinkPurpose.ReplyToOptIn => $"/reply/{target}",
        LinkPurpose.Appointment => $"/me/appointments/{target}",
        LinkPurpose.Agree => "/me/agree",
        LinkPurpose.Ending => "/me/ending",
        LinkPurpose.CheckAnswers => $"/me/not-what-i-said/{target}",
        // Which of their pages was asked for, where the link was made in the browser that asked.
        LinkPurpose.MyPage => target ?? "/me",
        _ => throw new ArgumentOutOfRangeException(nameof(purpose)),
    };

    /// <summary>The one thing an answer link opens, as the patient's session names it; null when it opens the person's own page.</summary>
    public static string? ThingOf(LinkPurpose purpose, string? target) => (purpose, target) switch
    {
        (_, null) => null,
        (LinkPurpose.AnswerQuestions or LinkPurpose.CheckAnswers, _) => $"questionnaire/{target}",
        (LinkPurpose.ReplyToOptIn, _) => $"referral/{target}",
        (LinkPurpose.Appointment, _) => $"appointment/{target}",
        _ => null,
    };
}

using Candour.CareRecord.Sessions;
using Candour.Clinical;

namespace Candour.CareRecord.Questionnaires;

/// <summary>"I do not want to answer these": nothing is asked, care goes on.</summary>
public sealed record DeclineQuestionnaire
{
    public Decision Decide(History questionnaire, History referral, Moment now) => NotDone.Decide(questionnaire, referral, null, null, now);
}

/// <summary>Staff say that a set is not done, and why. No score is made of it; the chart shows the reason.</summary>
public sealed record SayNotDone(WithoutAnswers? Why, string? InWords)
{
    public Decision Decide(History questionnaire, History referral, Moment now) => Why is not { } why
        ? new SayWhyNotDone()
        : why == WithoutAnswers.Another && string.IsNullOrWhiteSpace(InWords)
            ? new SayWhyNotDoneInWords()
            : NotDone.Decide(questionnaire, referral, why, string.IsNullOrWhiteSpace(InWords) ? null : InWords.Trim(), now);
}

internal static class NotDone
{
    public static Decision Decide(History questionnaire, History referral, WithoutAnswers? why, string? inWords, Moment now)
    {
        if (Questionnaire.Of(questionnaire) is not { } form)
            return new NoSuchQuestionnaire();
        if (form.IsSent || form.Declined is not null)
            return Decision.AlreadySo;
        if (form.IsClosed(now))
            return new FormsOver(form.Issued.WindowTo);
        return Decision
            .Accept(questionnaire.Stream, new QuestionnaireDeclined { Why = why, InWords = inWords })
            .And(referral.Stream, new QuestionsDeclined { Questionnaire = form.Id, Appointment = form.Issued.Appointment, Why = why });
    }
}

public sealed record SayWhyNotDone() : Refusal("Choose why it is not done.")
{
    public override string? Field => "Why";
}

public sealed record SayWhyNotDoneInWords() : Refusal("Say why it is not done, in a few words.")
{
    public override string? Field => "InWords";
}

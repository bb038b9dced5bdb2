using Candour.Clinical;

namespace Candour.CareRecord.Questionnaires;

/// <summary>
/// Start, pressed by whoever fills the set in through a link or on the service's own device. A set of a time at which its
/// session is no longer held is not begun; one that is begun is never taken out of anybody's hands.
/// </summary>
public sealed record StartQuestionnaire(FilledInBy FilledInBy, AnswerMode Mode)
{
    /// <param name="referral">Null: whether the session has moved is not asked.</param>
    public Decision Decide(History questionnaire, Moment now, History? referral = null)
    {
        if (Questionnaire.Of(questionnaire) is not { } form)
            return new NoSuchQuestionnaire();
        if (FilledInBy == FilledInBy.Staff)
            return new SayWhoFirst();
        if (form.IsSent)
            return new AlreadySent(form.Submitted!.Value);
        if (form.IsClosed(now))
            return new FormsOver(form.Issued.WindowTo);
        if (form.Issued.Together && Mode == AnswerMode.Link)
            return new AnsweredTogether();
        // What staff began stays marked as theirs: the answers already typed would else be read as the person's own.
        if (form.StaffEntry is not null)
            return new EnteredForYou();
        if (referral is not null && SessionOfSet.Left(form.Issued, referral) is { } left)
            return left;
        if (form.Opened is not null && form.FilledInBy == FilledInBy && form.Mode == Mode)
            return Decision.AlreadySo;
        return Decision.Accept(questionnaire.Stream, new QuestionnaireOpened
        {
            FilledInBy = FilledInBy, Mode = Mode, Late = now > form.Issued.WindowTo,
        });
    }
}

/// <summary>What the person chose on the help screen.</summary>
public sealed record AnswerHelp(HelpChoice Choice)
{
    public Decision Decide(History questionnaire) =>
        Questionnaire.Of(questionnaire) is null
            ? new NoSuchQuestionnaire()
            : Decision.Accept(questionnaire.Stream, new HelpAnswered { Choice = Choice });
}

using Candour.CareRecord.Links;
using Candour.CareRecord.Messages;
using Candour.Clinical;

namespace Candour.CareRecord.Questionnaires;

/// <summary>Staff hand their device to the person for this form. The record keeps who did and when; the answers are a channel of their own.</summary>
public sealed record HandOverQuestionnaire
{
    public static Decision Decide(History questionnaire, Moment now)
    {
        if (Questionnaire.Of(questionnaire) is not { } form)
            return new NoSuchQuestionnaire();
        if (form.IsSent)
            return new AlreadyIn(form.Submitted!.Value);
        if (form.IsClosed(now))
            return new FormsOver(form.Issued.WindowTo);
        return form.StaffEntry is not null
            ? new EntryBegun()
            : Decision.Accept(questionnaire.Stream, new QuestionnaireHandedOver());
    }
}

/// <summary>"Ask them to answer now": the link again, by a way that is confirmed and safe. Where there is none, staff are beside them.</summary>
/// <param name="Message">Made before the decision.</param>
public sealed record AskToAnswerNow(string Message)
{
    /// <param name="homeIsOn">Whether questionnaires may be answered at home: a link is never sent where they may not.</param>
    public Decision Decide(History questionnaire, History person, Sender sender, Moment ends, bool homeIsOn, Moment now)
    {
        if (Questionnaire.Of(questionnaire) is not { } form)
            return new NoSuchQuestionnaire();
        if (form.IsSent)
            return new AlreadyIn(form.Submitted!.Value);
        if (form.IsClosed(now))
            return new FormsOver(form.Issued.WindowTo);
        if (form.Issued.Together)
            return new NotSentBeforeTogether(Referrals.Person.Of(person)?.Called ?? "this person");
        if (!homeIsOn)
            return new AnsweringAtHomeIsOff(Referrals.Person.Of(person)?.Called ?? "This person");
        var queued = Messages.Message.Queue(
            new NewMessage(
                Message, Say.QuestionsBefore(form.Issued.WindowTo), form.Issued.Closes,
                LinkWanted.Around(LinkPurpose.AnswerQuestions, form.Id, form.Issued.WindowTo, ends))
            {
                Referral = form.Issued.Referral,
            },
            person, sender, now);
        return queued.Events.Any(e => e.Event is MessageQueued) ? queued : new NoSafeWayToAsk(Referrals.Person.Of(person)?.Called ?? "This person");
    }
}

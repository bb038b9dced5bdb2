using Candour.CareRecord.Links;
using Candour.CareRecord.Messages;
using Candour.Clinical;

namespace Candour.CareRecord.Questionnaires;

/// <summary>
/// "Stop here", and go on from another device: a link to a confirmed number or address that is safe to use. It is asked for by
/// whoever holds the form, so it goes nowhere else; where it cannot go nobody is put on a call list, and the code is there.
/// </summary>
/// <param name="Message">Made before the decision.</param>
public sealed record SendLinkToCarryOn(string Message)
{
    public Decision Decide(History questionnaire, History person, Sender sender, Moment now)
    {
        if (CarryingOn.WhyNot(questionnaire, now) is { } no)
            return no;
        var form = Questionnaire.Of(questionnaire)!;
        var until = CarryingOn.Until(form, now);
        var queued = Messages.Message.Queue(
            new NewMessage(Message, Say.NewLink(until, now), until, new LinkWanted(LinkPurpose.AnswerQuestions, form.Id, until))
            {
                Referral = form.Issued.Referral,
            },
            person, sender, now);
        return queued.Events.Select(e => e.Event).OfType<MessageQueued>().SingleOrDefault() is { } goes
            ? Decision.Accept(questionnaire.Stream, new LinkToCarryOnSent { Message = Message, Way = goes.Way, Due = goes.Due, Until = until }).And(queued)
            : new NoSafeWayForALink();
    }
}

/// <summary>The same without any address: eight letters and numbers, shown once on this screen and kept nowhere.</summary>
/// <param name="Code">Made before the decision.</param>
public sealed record ShowCodeToCarryOn(NewLink Code)
{
    public Decision Decide(History questionnaire, Moment now)
    {
        if (CarryingOn.WhyNot(questionnaire, now) is { } no)
            return no;
        var form = Questionnaire.Of(questionnaire)!;
        var until = CarryingOn.Until(form, now);
        return Link.Issue(Code, new LinkWanted(LinkPurpose.AnswerQuestions, form.Id, until), form.Issued.Person, now)
            .And(questionnaire.Stream, new CodeToCarryOnShown { Link = Code.Id, Until = until });
    }
}

/// <summary>What both ways of carrying on share.</summary>
public static class CarryingOn
{
    /// <summary>Links and codes of one form in an hour.</summary>
    public const int MostInAnHour = 3;

    /// <summary>8pm tomorrow, or the closing of the form when that is sooner.</summary>
    public static Moment Until(Questionnaire form, Moment now)
    {
        var tomorrow = London.At(London.DayOf(now).AddDays(1), new(20, 0));
        return form.Issued.Closes < tomorrow ? form.Issued.Closes : tomorrow;
    }

    /// <summary>Why there is nothing to carry on, or nothing more to send just now; null when there is.</summary>
    internal static Refusal? WhyNot(History questionnaire, Moment now)
    {
        if (Questionnaire.Of(questionnaire) is not { } form)
            return new NoSuchQuestionnaire();
        if (form.IsSent)
            return new AlreadySent(form.Submitted!.Value);
        if (form.IsClosed(now))
            return new FormsOver(form.Issued.WindowTo);
        if (form.Issued.Together)
            return new AnsweredTogether();
        var lately = questionnaire.Events.Count(e =>
            e.Event is LinkToCarryOnSent or CodeToCarryOnShown && now.Since(e.Envelope.At) < TimeSpan.FromHours(1));
        return lately >= MostInAnHour ? new EnoughForThisHour() : null;
    }
}

using Candour.CareRecord.Referrals;
using Candour.Clinical;

namespace Candour.CareRecord.Questionnaires;

/// <summary>
/// Staff put in what the person says or wrote: the same questions, one by one, always marked, with a reason and the sign
/// that the person was there. A copy goes to the person within a day.
/// </summary>
public sealed record EnterForPerson(
    StaffEntryReason? Reason, AnswerMode Mode, Moment? FilledAt, string? PhotoHash, SignOfPerson? Sign, string CalledName)
{
    /// <summary>Paper that was filled in more than 24 hours ago: why it comes now.</summary>
    public Appointments.WhyLate? WhyLate { get; init; }

    public Decision Decide(History questionnaire, Moment now)
    {
        if (Questionnaire.Of(questionnaire) is not { } form)
            return new NoSuchQuestionnaire();
        // What is sent stays: another set is a repeat of its own, with its reason.
        if (form.IsSent)
            return EnterAgain.Asks(form, form.Issued.Number + 1, counts: true);
        if (form.StaffEntry is null && form.Opened is not null)
            return new NotYoursToEnter();
        if (Reason is not { } reason)
            return new SayWhy();
        if (reason == StaffEntryReason.PaperForm && (FilledAt is not { } filled || filled > now))
            return new SayWhenFilled();
        // A paper cannot be older than its questions: a time typed here must not put it before the person's own set.
        if (reason == StaffEntryReason.PaperForm && form.Issued.RepeatsAfter is { } first && FilledAt < WholeMinute(first))
            return new FilledBeforeTheFirst(first);
        if (reason == StaffEntryReason.PaperForm && form.Issued.RepeatsAfter is null && FilledAt < EarliestPaper(form))
            return new FilledBeforeItWasAsked(EarliestPaper(form));
        var happened = reason == StaffEntryReason.PaperForm ? FilledAt!.Value : now;
        if (LateEntry.Check(happened, now, WhyLate) is { } late)
            return late;
        if (Sign is not { } sign)
            return new SayHowWeKnow(CalledName);
        var entry = new StaffEntryStarted
        {
            Reason = reason, Mode = Mode, FilledAt = reason == StaffEntryReason.PaperForm ? FilledAt : null, PhotoHash = PhotoHash, Sign = sign,
            EnteredLate = LateEntry.Is(happened, now) ? WhyLate : null,
        };
        return form.StaffEntry == entry ? Decision.AlreadySo : Decision.Accept(questionnaire.Stream, entry);
    }

    /// <summary>The issue of the set or the opening of its window, whichever is later; the clock on a paper has whole minutes.</summary>
    private static Moment EarliestPaper(Questionnaire form)
    {
        var from = form.IssuedAt > form.Issued.WindowFrom ? form.IssuedAt : form.Issued.WindowFrom;
        return WholeMinute(from);
    }

    private static Moment WholeMinute(Moment at) => new(at.Milliseconds - (at.Milliseconds % 60_000));
}

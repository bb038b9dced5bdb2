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
        if (form.IsSent)
            return new AlreadySent(form.Submitted!.Value);
        if (form.StaffEntry is null && form.Given.Count > 0)
            return new NotYoursToEnter();
        if (Reason is not { } reason)
            return new SayWhy();
        if (reason == StaffEntryReason.PaperForm && (FilledAt is not { } filled || filled > now))
            return new SayWhenFilled();
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
}

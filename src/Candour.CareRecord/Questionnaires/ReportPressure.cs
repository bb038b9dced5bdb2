using Candour.CareRecord.Policies;
using Candour.CareRecord.Safeguarding;
using Candour.CareRecord.Safeguards;
using Candour.Clinical;

namespace Candour.CareRecord.Questionnaires;

/// <summary>
/// "Tell us if someone did": somebody told the person what to answer, or hurts them. In the same write it is a safeguarding
/// concern with owner and day, kept from the person's clinician: it may be about them.
/// </summary>
/// <param name="Said">In the person's words; null when they wrote nothing.</param>
/// <param name="Message">Fresh id of the message to the owner.</param>
public sealed record ReportPressure(string? Said, string Message)
{
    public static async Task<Outcome> Write(TheRecord record, Order order, string questionnaire, string? said, Randomness randomness)
    {
        var form = Streams.Questionnaire(questionnaire);
        if ((await record.Read(form)).First<QuestionnaireIssued>() is not { } issued)
            return new Outcome.No(new NoSuchQuestionnaire());
        var (entry, referral) = (Streams.Safeguarding(Ids.New(randomness)), Streams.Referral(issued.Referral));
        var report = new ReportPressure(said, Ids.New(randomness));
        return await record.Write(order, [form, entry, referral, Streams.Policy], (all, now) =>
            report.Decide(all[form], all[entry], all[referral], ServicePolicy.On(London.DayOf(now), all[Streams.Policy]), now));
    }

    public Decision Decide(History questionnaire, History entry, History referral, ServicePolicy policy, Moment now)
    {
        if (Questionnaire.Of(questionnaire) is not { } form)
            return new NoSuchQuestionnaire();
        var raised = new RaiseSafeguarding(
            form.Issued.Person, form.Issued.Referral, ConcernAbout.NotSure, Sessions.Text.OrNull(Said) ?? "They wrote nothing more.", null, Message)
        {
            Questionnaire = form.Id, NotFor = Allocation.Of(referral) ?? form.Issued.Clinician,
        };
        return raised.Decide(entry, policy, now) is Accepted accepted
            ? accepted.And(questionnaire.Stream, new PressureReported { Entry = entry.Stream.Id })
            : Decision.AlreadySo;
    }
}

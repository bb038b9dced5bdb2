using Candour.CareRecord.Appointments;
using Candour.CareRecord.Links;
using Candour.CareRecord.Messages;
using Candour.CareRecord.Policies;
using Candour.CareRecord.Problem;
using Candour.CareRecord.Questionnaires.Store;
using Candour.CareRecord.Safeguards;
using Candour.CareRecord.Timers;
using Candour.CareRecord.Timers.Store;
using Candour.Clinical;
using Candour.Clinical.Problems;

namespace Candour.CareRecord.Questionnaires;

/// <summary>
/// Puts the questions before every booked session: the set and its link 72 hours before, a reminder 24 hours before when it
/// has not come back. Where answering at home is off the set is there for the service's own device and for staff, and
/// nothing is sent.
/// </summary>
public sealed class SendQuestions(Wordings wordings, Randomness randomness) : IDueWork
{
    private static readonly TimeSpan ReminderBefore = TimeSpan.FromHours(24);

    public string Name => "questions";

    public async Task<int> Run(TheRecord record, Moment now)
    {
        List<AppointmentRow> soon;
        Dictionary<(string?, Moment), QuestionnaireRow> sets;
        await using (var lists = record.Lists())
        {
            soon = await QuestionnaireList.SessionsBetween(lists, now, now.Plus(IssueQuestionnaire.Window));
            sets = (await QuestionnaireList.OfAppointments(lists, [.. soon.Select(a => a.Appointment)]))
                .GroupBy(q => (q.Appointment, q.WindowTo)).ToDictionary(g => g.Key, g => g.First());
        }

        var atWork = soon.Count == 0 ? AtWork.Everybody : await AtWork.Now(record, randomness);
        var done = 0;
        foreach (var session in soon)
        {
            var set = sets.GetValueOrDefault((session.Appointment, session.Starts));
            var due = set is null || (session.Starts.Minus(ReminderBefore) <= now && set is { Submitted: null, Declined: false, ByStaff: false });
            if (due && await Troubles.Try(record, Name, session.Appointment, now, () => set is null ? Issue(record, session, atWork) : Remind(record, session, set, atWork)))
                done++;
        }

        return done;
    }

    private async Task Issue(TheRecord record, AppointmentRow session, AtWork atWork)
    {
        var (referral, person) = (Streams.Referral(session.Referral), Streams.Person(session.Person));
        var (id, message) = (Ids.New(randomness), Ids.New(randomness));
        await record.Write(
            new($"questions/{session.Appointment}/{session.Starts.Milliseconds}", By.Worker),
            [referral, person, Streams.Policy, Streams.Service],
            (all, now) => Issue(session, id, message, all, atWork, now));
    }

    private Decision Issue(AppointmentRow session, string id, string message, Histories all, AtWork atWork, Moment now)
    {
        var referral = all[Streams.Referral(session.Referral)];
        if (Referrals.Death.IsRecorded(all[Streams.Person(session.Person)]) || IsAfterCare(session, all))
            return Decision.AlreadySo;
        var decision = new IssueQuestionnaire
        {
            Id = id,
            Referral = session.Referral,
            Person = session.Person,
            Appointment = session.Appointment,
            Starts = session.Starts,
            Ends = session.Ends,
            Clinician = session.Clinician,
            Instruments = InstrumentSet.For(MainProblem(referral), wordings, Answered(referral), alone: true),
            Wordings = wordings,
        }.Decide(referral);
        // Within a day of the session the reminder is the first message.
        var atOnce = session.Starts.Minus(ReminderBefore) > now;
        return decision is Accepted { Events.Count: > 0 } issued && atOnce && HomeIsOn(all, atWork, now)
            ? issued.And(Ask(session, id, message, Say.QuestionsBefore(session.Starts), all, now))
            : decision;
    }

    private async Task Remind(TheRecord record, AppointmentRow session, QuestionnaireRow set, AtWork atWork)
    {
        var command = $"reminder/{set.Questionnaire}";
        if (await record.ResultOf(command) is not null)
            return;
        var message = Ids.New(randomness);
        var tomorrow = London.DayOf(session.Starts).AddDays(-1);
        await record.Write(
            new(command, By.Worker),
            [Streams.Person(session.Person), Streams.Referral(session.Referral), Streams.Policy, Streams.Service],
            (all, now) => !HomeIsOn(all, atWork, now) || IsAfterCare(session, all) ? Decision.AlreadySo : Ask(
                session, set.Questionnaire, message,
                London.DayOf(now) == tomorrow ? Say.QuestionsTomorrow(session.Starts) : Say.QuestionsBefore(session.Starts), all, now));
    }

    private static Accepted Ask(AppointmentRow session, string questionnaire, string message, Messages.Wording words, Histories all, Moment now) =>
        Message.Queue(
            new(message, words, session.Starts, LinkWanted.Around(LinkPurpose.AnswerQuestions, questionnaire, session.Starts, session.Ends))
            {
                Referral = session.Referral,
            },
            all[Streams.Person(session.Person)],
            Sender.Of(all, now),
            now);

    private static bool IsAfterCare(AppointmentRow session, Histories all)
    {
        var referral = all[Streams.Referral(session.Referral)];
        return SessionOfSet.IsAfterCare(Appointment.Find(referral, session.Appointment), referral);
    }

    private static bool HomeIsOn(Histories all, AtWork atWork, Moment now) =>
        ServicePolicy.On(London.DayOf(now), all[Streams.Policy]).HomeQuestionnaires(now, atWork);

    public static ProblemDescriptor? MainProblem(History referral) =>
        referral.Last<ProblemDescriptorRecorded>(p => p.Significance == "1") is { } problem ? ProblemDescriptor.Of(problem.Code) : null;

    public static HashSet<string> Answered(History referral) =>
        [.. referral.All<ScoresRecorded>().SelectMany(s => s.Instruments)];
}

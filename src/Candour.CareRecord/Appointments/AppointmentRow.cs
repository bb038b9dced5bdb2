using System.ComponentModel.DataAnnotations;
using Candour.CareRecord.Pathways;
using Candour.CareRecord.Questionnaires;
using Candour.CareRecord.Referrals;
using Candour.CareRecord.Sessions;
using Candour.Clinical;

namespace Candour.CareRecord.Appointments;

public enum AppointmentState
{
    Booked,
    Cancelled,
    Seen,

    /// <summary>Did not come, came too late, or was cancelled on the day by attendance.</summary>
    NotSeen,
}

/// <summary>Answers for an appointment as its row shows them; scores are never in a list.</summary>
public enum AnswersState
{
    NotYet,
    Sent,
    Late,
    ChoseNotTo,
}

/// <summary>One contact in lists: today, diary, people. A function of its referral alone.</summary>
public sealed record AppointmentRow
{
    [Key]
    public required string Appointment { get; init; }

    public required string Referral { get; init; }

    public required string Person { get; init; }

    public required string Clinician { get; init; }

    public required Moment Starts { get; init; }

    public required Moment Ends { get; init; }

    /// <summary>The London day it starts on.</summary>
    public required DateOnly Day { get; init; }

    public required string Kind { get; init; }

    public required string Medium { get; init; }

    public required AppointmentState State { get; init; }

    public required bool Started { get; init; }

    public required bool Closed { get; init; }

    /// <summary>Which session of treatment it is or would be; null for other kinds.</summary>
    public required int? Number { get; init; }

    /// <summary>Sessions in the signed plan; null without one.</summary>
    public required int? Of { get; init; }

    public required AnswersState Answers { get; init; }

    public required Moment? AnsweredAt { get; init; }

    public required string? Interpreter { get; init; }

    public required bool? InterpreterBooked { get; init; }

    public required bool HasNote { get; init; }

    /// <summary>What keeps the session from being closed, in words with commas; empty when nothing does.</summary>
    public required string Missing { get; init; }

    public required DateOnly? ReferredOn { get; init; }

    public static IEnumerable<AppointmentRow> RowsOf(History referral)
    {
        var all = Appointments.Appointment.Of(referral);
        if (all.Count == 0)
            yield break;
        var plan = SignedPlan.InForce(referral);
        var numbers = SessionNumbers.Of(all);
        var answers = AnswersByAppointment(referral, all);
        var referredOn = referral.First<ReferralReceived>()?.ReceivedOn;
        foreach (var a in all)
        {
            var (state, at) = answers.GetValueOrDefault(a.Id, (AnswersState.NotYet, null));
            yield return new()
            {
                Appointment = a.Id,
                Referral = referral.Stream.Id,
                Person = a.Person,
                Clinician = a.Clinician,
                Starts = a.Starts,
                Ends = a.Ends,
                Day = a.Day,
                Kind = a.Type ?? a.Booked.Kind,
                Medium = a.Medium,
                State = a.Cancelled is not null ? AppointmentState.Cancelled
                    : a.IsAttended ? AppointmentState.Seen
                    : a.Attendance is not null ? AppointmentState.NotSeen
                    : AppointmentState.Booked,
                Started = a.Started is not null,
                Closed = a.Closed is not null,
                Number = numbers.TryGetValue(a.Id, out var number) ? number : null,
                Of = plan?.Sessions,
                Answers = state,
                AnsweredAt = at,
                Interpreter = a.Booked.Interpreter,
                InterpreterBooked = a.InterpreterBooked,
                HasNote = a.Notes.Count > 0,
                Missing = string.Join(", ", SessionParts.Missing(a, PathwayAnswers.Item9Of(referral, a.Id))),
                ReferredOn = referredOn,
            };
        }
    }

    /// <summary>A set asked before another time of the session counts here only where it was filled in within the window of this one.</summary>
    private static Dictionary<string, (AnswersState State, Moment? At)> AnswersByAppointment(History referral, IReadOnlyList<Appointment> all)
    {
        var starts = all.ToDictionary(a => a.Id, a => a.Starts);
        var asked = referral.All<QuestionsIssued>().DistinctBy(q => q.Questionnaire).ToDictionary(q => q.Questionnaire, q => q.WindowTo);
        Moment? MovedTo(string appointment, string set) =>
            asked.TryGetValue(set, out var then) && starts.TryGetValue(appointment, out var now) && now != then ? now : null;

        // What is answered together beside the questions of the session says nothing of those.
        var beside = referral.All<QuestionsIssued>().Where(q => q.Together).Select(q => q.Questionnaire).ToHashSet();
        var found = new Dictionary<string, (AnswersState State, Moment? At)>();
        foreach (var e in referral.Events)
        {
            switch (e.Event)
            {
                case ScoresRecorded { Appointment: { } id, Together: false } scores when !found.TryGetValue(id, out var known) || known.At is null:
                    if (MovedTo(id, scores.Questionnaire) is not { } now || scores.FilledAt >= now.Minus(IssueQuestionnaire.Window))
                        found[id] = (all.FirstOrDefault(a => a.Id == id)?.IsLate(scores) == true ? AnswersState.Late : AnswersState.Sent, scores.FilledAt);
                    break;
                case QuestionsDeclined { Appointment: { } id, Why: null or Sessions.WithoutAnswers.ChoseNotTo } declined
                    when MovedTo(id, declined.Questionnaire) is null && !beside.Contains(declined.Questionnaire):
                    found.TryAdd(id, (AnswersState.ChoseNotTo, null));
                    break;
            }
        }

        return found;
    }
}

/// <summary>
/// A grid square of a clinician's diary that is taken. A unique index over clinician and square refuses a second booking in
/// the transaction of the first; those who sit in one group share theirs.
/// </summary>
public sealed record DiaryRow
{
    /// <summary>The appointment; of a group its session.</summary>
    [Key]
    public required string Appointment { get; init; }

    [Key]
    public required Moment Square { get; init; }

    public required string Clinician { get; init; }

    /// <summary>Who is taken: nobody is in two places at once.</summary>
    public required string Taken { get; init; }

    /// <summary>Of a referral its one-to-one contacts; a group session stands in the diary once, by its own stream.</summary>
    public static IEnumerable<DiaryRow> RowsOf(History history) => history.Stream.Kind == "group"
        ? history.Last<GroupSessionPlaced>() is { } x && GroupSessions.PlacesIn(history) != 0 ? Of(history.Stream.Id, x.Clinician, x.Starts, x.Ends) : []
        : Appointments.Appointment.Of(history).Where(a => a is { Cancelled: null, Group: null, IsUnplanned: false })
            .SelectMany(a => Of(a.Id, a.Clinician, a.Starts, a.Ends));

    private static IEnumerable<DiaryRow> Of(string id, string clinician, Moment starts, Moment ends) =>
        Slot.Squares(starts, ends).Select(square => new DiaryRow { Appointment = id, Square = square, Clinician = clinician, Taken = clinician });
}

using System.Globalization;
using Candour.CareRecord.Appointments;
using Candour.CareRecord.Referrals;
using Candour.CareRecord.Sessions;
using Candour.Clinical;
using Candour.Clinical.Instruments;

namespace Candour.CareRecord.Questionnaires;

/// <summary>
/// Sends a set: from now on the therapist sees it. Totals are worked out here from the answers; no command, page or address
/// takes one. The first complete set in the window is the score; every other is kept, numbered and reasoned.
/// </summary>
public sealed record SubmitQuestionnaire
{
    public Decision Decide(History questionnaire, History referral, Moment now)
    {
        if (Questionnaire.Of(questionnaire) is not { } form)
            return new NoSuchQuestionnaire();
        if (form.IsSent)
            return Decision.AlreadySo;
        if (form.IsClosed(now) && form.StaffEntry is null)
            return new FormsOver(form.Issued.WindowTo);
        var answered = form.Items.Count(i => form.Now(i)?.Event.Value is not null);
        if (answered == 0)
            return new NothingAnswered();

        var filled = form.StaffEntry?.FilledAt ?? now;
        var late = filled > StartOf(form, referral);
        var earlier = referral.All<ScoresRecorded>().Where(s => IsSameOccasion(s, form)).ToList();
        var totals = form.Issued.Instruments.ToDictionary(t => t, form.ScoreOf);
        var scores = new ScoresRecorded
        {
            Questionnaire = form.Id,
            Appointment = form.Issued.Appointment,
            Week = form.Issued.Week,
            Instruments = form.Issued.Instruments,
            Answers = [.. form.Issued.Instruments.Select(t => AnswerList.Write(form.AnswersOf(t)))],
            Totals = [.. form.Issued.Instruments.Select(t => totals[t]?.Value.ToString(CultureInfo.InvariantCulture) ?? "")],
            Counting = [],
            Number = earlier.Count + 1,
            RepeatReason = form.Issued.RepeatReason,
            Late = late,
            FilledInBy = form.FilledInBy,
            Mode = form.Channel,
            StaffReason = form.StaffEntry?.Reason,
            Sign = form.StaffEntry?.Sign,
            FilledAt = filled,
            SafetyNotAnswered = form.SafetyNotAnswered,
            Together = form.Issued.Together,
        };
        var counting = SentScore.Counting(referral.With([scores], By.Worker, now));
        scores = scores with { Counting = [.. form.Issued.Instruments.Where(t => counting.Contains((form.Id, t)))] };
        var sent = Decision.Accept(questionnaire.Stream, new QuestionnaireSubmitted { Late = late, Answered = answered, Skipped = form.Items.Count - answered });
        // Paper put in late is marked, and after the decision to end care it is one person's word only.
        if (form.StaffEntry is not { FilledAt: { } paper } entry || !LateEntry.Is(paper, now))
            return sent.And(referral.Stream, scores);
        var marked = Decision.Accept(referral.Stream, scores, new AddedLate
        {
            About = $"answers/{form.Id}", Days = LateEntry.Days(paper, now), Why = entry.EnteredLate ?? WhyLate.Another,
        });
        return sent.And(LateEntry.Hold(marked, paper, now, referral, "answers", entry.EnteredLate));
    }

    /// <summary>Start of the session as it stands now: booked, moved or begun; of a set without one the end of its own window.</summary>
    internal static Moment StartOf(Questionnaire form, History referral) =>
        form.Issued.Appointment is { } id && Appointment.Find(referral, id) is { } session ? session.Began : form.Issued.WindowTo;

    internal static bool IsSameOccasion(ScoresRecorded scores, Questionnaire form) =>
        scores.Appointment == form.Issued.Appointment && scores.Week == form.Issued.Week && scores.Together == form.Issued.Together
        && (scores.Appointment is not null || scores.Week is not null || scores.Questionnaire == (form.Issued.Repeats ?? form.Id));
}

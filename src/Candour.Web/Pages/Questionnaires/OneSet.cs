using Candour.CareRecord.Pathways;
using Candour.CareRecord.Questionnaires;
using Candour.CareRecord.Questionnaires.Store;
using Candour.CareRecord.Sessions;
using Candour.Clinical;

namespace Candour.Web.Pages.Questionnaires;

/// <summary>One set as staff see it in the list.</summary>
/// <param name="For">"session 6, 11 November", "12 weeks after the first session".</param>
/// <param name="State">Where it stands, a sentence.</param>
/// <param name="How">How it came about; empty when there is nothing to say.</param>
public sealed record OneSet(QuestionnaireRow Row, string For, string State, string How)
{
    public static OneSet Of(QuestionnaireRow row, PathwayView view, Moment now)
    {
        var called = view.Person.Called;
        var declined = view.Referral.Last<QuestionsDeclined>(d => d.Questionnaire == row.Questionnaire);
        var state = row switch
        {
            { Submitted: { } sent } => $"In, {At(sent, view)}{(IsLate(row, view) ? ", after the session began" : "")}",
            { Declined: true } when declined?.Why is { } why and not WithoutAnswers.ChoseNotTo => $"Not done: {WithoutAnswersWords.Of(why).ToLowerInvariant()}",
            { Declined: true } => $"{called} chose not to answer",
            _ when Left(row, view) is { } left => left.Now is { } then
                ? $"Not sent. The session moved to {At(then, view)}" : "Not sent. The session was called off",
            _ when row.Closes < now => $"Not answered. Closed {At(row.Closes, view)}",
            { ByStaff: true } => "A colleague has begun to enter the answers",
            { Opened: { } opened } => $"Begun {At(opened, view)}, not sent",
            _ => "Not begun",
        };
        return new(row, ForWhat(row, view), state, string.Join(" ", HowOf(row, view)));
    }

    private static bool IsLate(QuestionnaireRow row, PathwayView view) =>
        view.Appointments.FirstOrDefault(a => a.Id == row.Appointment) is { } session
        && view.Referral.Last<ScoresRecorded>(s => s.Questionnaire == row.Questionnaire) is { } set && session.IsLate(set);

    private static string ForWhat(QuestionnaireRow row, PathwayView view)
    {
        var session = view.Appointments.FirstOrDefault(a => a.Id == row.Appointment);
        var what = row.Week is { } week ? $"{week} weeks after the first session"
            : session is null ? "Asked for by itself"
            : $"{char.ToUpperInvariant(view.NameOf(session)[0])}{view.NameOf(session)[1..]}, {Words.Day(London.DayOf(row.WindowTo), view.Today)}";
        if (view.Referral.Any<QuestionsIssued>(q => q.Questionnaire == row.Questionnaire && q.Together))
            return $"{what}, asked together";
        return row.Number > 1 ? $"{what}, set {row.Number}" : what;
    }

    private static IEnumerable<string> HowOf(QuestionnaireRow row, PathwayView view)
    {
        if (row.Submitted is not null)
            yield return row.ByStaff ? "Entered by staff." : $"Answered by {view.Person.Called} or with help.";
        if (row.Disputed)
            yield return $"{view.Person.Called} says this is not what was said.";
    }

    private static SessionNoLongerThen? Left(QuestionnaireRow row, PathwayView view) =>
        SessionOfSet.Left(view.Appointments.FirstOrDefault(a => a.Id == row.Appointment), row.WindowTo);

    private static string At(Moment at, PathwayView view) => London.DayOf(at) == view.Today ? $"{Words.Time(at)} today" : $"{Words.Time(at)} on {Words.Day(London.DayOf(at), view.Today)}";
}

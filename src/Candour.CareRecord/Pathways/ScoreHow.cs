using Candour.CareRecord.Sessions;
using Candour.Clinical;
using Candour.Clinical.Pathways;
using Candour.Clinical.Pathways.Readings;

namespace Candour.CareRecord.Pathways;

/// <summary>How a score came about, in the words of the table under the chart.</summary>
internal static class ScoreHow
{
    public static string Of(PathwayView view, ScorePoint point)
    {
        if (point.Measurement < 0)
            return None(view, point);
        ref readonly var m = ref view.Pathway.Measurements[point.Measurement];
        var by = Who(view, m);
        var when = When(view, m);
        var how = point.Mark switch
        {
            ScoreMark.Repeat when m.RepeatReason is { } reason => $"{by}, {when}, asked again: {Again(reason)}. Kept, not counted",
            ScoreMark.Repeat when m.NotConfirmed => $"{by}, {when}, not confirmed. Kept, left out of the checked figure",
            ScoreMark.Repeat => $"{by}, {when}. Kept, not counted",
            ScoreMark.NotHeld => $"{by}. The session it was for did not take place. Kept, not counted",
            _ => $"{by}, {when}",
        };
        return point.Disputed ? $"{how}. {view.Person.Called} says this is not what was said" : how;
    }

    private static string Who(PathwayView view, in Measurement m) => (m.EnteredBy, m.Channel) switch
    {
        (EnteredBy.Staff, Channel.Telephone) => "staff, read aloud by phone",
        (EnteredBy.Staff, Channel.Paper) => "staff, from paper",
        (EnteredBy.Staff, _) => "staff",
        (EnteredBy.Carer, _) => "a carer",
        (EnteredBy.Interpreter, _) => "an interpreter",
        (EnteredBy.PersonWithHelp, _) => $"{view.Person.Called} with help",
        (_, Channel.InTheRoom) => $"{view.Person.Called}, here",
        (_, Channel.Import) => "imported",
        _ => $"{view.Person.Called}, by link",
    };

    private static string When(PathwayView view, in Measurement m)
    {
        if (m.Contact < 0 || m.Completed is not { } completed || view.Pathway.Contacts[m.Contact].Start is not { } start)
            return "not for a session";
        return completed > start ? $"{Length(completed.Since(start))} after it began" : $"{Length(start.Since(completed))} before";
    }

    /// <summary>In whole days from two days, else in whole hours from one, else in minutes.</summary>
    public static string Length(TimeSpan span) =>
        span.TotalDays >= 2 ? Words.Count((int)span.TotalDays, "day", "days")
        : span.TotalHours >= 1 ? Words.Count((int)span.TotalHours, "hour", "hours")
        : Words.Count((int)span.TotalMinutes, "minute", "minutes");

    private static string None(PathwayView view, ScorePoint point)
    {
        if (point.Contact < 0)
            return "none";
        var id = view.Pathway.Contacts[point.Contact].Id;
        var started = view.Appointments.First(a => a.Id == id).Started;
        return started?.WithoutAnswers is { } why ? $"none: {started.WithoutAnswersWords ?? WithoutAnswersWords.Of(why).ToLowerInvariant()}" : "none";
    }

    private static string Again(string reason) => reason switch
    {
        "ItFroze" => "the form froze",
        "NotMeBefore" => "somebody else had answered",
        "HelpedThisTime" => "had help this time",
        "TherapistAsked" => "the therapist asked",
        _ => "something changed",
    };
}

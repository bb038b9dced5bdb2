using Candour.CareRecord.Appointments;

namespace Candour.CareRecord.Sessions;

/// <summary>What a session still needs before it can be closed, in the words of the page ("Still to do: risk").</summary>
public static class SessionParts
{
    public const string Note = "note";
    public const string Done = "what was done";
    public const string Safety = "risk";
    public const string Understood = "how you understand the two answers about risk";
    public const string Who = "who came";
    public const string SecondPerson = "a second person to confirm the late entry";

    /// <param name="item9">The written answer of this session, 0 to 3; null: none.</param>
    public static IReadOnlyList<string> Missing(Appointment a, int? item9)
    {
        if (a.Cancelled is not null || a.Closed is not null)
            return [];
        if (a.Attendance is not null && !a.IsAttended)
            return !a.IsUnconfirmed ? [] : [SecondPerson];
        if (a.Started is null && a.Attendance is null)
            return [];
        var missing = new List<string>();
        if (a.Notes.Count == 0)
            missing.Add(Note);
        if (a.Saved is not { } saved || (saved.PartsDone.Count == 0 && saved.WasReview is null && !saved.AssessmentDone))
            missing.Add(Done);
        if (a.Safety is not { } safety || string.IsNullOrWhiteSpace(safety.InWords))
            missing.Add(Safety);
        else if (Differ(safety.Spoken, item9) && string.IsNullOrWhiteSpace(safety.Understood))
            missing.Add(Understood);
        if (a.Attendance is null)
            missing.Add(Who);
        return missing;
    }

    /// <summary>The spoken and the written answer do not say the same.</summary>
    public static bool Differ(SpokenThoughts spoken, int? item9) => item9 switch
    {
        null => false,
        0 => spoken == SpokenThoughts.Some,
        _ => spoken != SpokenThoughts.Some,
    };
}

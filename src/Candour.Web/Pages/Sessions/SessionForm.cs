using System.Globalization;
using Candour.CareRecord.Appointments;
using Candour.CareRecord.Safeguards;
using Candour.CareRecord.Sessions;
using Candour.Clinical;
using Candour.Clinical.Codes;
using Candour.Web.Access;

namespace Candour.Web.Pages.Sessions;

/// <summary>What is typed on the session page.</summary>
public sealed class SessionForm
{
    public string Person { get; set; } = "";

    public string Activity { get; set; } = "";

    public string? Draft { get; set; }

    public WithoutAnswers? WithoutAnswers { get; set; }

    public string? WithoutAnswersWords { get; set; }

    public string? WhereNow { get; set; }

    public string? WhoCouldHelp { get; set; }

    public string? WhereNotAsked { get; set; }

    public string? Note { get; set; }

    public string? Why { get; set; }

    public string? Therapy { get; set; }

    public List<string> PartsDone { get; set; } = [];

    /// <summary>yes or no; empty: not said.</summary>
    public string? WasReview { get; set; }

    public bool AssessmentDone { get; set; }

    public SpokenThoughts? Spoken { get; set; }

    public string? SafetyWords { get; set; }

    public string? Understood { get; set; }

    public string? Code { get; set; }

    public string? Medium { get; set; }

    /// <summary>By the clock in England, as <see cref="ClockTime"/> reads it.</summary>
    public string? Began { get; set; }

    public string? Ended { get; set; }

    public string? InterpreterPresent { get; set; }

    public string? Trace { get; set; }

    /// <summary>Of a group: people present.</summary>
    public int? GroupParticipants { get; set; }

    public WhyLate? WhyLate { get; set; }

    public string? WhyLateWords { get; set; }

    public string? PsychotropicMedication { get; set; }

    public string? Homework { get; set; }

    public string? AskSupervisor { get; set; }

    /// <summary>Treatment before consent: why it was treatment.</summary>
    public string? KeepTreatment { get; set; }

    public static SessionForm Of(Appointment there, string activity) => new()
    {
        Person = there.Person,
        Activity = activity,
        Note = there.Closed is null ? there.Notes.LastOrDefault().Event?.Note : null,
        Therapy = there.Saved?.Therapy,
        PartsDone = [.. there.Saved?.PartsDone ?? []],
        WasReview = there.Saved?.WasReview is { } review ? review ? "yes" : "no" : null,
        AssessmentDone = there.Saved?.AssessmentDone ?? false,
        Spoken = there.Safety?.Spoken,
        SafetyWords = there.Safety?.InWords,
        Understood = there.Safety?.Understood,
        Code = there.Attendance?.Code,
        Medium = there.Medium,
        Began = Clock(there.Attendance?.Started ?? there.StartedAt),
        Ended = Clock(there.Attendance?.Ended),
        InterpreterPresent = there.Attendance?.InterpreterPresent,
        Trace = there.Attendance?.Trace,
        GroupParticipants = there.Attendance?.GroupParticipants,
        PsychotropicMedication = there.Saved?.PsychotropicMedication,
        Homework = there.Saved?.Homework,
        AskSupervisor = there.Saved?.AskSupervisorWhat,
        KeepTreatment = there.Saved?.KeepTreatment,
    };

    public SaveSession ToSave(Appointment there, RiskIds ids, IReadOnlyList<string> qualifications) => new()
    {
        Appointment = there.Id,
        Person = Person,
        Activity = Activity,
        Note = Note,
        Therapy = Therapy,
        PartsDone = PartsDone,
        WasReview = WasReview switch { "yes" => true, "no" => false, _ => null },
        AssessmentDone = AssessmentDone,
        Spoken = Spoken,
        SafetyWords = SafetyWords,
        Understood = Understood,
        Attendance = Code is null ? null : new()
        {
            Appointment = there.Id,
            Code = Code,
            Medium = Medium is { Length: > 0 } medium && CodeList.Find("consultation_mechanism").Knows(medium) ? medium : null,
            Started = At(there, Began),
            Ended = At(there, Ended),
            InterpreterPresent = string.IsNullOrEmpty(InterpreterPresent) ? null : InterpreterPresent,
            Trace = Trace,
            GroupParticipants = GroupParticipants,
            WhyLate = WhyLate,
            WhyLateWords = WhyLateWords,
        },
        WhyLate = WhyLate,
        WhyLateWords = WhyLateWords,
        PsychotropicMedication = PsychotropicMedication,
        Homework = Homework,
        AskSupervisor = AskSupervisor,
        KeepTreatment = KeepTreatment,
        Qualifications = qualifications,
        RiskIds = ids,
    };

    /// <summary>What is there now beside what was typed; of the parts other than the note only what holds something in one of the two.</summary>
    public IReadOnlyList<BothText> Beside(Appointment there)
    {
        var now = Of(there, Activity);
        return
        [
            BesideNote(there),
            .. new BothText[]
            {
                new("What was done", now.Done, Done),
                new("Risk", now.SafetyWords, SafetyWords),
                new("How this is understood", now.Understood, Understood),
                new("Did they come?", now.Came, Came),
                new("Started", now.Began, Began),
                new("Ended", now.Ended, Ended),
                new("To try", now.Homework, Homework),
                new("Ask your supervisor about", now.AskSupervisor, AskSupervisor),
                new("Why it was treatment", now.KeepTreatment, KeepTreatment),
            }.Where(line => !string.IsNullOrWhiteSpace(line.There + line.Mine)),
            // Asked before the session starts only.
            .. new BothText[] { new("Where they are", there.Started?.WhereNow, WhereNow), new("Who could help", there.Started?.WhoCouldHelp, WhoCouldHelp) }
                .Where(line => !string.IsNullOrWhiteSpace(line.Mine)),
        ];
    }

    public BothText BesideNote(Appointment there) => new("Note", there.Notes.LastOrDefault().Event?.Note, Note);

    /// <summary>The parts that are ticked, in words.</summary>
    private string? Done => string.Join("; ", TherapyParts.Of(Therapy).Where(p => PartsDone.Contains(p.Key)).Select(p => p.Words)
        .Concat(AssessmentDone ? ["assessment"] : []).Concat(WasReview switch { "yes" => ["a review"], "no" => ["not a review"], _ => [] }));

    private string? Came => Code switch
    {
        "5" => "Came on time", "6" => "Came late and was seen", "7" => "Came too late to be seen", "3" => "Did not come", "4" => "We called it off", _ => Code,
    };

    private static string? Clock(Moment? at) => at is { } moment ? London.WallClock(moment).ToString("HH:mm", CultureInfo.InvariantCulture) : null;

    /// <summary>Times that were typed and cannot be read, by field, in words. What was typed stays.</summary>
    public IEnumerable<(string Field, string Words)> Unread()
    {
        if (!string.IsNullOrWhiteSpace(Began) && ClockTime.Read(Began) is null)
            yield return ("Began", "Enter the time it started, like 2pm or 14:00");
        if (!string.IsNullOrWhiteSpace(Ended) && ClockTime.Read(Ended) is null)
            yield return ("Ended", "Enter the time it ended, like 2:35pm or 14:35");
    }

    private static Moment? At(Appointment there, string? clock) => ClockTime.Read(clock) is { } time ? London.At(there.Day, time) : null;
}

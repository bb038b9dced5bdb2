using Candour.CareRecord.Appointments;
using Candour.CareRecord.Letters;
using Candour.CareRecord.Pathways;
using Candour.CareRecord.Referrals.Store;
using Candour.CareRecord.Safeguards;
using Candour.CareRecord.Safeguards.Store;
using Candour.CareRecord.Treatment.Store;
using Candour.Clinical;
using Candour.Clinical.Codes;

namespace Candour.CareRecord.Today;

/// <summary>A line of "First": what it is, where it leads, when it is due.</summary>
/// <param name="Words">The whole line.</param>
/// <param name="Href">Null where the reader may not open it: then the words say whom to ring.</param>
/// <param name="Tag">The word in the tag: "Due 10am", "New".</param>
public sealed record FirstThing(FirstKind Kind, string Words, string? Href, string Tag)
{
    /// <summary>Red is for risk only.</summary>
    public bool IsRisk => Kind == FirstKind.RiskAnswer;
}

public enum FirstKind
{
    RiskAnswer,
    Correction,
    Ending,

    /// <summary>Somebody's plan, step, ending or late entry waits for a second person.</summary>
    Agreement,
}

/// <summary>A row of "Your day"; a break has no person.</summary>
public sealed record DayLine(Moment At, string? Name, string? Href, string What, string? Needs, string Answers, bool RiskAnswer);

/// <summary>A line of "To finish".</summary>
/// <param name="Left">"Still to do: risk"; null where only the whole is.</param>
/// <param name="IsLetter">A letter, not a note.</param>
public sealed record ToFinish(string Words, string Href, string Tag, string? Left = null, bool IsLetter = false);

/// <summary>One working day of one member of staff, composed from lists. The counts are those of the lists, always.</summary>
public sealed record TodaysWork(
    DateOnly Day, IReadOnlyList<FirstThing> First, IReadOnlyList<DayLine> Lines, IReadOnlyList<ToFinish> Finish, int? AgreedNumber)
{
    public int PeopleToSee => Lines.Count(l => l.Name is not null);

    /// <summary>"3 people to see. 1 risk answer. 1 correction. 1 note to finish."</summary>
    public string Counts
    {
        get
        {
            var sentences = new List<string> { PeopleToSee == 0 ? "No one is booked today." : $"{Words.Count(PeopleToSee, "person", "people")} to see." };
            Say(FirstKind.RiskAnswer, "risk answer", "risk answers");
            Say(FirstKind.Correction, "correction", "corrections");
            Say(FirstKind.Ending, "ending to talk about", "endings to talk about");
            Say(FirstKind.Agreement, "thing to agree", "things to agree");
            sentences.Add(Words.Count(Finish.Count(f => !f.IsLetter), "note to finish", "notes to finish") + ".");
            if (Finish.Count(f => f.IsLetter) is > 0 and var letters)
                sentences.Add(Words.Count(letters, "letter to finish", "letters to finish") + ".");
            return string.Join(" ", sentences);

            void Say(FirstKind kind, string one, string many)
            {
                if (First.Count(f => f.Kind == kind) is > 0 and var count)
                    sentences.Add(Words.Count(count, one, many) + ".");
            }
        }
    }

    /// <summary>"6 people today. Your agreed number is 5."; null when it is not more.</summary>
    public string? TooMany => AgreedNumber is { } agreed && PeopleToSee > agreed
        ? $"{Words.Count(PeopleToSee, "person", "people")} today. Your agreed number is {agreed}."
        : null;

    /// <param name="told">Per risk task that the reader may open what was told last; of the others nobody is named.</param>
    /// <param name="ring">Who can open those: "Ring Sam Demo now: they can open it."</param>
    public static TodaysWork Of(
        DateOnly today,
        IReadOnlyList<AppointmentRow> day,
        IReadOnlyList<AppointmentRow> unfinished,
        IReadOnlyList<RiskTaskRow> risks,
        IReadOnlyDictionary<string, string> told,
        string ring,
        IReadOnlyList<OnePerson> things,
        IReadOnlyDictionary<string, PersonRow> people,
        IReadOnlyList<LetterRow> letters,
        int? agreedNumber)
    {
        var atRisk = risks.Where(r => told.ContainsKey(r.Task)).Select(r => r.Person).ToHashSet();
        var first = risks.Select(r => told.TryGetValue(r.Task, out var what)
                ? new FirstThing(FirstKind.RiskAnswer, $"{Name(people, r.Person)}: {what} ({Told(r, today)})", $"/risk/{r.Task}", Due(r.Due, today))
                : new(FirstKind.RiskAnswer, $"A task about someone's safety that {(r.Owner == Cover.Nobody ? "nobody has yet" : "is yours and that you may not open")}. {ring}", null, Due(r.Due, today)))
            .Concat(things.SelectMany(t => Things(t, today)));
        var lines = day.Select(a => new DayLine(
            a.Starts, Name(people, a.Person), $"/pathways/{a.Referral}", What(a, today), NeedsOf(people.GetValueOrDefault(a.Person), a), Answers(a, today), atRisk.Contains(a.Person)));
        var finish = unfinished.Select(a => new ToFinish(
            $"{(a.Started || a.State == AppointmentState.Seen ? "Note" : "Who came")} for {Name(people, a.Person)}, {Session(a)}, {Words.Day(a.Day, today)}",
            a.Started || a.State == AppointmentState.Seen ? $"/{(a.Kind == AppointmentType.Assessment ? "assess" : "sessions")}/{a.Appointment}" : $"/appointments/{a.Appointment}",
            a.HasNote && a.Missing.Length == 0 ? "Saved" : "To do",
            a.Missing.Length > 0 ? $"Still to do: {a.Missing}" : null))
            .Concat(letters.Select(l => new ToFinish(
                $"Letter to the GP of {Name(people, l.Person)}", $"/pathways/{l.Referral}/letters/{(l.Letter == LetterRow.Owed ? "gp" : l.Letter)}",
                l.Letter == LetterRow.Owed ? "To write" : "To read and post", IsLetter: true)));
        return new(today, [.. first], [.. lines], [.. finish], agreedNumber);
    }

    private static IEnumerable<FirstThing> Things(OnePerson t, DateOnly today)
    {
        var href = $"/pathways/{t.Care.Referral}";
        if (t.Care.ObjectionTalkBy is { } by)
            yield return new(FirstKind.Ending, $"{t.Person.FullName} {t.Care.NextWhat?.Replace("Talk about the ending: ", "", StringComparison.Ordinal)}", $"{href}/ending", By("Talk by", by, today));
        if (t.Care is { NextOwner: NextStep.Supervisors, NextDue: { } agreeBy })
            yield return new(FirstKind.Agreement, $"{t.Person.FullName}: {Waits(t.Care.NextWhat)}", t.Care.NextHref ?? href, By("By", agreeBy, today));
        if (t.Care.Disputed is not null)
            yield return new(FirstKind.Correction, $"{t.Person.FullName} says \"this is not what I said\"", href, "New");
    }

    private static string By(string what, DateOnly day, DateOnly today) => day < today ? $"Overdue since {Words.Day(day, today)}" : $"{what} {Words.Day(day, today)}";

    private static string Waits(string? what) => what switch
    {
        "Supervisor to agree to the ending" => "an ending waits for your agreement",
        "Supervisor to agree to the step" => "a change of step waits for your agreement",
        "Supervisor to agree to the plan" => "a plan waits for your agreement",
        { Length: > 0 } other => char.ToLowerInvariant(other[0]) + other[1..],
        _ => "waits for a second person",
    };

    private static string Name(IReadOnlyDictionary<string, PersonRow> people, string person) => people.GetValueOrDefault(person)?.FullName ?? "Name not known";

    private static string Due(Moment due, DateOnly today) =>
        London.DayOf(due) == today ? $"Due {Words.Time(due)}" : $"Due {Words.Time(due)} {Words.Day(London.DayOf(due), today)}";

    private static string Told(RiskTaskRow task, DateOnly today) =>
        task.LastToldOn == today ? $"{Words.Time(task.LastTold)} today" : $"{Words.Time(task.LastTold)} on {Words.Day(task.LastToldOn, today)}";

    private static string Session(AppointmentRow a) => a.Number is { } n ? $"session {n}" : Kinds.Words(a.Kind).ToLowerInvariant();

    private static string What(AppointmentRow a, DateOnly today)
    {
        var what = a.Number is { } n
            ? $"Session {n}{(a.Of is { } of ? $" of {of}" : "")}, {Media.Words(a.Medium)}."
            : $"{Kinds.Words(a.Kind)}, {Media.Words(a.Medium)}, {(int)a.Ends.Since(a.Starts).TotalMinutes} minutes.";
        return a.Number is 1 or null && a.ReferredOn is { } referred ? $"{what} {Words.Wait(today.DayNumber - referred.DayNumber)} since referral" : what;
    }

    private static string? NeedsOf(PersonRow? person, AppointmentRow a)
    {
        if (a.Interpreter is { } interpreter)
            return $"{interpreter} interpreter, {(a.InterpreterBooked == true ? "booked" : "not booked yet")}";
        return person is { HasNeeds: true } ? person.Needs : null;
    }

    private static string Answers(AppointmentRow a, DateOnly today) => a switch
    {
        { AnsweredAt: { } at, Answers: AnswersState.Sent } => $"Sent, {At(at, today)}",
        { Answers: AnswersState.Late } => "Late",
        { Answers: AnswersState.ChoseNotTo } => "Chose not to",
        _ => "Not yet",
    };

    private static string At(Moment at, DateOnly today) =>
        London.DayOf(at) == today ? Words.Time(at) : $"{Words.Time(at)} {Words.Day(London.DayOf(at), today)}";
}

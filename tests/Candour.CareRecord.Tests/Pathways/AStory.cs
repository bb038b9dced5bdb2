using Candour.CareRecord.Appointments;
using Candour.CareRecord.Consent;
using Candour.CareRecord.Discharge;
using Candour.CareRecord.Questionnaires;
using Candour.CareRecord.Referrals;
using Candour.CareRecord.Safeguards;
using Candour.CareRecord.Sessions;
using Candour.Clinical;
using Candour.Testing;

namespace Candour.CareRecord.Tests.Pathways;

/// <summary>
/// One invented person and their referral, told in decisions: <c>AStory.Referred().Booked(…).Held(…)</c>. Nothing is stored;
/// refusals are kept in <see cref="Refusal"/>.
/// </summary>
internal sealed class AStory
{
    public const string PersonId = "PERS0N0000000001";
    public const string ReferralId = "REFERRA100000001";
    public const string GuidedSelfHelp = "748051000000105";
    public static readonly By Jo = new("STAFFJ0000000001", Roles.Pwp);
    public static readonly By Sam = new("STAFFSAM00000001", Roles.Supervisor);
    public static readonly By Amy = new(PersonId, Roles.Patient);

    private readonly SeededRandomness _ids = new(5);
    private int _commands;

    private AStory(Moment start) => Now = start;

    public Moment Now { get; private set; }

    public History Person { get; private set; } = History.Empty(Streams.Person(PersonId));

    public History Referral { get; private set; } = History.Empty(Streams.Referral(ReferralId));

    public Refusal? Refusal { get; private set; }

    public string NewId() => Ids.New(_ids);

    public DateOnly Today => London.DayOf(Now);

    /// <summary>Amira Testwell, referred on Monday 7 September 2026, ten in the morning.</summary>
    public static AStory Referred(IReadOnlyList<string>? needs = null, string? language = null)
    {
        var story = new AStory(Moment.Utc(2026, 9, 7, 9));
        story.Tell(Amy, story.Person.Stream,
            new PersonRegistered { FirstName = "Amira", LastName = "Testwell", CalledName = "Amy", BirthDate = new(1991, 3, 4), FilledBy = FilledBy.Me },
            new ContactDetailsGiven { Chosen = [Ways.Text, Ways.Call], Mobile = "07700900123", Phone = "01632960123" },
            new NeedsRecorded { Needs = needs ?? [], Language = language, ReviewOn = new(2027, 9, 7) });
        story.Tell(Amy, story.Referral.Stream, new ReferralReceived
        {
            Person = PersonId, ReceivedOn = story.Today, Source = "B1", Commissioner = "QT1", CameBy = CameBy.Web, FilledBy = FilledBy.Me, Age = 35,
        });
        return story;
    }

    public AStory On(DateOnly day, int hour = 10, int minute = 0)
    {
        Now = London.At(day, new(hour, minute));
        return this;
    }

    public AStory After(TimeSpan span)
    {
        Now = Now.Plus(span);
        return this;
    }

    /// <summary>Puts events there as they are, as another feature would.</summary>
    public AStory Tell(By by, StreamId stream, params Event[] events)
    {
        Append(by, [.. events.Select(e => (stream, e))]);
        return this;
    }

    /// <summary>Applies a decision or keeps its refusal.</summary>
    public AStory Does(By by, Func<AStory, Decision> decide)
    {
        switch (decide(this))
        {
            case Accepted accepted:
                Refusal = null;
                Append(by, accepted.Events);
                break;
            case Refused refused:
                Refusal = refused.Because;
                break;
        }

        return this;
    }

    public AStory Books(string appointment, DateOnly day, int hour = 14, string kind = "02", string medium = Media.Video, string? interpreter = null,
        string? despite = null, ClinicianDay? with = null, int minutes = 45) =>
        Does(Jo, s => new BookAppointment
        {
            Appointment = appointment,
            Person = PersonId,
            With = with ?? new(Jo.Actor, "Jo Demo", 0, 5),
            Slot = new(day, new(hour, 0), minutes),
            Kind = kind,
            Medium = medium,
            Interpreter = interpreter,
            DespiteNeeds = despite,
        }.Decide(s.Person, s.Referral, Jo, s.Now));

    /// <summary>Sends a PHQ-9 and a GAD-7 for the appointment; item 9 is given by itself.</summary>
    public AStory Answers(string? appointment, int phq9, int gad7, int item9 = 0, bool late = false, int number = 1, int? week = null)
    {
        var mood = Spread(phq9 - item9, 8, 3).Append(item9).ToList();
        return Tell(Amy, Referral.Stream, new ScoresRecorded
        {
            Questionnaire = NewId(),
            Appointment = appointment,
            Week = week,
            Instruments = ["PHQ9", "GAD7"],
            Answers = [string.Join(',', mood), string.Join(',', Spread(gad7, 7, 3))],
            Totals = [$"{phq9}", $"{gad7}"],
            Counting = number == 1 && !late ? ["PHQ9", "GAD7"] : [],
            Number = number,
            Late = late,
            FilledInBy = FilledInBy.Person,
            Mode = AnswerMode.Link,
            FilledAt = Now,
        });
    }

    public StartSession Start(string appointment, WithoutAnswers? without = null, string? where = "At home, 1 Invented Street") => new()
    {
        Appointment = appointment, Person = PersonId, WithoutAnswers = without, WhereNow = where, WhoCouldHelp = "Her sister",
    };

    public SaveSession Save(string appointment) => new()
    {
        Appointment = appointment,
        Person = PersonId,
        Activity = "ACT" + appointment[3..],
        RiskIds = new("TASK000000000001", "M000000000000001", "M000000000000002", "M000000000000003"),
    };

    /// <summary>Amy signs to guided self-help.</summary>
    public AStory SignsPlan(int sessions = 8, string plan = "P1AN000000000001", string therapy = GuidedSelfHelp) =>
        Tell(Jo, Referral.Stream, new PlanProposed { Plan = plan, Therapy = therapy, Step = 2, Sessions = sessions })
            .Tell(Amy, Referral.Stream, new PlanSigned { Plan = plan, How = SignedHow.ByLink, NameTyped = "Amira Testwell", UsualSelf = "Sleeping through" });

    public AStory DecidesEnding(EndingReason? reason = EndingReason.FinishedTogether, bool anyway = false, NoNotice? without = null, By? by = null, int? shown = null) =>
        Does(by ?? Jo, s => Ending(reason, anyway, without, shown ?? s.Referral.Version).Decide(s.Person, s.Referral, by ?? Jo, s.Now));

    public DecideEnding Ending(EndingReason? reason, bool anyway = false, NoNotice? without = null, int shown = 0) => new()
    {
        Decision = "DEC1S10N00000001", Person = PersonId, Reason = reason, Why = "You have had the sessions in your plan.", EndAnyway = anyway,
        WithoutNotice = without, Shown = shown, NoticeDays = 14, With = Sam.Actor,
    };

    public AStory Says(NoticeAnswer answer, string? words = null) => Does(Amy, s => new AnswerNotice(answer, words).Decide(s.Referral, s.Now));

    public AStory ClockStrikes() => Does(By.Worker, s => EndOfCare.IfDue(s.Person, s.Referral, message: null, s.Now));

    /// <summary>A session with everything in it, as a good day goes.</summary>
    public SaveSession Whole(string appointment) => Save(appointment) with
    {
        Note = "Talked about the week. Going to choir again.",
        Therapy = GuidedSelfHelp,
        PartsDone = ["review", "practice"],
        Spoken = SpokenThoughts.None,
        SafetyWords = "No thoughts now. Sister is near. Will text if that changes.",
        Attendance = new() { Appointment = appointment, Code = "5", Trace = "VideoLog" },
    };

    public AStory Begins(string appointment, WithoutAnswers? without = null) =>
        Does(Jo, s => s.Start(appointment, without).Decide(s.Person, s.Referral, s.Now));

    public AStory Saves(SaveSession save) => Does(Jo, s => save.Decide(s.Person, s.Referral, s.Cover, Jo, s.Now));

    /// <summary>Books, answers, holds and writes up a session on a day at 2pm.</summary>
    public AStory HasSession(string appointment, DateOnly day, int phq9 = 12, int gad7 = 9) =>
        On(day.AddDays(-7)).Books(appointment, day)
            .On(day, 8).Answers(appointment, phq9, gad7)
            .On(day, 14).Begins(appointment)
            .On(day, 14, 40).Saves(Whole(appointment));

    public Cover Cover => new(Jo.Actor, null, Sam.Actor, Sam.Actor, Now);

    private static IEnumerable<int> Spread(int total, int items, int most) =>
        Enumerable.Range(0, items).Select(i => Math.Clamp(total - (i * most), 0, most));

    private void Append(By by, IReadOnlyList<(StreamId Stream, Event Event)> events)
    {
        var command = $"c{++_commands}";
        foreach (var (stream, e) in events)
        {
            if (stream == Person.Stream)
                Person = Grown(Person, by, e, command);
            else if (stream == Referral.Stream)
                Referral = Grown(Referral, by, e, command);
        }
    }

    private History Grown(History history, By by, Event e, string command) => new(history.Stream, [.. history.Events, new Recorded(new()
    {
        Stream = history.Stream, Sequence = history.Version + 1, Type = e.GetType().Name, By = by, At = Now, CommandId = command,
    }, e)]);
}

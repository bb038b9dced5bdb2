using Candour.CareRecord.Access.Store;
using Candour.CareRecord.Appointments;
using Candour.CareRecord.Policies;
using Candour.CareRecord.Questionnaires;
using Candour.CareRecord.Safeguards;
using Candour.CareRecord.Staff;
using Candour.Clinical;
using Candour.Testing;

namespace Candour.CareRecord.Tests.Questionnaires;

/// <summary>One person with a booked session and a questionnaire before it, on a real store.</summary>
internal sealed class AForm(ARecord a) : IAsyncDisposable
{
    public const string Person = "AMYTESTWELL00001";
    public const string Referral = "REFERRAL00000001";
    public const string Appointment = "APPTNORTHMERE001";
    public const string First = "QUESTIONNAIRE001";

    private int _commands;

    public static By Amy { get; } = new(Person, Roles.Patient, "device-1");

    public static By Jo { get; } = new("jo", Roles.Pwp);

    public static By Trainee { get; } = new("tess", Roles.PwpTrainee);

    public static By Supervisor { get; } = new("sam", Roles.Supervisor);

    public TheRecord Record => a.Record;

    public FixedClock Clock => a.Clock;

    public Randomness Randomness => a.Randomness;

    public Moment Starts { get; private init; }

    /// <summary>Session on Monday 23 November 2026 at 2pm; now is as given, by default Friday 20 November at 3pm.</summary>
    public static async Task<AForm> On(Kept kept, Moment? now = null, bool issued = true)
    {
        var form = new AForm(await ARecord.On(kept, new FixedClock(now ?? Moment.Utc(2026, 11, 20, 15)))) { Starts = Moment.Utc(2026, 11, 23, 14) };
        await form.Policies();
        foreach (var (staff, role) in new[] { ("jo", Roles.Pwp), ("dee", Roles.Pwp), ("sam", Roles.Supervisor), ("lee", Roles.ClinicalLead) })
            await form.Works(staff, role);
        await form.Write([Streams.Referral(Referral)], (all, _) => Decision.Accept(Streams.Referral(Referral), new AppointmentBooked
        {
            Appointment = Appointment, Person = Person, Clinician = "jo", Starts = form.Starts, Ends = form.Starts.Plus(TimeSpan.FromHours(1)),
            Kind = "02", Medium = "11",
        }));
        if (issued)
            await form.Issue(First, form.Starts);
        return form;
    }

    public Task<Outcome> Issue(string id, Moment starts) => Write([Streams.Referral(Referral)], (all, _) => new IssueQuestionnaire
    {
        Id = id, Referral = Referral, Person = Person, Appointment = Appointment, Starts = starts, Ends = starts.Plus(TimeSpan.FromHours(1)),
        Clinician = "jo", Instruments = ["PHQ9", "GAD7"], Wordings = Wordings.Shipped,
    }.Decide(all[Streams.Referral(Referral)]));

    /// <summary>We move the session to another time; an hour, as before.</summary>
    public Task<Outcome> Move(Moment starts) => Write([Streams.Referral(Referral)], (_, _) => Decision.Accept(Streams.Referral(Referral), new AppointmentMoved
    {
        Appointment = Appointment, Clinician = "jo", Starts = starts, Ends = starts.Plus(TimeSpan.FromHours(1)), Medium = "11", AskedBy = AskedBy.Us,
    }));

    public Task<Outcome> Start(string id = First, FilledInBy by = FilledInBy.Person) => Write(
        [Streams.Questionnaire(id), Streams.Referral(Referral)],
        (all, now) => new StartQuestionnaire(by, AnswerMode.Link).Decide(all[Streams.Questionnaire(id)], now, all[Streams.Referral(Referral)]));

    public Task<Outcome> Answer(string instrument, int item, int? value, string id = First, string? command = null, By? by = null) =>
        new GiveAnswer(instrument, item, value, Clock.Now, "page").Write(
            Record, new Order(command ?? Next(), by ?? Amy), id, a.Randomness);

    public async Task AnswerAll(string id = First, int each = 1, int item9 = 0)
    {
        for (var item = 1; item <= 9; item++)
            (await Answer("PHQ9", item, item == 9 ? item9 : each, id)).ShouldBeOfType<Outcome.Done>();
        for (var item = 1; item <= 7; item++)
            (await Answer("GAD7", item, each, id)).ShouldBeOfType<Outcome.Done>();
    }

    public Task<Outcome> Send(string id = First) => Write(
        [Streams.Questionnaire(id), Streams.Referral(Referral)],
        (all, now) => new SubmitQuestionnaire().Decide(all[Streams.Questionnaire(id)], all[Streams.Referral(Referral)], now));

    public Task<Outcome> Write(IReadOnlyCollection<StreamId> streams, Func<Histories, Moment, Decision> decide, By? by = null) =>
        Record.Write(new Order(Next(), by ?? Amy), streams, decide);

    /// <summary>Somebody works here since 2024 and has an account.</summary>
    public async Task Works(string staff, string role)
    {
        await Write([Streams.Staff(staff)], (_, _) => Decision.Accept(Streams.Staff(staff), new StaffJoined { Name = $"{staff} Demo", From = new(2024, 1, 8) }));
        await new Accounts(Record, Randomness).Add(staff, $"{staff}.demo@northmere.example", $"{staff} Demo", [role]);
    }

    /// <summary>Jo speaks with the person and closes the open task.</summary>
    public async Task CloseTask()
    {
        var person = Streams.Person(Person);
        var id = RiskTask.OpenOf(await OfPerson())!.Id;
        await Write([person], (all, now) => new TakeRiskAction(id, RiskContact.Spoke, now, "Words.", null).Decide(all[person], now), Jo);
        (await Write([person], (all, _) => new CloseRiskTask(id, "Safe.", "Call.", "GP").Decide(all[person], Jo), Jo)).ShouldBeOfType<Outcome.Done>();
    }

    public async Task<Questionnaire> Form(string id = First) => Questionnaire.Of(await Record.Read(Streams.Questionnaire(id)))!;

    public Task<History> OfPerson() => Record.Read(Streams.Person(Person));

    public Task<History> OfReferral() => Record.Read(Streams.Referral(Referral));

    public ValueTask DisposeAsync() => a.DisposeAsync();

    private string Next() => $"c{++_commands}";

    /// <summary>Open Monday to Friday 9 to 5; duty is Dee, supervisor Sam, clinical lead Lee.</summary>
    private Task<Outcome> Policies() => Write([Streams.Policy], (_, _) => Decision.Accept(
        Streams.Policy,
        Set(PolicyNames.ClosedDays, "2026-12-25 2026-12-28"),
        Set(PolicyNames.Supervisor, "sam"),
        Set(PolicyNames.ClinicalLead, "lee"),
        new DutySet { Staff = "dee", From = Moment.Utc(2026, 11, 1), Until = Moment.Utc(2027, 2, 1) }));

    private static PolicySet Set(string name, string value) => new() { Name = name, Value = value, From = new(2026, 1, 1) };
}

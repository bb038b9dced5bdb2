using Candour.CareRecord;
using Candour.CareRecord.Access;
using Candour.CareRecord.Access.Store;
using Candour.CareRecord.Appointments;
using Candour.CareRecord.Policies;
using Candour.CareRecord.Questionnaires;
using Candour.CareRecord.Referrals;
using Candour.CareRecord.Safeguards;
using Candour.Clinical;
using Candour.Testing;
using Candour.Web.Hosting;
using Candour.Web.Tests.Hosting;

namespace Candour.Web.Tests.Questionnaires;

/// <summary>A site with one person, a session on Wednesday 7 October 2026 at 2pm and questions before it.</summary>
internal sealed class ASession(ASite site) : IAsyncDisposable
{
    public const string Person = "AMYTESTWE0000001";
    public const string Referral = "REFERRA000000001";
    public const string Appointment = "APP0000000000001";
    public const string Form = "QES0000000000001";

    public static Moment Starts { get; } = Moment.Utc(2026, 10, 7, 13);

    public ASite Site => site;

    public FixedClock Clock => site.Clock;

    public string Clinician { get; private set; } = "";

    /// <param name="on">Another store than a SQLite folder of its own.</param>
    public static async Task<ASession> Open(Moment? now = null, Func<SiteOptions, SiteOptions>? on = null)
    {
        var session = new ASession(await ASite.Open(clock: now is { } at ? new FixedClock(at) : null, on: on));
        await session.Seed();
        return session;
    }

    /// <summary>The browser of the person who followed the link and gave the birth date.</summary>
    public Task<Visitor> Amy(string form = Form) => site.Patient(Person, PatientStrength.Answer, $"questionnaire/{form}");

    /// <summary>The clinician the session is with, at work.</summary>
    public Task<Visitor> Jo() => site.Staff(Roles.Pwp);

    public async Task<Questionnaire> Answers(string form = Form) =>
        Questionnaire.Of(await site.Record.Read(Streams.Questionnaire(form)))!;

    public Task<History> OfPerson() => site.Record.Read(Streams.Person(Person));

    public Task<History> OfReferral() => site.Record.Read(Streams.Referral(Referral));

    public static async Task Start(Visitor amy, string form = Form) =>
        (await amy.Fill($"/q/{form}", ("FilledInBy", "Person"))).Location.ShouldBe($"/q/{form}/1");

    public static Task<Answered> Answer(Visitor amy, int number, int value, string form = Form) =>
        amy.Fill($"/q/{form}/{number}", ("Answer", $"{value}"));

    /// <summary>The clinician speaks with the person and closes the open task.</summary>
    public async Task CloseTask()
    {
        var (person, jo) = (Streams.Person(Person), new By(Clinician, Roles.Pwp));
        var id = RiskTask.OpenOf(await OfPerson())!.Id;
        await site.Record.Write(new($"{id}/act", jo), [person], (all, now) => new TakeRiskAction(id, RiskContact.Spoke, now, "Words.", null).Decide(all[person], now));
        (await site.Record.Write(new($"{id}/close", jo), [person], (all, _) => new CloseRiskTask(id, "Safe.", "Call.", "GP").Decide(all[person], jo)))
            .ShouldBeOfType<Outcome.Done>();
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    private async Task Seed()
    {
        await Jo();
        Clinician = (await site.Get<Accounts>().ByEmail("jo.pwp@northmere.example"))!.Staff;
        foreach (var (staff, role) in new[] { ("dee", Roles.Pwp), ("lee", Roles.ClinicalLead), ("sam", Roles.Supervisor) })
            await site.Get<Accounts>().Add(staff, $"{staff}.demo@northmere.example", $"{char.ToUpperInvariant(staff[0])}{staff[1..]} Demo", [role]);
        await Write(Streams.Policy, new DutySet { Staff = "dee", From = Moment.Utc(2026, 1, 1), Until = Moment.Utc(2027, 1, 1) },
            Set(PolicyNames.ClinicalLead, "lee"), Set(PolicyNames.Supervisor, "sam"));
        await Write(
            Streams.Person(Person),
            new PersonRegistered { FirstName = "Amira", LastName = "Testwell", CalledName = "Amy", BirthDate = new(1991, 3, 4), FilledBy = FilledBy.Me },
            new ContactDetailsGiven { Chosen = [Ways.Text], Mobile = "07700 900123" },
            new SafeContactRulesGiven { TextsSafe = true, NeutralName = true });
        await Write(Streams.Referral(Referral), new AppointmentBooked
        {
            Appointment = Appointment, Person = Person, Clinician = Clinician, Starts = Starts, Ends = Starts.Plus(TimeSpan.FromHours(1)),
            Kind = "02", Medium = "11",
        });
        var referral = Streams.Referral(Referral);
        await site.Record.Write(new("issue", By.Worker), [referral], (all, _) => new IssueQuestionnaire
        {
            Id = Form, Referral = Referral, Person = Person, Appointment = Appointment, Starts = Starts,
            Ends = Starts.Plus(TimeSpan.FromHours(1)), Clinician = Clinician, Instruments = ["PHQ9", "GAD7"], Wordings = Wordings.Shipped,
        }.Decide(all[referral]));
    }

    private Task Write(StreamId stream, params Event[] events) =>
        site.Record.Write(new($"seed/{stream.Kind}", By.Worker), [stream], (_, _) => Decision.Accept(stream, events));

    private static PolicySet Set(string name, string value) => new() { Name = name, Value = value, From = new(2026, 1, 1) };
}

using Candour.CareRecord;
using Candour.CareRecord.Access.Store;
using Candour.CareRecord.Appointments;
using Candour.CareRecord.Consent;
using Candour.CareRecord.Questionnaires;
using Candour.CareRecord.Referrals;
using Candour.CareRecord.Safeguards;
using Candour.CareRecord.Sessions;
using Candour.CareRecord.Staff;
using Candour.Clinical;
using Candour.Web.Tests.Hosting;

namespace Candour.Web.Tests.Pathways;

/// <summary>
/// A course of care on a real site: Amira Testwell, two sessions of eight held by Jo Demo, a third booked for today at 2pm.
/// The site's clock stands at Monday 5 October 2026, 10:12.
/// </summary>
internal sealed class ACourse
{
    public const string Person = "7KAM1RA000000001";
    public const string Referral = "7KREFERRA1000001";
    public const string First = "7KAPP00000000001";
    public const string Second = "7KAPP00000000002";
    public const string Today = "7KAPP00000000003";
    public const string GuidedSelfHelp = "748051000000105";

    private ACourse(ASite site, Visitor jo, string joId) => (Site, Jo, JoId) = (site, jo, joId);

    public ASite Site { get; }

    /// <summary>Jo Demo, PWP, signed in.</summary>
    public Visitor Jo { get; }

    public string JoId { get; }

    public static async Task<ACourse> On(ASite site, int item9 = 0, int first = 18, int second = 12)
    {
        var jo = await site.Staff(Roles.Pwp);
        var joId = (await site.Get<Accounts>().ByEmail("jo.pwp@northmere.example"))!.Staff;
        var course = new ACourse(site, jo, joId);
        var (person, referral) = (Streams.Person(Person), Streams.Referral(Referral));
        await course.Tell("jo", By.Worker, Streams.Staff(joId),
            new StaffJoined { Name = "Jo Demo", Title = "psychological wellbeing practitioner", From = new(2024, 1, 8), PeopleADay = 5 },
            new QualificationAwarded { Qualification = "10", AwardedOn = new(2023, 7, 1) });
        await course.Tell("a", new By(Person, Roles.Patient), person,
            new PersonRegistered { FirstName = "Amira", LastName = "Testwell", CalledName = "Amy", BirthDate = new(1991, 3, 4), FilledBy = FilledBy.Me },
            new NhsNumberGiven { Number = "9990123456", Status = "01" },
            new ContactDetailsGiven { Chosen = [Ways.Text], Mobile = "07700900123" },
            new SafeContactRulesGiven { TextsSafe = true, NeutralName = true },
            new NeedsRecorded { Needs = [NeedCodes.LargePrint], ReviewOn = new(2027, 9, 7) });
        await course.Tell("b", new By(Person, Roles.Patient), referral, new ReferralReceived
        {
            Person = Person, ReceivedOn = new(2026, 7, 18), Source = "B1", Commissioner = "QT1", CameBy = CameBy.Web, FilledBy = FilledBy.Me,
        });
        await course.Tell("c", new By(joId, Roles.Pwp), referral, new PlanProposed { Plan = "7KP1AN0000000001", Therapy = GuidedSelfHelp, Step = 2, Sessions = 8, Minutes = 35 });
        await course.Tell("d", new By(Person, Roles.Patient), referral, new PlanSigned { Plan = "7KP1AN0000000001", How = SignedHow.ByLink, UsualSelf = "sleeping through, back at choir" });
        await course.Books(First, Moment.Utc(2026, 10, 5, 7));
        await course.Books(Second, Moment.Utc(2026, 10, 5, 8));
        await course.Held(First, first, 14, 0);
        await course.Held(Second, second, 9, 0);
        await course.Books(Today, Moment.Utc(2026, 10, 5, 13));
        await course.Answered(Today, 8, 6, item9);
        return course;
    }

    public Task Books(string appointment, Moment starts, string kind = "02") => Tell("book" + appointment, new By(JoId, Roles.Pwp), Streams.Referral(Referral), new AppointmentBooked
    {
        Appointment = appointment, Person = Person, Clinician = JoId, Starts = starts, Ends = starts.Plus(TimeSpan.FromMinutes(45)), Kind = kind, Medium = Media.Video,
    });

    /// <summary>The session of today at 11am instead of 2pm: at 10:12 it can be started.</summary>
    public Task TodayAtEleven() => Tell("eleven", new By(JoId, Roles.Pwp), Streams.Referral(Referral), new AppointmentMoved
    {
        Appointment = Today, Clinician = JoId, Starts = Moment.Utc(2026, 10, 5, 10), Ends = Moment.Utc(2026, 10, 5, 10, 45), Medium = Media.Video, AskedBy = AskedBy.Us,
    });

    public async Task Tell(string command, By by, StreamId stream, params Event[] events) =>
        (await Site.Record.Write(new(command, by), [stream], (_, _) => Decision.Accept(stream, events))).ShouldBeOfType<Outcome.Done>();

    public Task Answered(string appointment, int phq9, int gad7, int item9) => Tell(
        "answers" + appointment, new By(Person, Roles.Patient), Streams.Referral(Referral), new ScoresRecorded
        {
            Questionnaire = "7KQ" + appointment[3..], Appointment = appointment, Instruments = ["PHQ9", "GAD7"],
            Answers = [$"{string.Join(',', Spread(phq9 - item9, 8))},{item9}", string.Join(',', Spread(gad7, 7))], Totals = [$"{phq9}", $"{gad7}"],
            Counting = ["PHQ9", "GAD7"], Number = 1, Late = false, FilledInBy = FilledInBy.Person, Mode = AnswerMode.Link, FilledAt = Moment.Utc(2026, 10, 5, 6),
        });

    /// <param name="minutes">How long it was, from its start as booked for 2pm; null: nobody says.</param>
    public async Task Held(string appointment, int phq9, int gad7, int item9, int? minutes = null)
    {
        await Answered(appointment, phq9, gad7, item9);
        var (person, referral) = (Streams.Person(Person), Streams.Referral(Referral));
        var jo = new By(JoId, Roles.Pwp);
        await Site.Record.Write(new("start" + appointment, jo), [person, referral], (h, now) => new StartSession
        {
            Appointment = appointment, Person = Person, WhereNow = "At home",
        }.Decide(h[person], h[referral], now));
        (await Site.Record.Write(new("save" + appointment, jo), [person, referral], (h, now) => new SaveSession
        {
            Appointment = appointment, Person = Person, Activity = "7KACT" + appointment[5..], Note = "Went well.", Therapy = GuidedSelfHelp, PartsDone = ["review"],
            Spoken = SpokenThoughts.None, SafetyWords = "No thoughts now. Her sister is near.", Attendance = minutes is not { } long_ ? new() { Appointment = appointment, Code = "5" } : new()
            {
                Appointment = appointment, Code = "5", Started = Moment.Utc(2026, 10, 5, 13), Ended = Moment.Utc(2026, 10, 5, 13).Plus(TimeSpan.FromMinutes(long_)), Trace = "video log",
            },
            RiskIds = RiskIds.New(new Testing.SeededRandomness(9)),
        }.Decide(h[person], h[referral], new Cover(null, null, null, JoId, now), jo, now))).ShouldBeOfType<Outcome.Done>();
    }

    private static IEnumerable<int> Spread(int total, int items) => Enumerable.Range(0, items).Select(i => Math.Clamp(total - (i * 3), 0, 3));
}

using Candour.CareRecord;
using Candour.CareRecord.Access.Store;
using Candour.CareRecord.Appointments;
using Candour.CareRecord.Consent;
using Candour.CareRecord.Policies;
using Candour.CareRecord.Questionnaires;
using Candour.CareRecord.Referrals;
using Candour.CareRecord.Safeguards;
using Candour.CareRecord.Sessions;
using Candour.CareRecord.Staff;
using Candour.Clinical;
using Candour.Testing;

namespace Candour.Journeys;

/// <summary>An invented service: who works there, its settings, and one person in the middle of a course of care.</summary>
internal static class Northmere
{
    public const string Jo = "J0DEM00000000001", Sam = "SAMDEM0000000001", Al = "A1DEM00000000001";
    public const string JoEmail = "jo.demo@northmere.example", SamEmail = "sam.demo@northmere.example", AlEmail = "al.demo@northmere.example";
    public const string Amira = "AM1RA00000000001", AmirasReferral = "REFERRA100000001", Plan = "P1AN000000000001";
    public const string GuidedSelfHelp = "748051000000105";
    private const string Mobile = "07700900123";

    /// <summary>Amira's next session: Monday 23 November 2026 at 2pm, by video.</summary>
    public static Moment NextSession { get; } = London.At(new(2026, 11, 23), new(14, 0));

    public static async Task Open(RunningSite site)
    {
        foreach (var (name, value) in new[]
        {
            (PolicyNames.Area, "Northmere and Southmere"), (PolicyNames.Phone, "01632 960 123"),
            (PolicyNames.Practices, "X00001, Lane End Surgery, NM1 1AA\nX00002, Mill Practice, NM2 2BB"),
            (PolicyNames.ClinicalLead, Sam), (PolicyNames.Supervisor, Sam), (PolicyNames.HomeQuestionnaires, "yes"),
        })
        {
            await site.Told($"policy-{name}", By.Worker, Streams.Policy, new PolicySet { Name = name, Value = value, From = new(2026, 1, 1) });
        }

        await site.Told("duty", By.Worker, Streams.Policy, new DutySet { Staff = Jo, From = Moment.Utc(2026, 1, 1), Until = Moment.Utc(2027, 12, 31) });
        await site.Told("jo", By.Worker, Streams.Staff(Jo),
            new StaffJoined { Name = "Jo Demo", Title = "psychological wellbeing practitioner", From = new(2024, 1, 8), PeopleADay = 5 },
            new RoleGranted { RoleName = Roles.Pwp, From = new(2024, 1, 8) }, new QualificationAwarded { Qualification = "10", AwardedOn = new(2023, 7, 1) });
        await site.Told("sam", By.Worker, Streams.Staff(Sam), new StaffJoined { Name = "Sam Demo", Title = "clinical lead", From = new(2020, 1, 6) });
        await site.Told("al", By.Worker, Streams.Staff(Al), new StaffJoined { Name = "Al Demo", Title = "administrator", From = new(2022, 4, 4) });
        (await site.Get<ReadyAccounts>().Add(
        [
            (Jo, JoEmail, "Jo Demo", [Roles.Pwp]),
            (Sam, SamEmail, "Sam Demo", [Roles.Supervisor]),
            (Al, AlEmail, "Al Demo", [Roles.Administrator]),
        ])).ShouldBeNull();
    }

    /// <summary>
    /// Amira Testwell, six sessions of eight held by Jo, the seventh booked. Leaves the clock at Friday 20 November, 1pm: an
    /// hour before her questions go out.
    /// </summary>
    public static async Task HasAmira(this RunningSite site)
    {
        var (person, referral) = (Streams.Person(Amira), Streams.Referral(AmirasReferral));
        var (jo, amira) = (new By(Jo, Roles.Pwp), new By(Amira, Roles.Patient));
        await site.Told("amira", amira, person,
            new PersonRegistered { FirstName = "Amira", LastName = "Testwell", CalledName = "Amy", BirthDate = new(1991, 3, 4), FilledBy = FilledBy.Me },
            new NhsNumberGiven { Number = "9990123456", Status = "01" },
            new ContactDetailsGiven { Chosen = [Ways.Text], Mobile = Mobile },
            new SafeContactRulesGiven { TextsSafe = true, NeutralName = true },
            new ContactConfirmed { Way = Ways.Text, Address = Mobile },
            new NeedsRecorded { Needs = [NeedCodes.LargePrint], ReviewOn = new(2027, 9, 7) });
        await site.Told("referral", amira, referral, new ReferralReceived
        {
            Person = Amira, ReceivedOn = London.DayOf(site.Clock.Now).AddDays(-20), Source = "B1", Commissioner = "QT1", CameBy = CameBy.Web, FilledBy = FilledBy.Me,
        });
        await site.Told("plan", jo, referral, new PlanProposed { Plan = Plan, Therapy = GuidedSelfHelp, Step = 2, Sessions = 8, Minutes = 35 });
        await site.Told("signed", amira, referral, new PlanSigned { Plan = Plan, How = SignedHow.ByLink, UsualSelf = "sleeping through, back at choir" });
        var day = new DateOnly(2026, 10, 5);
        foreach (var (phq9, gad7) in new[] { (18, 14), (16, 13), (12, 11), (13, 9), (9, 8), (8, 6) })
        {
            await site.HadSession(day, phq9, gad7);
            day = day.AddDays(7);
        }

        await site.Booked("APP0000000000007", NextSession);
        await site.Until(London.At(new(2026, 11, 20), new(13, 0)));
    }

    public static async Task Told(this RunningSite site, string command, By by, StreamId stream, params Event[] events) =>
        (await site.Record.Write(new(command, by), [stream], (_, _) => Decision.Accept(stream, events))).ShouldBeOfType<Outcome.Done>();

    private static Task Booked(this RunningSite site, string appointment, Moment starts) =>
        site.Told($"book/{appointment}", new By(Jo, Roles.Pwp), Streams.Referral(AmirasReferral), new AppointmentBooked
        {
            Appointment = appointment, Person = Amira, Clinician = Jo, Starts = starts, Ends = starts.Plus(TimeSpan.FromMinutes(45)), Kind = "02", Medium = Media.Video,
        });

    private static async Task HadSession(this RunningSite site, DateOnly day, int phq9, int gad7)
    {
        var (person, referral, jo) = (Streams.Person(Amira), Streams.Referral(AmirasReferral), new By(Jo, Roles.Pwp));
        var starts = London.At(day, new(14, 0));
        var appointment = $"APP{day.DayNumber:D13}";
        await site.Booked(appointment, starts);
        site.Clock.AdvanceTo(starts.Minus(TimeSpan.FromHours(5)));
        await site.Told($"answers/{appointment}", new By(Amira, Roles.Patient), referral, new ScoresRecorded
        {
            Questionnaire = $"QES{day.DayNumber:D13}", Appointment = appointment, Instruments = ["PHQ9", "GAD7"],
            Answers = [$"{string.Join(',', Spread(phq9, 8))},0", string.Join(',', Spread(gad7, 7))], Totals = [$"{phq9}", $"{gad7}"],
            Counting = ["PHQ9", "GAD7"], Number = 1, Late = false, FilledInBy = FilledInBy.Person, Mode = AnswerMode.Link, FilledAt = site.Clock.Now,
        });
        site.Clock.AdvanceTo(starts);
        (await site.Record.Write(new($"start/{appointment}", jo), [person, referral], (all, now) => new StartSession
        {
            Appointment = appointment, Person = Amira, WhereNow = "At home",
        }.Decide(all[person], all[referral], now))).ShouldBeOfType<Outcome.Done>();
        site.Clock.Advance(TimeSpan.FromMinutes(40));
        (await site.Record.Write(new($"save/{appointment}", jo), [person, referral], (all, now) => new SaveSession
        {
            Appointment = appointment, Person = Amira, Activity = $"ACT{day.DayNumber:D13}", Note = "Went through the week and the plan for the next.",
            Therapy = GuidedSelfHelp, PartsDone = ["review"], Spoken = SpokenThoughts.None, SafetyWords = "No thoughts now. Her sister is near.",
            Attendance = new() { Appointment = appointment, Code = "5" }, RiskIds = RiskIds.New(new SeededRandomness(day.DayNumber)),
        }.Decide(all[person], all[referral], new Cover(null, null, null, Jo, now), jo, now))).ShouldBeOfType<Outcome.Done>();
    }

    private static IEnumerable<int> Spread(int total, int items) => Enumerable.Range(0, items).Select(i => Math.Clamp(total - (i * 3), 0, 3));
}

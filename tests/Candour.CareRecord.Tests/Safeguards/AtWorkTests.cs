using Candour.CareRecord.Access;
using Candour.CareRecord.Access.Store;
using Candour.CareRecord.Appointments;
using Candour.CareRecord.Messages;
using Candour.CareRecord.Policies;
using Candour.CareRecord.Referrals;
using Candour.CareRecord.Safeguards;
using Candour.CareRecord.Safeguards.Store;
using Candour.CareRecord.Staff;
using Candour.CareRecord.Tests.Questionnaires;
using Candour.CareRecord.Waiting;
using Candour.Clinical;
using Candour.Testing;

namespace Candour.CareRecord.Tests.Safeguards;

/// <summary>Who is given a worry: the person's clinician only where they are there to look.</summary>
[Trait("Hazard", "H08")]
public sealed class AtWorkTests
{
    private static readonly StreamId Referral = Streams.Referral(AForm.Referral);

    [Theory]
    [InlineData(Kept.InSqlite)]
    [InlineData(Kept.InPostgres)]
    public async Task A_clinician_who_has_left_is_given_no_worry_and_duty_is(Kept kept)
    {
        await using var a = await AForm.On(kept);
        await Leaves(a, "jo", new(2026, 11, 20));
        await OwnerIs(a, "dee", RiskOwnerAs.Duty);
        (await a.OfPerson()).Last<RiskTaskOpened>()!.Owner.ShouldBe("dee");
    }

    [Fact]
    public async Task Somebody_gone_by_the_next_staffed_day_is_not_given_what_is_told_the_evening_before()
    {
        await using var a = await AForm.On(Kept.InSqlite, Moment.Utc(2026, 11, 20, 18));
        await Leaves(a, "jo", new(2026, 11, 22));
        await OwnerIs(a, "dee", RiskOwnerAs.Duty);
    }

    [Fact]
    public async Task Somebody_who_leaves_later_is_still_given_it()
    {
        await using var a = await AForm.On(Kept.InSqlite);
        await Leaves(a, "jo", new(2026, 11, 30));
        await OwnerIs(a, "jo", RiskOwnerAs.Clinician);
    }

    [Fact]
    public async Task A_clinician_whose_account_is_closed_is_given_no_worry_and_no_page_goes_to_them()
    {
        await using var a = await AForm.On(Kept.InSqlite);
        var accounts = new Accounts(a.Record, a.Randomness);
        await accounts.SetDisabled((await accounts.OfStaff("jo"))!.Id, disabled: true);
        var told = await OwnerIs(a, "dee", RiskOwnerAs.Duty);
        told.Events.Select(e => e.Event).OfType<MessageQueued>().Select(m => m.Staff).ShouldBe(["dee"]);
    }

    [Fact]
    public async Task Nor_is_somebody_without_an_account_or_in_a_role_that_cannot_open_it()
    {
        await using var a = await AForm.On(Kept.InSqlite);
        await Told(a, new ClinicianAllocated { Clinician = "nobody" });
        await OwnerIs(a, "dee", RiskOwnerAs.Duty);
        await using var b = await AForm.On(Kept.InSqlite);
        await b.Works("ed", Roles.EmploymentAdviser);
        await Told(b, new ClinicianAllocated { Clinician = "ed" });
        await OwnerIs(b, "dee", RiskOwnerAs.Duty);
    }

    [Fact]
    public async Task Nor_is_a_friend_or_relation_who_may_not_open_the_record()
    {
        await using var a = await AForm.On(Kept.InSqlite);
        var person = Streams.Person(AForm.Person);
        await a.Write([person], (_, _) => Decision.Accept(person, new RelationDeclared { Staff = "jo", Closeness = Closeness.Friend }));
        await OwnerIs(a, "dee", RiskOwnerAs.Duty);
    }

    [Fact]
    public async Task A_cancelled_booking_makes_nobody_the_clinician_and_an_earlier_one_that_stands_does()
    {
        await using var a = await AForm.On(Kept.InSqlite);
        await Cancelled(a, AForm.Appointment);
        await OwnerIs(a, "dee", RiskOwnerAs.Duty);

        await using var b = await AForm.On(Kept.InSqlite);
        await b.Works("kim", Roles.HighIntensity);
        await b.Works("ed", Roles.EmploymentAdviser);
        await Told(b, Booked("APPTNORTHMERE002", "kim", "02"));
        await Told(b, Booked("APPTNORTHMERE003", "ed", "10"));
        await OwnerIs(b, "kim", RiskOwnerAs.Clinician);

        await using var c = await AForm.On(Kept.InSqlite);
        await c.Works("kim", Roles.HighIntensity);
        await Told(c, Booked("APPTNORTHMERE002", "kim", "02"));
        await Cancelled(c, "APPTNORTHMERE002");
        await OwnerIs(c, "jo", RiskOwnerAs.Clinician);
    }

    [Fact]
    public async Task Without_duty_on_the_rota_it_is_the_clinical_leads()
    {
        await using var a = await AForm.On(Kept.InSqlite, Moment.Utc(2027, 3, 1, 12));
        await Leaves(a, "jo", new(2026, 12, 31));
        var worry = new HandOnWorry(AForm.Person, AForm.Referral, RiskSource.FrontDesk, "She said goodbye on the phone.", Now: false, HelpShown: false);
        (await worry.Write(a.Record, new("worry", AForm.Jo), a.Randomness)).ShouldBeOfType<Outcome.Done>();
        var task = RiskTask.OpenOf(await a.OfPerson())!;
        (task.Owner, task.OwnerAs).ShouldBe(("lee", RiskOwnerAs.ClinicalLead));
    }

    [Fact]
    public async Task Duty_that_left_or_whose_account_is_closed_hears_nothing_and_the_next_in_the_order_does()
    {
        await using var a = await AForm.On(Kept.InSqlite);
        await Leaves(a, "jo", new(2026, 11, 20));
        await Leaves(a, "dee", new(2026, 11, 20));
        var told = await OwnerIs(a, "lee", RiskOwnerAs.ClinicalLead, answer: 3);
        told.Events.Select(e => e.Event).OfType<MessageQueued>().Select(m => m.Staff).ShouldBe(["lee", "sam"]);

        await using var b = await AForm.On(Kept.InSqlite);
        await Closed(b, "jo", "dee", "lee");
        told = await OwnerIs(b, "sam", RiskOwnerAs.Supervisor, answer: 3);
        told.Events.Select(e => e.Event).OfType<MessageQueued>().Select(m => m.Staff).ShouldBe(["sam"]);
    }

    [Fact]
    public async Task Where_the_last_entry_of_the_rota_names_nobody_who_can_take_it_the_one_before_holds()
    {
        await using var a = await AForm.On(Kept.InSqlite);
        await a.Works("tess", Roles.PwpTrainee);
        await a.Write([Streams.Policy], (_, _) => Decision.Accept(
            Streams.Policy, new DutySet { Staff = "tess", From = Moment.Utc(2026, 11, 16), Until = Moment.Utc(2026, 11, 30) }));
        await Leaves(a, "jo", new(2026, 11, 20));
        await OwnerIs(a, "dee", RiskOwnerAs.Duty);
    }

    [Fact]
    public async Task A_rung_tells_nobody_whose_account_was_closed_since()
    {
        await using var a = await AForm.On(Kept.InSqlite);
        await OwnerIs(a, "jo", RiskOwnerAs.Clinician);
        await Closed(a, "dee", "lee");
        a.Clock.Advance(TimeSpan.FromMinutes(241));
        await new RiskLadder(a.Randomness).Run(a.Record, a.Clock.Now);
        (await a.OfPerson()).All<RiskEscalated>().Select(r => r.To).ShouldBe(["sam", "sam", "sam"]);
    }

    [Fact]
    public async Task With_everybody_gone_the_task_still_has_an_owner_and_stands_on_every_list()
    {
        await using var a = await AForm.On(Kept.InSqlite);
        await Closed(a, "jo", "dee", "lee", "sam");
        (await OwnerIs(a, Cover.Nobody, RiskOwnerAs.Duty, answer: 3)).Events.Select(e => e.Event).OfType<MessageQueued>().ShouldBeEmpty();
        await using var lists = a.Record.Lists();
        (await RiskTaskList.OfStaff(lists, "anybody", a.Clock.Now)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Answering_at_home_stops_by_itself_when_duty_or_the_lead_cannot_take_a_worry_any_more()
    {
        await using var a = await AForm.On(Kept.InSqlite);
        await a.Write([Streams.Policy], (_, _) => Decision.Accept(
            Streams.Policy, new PolicySet { Name = PolicyNames.HomeQuestionnaires, Value = "yes", From = new(2026, 1, 1) }));
        var policy = ServicePolicy.On(new(2026, 11, 20), await a.Record.Read(Streams.Policy));
        policy.HomeQuestionnaires(a.Clock.Now, await AtWork.Now(a.Record, a.Randomness)).ShouldBeTrue();
        await Closed(a, "dee");
        policy.MissingForHome(a.Clock.Now, await AtWork.Now(a.Record, a.Randomness)).ShouldBe(["a duty rota"]);
        await Leaves(a, "lee", new(2026, 11, 20));
        var atWork = await AtWork.Now(a.Record, a.Randomness);
        policy.MissingForHome(a.Clock.Now, atWork).ShouldBe(["a duty rota", "a clinical lead"]);
        policy.HomeQuestionnaires(a.Clock.Now, atWork).ShouldBeFalse();
    }

    private static async Task Closed(AForm a, params string[] staff)
    {
        var accounts = new Accounts(a.Record, a.Randomness);
        foreach (var one in staff)
            await accounts.SetDisabled((await accounts.OfStaff(one))!.Id, disabled: true);
    }

    private static async Task<Outcome.Done> OwnerIs(AForm a, string owner, RiskOwnerAs ownerAs, int answer = 1)
    {
        await a.Start();
        var told = (await a.Answer("PHQ9", 9, answer)).ShouldBeOfType<Outcome.Done>();
        var task = told.Events.Select(e => e.Event).OfType<RiskTaskOpened>().ShouldHaveSingleItem();
        (task.Owner, task.OwnerAs).ShouldBe((owner, ownerAs));
        return told;
    }

    private static Task Leaves(AForm a, string staff, DateOnly on) =>
        a.Write([Streams.Staff(staff)], (_, _) => Decision.Accept(Streams.Staff(staff), new StaffLeft { On = on }));

    private static async Task Told(AForm a, Event e) =>
        (await a.Write([Referral], (_, _) => Decision.Accept(Referral, e))).ShouldBeOfType<Outcome.Done>();

    private static async Task Cancelled(AForm a, string appointment)
    {
        await Told(a, new ReferralReceived
        {
            Person = AForm.Person, ReceivedOn = new(2026, 11, 2), Source = "B1", Commissioner = "QT1", CameBy = CameBy.Web, FilledBy = FilledBy.Me,
        });
        await Told(a, new AppointmentCancelled { Appointment = appointment, AskedBy = AskedBy.Us });
    }

    private static AppointmentBooked Booked(string appointment, string clinician, string kind) => new()
    {
        Appointment = appointment, Person = AForm.Person, Clinician = clinician, Starts = Moment.Utc(2026, 12, 1, 14), Ends = Moment.Utc(2026, 12, 1, 15),
        Kind = kind, Medium = "11",
    };
}

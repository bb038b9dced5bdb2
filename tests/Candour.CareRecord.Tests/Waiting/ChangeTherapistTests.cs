using Candour.CareRecord.Access;
using Candour.CareRecord.Appointments;
using Candour.CareRecord.Messages;
using Candour.CareRecord.Referrals;
using Candour.CareRecord.Safeguards;
using Candour.CareRecord.Sessions;
using Candour.CareRecord.Staff;
using Candour.CareRecord.Tests.Pathways;
using Candour.CareRecord.Tests.Staff;
using Candour.CareRecord.Waiting;
using Candour.Clinical;

namespace Candour.CareRecord.Tests.Waiting;

public sealed class ChangeTherapistTests
{
    private const string KimId = "STAFFK1M00000001";
    private static readonly By Desk = new("STAFFDESK0000001", Roles.Administrator);
    private static readonly Sender Northmere = new("Northmere", "01632 960 100", Simulated: false);

    private static readonly History Kim = AColleague.Called(
        KimId, "Kim Made", "a psychological wellbeing practitioner",
        new QualificationAwarded { Qualification = "10", AwardedOn = new(2020, 7, 1) }, new RoleGranted { RoleName = Roles.Pwp, From = new(2024, 4, 2) });

    private static readonly TherapistsDiary Free = new(new(3, 50), new Dictionary<DateOnly, int>(), new HashSet<Moment>(), [KimId]);

    /// <summary>In treatment with Jo, one session held, one booked for 2pm on Monday 21 September.</summary>
    private static AStory InTreatment() => AStory.Referred().SignsPlan().HasSession("APP1", new(2026, 9, 14)).On(new(2026, 9, 15))
        .Books("APP2", new(2026, 9, 21));

    private static AStory Change(AStory story, History? to = null, string? why = "Jo is away from October.", TherapistsDiary? diary = null, params string[] move) =>
        story.Does(Desk, s => new ChangeTherapist
        {
            Clinician = (to ?? Kim).Stream.Id, Why = why, Move = move, Messages = ("M0000000000000T1", "M0000000000000T2"),
        }.Decide(s.Person, s.Referral, to ?? Kim, diary ?? Free, Northmere, Desk, s.Now));

    [Fact]
    public void Somebody_in_treatment_comes_to_another_therapist_with_everything_they_have()
    {
        var story = InTreatment();
        Change(story).Refusal.ShouldBeNull();
        Allocation.Of(story.Referral).ShouldBe(KimId);
        SignedPlan.InForce(story.Referral)!.Sessions.ShouldBe(8);
        Stay.CountsFrom(story.Referral).ShouldBe(new DateOnly(2026, 9, 7));
        Appointment.Find(story.Referral, "APP2")!.Clinician.ShouldBe(AStory.Jo.Actor, "what nobody moved stays with the old one");
        ChangeTherapist.LastOf(story.Referral).ShouldBe((story.Now, KimId));
    }

    [Fact]
    public void A_booked_appointment_goes_along_at_its_own_time_and_nothing_else_of_it_changes()
    {
        var story = Change(InTreatment(), move: "APP2");
        story.Refusal.ShouldBeNull();
        var there = Appointment.Find(story.Referral, "APP2")!;
        (there.Clinician, there.Starts, there.Medium).ShouldBe((KimId, London.At(new(2026, 9, 21), new(14, 0)), Media.Video));
        there.MovedByPerson.ShouldBe(0);
        // And one that was left can come later, to the therapist they have by then.
        story.Books("APP3", new(2026, 9, 28));
        Change(story, why: null, move: "APP3").Refusal.ShouldBeNull();
        Appointment.Find(story.Referral, "APP3")!.Clinician.ShouldBe(KimId);
        Change(story, why: null).Refusal.ShouldBeOfType<IsTheirTherapist>();
    }

    [Fact]
    public void An_appointment_the_new_therapist_has_no_time_for_is_named_and_nothing_is_changed()
    {
        var busy = Free with { Taken = new HashSet<Moment> { London.At(new(2026, 9, 21), new(14, 30)) } };
        var story = Change(InTreatment(), diary: busy, move: "APP2");
        story.Refusal.ShouldBeOfType<TherapistIsBusyThen>().Message.ShouldStartWith("Kim Made is not free at 2pm on Monday 21 September 2026.");
        Allocation.Of(story.Referral).ShouldBe(AStory.Jo.Actor);
        var full = Free with { Booked = new Dictionary<DateOnly, int> { [new(2026, 9, 21)] = 5 } };
        Change(story, diary: full, move: "APP2").Refusal.ShouldBeOfType<FullDay>();
        Change(story, move: "APP1").Refusal.ShouldBeOfType<StaysWhereItIs>();
    }

    [Fact]
    public void A_reason_is_needed_unless_the_person_asked_and_their_request_is_settled_with_it()
    {
        var story = InTreatment();
        Change(story, why: " ").Refusal.ShouldBeOfType<SayWhyAnotherTherapist>();
        story.Does(AStory.Amy, s => AskFor.Decide(s.Person, "REQ1", DetailAsked.AnotherTherapist, "A woman, please"));
        Change(story, why: null).Refusal.ShouldBeNull();
        ChangeDetails.Open(story.Person).ShouldBeEmpty();
        story.Person.Last<DetailsChangeSettled>()!.Done.ShouldBeTrue();
        story.Referral.Last<ClinicianAllocated>()!.Why.ShouldBeNull("what they wrote stays with the front desk");
    }

    [Fact]
    public void The_new_therapist_holds_the_treatment_works_here_has_room_sees_people_and_is_not_close_to_the_person()
    {
        var story = InTreatment();
        var counsellor = AColleague.Called("STAFFC0000000001", "Cy Made", "a counsellor", new RoleGranted { RoleName = Roles.HighIntensity, From = new(2024, 4, 2) });
        Change(story, counsellor).Refusal.ShouldBeOfType<TherapistDoesNotHoldIt>();
        Change(story, AColleague.Called("STAFFC0000000002", "Di Made", "an administrator")).Refusal.ShouldBeOfType<SeesNobody>();
        Change(story, diary: Free with { Load = new(50, 50) }).Refusal.ShouldBeOfType<TherapistIsFull>();
        Change(story, Kim.With([new StaffLeft { On = new(2026, 9, 1) }], By.Worker, story.Now)).Refusal.ShouldBeOfType<HasLeft>();
        story.Tell(Desk, story.Person.Stream, new RelationDeclared { Staff = KimId, Closeness = Closeness.Family });
        Change(story).Refusal.ShouldBeOfType<CannotTakeThem>();
        Allocation.Of(story.Referral).ShouldBe(AStory.Jo.Actor);
    }

    [Fact]
    public void Before_a_treatment_is_chosen_step_3_is_for_who_works_there()
    {
        var story = AStory.Referred().Does(AStory.Jo, s => new JoinWaitingList { Step = 3 }.Decide(s.Referral, "Amy", s.Now));
        Change(story).Refusal.ShouldBeOfType<WorksAtAnotherStep>();
    }

    [Fact]
    public void An_open_worry_of_the_old_therapist_goes_along_and_somebody_elses_does_not()
    {
        var story = InTreatment().Tell(By.Worker, Streams.Person(AStory.PersonId), Opened("TASK1", AStory.Jo.Actor));
        Change(story).Refusal.ShouldBeNull();
        RiskTask.OpenOf(story.Person)!.Owner.ShouldBe(KimId);
        RiskTask.OpenOf(story.Person)!.Due.ShouldBe(story.Now, "by the time it had to be looked at before");

        var others = InTreatment().Tell(By.Worker, Streams.Person(AStory.PersonId), Opened("TASK1", AStory.Sam.Actor));
        Change(others).Refusal.ShouldBeNull();
        RiskTask.OpenOf(others.Person)!.Owner.ShouldBe(AStory.Sam.Actor);

        Change(InTreatment().Tell(By.Worker, Streams.Person(AStory.PersonId), Opened("TASK1", AStory.Jo.Actor)), diary: Free with { RiskTakers = [] })
            .Refusal.ShouldBeOfType<TheyMayNotTakeIt>();
    }

    [Fact]
    public void The_person_is_told_once_and_whoever_comes_to_their_first_therapist_is_not()
    {
        var (told, first) = (InTreatment(), AStory.Referred());
        Decide(told).Events.ShouldContain(e => e.Event is MessageBlocked || e.Event is MessageQueued);
        Decide(first).Events.ShouldNotContain(e => e.Event is MessageBlocked || e.Event is MessageQueued);

        static Accepted Decide(AStory s) => new ChangeTherapist
        {
            Clinician = KimId, Why = "Jo is away.", Messages = ("M0000000000000T1", "M0000000000000T2"),
        }.Decide(s.Person, s.Referral, Kim, Free, Northmere, Desk, s.Now).ShouldBeOfType<Accepted>();
    }

    private static RiskTaskOpened Opened(string task, string owner) => new()
    {
        Task = task, Referral = AStory.ReferralId, Owner = owner, OwnerAs = RiskOwnerAs.Clinician,
        ClockFrom = London.At(new(2026, 9, 15), new(9, 0)), Due = London.At(new(2026, 9, 15), new(10, 0)),
    };
}

using Candour.CareRecord.Appointments;
using Candour.CareRecord.Consent;
using Candour.CareRecord.Discharge;
using Candour.CareRecord.OptIn;
using Candour.CareRecord.Pathways;
using Candour.CareRecord.Referrals;
using Candour.CareRecord.Sessions;
using Candour.CareRecord.Treatment;
using Candour.CareRecord.Waiting;
using Shouldly;
using Xunit;

namespace Candour.CareRecord.Tests.Pathways;

public sealed class NextStepTests
{
    /// <summary>Hazard H32: random command histories; whatever is accepted or refused, nobody is parked on no list.</summary>
    [Theory]
    [MemberData(nameof(Seeds))]
    public void Every_open_referral_has_exactly_one_next_step_with_owner_and_day_after_any_history(int seed)
    {
        var random = new Random(seed);
        var story = AStory.Referred();
        var booked = new List<string>();
        for (var step = 0; step < 60; step++)
        {
            Act(story.After(TimeSpan.FromHours(random.Next(1, 120))), random, booked);
            Holds(story);
        }
    }

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 60)];

    [Fact]
    public void A_referral_is_checked_first_and_the_front_desk_has_it()
    {
        var step = NextStep.Of(AStory.Referred().Referral)!;
        (step.What, step.Owner, step.Due).ShouldBe(("Check and contact", NextStep.FrontDesk, new DateOnly(2026, 9, 8)));
    }

    [Fact]
    public void A_no_that_was_objected_to_and_then_accepted_is_open_in_every_way()
    {
        var story = AStory.Referred()
            .Does(AStory.Jo, s => Screening.NotForUs(s.Referral, s.Person, "Another service", "Their GP", AStory.Jo, s.Now))
            .Does(AStory.Jo, s => Screening.Object(s.Referral, "Please look again"));
        NextStep.Of(story.Referral)!.What.ShouldBe("Check and contact");

        story.Does(AStory.Sam, s => Screening.Accept(s.Referral));
        var course = Course.Of(story.Referral);
        (course.IsOpen, course.EndedOn, course.EndCode).ShouldBe((true, null, null));
        NextStep.Of(story.Referral)!.What.ShouldBe("Try to reach");
        PeopleRow.RowsOf(story.Referral).Single().IsOpen.ShouldBeTrue();

        story.Books("APP0000000000001", new(2026, 9, 21), kind: "01");
        story.Refusal.ShouldBeNull();
        Standing.Of(story.Referral).ShouldBe(Stage.Booked);
    }

    [Fact]
    public void Somebody_on_a_waiting_list_is_written_to_every_four_weeks()
    {
        var story = AStory.Referred().HasSession("APP0000000000001", new(2026, 9, 21))
            .Tell(AStory.Jo, Streams.Referral(AStory.ReferralId), new PutOnWaitingList { Step = 2, On = new(2026, 9, 21) });
        NextStep.Of(story.Referral)!.Due.ShouldBe(new(2026, 10, 19));
        story.Tell(AStory.Jo, Streams.Referral(AStory.ReferralId), new WroteWhileWaiting { On = new(2026, 10, 15) });
        NextStep.Of(story.Referral)!.Due.ShouldBe(new(2026, 11, 12));
    }

    [Fact]
    [Trait("Hazard", "H32")]
    public void Put_on_a_list_long_after_we_last_spoke_they_are_to_be_written_to_now_until_somebody_does()
    {
        var story = AStory.Referred().HasSession("APP0000000000001", new(2026, 9, 21)).On(new(2026, 11, 30))
            .Tell(AStory.Jo, Streams.Referral(AStory.ReferralId), new PutOnWaitingList { Step = 2, On = new(2026, 11, 30) });
        Heard.Last(story.Referral).ShouldBe(new(2026, 9, 21));
        NextStep.Of(story.Referral)!.Due.ShouldBe(new(2026, 10, 19));
        story.Tell(AStory.Jo, Streams.Referral(AStory.ReferralId), new WroteWhileWaiting { On = new(2026, 11, 30) });
        NextStep.Of(story.Referral)!.Due.ShouldBe(new(2026, 12, 28));
    }

    [Fact]
    public void Somebody_who_did_not_come_is_asked_how_they_are_the_next_day()
    {
        var story = AStory.Referred().Books("APP0000000000001", new(2026, 9, 14)).On(new(2026, 9, 14), 15)
            .Does(AStory.Jo, s => new RecordAttendance { Appointment = "APP0000000000001", Code = "3" }.Decide(s.Referral, s.Person, AStory.Jo, s.Now));
        var step = NextStep.Of(story.Referral)!;
        step.What.ShouldBe("Check and contact");

        story = AStory.Referred().Tell(AStory.Jo, Streams.Referral(AStory.ReferralId), new ReferralAccepted()).HasSession("APP0000000000001", new(2026, 9, 14))
            .Books("APP0000000000002", new(2026, 9, 21)).On(new(2026, 9, 21), 15)
            .Does(AStory.Jo, s => new RecordAttendance { Appointment = "APP0000000000002", Code = "3" }.Decide(s.Referral, s.Person, AStory.Jo, s.Now));
        step = NextStep.Of(story.Referral)!;
        (step.What, step.Owner, step.Due).ShouldBe(("Did not come: ask how they are", AStory.Jo.Actor, new DateOnly(2026, 9, 22)));
    }

    private static void Holds(AStory story)
    {
        var open = Standing.IsOpen(Standing.Of(story.Referral));
        Course.Of(story.Referral).IsOpen.ShouldBe(open);
        var step = NextStep.Of(story.Referral);
        (step is not null).ShouldBe(open);
        var row = PeopleRow.RowsOf(story.Referral).Single();
        row.IsOpen.ShouldBe(open);
        row.NextWhat.ShouldBe(step?.What);
        if (step is null)
            return;
        step.What.ShouldNotBeNullOrWhiteSpace();
        step.Owner.ShouldNotBeNullOrWhiteSpace();
        step.Due.ShouldBeGreaterThanOrEqualTo(new DateOnly(2026, 9, 7));
    }

    private static void Act(AStory story, Random random, List<string> booked)
    {
        var referral = story.Referral.Stream;
        var some = booked.Count == 0 ? "APP0000000000000" : booked[random.Next(booked.Count)];
        _ = random.Next(26) switch
        {
            0 => story.Does(AStory.Jo, s => Screening.Accept(s.Referral)),
            1 => story.Tell(AStory.Amy, referral, new OptInReplied { Reply = OptInReply.Yes }),
            2 => story.Tell(AStory.Amy, referral, new OptInReplied { Reply = OptInReply.NotNow, AskAgainIn = "2026-12" }),
            3 => story.Tell(AStory.Jo, referral, new ContactTried { Try = "T", Way = "call", TriedAt = story.Now, Outcome = TryOutcome.NoAnswer }),
            4 or 5 or 6 => Book(story, random, booked),
            7 => story.Answers(some, random.Next(20), random.Next(15), random.Next(3)),
            8 or 9 => story.Begins(some, WithoutAnswers.ChoseNotTo),
            10 or 11 => story.Saves(story.Whole(some)),
            12 => story.Saves(story.Save(some) with { Note = "A line" }),
            13 => story.Does(AStory.Jo, s => new RecordAttendance { Appointment = some, Code = "3", WhyLate = WhyLate.OffSick }.Decide(s.Referral, s.Person, AStory.Jo, s.Now)),
            14 => story.Does(AStory.Amy, s => new CancelAppointment { Appointment = some, AskedBy = AskedBy.Person }.Decide(s.Referral, AStory.Amy, s.Now)),
            15 => story.SignsPlan(random.Next(1, 5), story.NewId()),
            16 => story.Tell(AStory.Jo, referral, new PutOnWaitingList { Step = 2, On = story.Today }),
            17 => story.Tell(AStory.Jo, referral, new LeftWaitingList { Step = 2, On = story.Today }),
            18 => story.DecidesEnding((EndingReason)random.Next(13), anyway: true),
            19 => story.Says((NoticeAnswer)random.Next(3)),
            20 => story.ClockStrikes(),
            21 => story.Does(AStory.Sam, s => new AgreeEnding(random.Next(2) == 0, "Yes", 14).Decide(s.Person, s.Referral, AStory.Sam, s.Now)),
            22 => story.Does(AStory.Sam, s => new WithdrawEnding("Talked").Decide(s.Referral, AStory.Sam)),
            23 => story.Does(AStory.Sam, s => Screening.NotForUs(s.Referral, s.Person, "Another service", "Their GP", AStory.Sam, s.Now)),
            24 => story.Does(AStory.Jo, s => Screening.Object(s.Referral, "Please look again")),
            _ => story.Does(AStory.Sam, s => new UndoEnding("In error").Decide(s.Referral, AStory.Sam)),
        };
    }

    private static AStory Book(AStory story, Random random, List<string> booked)
    {
        var id = $"APP{booked.Count + 1:0000000000000}";
        story.Books(id, story.Today.AddDays(random.Next(0, 10)), random.Next(8, 18), random.Next(2) == 0 ? "01" : "02");
        if (story.Refusal is null)
            booked.Add(id);
        return story;
    }
}

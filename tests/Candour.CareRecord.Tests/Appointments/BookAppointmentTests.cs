using Candour.CareRecord.Appointments;
using Candour.CareRecord.Policies;
using Candour.CareRecord.Referrals;
using Candour.CareRecord.Tests.Pathways;
using Candour.Clinical;
using Shouldly;
using Xunit;

namespace Candour.CareRecord.Tests.Appointments;

public sealed class BookAppointmentTests
{
    private const string A = "APP0000000000001";
    private const string B = "APP0000000000002";
    private static readonly DateOnly Monday = new(2026, 9, 14);

    [Fact]
    public void A_booking_stands_with_its_day_its_time_and_its_clinician()
    {
        var there = Appointment.Of(AStory.Referred().Books(A, Monday).Referral).Single();

        there.Starts.ShouldBe(Moment.Utc(2026, 9, 14, 13));
        there.PlannedMinutes.ShouldBe(45);
        there.Clinician.ShouldBe(AStory.Jo.Actor);
        there.IsLive.ShouldBeTrue();
    }

    [Fact]
    public void A_second_assessment_is_not_booked_beside_one_that_is_to_come()
    {
        var story = AStory.Referred().Books(A, Monday, hour: 15, kind: "01").Books(B, Monday.AddDays(1), kind: "01");

        story.Refusal.ShouldBeOfType<AssessmentIsBooked>()
            .Message.ShouldBe("Amy has an assessment on Monday 14 September 2026, 3pm. Move it instead.");
        AStory.Referred().Books(A, Monday, kind: "01").Books(B, Monday.AddDays(1), kind: "02").Refusal.ShouldBeNull();
    }

    [Theory]
    [InlineData(7, true)]
    [InlineData(16, false)]
    [InlineData(17, true)]
    public void A_time_outside_opening_hours_is_refused_in_words(int hour, bool refused)
    {
        var story = AStory.Referred();
        var decision = new BookAppointment
        {
            Appointment = A, Person = AStory.PersonId, With = new(AStory.Jo.Actor, "Jo Demo", 0, 5), Slot = new(Monday, new(hour, 0), 60), Kind = "02",
            Medium = Media.Video, Hours = OpeningHours.Parse("mon 09:00-17:00", ""),
        }.Decide(story.Person, story.Referral, AStory.Jo, story.Now);
        (decision is Refused { Because: ClosedThen }).ShouldBe(refused);
    }

    [Theory]
    [InlineData(17, false)]
    [InlineData(18, true)]
    public void Staff_move_within_opening_hours_too(int hour, bool refused)
    {
        var story = AStory.Referred().Books(A, Monday);
        var move = Move(new(Monday, new(hour, 0), 45)) with { AskedBy = AskedBy.Us, Hours = OpeningHours.Parse("mon 09:00-18:00", "") };
        (move.Decide(story.Person, story.Referral, AStory.Sam, story.Now) is Refused { Because: ClosedThen }).ShouldBe(refused);
    }

    [Theory]
    [InlineData("", "02", "Choose how you will meet.")]
    [InlineData("77", "02", "Choose how you will meet.")]
    [InlineData(Media.Video, "", "Choose what the appointment is for.")]
    [InlineData(Media.Video, "77", "Choose what the appointment is for.")]
    public void A_booking_says_how_and_what_for(string medium, string kind, string words) =>
        AStory.Referred().Books(A, Monday, kind: kind, medium: medium).Refusal!.Message.ShouldBe(words);

    [Fact]
    public void An_interpreter_is_booked_for_a_time_and_a_way_of_meeting_and_not_for_the_one_it_moves_to()
    {
        var story = AStory.Referred([NeedCodes.Bsl]).Books(A, Monday, interpreter: "BSL")
            .Does(AStory.Jo, s => new ArrangeInterpreter(A, true, null).Decide(s.Referral))
            .Does(AStory.Sam, s => Move(new(Monday, new(16, 0), 45)).Decide(s.Person, s.Referral, AStory.Sam, s.Now));
        var there = Appointment.Of(story.Referral).Single();
        (there.InterpreterBooked, there.InterpreterWasBookedFor).ShouldBe((null, Moment.Utc(2026, 9, 14, 13)));
        AppointmentRow.RowsOf(story.Referral).Single().InterpreterBooked.ShouldBeNull();

        there = Appointment.Of(story.Does(AStory.Jo, s => new ArrangeInterpreter(A, true, null).Decide(s.Referral)).Referral).Single();
        (there.InterpreterBooked, there.InterpreterWasBookedFor).ShouldBe((true, null));
        there = Appointment.Of(story.Does(AStory.Sam, s => (Move(new(Monday, new(16, 0), 45)) with { Medium = Media.FaceToFace }).Decide(s.Person, s.Referral, AStory.Sam, s.Now)).Referral).Single();
        there.InterpreterBooked.ShouldBeNull("not for another way of meeting");
    }

    [Fact]
    public void A_phone_call_for_someone_who_uses_BSL_is_stopped_in_the_words_of_the_page()
    {
        var story = AStory.Referred([NeedCodes.Bsl]).Books(A, Monday, medium: Media.Telephone);

        story.Refusal.ShouldBeOfType<NeedsNotMet>()
            .Message.ShouldBe("Amy uses BSL. A phone call will not work. Choose video with an interpreter, or face to face.");
    }

    [Fact]
    public void The_stop_can_be_overridden_with_a_reason_that_is_kept()
    {
        var story = AStory.Referred([NeedCodes.Bsl]).Books(A, Monday, medium: Media.Telephone, despite: "Her sister interprets, as Amy asked");

        Appointment.Of(story.Referral).Single().Booked.DespiteNeeds.ShouldBe("Her sister interprets, as Amy asked");
    }

    [Fact]
    public void An_interpreter_need_blocks_a_booking_without_one()
    {
        AStory.Referred([NeedCodes.Interpreter], "pl").Books(A, Monday).Refusal.ShouldBeOfType<NeedsNotMet>().Message.ShouldContain("interpreter");
        AStory.Referred([NeedCodes.Interpreter], "pl").Books(A, Monday, interpreter: "Polish").Refusal.ShouldBeNull();
    }

    [Fact]
    public void Only_the_clinician_can_say_yes_to_a_full_day()
    {
        var full = new ClinicianDay(AStory.Jo.Actor, "Jo", 6, 5);
        var story = AStory.Referred().Books(A, Monday, with: full);
        story.Refusal!.Message.ShouldBe("That makes 7 people for Jo. The agreed number is 5. Choose another time, or ask Jo.");

        Decision Ask(By by) => new BookAppointment
        {
            Appointment = A, Person = AStory.PersonId, With = full, Slot = new(Monday, new(14, 0), 45), Kind = "02", Medium = Media.Video, SaysYesToFullDay = true,
        }.Decide(story.Person, story.Referral, by, story.Now);
        Ask(AStory.Sam).ShouldBeOfType<Refused>();
        Ask(AStory.Jo).ShouldBeOfType<Accepted>();
    }

    [Fact]
    public void One_person_is_not_booked_twice_at_one_time()
    {
        AStory.Referred().Books(A, Monday).Books(B, Monday).Refusal.ShouldBeOfType<AlreadyBookedThen>();
        AStory.Referred().Books(A, Monday).Books(B, Monday, hour: 15).Refusal.ShouldBeNull();
    }

    [Fact]
    public void A_form_opened_for_another_person_is_refused()
    {
        var story = AStory.Referred();
        new BookAppointment
        {
            Appointment = A, Person = "SOMEONEE1SE00001", With = new(AStory.Jo.Actor, "Jo", 0, 5), Slot = new(Monday, new(14, 0), 45), Kind = "02", Medium = Media.Video,
        }.Decide(story.Person, story.Referral, AStory.Jo, story.Now).ShouldBeOfType<Refused>().Because.ShouldBeOfType<AppointmentOfSomeoneElse>();
    }

    [Theory]
    [InlineData(2027, 3, 28, 1, 30)]
    public void The_hour_that_does_not_exist_in_spring_cannot_be_booked(int year, int month, int day, int hour, int minute) =>
        new Slot(new(year, month, day), new(hour, minute), 45).Wrong(Moment.Utc(2026, 9, 7)).ShouldBeOfType<ClockSkipsThatTime>()
            .Message.ShouldBe("The clocks go forward that night, so 1:30am does not exist. Choose another time.");

    [Fact]
    public void An_appointment_keeps_its_clock_time_across_the_change_of_clocks()
    {
        var story = AStory.Referred().Books(A, new(2026, 10, 23)).Books(B, new(2026, 10, 26));
        var both = Appointment.Of(story.Referral);

        both.Select(a => Words.Time(a.Starts)).ShouldBe(["2pm", "2pm"]);
        both[1].Starts.Since(both[0].Starts).ShouldBe(TimeSpan.FromHours((3 * 24) + 1));
    }

    [Fact]
    public void A_moved_appointment_frees_its_squares_and_takes_others()
    {
        var story = AStory.Referred().Books(A, Monday);
        DiaryRow.RowsOf(story.Referral).Select(r => Words.Time(r.Square)).ShouldBe(["2pm", "2:15pm", "2:30pm"]);

        story.Does(AStory.Amy, s => Move(new(Monday, new(16, 0), 45)).Decide(s.Person, s.Referral, AStory.Amy, s.Now));
        DiaryRow.RowsOf(story.Referral).Select(r => Words.Time(r.Square)).ShouldBe(["4pm", "4:15pm", "4:30pm"]);
        Appointment.Of(story.Referral).Single().MovedByPerson.ShouldBe(1);
    }

    [Fact]
    public void A_person_who_comes_too_late_to_move_is_told_whom_to_call()
    {
        var story = AStory.Referred().Books(A, Monday).On(Monday, 13, 40)
            .Does(AStory.Amy, s => Move(new(Monday, new(16, 0), 45)).Decide(s.Person, s.Referral, AStory.Amy, s.Now));

        story.Refusal!.Message.ShouldBe("It starts in 20 minutes. Call 01632 960000 or tell Jo here.");
    }

    [Fact]
    public void A_cancelled_appointment_frees_its_squares_and_says_who_asked()
    {
        var story = AStory.Referred().Books(A, Monday).Does(AStory.Amy, s => new CancelAppointment
        {
            Appointment = A, AskedBy = AskedBy.Person,
        }.Decide(s.Referral, AStory.Amy, s.Now));

        DiaryRow.RowsOf(story.Referral).ShouldBeEmpty();
        Appointment.Of(story.Referral).Single().WasOurFault.ShouldBeFalse();
    }

    [Fact]
    public void An_interpreter_who_did_not_come_counts_as_ours()
    {
        var story = AStory.Referred([NeedCodes.Bsl]).Books(A, Monday, interpreter: "BSL").On(Monday, 15)
            .Does(AStory.Jo, s => new RecordAttendance { Appointment = A, Code = "3", InterpreterPresent = "5" }.Decide(s.Referral, s.Person, AStory.Jo, s.Now));

        var there = Appointment.Of(story.Referral).Single();
        there.Attendance!.Code.ShouldBe("4");
        there.WasOurFault.ShouldBeTrue();
    }

    [Fact]
    public void What_the_front_desk_corrects_more_than_a_day_later_counts_when_a_clinician_confirms_it()
    {
        By alex = new("A1EXDEM000000001", Roles.Administrator), bo = new("B0DEM00000000001", Roles.Administrator);
        var story = AStory.Referred().Books(A, Monday).On(Monday, 15)
            .Does(alex, s => new RecordAttendance { Appointment = A, Code = "3" }.Decide(s.Referral, s.Person, alex, s.Now));
        story.On(Monday.AddDays(2)).Does(alex, s => new RecordAttendance { Appointment = A, Code = "5", WhyLate = WhyLate.Correction }.Decide(s.Referral, s.Person, alex, s.Now)).Refusal.ShouldBeNull();
        Appointment.Find(story.Referral, A)!.IsAttended.ShouldBeFalse();
        story.Does(bo, s => new ConfirmLateEntry(A).Decide(s.Referral, bo)).Refusal.ShouldBeOfType<ClinicianConfirms>();
        story.Does(AStory.Jo, s => new ConfirmLateEntry(A).Decide(s.Referral, AStory.Jo)).Refusal.ShouldBeNull();
        Appointment.Find(story.Referral, A)!.IsAttended.ShouldBeTrue();
    }

    [Fact]
    public void An_employment_adviser_books_help_with_work_alone_and_nothing_else_is_booked_with_one()
    {
        var ed = new By("STAFFED000000001", Roles.EmploymentAdviser);
        Decision Book(By by, string kind, bool with) => new BookAppointment
        {
            Appointment = A, Person = AStory.PersonId, With = new(ed.Actor, "Ed Sample", 0, 5) { HelpsWithWorkOnly = with }, Slot = new(Monday, new(14, 0), 45),
            Kind = kind, Medium = Media.Video,
        }.Decide(AStory.Referred().Person, AStory.Referred().Referral, by, AStory.Referred().Now);
        Book(ed, "02", with: false).ShouldBeOfType<Refused>().Because.ShouldBeOfType<AdvisersBookHelpWithWork>();
        Book(AStory.Sam, "02", with: true).ShouldBeOfType<Refused>().Because.Message.ShouldBe("Ed Sample is an employment adviser. Choose help with work, or another colleague.");
        Book(ed, "10", with: true).ShouldBeOfType<Accepted>();
    }

    [Fact]
    public void Attendance_three_days_later_asks_why_and_is_marked_for_ever()
    {
        var story = AStory.Referred().Books(A, Monday).On(Monday.AddDays(3));
        var late = new RecordAttendance { Appointment = A, Code = "5" };

        story.Does(AStory.Jo, s => late.Decide(s.Referral, s.Person, AStory.Jo, s.Now)).Refusal!.Message.ShouldBe("You are adding this 3 days after it happened. Why now?");
        story.Does(AStory.Jo, s => (late with { WhyLate = WhyLate.OffSick }).Decide(s.Referral, s.Person, AStory.Jo, s.Now)).Refusal.ShouldBeNull();
        story.Referral.All<AddedLate>().Single().Days.ShouldBe(3);
        Appointment.Of(story.Referral).Single().IsAttended.ShouldBeTrue();
    }

    [Theory]
    [InlineData(13, 59, true, true)]
    [InlineData(14, 0, false, true)]
    [InlineData(14, 44, false, true)]
    [InlineData(14, 45, false, false)]
    [InlineData(15, 0, false, false)]
    public void An_appointment_whose_time_has_come_is_not_moved_away_with_its_answers_or_with_nobody_there(int hour, int minute, bool moves, bool cancels)
    {
        AStory Then() => AStory.Referred().Books(A, Monday).On(Monday, 13, 30).Answers(A, 20, 15).On(Monday, hour, minute);
        var moved = Then().Does(AStory.Sam, s => (Move(new(Monday.AddDays(4), new(14, 0), 45)) with { AskedBy = AskedBy.Us }).Decide(s.Person, s.Referral, AStory.Sam, s.Now));
        (moved.Refusal is null).ShouldBe(moves);
        var cancelled = Then().Does(AStory.Sam, s => new CancelAppointment { Appointment = A, AskedBy = AskedBy.Us }.Decide(s.Referral, AStory.Sam, s.Now));
        (cancelled.Refusal is null).ShouldBe(cancels);
        if (moves)
            return;
        moved.Refusal.ShouldBeOfType<ItsTimeHasCome>().Message.ShouldBe(
            "This appointment began on Monday 14 September 2026, 2pm, so its time stands. Say here, under \"Who came\", that nobody came or who called it off. Then book another time.");
        foreach (var code in (string[])["2", "3", "4", "7"])
            Then().Does(AStory.Sam, s => new RecordAttendance { Appointment = A, Code = code }.Decide(s.Referral, s.Person, AStory.Sam, s.Now)).Refusal.ShouldBeNull();
    }

    [Fact]
    public void Nobody_can_say_who_came_before_it_began() =>
        AStory.Referred().Books(A, Monday).Does(AStory.Jo, s => new RecordAttendance { Appointment = A, Code = "5" }.Decide(s.Referral, s.Person, AStory.Jo, s.Now))
            .Refusal.ShouldBeOfType<HasNotStartedYet>();

    private static MoveAppointment Move(Slot slot) => new()
    {
        Appointment = A, With = new(AStory.Jo.Actor, "Jo", 0, 5), Slot = slot, AskedBy = AskedBy.Person, Phone = "01632 960000",
    };
}

using Candour.CareRecord.Appointments;
using Candour.CareRecord.Consent;
using Candour.CareRecord.Pathways;
using Candour.CareRecord.Safeguards;
using Candour.CareRecord.Sessions;
using Candour.CareRecord.Tests.Pathways;
using Candour.Clinical;
using Candour.Clinical.Pathways.Readings;
using Shouldly;
using Xunit;

namespace Candour.CareRecord.Tests.Sessions;

public sealed class SessionTests
{
    private const string A = "APP0000000000001";
    private static readonly DateOnly Monday = new(2026, 9, 14);

    [Fact]
    public void Without_answers_the_session_starts_only_with_a_reason_that_is_kept()
    {
        var story = Booked();
        story.Begins(A).Refusal.ShouldBeOfType<SayWhyWithoutAnswers>();
        story.Begins(A, WithoutAnswers.TooUpset).Refusal.ShouldBeNull();

        Appointment.Of(story.Referral).Single().Started!.WithoutAnswers.ShouldBe(WithoutAnswers.TooUpset);
    }

    [Fact]
    public void With_answers_in_no_reason_is_asked_and_none_is_kept()
    {
        var story = Booked().Answers(A, 12, 9).Begins(A);
        Appointment.Of(story.Referral).Single().Started!.AnswersIn.ShouldBeTrue();
    }

    [Fact]
    public void A_remote_session_asks_where_the_person_is_and_can_skip_it_with_a_reason()
    {
        var story = Booked().Answers(A, 12, 9);
        StartSession Start(string? where, string? not) => story.Start(A, where: where) with { WhereNotAsked = not };

        story.Does(AStory.Jo, s => Start(null, null).Decide(s.Person, s.Referral, s.Now)).Refusal.ShouldBeOfType<AskWhereTheyAre>();
        story.Does(AStory.Jo, s => Start(null, "She cannot say it aloud").Decide(s.Person, s.Referral, s.Now)).Refusal.ShouldBeNull();
    }

    [Theory]
    [InlineData(9, 0, false)]
    [InlineData(12, 59, false)]
    [InlineData(13, 0, true)]
    [InlineData(14, 10, true)]
    public void A_slip_hours_before_its_time_starts_nothing_and_makes_no_answers_late(int hour, int minute, bool starts)
    {
        var story = AStory.Referred().Books(A, Monday).On(Monday, hour, minute).Begins(A, WithoutAnswers.CameLate);
        (Appointment.Of(story.Referral).Single().Started is not null).ShouldBe(starts);
        if (starts)
            return;
        story.Refusal.ShouldBeOfType<StartsAtItsTime>().Message.ShouldBe(
            "This session is booked for Monday 14 September 2026, 2pm. You can start it from 1pm on. To hold it now, move the appointment to the time you hold it.");
        story.On(Monday, 13, 10).Answers(A, 12, 9);
        Appointment.Of(story.Referral).Single().IsLate(story.Referral.Last<CareRecord.Questionnaires.ScoresRecorded>()!).ShouldBeFalse();
    }

    [Fact]
    public void A_time_that_has_not_come_is_refused_as_start_and_as_end_and_now_is_not()
    {
        var story = Begun();
        Decision Save(Moment? began, Moment? ended) => (story.Whole(A) with
        {
            Attendance = story.Whole(A).Attendance! with { Started = began, Ended = ended },
        }).Decide(story.Person, story.Referral, story.Cover, AStory.Jo, story.Now);
        var soon = story.Now.Plus(TimeSpan.FromMinutes(1));

        Save(null, soon).ShouldBeOfType<Refused>().Because.ShouldBeOfType<EndedLaterThanNow>().Message.ShouldContain("Check the time");
        Save(soon, null).ShouldBeOfType<Refused>().Because.ShouldBeOfType<BeganLaterThanNow>();
        Save(story.Now.Minus(TimeSpan.FromMinutes(30)), story.Now).ShouldBeOfType<Accepted>();
    }

    [Fact]
    public void Saving_works_with_parts_missing_and_says_which()
    {
        var story = Begun().Saves(Begun().Save(A) with { Note = "Short note" });

        story.Refusal.ShouldBeNull();
        var there = Appointment.Of(story.Referral).Single();
        there.Closed.ShouldBeNull();
        SessionParts.Missing(there, 0).ShouldBe(["what was done", "risk", "who came"]);
    }

    [Fact]
    public void A_session_is_never_closed_without_its_part_on_safety()
    {
        var story = Begun();
        story.Saves(story.Whole(A) with { Spoken = null, SafetyWords = null });

        story.Refusal.ShouldBeNull();
        Appointment.Of(story.Referral).Single().Closed.ShouldBeNull();
    }

    [Theory]
    [InlineData(2, SpokenThoughts.None)]
    [InlineData(1, SpokenThoughts.WouldNotSay)]
    [InlineData(0, SpokenThoughts.Some)]
    public void Written_and_spoken_that_differ_have_to_be_understood_in_words_before_closing(int item9, SpokenThoughts spoken)
    {
        var story = Booked().Answers(A, 12, 9, item9).Begins(A);
        var whole = story.Whole(A) with { Spoken = spoken };

        story.Saves(whole);
        var open = Appointment.Of(story.Referral).Single();
        open.Closed.ShouldBeNull();
        SessionParts.Missing(open, item9).ShouldBe(["how you understand the two answers about risk"]);

        story.Saves(whole with { Understood = "She ticked it for last week, before she saw her sister." });
        var closed = Appointment.Of(story.Referral).Single();
        closed.Closed.ShouldNotBeNull();
        closed.Safety!.Item9.ShouldBe(item9);
        closed.Safety.Spoken.ShouldBe(spoken);
    }

    [Fact]
    public void Thoughts_spoken_of_open_a_risk_task_in_the_same_write()
    {
        var story = Begun();
        story.Saves(story.Save(A) with { Spoken = SpokenThoughts.Some, SafetyWords = "Thinks of it most evenings." });

        RiskTask.OpenOf(story.Person)!.Told.Single().Source.ShouldBe(RiskSource.Session);
    }

    [Theory]
    [InlineData(14, 40, "02")]
    [InlineData(15, 30, "01")]
    public void A_signature_in_the_session_makes_it_treatment_and_one_after_it_does_not(int hour, int minute, string kind)
    {
        var story = Booked().Answers(A, 12, 9).On(Monday, 14).Begins(A).On(Monday, hour, minute).SignsPlan();
        story.On(Monday, 17).Saves(story.Whole(A));

        Appointment.Of(story.Referral).Single().Closed!.ContactType.ShouldBe(kind);
        var pathway = PathwayProjection.Of(story.Referral, story.Person, story.Today);
        Waits.FirstTreatment(pathway, TreatmentRule.Protocol, story.Today).HasValue.ShouldBe(kind == "02");
        Waits.FirstTreatment(pathway, TreatmentRule.Official, story.Today).HasValue.ShouldBe(kind == "02");
    }

    [Fact]
    public void A_signature_in_the_minute_the_session_ended_was_given_in_it()
    {
        var story = Booked().Answers(A, 12, 9).On(Monday, 14).Begins(A).On(Monday, 14, 40).After(TimeSpan.FromSeconds(30)).SignsPlan().On(Monday, 17);
        story.Saves(story.Whole(A) with { Attendance = story.Whole(A).Attendance! with { Ended = London.At(Monday, new(14, 40)) } });

        Appointment.Of(story.Referral).Single().Closed!.ContactType.ShouldBe("02");
    }

    [Fact]
    public void Consent_taken_back_before_the_session_leaves_no_treatment_to_give_in_it()
    {
        var story = AStory.Referred().Books(A, Monday).SignsPlan().On(Monday, 9)
            .Tell(AStory.Amy, Streams.Referral(AStory.ReferralId), new ConsentWithdrawn { Plan = "P1AN000000000001" })
            .Answers(A, 12, 9).On(Monday, 14).Begins(A);
        story.On(Monday, 17).Saves(story.Whole(A));

        Appointment.Of(story.Referral).Single().Closed!.ContactType.ShouldBe("01");
    }

    [Fact]
    public void A_session_without_a_signed_plan_counts_as_an_assessment_whatever_it_was_booked_as()
    {
        var story = Begun();
        story.Saves(story.Whole(A));

        Appointment.Of(story.Referral).Single().Closed!.ContactType.ShouldBe("01");
    }

    [Fact]
    public void Nothing_ticked_is_asked_about_and_a_review_is_a_review()
    {
        var story = Begun();
        story.Saves(story.Whole(A) with { PartsDone = [] });
        SessionParts.Missing(Appointment.Of(story.Referral).Single(), 0).ShouldBe(["what was done"]);

        story.Saves(story.Whole(A) with { PartsDone = [], WasReview = true });
        Appointment.Of(story.Referral).Single().Closed!.ContactType.ShouldBe("04");
    }

    [Fact]
    public void Another_kind_needs_a_reason_and_a_second_person_and_both_values_stay()
    {
        var story = Begun();
        story.Saves(story.Whole(A));
        story.Does(AStory.Jo, s => new SayContactType(A, "02", "The plan was signed on paper").Decide(s.Referral));
        Appointment.Of(story.Referral).Single().Type.ShouldBe("01");

        story.Does(AStory.Jo, s => new AgreeContactType(A, true, null).Decide(s.Referral, AStory.Jo)).Refusal.ShouldBeOfType<SecondPersonIsAnother>();
        story.Does(AStory.Sam, s => new AgreeContactType(A, true, null).Decide(s.Referral, AStory.Sam));

        var there = Appointment.Of(story.Referral).Single();
        there.Type.ShouldBe("02");
        there.Closed!.ContactType.ShouldBe("01");
    }

    [Fact]
    public void After_closing_a_note_is_added_with_a_reason_and_replaces_nothing()
    {
        var story = Begun();
        story.Saves(story.Whole(A));
        story.Does(AStory.Jo, s => new AddNote(A, "She rang after.", null).Decide(s.Referral)).Refusal.ShouldBeOfType<SayWhyAddedAfterClosing>();
        story.Does(AStory.Jo, s => new AddNote(A, "She rang after.", "Forgot to say").Decide(s.Referral));

        Appointment.Of(story.Referral).Single().Notes.Count.ShouldBe(2);
    }

    [Fact]
    public void A_therapy_without_its_qualification_is_refused_and_names_the_way_round()
    {
        var story = Begun();
        story.Saves(story.Whole(A) with { Therapy = "449030000", PartsDone = ["desensitisation"], Qualifications = ["10"] });
        story.Refusal!.Message.ShouldContain("To record what you did, choose another therapy.");
    }

    [Fact]
    public void A_form_of_another_person_is_refused()
    {
        var story = Begun();
        story.Saves(story.Whole(A) with { Person = "SOMEONEE1SE00001" }).Refusal.ShouldBeOfType<AppointmentOfSomeoneElse>();
    }

    [Fact]
    public void The_same_words_saved_again_write_nothing()
    {
        var story = Begun();
        var part = story.Save(A) with { Note = "The same", Homework = "Read chapter 2" };
        var before = story.Saves(part).Referral.Version;
        story.Saves(part).Referral.Version.ShouldBe(before);
    }

    private static AStory Booked() => AStory.Referred().Books(A, Monday).On(Monday, 14);

    private static AStory Begun() => Booked().Answers(A, 12, 9).Begins(A);
}

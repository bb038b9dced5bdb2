using Candour.CareRecord.Appointments;
using Candour.CareRecord.Consent;
using Candour.CareRecord.Pathways;
using Candour.CareRecord.Questionnaires;
using Candour.CareRecord.Referrals;
using Candour.CareRecord.Sessions;
using Candour.Clinical;
using Candour.Clinical.Instruments;
using Candour.Clinical.Pathways;
using Candour.Clinical.Pathways.Readings;
using Shouldly;
using Xunit;

namespace Candour.CareRecord.Tests.Pathways;

public sealed class PathwayProjectionTests
{
    private static readonly DateOnly Later = new(2026, 12, 1);

    [Fact]
    public void Waits_sessions_and_scores_are_read_from_the_pathway_the_events_make()
    {
        var story = Course();
        var pathway = PathwayProjection.Of(story.Referral, story.Person, Later);

        Waits.ToAssessment(pathway, Later).ShouldBe(12);
        Waits.ToTreatment(pathway, TreatmentRule.Protocol, Later).ShouldBe(21);
        Waits.FirstToSecond(pathway, TreatmentRule.Protocol, Later).ShouldBe(7);
        CourseOfCare.SessionsGiven(pathway, Later).ShouldBe((2, 8));
        var series = new List<ScorePoint>();
        ScoreSeries.Of(pathway, Instrument.Phq9, Later, series);
        series.Select(p => p.Value).ShouldBe([18, 12, 8]);
    }

    [Fact]
    public void A_session_before_the_signature_is_no_treatment_in_either_figure()
    {
        var story = AStory.Referred().HasSession("APP0000000000001", new(2026, 9, 14));
        var pathway = PathwayProjection.Of(story.Referral, story.Person, Later);
        Waits.ToTreatment(pathway, TreatmentRule.Protocol, Later).ShouldBeNull();
        Waits.ToTreatment(pathway, TreatmentRule.Official, Later).ShouldBeNull();
    }

    [Fact]
    public void A_kind_said_and_agreed_by_two_moves_the_official_figure_and_the_gap_is_shown()
    {
        var story = AStory.Referred().HasSession("APP0000000000001", new(2026, 9, 14))
            .Does(AStory.Jo, s => new SayContactType("APP0000000000001", "02", "Signed on paper, lost").Decide(s.Referral))
            .Does(AStory.Sam, s => new AgreeContactType("APP0000000000001", true, null).Decide(s.Referral, AStory.Sam));
        var pathway = PathwayProjection.Of(story.Referral, story.Person, Later);

        Waits.ToTreatment(pathway, TreatmentRule.Official, Later).ShouldBe(7);
        Waits.ToTreatment(pathway, TreatmentRule.Protocol, Later).ShouldBeNull();
        pathway.Contacts[0].TypeByRecord.ShouldBe("01");
        pathway.Changes[0].Of.ShouldBe(ChangeOf.AppointmentType);
    }

    [Fact]
    public void A_kind_said_and_agreed_by_two_takes_no_treatment_out_of_the_protocol_figure()
    {
        var story = AStory.Referred().SignsPlan().HasSession("APP0000000000001", new(2026, 9, 14))
            .Does(AStory.Jo, s => new SayContactType("APP0000000000001", "01", "Only talked").Decide(s.Referral))
            .Does(AStory.Sam, s => new AgreeContactType("APP0000000000001", true, null).Decide(s.Referral, AStory.Sam));
        var pathway = PathwayProjection.Of(story.Referral, story.Person, Later);

        Waits.ToTreatment(pathway, TreatmentRule.Official, Later).ShouldBeNull();
        Waits.ToTreatment(pathway, TreatmentRule.Protocol, Later).ShouldBe(7);
        pathway.Contacts[0].TypeByRecord.ShouldBe("02");
    }

    [Fact]
    public void Treatment_said_over_a_session_after_consent_was_taken_back_is_none_by_the_protocol()
    {
        var story = AStory.Referred().SignsPlan()
            .Tell(AStory.Amy, Streams.Referral(AStory.ReferralId), new ConsentWithdrawn { Plan = "P1AN000000000001" })
            .HasSession("APP0000000000001", new(2026, 9, 14))
            .Does(AStory.Jo, s => new SayContactType("APP0000000000001", "02", "It was treatment").Decide(s.Referral))
            .Does(AStory.Sam, s => new AgreeContactType("APP0000000000001", true, null).Decide(s.Referral, AStory.Sam));
        var pathway = PathwayProjection.Of(story.Referral, story.Person, Later);

        Waits.ToTreatment(pathway, TreatmentRule.Official, Later).ShouldBe(7);
        Waits.ToTreatment(pathway, TreatmentRule.Protocol, Later).ShouldBeNull();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_wait_that_goes_on_from_an_earlier_referral_starts_again_in_no_figure_but_the_official(bool joined)
    {
        var story = Course();
        var first = new DateOnly(2026, 9, 7).AddDays(-150);
        story.Tell(AStory.Jo, Streams.Referral(AStory.ReferralId), joined
            ? new WaitJoined { Earlier = "REFERRA100000000", EarlierPerson = "PERS0N0000000000", CountsFrom = first }
            : new WaitGoesOn { Earlier = "REFERRA100000000", CountsFrom = first });
        var pathway = PathwayProjection.Of(story.Referral, story.Person, Later);

        Waits.ToAssessment(pathway, Later).ShouldBe(162);
        Waits.ToTreatment(pathway, TreatmentRule.Protocol, Later).ShouldBe(171);
        Waits.DaysOpen(pathway, Later).ShouldBe(85 + 150);
        Waits.ToTreatment(pathway, TreatmentRule.Official, Later).ShouldBe(21);
        Treatment.PeopleRow.RowsOf(story.Referral).Single().CountsFrom.ShouldBe(first);
    }

    [Fact]
    public void What_a_contact_was_booked_for_never_stops_a_wait()
    {
        var story = AStory.Referred().Books("APP0000000000001", new(2026, 9, 14), kind: "02").On(new(2026, 9, 14), 15)
            .Does(AStory.Jo, s => new RecordAttendance { Appointment = "APP0000000000001", Code = "5" }.Decide(s.Referral, s.Person, AStory.Jo, s.Now));
        story.Refusal.ShouldBeNull();
        var pathway = PathwayProjection.Of(story.Referral, story.Person, Later);

        Waits.ToTreatment(pathway, TreatmentRule.Official, Later).ShouldBeNull();
        Waits.LastSeen(pathway, Later).ShouldBe(new(2026, 9, 14));
    }

    [Fact]
    public void Filling_a_pathway_again_leaves_nothing_of_the_last_one()
    {
        var whole = Course();
        var pathway = PathwayProjection.Of(whole.Referral, whole.Person, Later);
        var empty = AStory.Referred();
        PathwayProjection.Into(pathway, empty.Referral, empty.Person, Later);

        (pathway.Contacts.Count, pathway.Measurements.Count, pathway.Plans.Count, pathway.Activities.Count).ShouldBe((0, 0, 0, 0));
    }

    [Fact]
    public void Answers_after_the_start_are_late_and_a_repeat_never_replaces_the_first()
    {
        var story = AStory.Referred().Books("APP0000000000001", new(2026, 9, 14)).On(new(2026, 9, 14), 9).Answers("APP0000000000001", 14, 10)
            .On(new(2026, 9, 14), 14).Begins("APP0000000000001").On(new(2026, 9, 14), 15).Answers("APP0000000000001", 11, 8, late: true, number: 2)
            .Saves(AStory.Referred().Whole("APP0000000000001"));
        var pathway = PathwayProjection.Of(story.Referral, story.Person, Later);
        var series = new List<ScorePoint>();
        ScoreSeries.Of(pathway, Instrument.Phq9, Later, series);

        series.Select(p => (p.Day, p.Value, p.Mark)).ShouldBe([(new(2026, 9, 14), 14, ScoreMark.Counted), (new(2026, 9, 14), 11, ScoreMark.Repeat)]);
    }

    [Fact]
    public void Every_answer_is_there_and_parts_returned_by_themselves_are_measurements_of_their_own()
    {
        var story = AStory.Referred().Books("APP0000000000001", new(2026, 9, 14)).On(new(2026, 9, 14), 9)
            .Tell(AStory.Jo, Streams.Referral(AStory.ReferralId), new QuestionsIssued
            {
                Questionnaire = "QUESTIONNAIRE001", Appointment = "APP0000000000001", Number = 1, WindowTo = Moment.Utc(2026, 9, 14, 13),
            }).After(TimeSpan.FromHours(1))
            .Tell(AStory.Amy with { Device = "device-1" }, Streams.Referral(AStory.ReferralId), new ScoresRecorded
            {
                Questionnaire = "QUESTIONNAIRE001", Appointment = "APP0000000000001", Instruments = ["GAD7", "WSAS"], Answers = ["1,0,2,-,1,1,1", "9,4,-,8,0"],
                Totals = ["", ""], Counting = [], Number = 1, Late = false, FilledInBy = FilledInBy.Person, Mode = AnswerMode.Link, FilledAt = Moment.Utc(2026, 9, 14, 9),
            });
        var pathway = PathwayProjection.Of(story.Referral, story.Person, Later);

        pathway.Answers.All.ToArray().Where(a => a.Measurement == 0).Select(a => a.Value).ShouldBe([1, 0, 2, null, 1, 1, 1]);
        pathway.Answers.Count.ShouldBe(12);
        pathway.Measurements.All.ToArray().Where(m => m.Instrument == Instrument.Find("WSAS")).Select(m => (m.Item, m.Value, m.Sent))
            .ShouldBe([(0, null, null), (1, null, "9"), (2, 4, null), (4, 8, null), (5, 0, null)]);
        CountedScore.Of(pathway, 0, Instrument.Find("WSAS"), item: 4).ShouldNotBeNull();
        pathway.Measurements[0].Issued.ShouldBe(Moment.Utc(2026, 9, 14, 8));
        pathway.Measurements[0].Device.ShouldBe("device-1");
        SentScore.OfReferral(story.Referral).Select(s => s.Score.Counts).ShouldBe([false, false]);
    }

    [Fact]
    public void Who_wrote_a_contact_down_and_when_is_there_and_late_stays_late()
    {
        var story = AStory.Referred().HasSession("APP0000000000001", new(2026, 9, 14));
        story.On(new(2026, 9, 14)).Books("APP0000000000002", new(2026, 9, 21)).On(new(2026, 9, 24), 11)
            .Does(AStory.Jo, s => new RecordAttendance { Appointment = "APP0000000000002", Code = "5", WhyLate = WhyLate.OffSick }.Decide(s.Referral, s.Person, AStory.Jo, s.Now));
        story.Refusal.ShouldBeNull();
        var contacts = PathwayProjection.Of(story.Referral, story.Person, Later).Contacts;

        (contacts[0].EnteredAt, contacts[0].WrittenBy, contacts[0].EnteredLate).ShouldBe((Moment.Utc(2026, 9, 14, 13, 40), AStory.Jo.Actor, false));
        (contacts[1].EnteredAt, contacts[1].WrittenBy, contacts[1].EnteredLate).ShouldBe((Moment.Utc(2026, 9, 24, 10), AStory.Jo.Actor, true));
    }

    [Fact]
    public void Help_with_work_and_where_somebody_lives_are_there()
    {
        var day = new DateOnly(2026, 9, 8);
        var story = AStory.Referred().Tell(AStory.Amy, Streams.Person(AStory.PersonId),
            new WorkAnswersGiven { EmploymentStatus = "02", RecordedOn = day },
            new EmploymentSupportOffered { Suitable = "Y", RecordedOn = day, ReferredOn = day },
            new AccommodationRecorded { Accommodation = "MA", Settled = "Y", RecordedOn = day },
            new PreviousDiagnosisRecorded { Scheme = "02", Diagnosis = "F321" });
        var pathway = PathwayProjection.Of(story.Referral, story.Person, Later);
        (pathway.Employment[0].SupportSuitable, pathway.Employment[0].SupportReferred).ShouldBe(("Y", day));
        pathway.Facts.All.ToArray().Select(f => (f.Kind, f.Code)).ShouldBe([(PersonFactKind.PreviousDiagnosis, "F321"), (PersonFactKind.Accommodation, "MA")]);
    }

    /// <summary>Assessed on 19 September, treated on 28 September and 5 October.</summary>
    private static AStory Course()
    {
        var story = AStory.Referred().Books("APP0000000000001", new(2026, 9, 19), kind: "01").On(new(2026, 9, 19), 8).Answers("APP0000000000001", 18, 14)
            .On(new(2026, 9, 19), 14).Begins("APP0000000000001");
        story.Saves(story.Whole("APP0000000000001") with { PartsDone = [], Therapy = null, AssessmentDone = true });
        return story.SignsPlan().HasSession("APP0000000000002", new(2026, 9, 28)).HasSession("APP0000000000003", new(2026, 10, 5), 8, 6);
    }
}

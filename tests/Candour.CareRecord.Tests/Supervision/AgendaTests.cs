using Candour.CareRecord.Pathways;
using Candour.CareRecord.Supervision;
using Candour.CareRecord.Tests.Pathways;
using Candour.CareRecord.Treatment;
using Candour.Clinical;

namespace Candour.CareRecord.Tests.Supervision;

/// <summary>Score tables to agenda items (H35).</summary>
[Trait("Hazard", "H35")]
public sealed class AgendaTests
{
    private static readonly DateOnly First = new(2026, 10, 12);

    [Theory]
    [InlineData("10 12 15", "9 9 9", "")]
    [InlineData("10 12 16", "9 9 9", "Worse")]
    [InlineData("10 10", "8 12", "Worse")]
    [InlineData("16 10", "12 8", "")]
    [InlineData("18 17 17 17", "14 14 13 13", "NoChange")]
    [InlineData("18 17 17", "14 14 13", "")]
    [InlineData("18 17 17 12", "14 14 13 13", "")]
    [InlineData("9 9 8 9", "7 6 7 7", "")]
    public void Scores_come_to_the_agenda_by_the_dated_reliable_change(string phq9, string gad7, string kinds)
    {
        var story = Course(phq9, gad7);
        string.Join(' ', Of(story).Select(p => p.Kind)).ShouldBe(kinds);
        PeopleRow.RowsOf(story.Referral).Single().Agenda.ShouldBe(kinds);
    }

    [Fact]
    public void The_words_say_both_scores_and_judge_nobody() =>
        Of(Course("10 16", "9 9")).Single().InWords.ShouldBe("PHQ-9 was 10 at the start and is 16 now: a reliable change for the worse.");

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Answers_for_a_session_that_did_not_take_place_are_read_too(bool cancelled)
    {
        var story = Course("10 12", "9 9");
        var day = First.AddDays(14);
        story.On(day.AddDays(-6)).Books("APP00000000000A9", day).On(day.AddDays(-2), 20).Answers("APP00000000000A9", 24, 9);
        story.Tell(AStory.Jo, story.Referral.Stream, cancelled
            ? new CareRecord.Appointments.AppointmentCancelled { Appointment = "APP00000000000A9", AskedBy = CareRecord.Appointments.AskedBy.Person }
            : new CareRecord.Appointments.AttendanceRecorded { Appointment = "APP00000000000A9", Code = "3" });
        story.On(day, 17);
        var point = Of(story).Single();
        (point.Kind, point.Since, point.InWords).ShouldBe((AgendaKind.Worse, day.AddDays(-2),
            "PHQ-9 was 10 at the start and is 24 now, answered for a session that did not take place: a reliable change for the worse."));
        CareRecord.Questionnaires.SentScore.OfReferral(story.Referral).Last().Score.Counts.ShouldBeFalse();
    }

    [Theory]
    [InlineData("3 3", true)]
    [InlineData("3 5", false)]
    [InlineData("5 3", false)]
    [InlineData("3 4 3", true)]
    [InlineData("3 7", true)]
    public void Two_contacts_missed_in_a_row_come_to_the_agenda_and_what_we_called_off_does_not_count(string codes, bool comes)
    {
        var story = AStory.Referred().SignsPlan();
        foreach (var (code, i) in codes.Split(' ').Select((c, i) => (c, i)))
        {
            var day = First.AddDays(7 * i);
            story.On(day.AddDays(-6)).Books($"APP00000000000A{i}", day).On(day, 15)
                .Tell(AStory.Jo, story.Referral.Stream, new CareRecord.Appointments.AttendanceRecorded { Appointment = $"APP00000000000A{i}", Code = code });
        }

        Of(story).Any(p => p.Kind == AgendaKind.TwoMissed).ShouldBe(comes);
    }

    [Fact]
    public void What_the_clinician_asks_comes_to_the_agenda_in_their_words()
    {
        var story = AStory.Referred().SignsPlan().On(First.AddDays(-7)).Books("APP0000000000001", First).On(First, 14).Begins("APP0000000000001");
        story.On(First, 15).Saves(story.Whole("APP0000000000001") with { AskSupervisor = "Is this grief?" });
        var point = Of(story).Single();
        (point.Kind, point.Since, point.InWords).ShouldBe((AgendaKind.Asked, First, "The clinician asks: Is this grief?"));
    }

    [Fact]
    public void A_question_asked_after_the_decision_comes_up_though_it_is_the_same_day_and_about_an_earlier_session()
    {
        var story = AStory.Referred().SignsPlan();
        foreach (var (id, day) in new[] { ("APP0000000000001", First), ("APP0000000000002", First.AddDays(7)) })
            story.On(day.AddDays(-6)).Books(id, day).On(day, 8).Answers(id, 12, 9).On(day, 14).Begins(id);
        story.On(First.AddDays(7), 15).Saves(story.Save("APP0000000000002") with { AskSupervisor = "Is this grief?" });
        Of(story).Single().InWords.ShouldBe("The clinician asks: Is this grief?");
        var decide = new DecideAgendaPoint(AgendaKind.Asked, "Yes, see weekly", AStory.Jo.Actor, story.Today.AddDays(14), Of(story));
        story.Does(AStory.Sam, s => decide.Decide(s.Referral, s.Now));
        Of(story).ShouldBeEmpty();
        story.Saves(story.Save("APP0000000000002") with { AskSupervisor = "Is this grief?", Homework = "Choir" });
        Of(story).ShouldBeEmpty("the same question is not asked anew");
        story.Saves(story.Save("APP0000000000001") with { AskSupervisor = "And the first time?" });
        Of(story).Single().InWords.ShouldBe("The clinician asks: And the first time?");
    }

    [Fact]
    public void A_decision_takes_a_point_off_until_it_comes_up_anew()
    {
        var story = Course("10 16", "9 9");
        var decide = new DecideAgendaPoint(AgendaKind.Worse, "See weekly, ask about work", AStory.Jo.Actor, story.Today.AddDays(14), Of(story));
        story.Does(AStory.Sam, s => decide.Decide(s.Referral, s.Now));
        Of(story).ShouldBeEmpty();
        story.HasSession("APP0000000000009", First.AddDays(28), phq9: 17);
        Of(story).Single().Kind.ShouldBe(AgendaKind.Worse);
    }

    [Fact]
    public void A_decision_needs_words_an_owner_and_a_day_that_can_be_kept()
    {
        var story = Course("10 16", "9 9");
        var whole = new DecideAgendaPoint(AgendaKind.Worse, "See weekly", AStory.Jo.Actor, story.Today, Of(story));
        Refused(whole with { Decided = " " }).ShouldBeOfType<SayWhatWasDecided>();
        Refused(whole with { Owner = null }).ShouldBeOfType<ChooseWhoDoesIt>();
        Refused(whole with { By = story.Today.AddDays(-1) }).ShouldBeOfType<SayByWhen>();
        Refused(whole with { By = story.Today.AddDays(61) }).ShouldBeOfType<SayByWhen>();
        Refused(whole with { Point = AgendaKind.TwoMissed }).ShouldBeOfType<NotOnTheAgenda>();
        whole.Decide(story.Referral, story.Now).ShouldBeOfType<Accepted>();

        Refusal Refused(DecideAgendaPoint decide) => decide.Decide(story.Referral, story.Now).ShouldBeOfType<Refused>().Because;
    }

    private static IReadOnlyList<AgendaPoint> Of(AStory story) => Agenda.Of(story.Referral, story.Person, PathwayProjection.Of(story.Referral, story.Person, story.Today), story.Today);

    private static AStory Course(string phq9, string gad7)
    {
        var story = AStory.Referred().SignsPlan();
        foreach (var (scores, i) in phq9.Split(' ').Zip(gad7.Split(' ')).Select((s, i) => (s, i)))
            story.HasSession($"APP000000000000{i}", First.AddDays(7 * i), int.Parse(scores.First, null), int.Parse(scores.Second, null));
        return story;
    }
}

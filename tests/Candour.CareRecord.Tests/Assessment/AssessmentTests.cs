using Candour.CareRecord.Appointments;
using Candour.CareRecord.Assessment;
using Candour.CareRecord.Problem;
using Candour.CareRecord.Safeguards;
using Candour.CareRecord.Sessions;
using Candour.CareRecord.Tests.Pathways;

namespace Candour.CareRecord.Tests.Assessment;

public sealed class AssessmentTests
{
    private const string App = "APP1";

    private static readonly RiskIds Ids = new("TASK000000000001", "M000000000000001", "M000000000000002", "M000000000000003");

    private static AStory Started(int? item9 = null)
    {
        var story = AStory.Referred().Books(App, new(2026, 9, 21), kind: "01").On(new(2026, 9, 21), 8);
        if (item9 is { } value)
            story.Answers(App, 12, 9, value);
        return story.On(new(2026, 9, 21), 14).Begins(App, item9 is null ? WithoutAnswers.ChoseNotTo : null);
    }

    private static AStory Saves(AStory story, AssessmentBlock block, params (string Key, string? Text)[] fields) =>
        story.Does(AStory.Jo, s => new SaveAssessmentBlock
        {
            Appointment = App, Person = AStory.PersonId, Block = block, RiskIds = Ids, Fields = fields.ToDictionary(f => f.Key, f => f.Text),
        }.Decide(s.Person, s.Referral, s.Cover, s.Now));

    private static (string Key, string? Text)[] WholeRisk(string spoken, string? understood = null) =>
    [
        .. AssessmentForm.Of(AssessmentBlock.Risk).Fields.Select(f => (f.Key, (string?)$"words on {f.Key}")),
        (AssessmentForm.Spoken, spoken), (AssessmentForm.Understood, understood),
    ];

    private static AStory Closes(AStory story) => story.Does(AStory.Jo, s => new CloseAssessment
    {
        Appointment = App, Person = AStory.PersonId, Activity = "ACT1", RiskIds = Ids, Called = "Amy",
        Attendance = new() { Appointment = App, Code = "5", Trace = "VideoLog" },
    }.Decide(s.Person, s.Referral, s.Cover, AStory.Jo, s.Now));

    [Fact]
    public void There_are_ten_blocks_and_eight_parts_of_safety()
    {
        AssessmentForm.Parts.Select(p => p.Name).ShouldBe(
            ["Introduction", "Problem", "Symptoms", "Impact", "Measures", "Risk", "Context", "Goals", "Information", "Shared decision"]);
        AssessmentForm.Of(AssessmentBlock.Risk).Fields.Count(f => char.IsDigit(f.Label[0])).ShouldBe(8);
        foreach (var block in Enum.GetValues<AssessmentBlock>())
            AssessmentForm.Of(block).Block.ShouldBe(block);
    }

    [Fact]
    public void Blocks_are_saved_one_by_one_in_any_order_and_can_be_carried_on_tomorrow()
    {
        var story = Saves(Started(), AssessmentBlock.Goals, ("goals", "Back at choir by May"));
        Saves(story.After(TimeSpan.FromDays(1)), AssessmentBlock.Problem, ("when", "At night"));
        var assessment = TheAssessment.Of(story.Referral, App);
        assessment.StateOf(AssessmentBlock.Goals).ShouldBe(BlockState.Done);
        assessment.StateOf(AssessmentBlock.Problem).ShouldBe(BlockState.Part);
        assessment.StateOf(AssessmentBlock.Risk).ShouldBe(BlockState.NotYet);
        assessment.Progress.ShouldBe("Assessment part done. 9 blocks left.");
    }

    [Fact]
    public void A_spoken_worry_opens_a_task_in_the_same_write_and_part_answers_are_never_held_back()
    {
        var story = Saves(Started(), AssessmentBlock.Risk, ("now", "Thought of it on Tuesday"), (AssessmentForm.Spoken, "Some"));
        story.Refusal.ShouldBeNull();
        story.Person.Last<RiskDisclosed>()!.Source.ShouldBe(RiskSource.Assessment);
        story.Person.Any<RiskTaskOpened>().ShouldBeTrue();
        TheAssessment.Of(story.Referral, App).StateOf(AssessmentBlock.Risk).ShouldBe(BlockState.Part);
    }

    [Fact]
    public void A_written_yes_and_a_spoken_no_have_to_be_understood_in_words()
    {
        var story = Saves(Started(item9: 1), AssessmentBlock.Risk, WholeRisk("None"))
            .Tell(AStory.Jo, Streams.Referral(AStory.ReferralId), new ProblemDescriptorRecorded
            {
                Scheme = "01", Code = "F329", Significance = "1", RecordedOn = new(2026, 9, 21), Why = "As told.",
            });
        TheAssessment.Of(story.Referral, App).StateOf(AssessmentBlock.Risk).ShouldBe(BlockState.Part);
        Closes(story).Refusal!.Message.ShouldBe("Amy wrote \"several days\" and said \"no\". Say how you understand this.");
        Saves(story, AssessmentBlock.Risk, WholeRisk("None", "She meant last month."));
        Closes(story).Refusal.ShouldBeNull();
        story.Referral.Last<SafetyTalkedAbout>()!.Understood.ShouldBe("She meant last month.");
    }

    [Fact]
    public void It_closes_with_safety_in_words_and_a_main_problem_and_counts_as_an_assessment()
    {
        var story = Started();
        Closes(story).Refusal.ShouldBeOfType<SafetyNeedsWords>();
        Saves(story, AssessmentBlock.Risk, WholeRisk("None"));
        Closes(story).Refusal.ShouldBeOfType<ChooseMainProblem>();
        story.Does(AStory.Jo, s => new RecordProblem { Key = "F32", Why = "Low for months." }.Decide(s.Referral, s.Now));
        Closes(story).Refusal.ShouldBeNull();
        var closed = story.Referral.Last<AssessmentClosed>()!;
        closed.LeftOut.Count.ShouldBe(9);
        story.Referral.Last<SessionClosed>()!.ContactType.ShouldBe("01");
        story.Referral.Last<SessionNoteWritten>()!.Note.ShouldContain("words on formulation");
    }

    [Fact]
    public void Finished_days_later_it_asks_why_once_and_closes_although_who_came_was_recorded_on_the_day()
    {
        var story = Saves(Started(), AssessmentBlock.Risk, WholeRisk("None"))
            .Does(AStory.Jo, s => new RecordProblem { Key = "F32", Why = "Low for months." }.Decide(s.Referral, s.Now))
            .Does(AStory.Jo, s => new RecordAttendance { Appointment = App, Code = "5" }.Decide(s.Referral, s.Person, AStory.Jo, s.Now)).After(TimeSpan.FromDays(3));
        AStory Late(WhyLate? why) => story.Does(AStory.Jo, s => new CloseAssessment
        {
            Appointment = App, Person = AStory.PersonId, Activity = "ACT1", RiskIds = Ids, Called = "Amy", WhyLate = why,
        }.Decide(s.Person, s.Referral, s.Cover, AStory.Jo, s.Now));

        Late(null).Refusal.ShouldBe(new WhyNow(3));
        Late(WhyLate.OffSick).Refusal.ShouldBeNull();
        story.Referral.Last<SessionClosed>()!.ContactType.ShouldBe("01");
        story.Referral.Last<AssessmentClosed>()!.Appointment.ShouldBe(App);
        (story.Referral.Last<AddedLate>()!.About, story.Referral.Last<AddedLate>()!.Why).ShouldBe(($"session/{App}", WhyLate.OffSick));
    }

    [Fact]
    public void Where_its_session_was_closed_on_its_own_page_the_assessment_still_closes()
    {
        var story = Saves(Started(), AssessmentBlock.Risk, WholeRisk("None"));
        story.Saves(story.Save(App) with
        {
            Note = "Assessed.", AssessmentDone = true, Attendance = new() { Appointment = App, Code = "5", Trace = "VideoLog" },
        }).Refusal.ShouldBeNull();
        story.Referral.Any<SessionClosed>().ShouldBeTrue();
        Closes(story).Refusal.ShouldBeOfType<ChooseMainProblem>();
        story.Does(AStory.Jo, s => new RecordProblem { Key = "F32", Why = "Low." }.Decide(s.Referral, s.Now));
        Closes(story).Refusal.ShouldBeNull();
        story.Referral.All<AssessmentClosed>().ShouldHaveSingleItem();
        story.Referral.All<SessionClosed>().ShouldHaveSingleItem();
    }

    [Fact]
    public void Nothing_is_added_to_a_closed_assessment_or_before_the_start()
    {
        var before = AStory.Referred().Books(App, new(2026, 9, 21), kind: "01").On(new(2026, 9, 21), 14);
        Saves(before, AssessmentBlock.Goals, ("goals", "x")).Refusal.ShouldBeOfType<SessionNotStarted>();
        var story = Saves(Started(), AssessmentBlock.Risk, WholeRisk("None"));
        story.Does(AStory.Jo, s => new RecordProblem { Key = "F32", Why = "Low." }.Decide(s.Referral, s.Now));
        Saves(Closes(story), AssessmentBlock.Goals, ("goals", "x")).Refusal.ShouldBeOfType<AssessmentIsClosed>();
    }

    [Fact]
    public void Ten_thousand_characters_and_emoji_are_kept_and_too_much_is_said()
    {
        var text = string.Concat(Enumerable.Repeat("🙂é", 3000));
        var story = Saves(Started(), AssessmentBlock.Goals, ("goals", text));
        TheAssessment.Of(story.Referral, App).Said(AssessmentBlock.Goals, "goals").ShouldBe(text);
        Saves(story, AssessmentBlock.Goals, ("goals", new string('x', 20_001))).Refusal.ShouldBeOfType<TextTooLong>();
    }
}

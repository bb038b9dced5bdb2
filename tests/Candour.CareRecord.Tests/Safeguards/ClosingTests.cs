using Candour.CareRecord.Safeguards;
using Candour.CareRecord.Tests.Questionnaires;
using Candour.Clinical;
using Candour.Testing;

namespace Candour.CareRecord.Tests.Safeguards;

public sealed class ClosingTests
{
    private static readonly StreamId Person = Streams.Person(AForm.Person);

    [Fact]
    public async Task Closing_needs_a_contact_what_was_said_the_plan_and_whom_it_was_told()
    {
        await using var a = await LadderTests.Disclosed(Kept.InSqlite, 1);
        (await Close(a, "She is safe with her sister.", "Call on Monday.", "GP")).ShouldBe("Say how you reached the person or tried to: each call, text or visit, with its time.");
        await Act(a, RiskContact.Spoke);
        (await Close(a, " ", "Call on Monday.", "GP")).ShouldBe("Say what you did before closing this.");
        (await Close(a, "She is safe.", "", "GP")).ShouldBe("Say what happens next: the plan you agreed, or the next step.");
        (await Close(a, "She is safe.", "Call on Monday.", null)).ShouldBe("Say whom you informed. If nobody, say why.");
        (await Close(a, "She is safe.", "Call on Monday.", "Nobody: she asked us not to.")).ShouldBeNull();
        RiskTask.OpenOf(await a.OfPerson()).ShouldBeNull();
        var closed = (await a.OfPerson()).Last<RiskTaskClosed>()!;
        (closed.Contacts, closed.Reached).ShouldBe((1, true));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public async Task With_2_or_3_a_text_alone_does_not_close(int value)
    {
        await using var a = await LadderTests.Disclosed(Kept.InSqlite, value);
        await Act(a, RiskContact.Texted);
        await Act(a, RiskContact.CouldNotReach);
        (await Close(a, "Texted.", "Text again.", "GP")).ShouldBe("One more way is needed: a call, the GP or the crisis team.");
        await Act(a, RiskContact.ToldGp);
        (await Close(a, "Texted, told the GP.", "GP visits today.", "GP")).ShouldBeNull();
    }

    [Fact]
    public async Task With_1_a_text_she_answered_can_close()
    {
        await using var a = await LadderTests.Disclosed(Kept.InSqlite, 1);
        await Act(a, RiskContact.Texted);
        (await Close(a, "She wrote back that she is with her sister.", "Talk at 2pm on Monday.", "Nobody: not needed.")).ShouldBeNull();
    }

    [Fact]
    public async Task A_trainee_proposes_and_a_supervisor_closes()
    {
        await using var a = await LadderTests.Disclosed(Kept.InSqlite, 1);
        (await Act(a, RiskContact.Spoke, AForm.Trainee)).ShouldBeNull();
        (await Close(a, "Safe.", "Call on Monday.", "Sam", AForm.Trainee)).ShouldBeNull();
        (await Agree(a)).ShouldBeNull();
        RiskTask.OpenOf(await a.OfPerson()).ShouldBeNull();
        (await a.OfPerson()).Last<RiskTaskClosed>()!.ProposedBy.ShouldBe("tess");
    }

    [Fact]
    [Trait("Hazard", "H04")]
    public async Task What_is_told_after_a_page_was_opened_is_not_closed_unseen()
    {
        await using var a = await LadderTests.Disclosed(Kept.InSqlite, 1);
        await Act(a, RiskContact.Spoke);
        var page = (await a.OfPerson()).Version;
        await a.Answer("PHQ9", 9, 3);
        var more = "More was told at 3pm on Friday 20 November 2026, after you opened this page. It is at the top now: please read it first. Nothing you wrote is lost.";
        (await Close(a, "Safe.", "Call.", "GP", shown: page)).ShouldBe(more);
        (await Act(a, RiskContact.Spoke, shown: page)).ShouldBe(more, "nor does an entry hold the ladder over what its writer had not seen");
        RiskTask.OpenOf(await a.OfPerson())!.Told.Count.ShouldBe(2);

        await Act(a, RiskContact.Spoke, shown: (await a.OfPerson()).Version);
        (await Close(a, "Safe.", "Call.", "GP", shown: (await a.OfPerson()).Version)).ShouldBeNull();
    }

    [Fact]
    [Trait("Hazard", "H04")]
    public async Task One_call_about_an_answer_of_1_does_not_close_a_later_answer_of_3()
    {
        await using var a = await LadderTests.Disclosed(Kept.InSqlite, 1);
        await Act(a, RiskContact.Spoke);
        a.Clock.Advance(TimeSpan.FromMinutes(20));
        await a.Answer("PHQ9", 9, 3);
        (await Close(a, "Safe.", "Call.", "GP")).ShouldBe(
            "More was told at 3:20pm on Friday 20 November 2026, after the last entry here. Say what you have done since, then close this.");
        await Act(a, RiskContact.Texted);
        (await Close(a, "Safe.", "Call.", "GP")).ShouldBe("One more way is needed: a call, the GP or the crisis team.");
        await Act(a, RiskContact.Spoke);
        (await Close(a, "Safe.", "Call.", "GP")).ShouldBeNull();
    }

    [Fact]
    public async Task After_a_call_about_a_3_a_later_1_needs_an_entry_of_its_own_and_no_second_call()
    {
        await using var a = await LadderTests.Disclosed(Kept.InSqlite, 3);
        await Act(a, RiskContact.Spoke);
        await a.Answer("PHQ9", 9, 1);
        (await Close(a, "Safe.", "Call.", "GP")).ShouldStartWith("More was told at 3pm");
        await Act(a, RiskContact.Texted);
        (await Close(a, "Safe.", "Call.", "GP")).ShouldBeNull();
    }

    [Fact]
    [Trait("Hazard", "H04")]
    public async Task A_supervisor_cannot_agree_to_a_closing_that_more_was_told_after()
    {
        await using var a = await LadderTests.Disclosed(Kept.InSqlite, 1);
        await Act(a, RiskContact.Spoke, AForm.Trainee);
        await Close(a, "Safe.", "Call on Monday.", "Sam", AForm.Trainee);
        await a.Answer("PHQ9", 9, 2);
        RiskTask.OpenOf(await a.OfPerson())!.Proposed.ShouldBeNull();
        (await Agree(a)).ShouldBe(
            "More was told at 3pm on Friday 20 November 2026, after this closing was asked for. Somebody has to look at it first; then it can be asked for again.");
        await using (var lists = a.Record.Lists())
            (await Candour.CareRecord.Safeguards.Store.RiskTaskList.Open(lists)).ShouldHaveSingleItem().ClosingProposed.ShouldBeFalse();

        await Act(a, RiskContact.Spoke, AForm.Trainee);
        await Close(a, "Safe, spoken with again.", "Call on Monday.", "Sam", AForm.Trainee);
        (await Agree(a)).ShouldBeNull();
        (await a.OfPerson()).Last<RiskTaskClosed>()!.Said.ShouldBe("Safe, spoken with again.");
    }

    [Theory]
    [InlineData(Roles.Worker)]
    [InlineData(Roles.Administrator)]
    [InlineData(Roles.ServiceLead)]
    [InlineData(Roles.Patient)]
    public async Task Nobody_but_a_clinician_closes(string role)
    {
        await using var a = await LadderTests.Disclosed(Kept.InSqlite, 1);
        await Act(a, RiskContact.Spoke);
        (await Close(a, "Safe.", "Call.", "GP", new("x", role))).ShouldBe("A clinician closes this. Hand it to someone who can.");
    }

    [Fact]
    public async Task After_closing_a_new_answer_opens_a_new_task()
    {
        await using var a = await LadderTests.Disclosed(Kept.InSqlite, 1);
        await Act(a, RiskContact.Spoke);
        await Close(a, "Safe.", "Call.", "GP");
        await a.Answer("PHQ9", 9, 3);
        RiskTask.Of(await a.OfPerson()).Select(t => t.IsOpen).ShouldBe([false, true]);
    }

    [Fact]
    public async Task The_next_step_is_within_24_hours()
    {
        await using var a = await LadderTests.Disclosed(Kept.InSqlite, 1);
        var id = RiskTask.OpenOf(await a.OfPerson())!.Id;
        var far = await a.Write([Person], (all, now) => new TakeRiskAction(
            id, RiskContact.CouldNotReach, now, "No answer.", now.Plus(TimeSpan.FromHours(25))).Decide(all[Person], now), AForm.Jo);
        far.ShouldBeOfType<Outcome.No>().Because.ShouldBeOfType<NextStepTooFar>();
        await a.Write([Person], (all, now) => new TakeRiskAction(
            id, RiskContact.CouldNotReach, now, "No answer.", now.Plus(TimeSpan.FromHours(18))).Decide(all[Person], now), AForm.Jo);
        RiskTask.OpenOf(await a.OfPerson())!.Due.ShouldBe(a.Clock.Now.Plus(TimeSpan.FromHours(18)));
    }

    [Fact]
    public async Task A_worry_handed_on_is_the_same_one_task()
    {
        await using var a = await LadderTests.Disclosed(Kept.InSqlite, 1);
        foreach (var source in new[] { RiskSource.Referral, RiskSource.Message, RiskSource.Experience, RiskSource.Complaint, RiskSource.FrontDesk, RiskSource.Employment, RiskSource.FollowUp })
        {
            var worry = new HandOnWorry(AForm.Person, AForm.Referral, source, "She said she cannot go on.", Now: false, HelpShown: false);
            (await worry.Write(a.Record, new($"worry-{source}", AForm.Jo), new SeededRandomness((int)source))).ShouldBeOfType<Outcome.Done>();
        }

        RiskTask.Of(await a.OfPerson()).ShouldHaveSingleItem().Told.Count.ShouldBe(8);
    }

    [Fact]
    public async Task A_safety_plan_has_versions_and_the_old_ones_stay()
    {
        await using var a = await AForm.On(Kept.InSqlite);
        await Plan(a, new(null, "I stop sleeping", null, "My sister", null, null));
        await Plan(a, new(null, "I stop sleeping", "Walk", "My sister", null, null));
        (await Plan(a, new(null, "I stop sleeping", "Walk", "My sister", null, null))).ShouldBeOfType<Outcome.Done>().Events.ShouldBeEmpty();
        (await Plan(a, new(null, null, " ", null, null, null))).ShouldBeOfType<Outcome.No>();
        (await a.OfPerson()).All<SafetyPlanWritten>().Select(p => (p.Version, p.Coping)).ShouldBe([(1, null), (2, "Walk")]);
    }

    private static Task<Outcome> Plan(AForm a, WriteSafetyPlan plan) =>
        a.Write([Person], (all, _) => plan.Decide(all[Person]), AForm.Jo);

    private static async Task<string?> Act(AForm a, RiskContact contact, By? by = null, int? shown = null)
    {
        var id = RiskTask.OpenOf(await a.OfPerson())!.Id;
        return Said(await a.Write(
            [Person], (all, now) => new TakeRiskAction(id, contact, now, "Words.", null) { Shown = shown }.Decide(all[Person], now), by ?? AForm.Jo));
    }

    private static async Task<string?> Agree(AForm a)
    {
        var id = RiskTask.OpenOf(await a.OfPerson())!.Id;
        return Said(await a.Write([Person], (all, _) => new AgreeToClosing(id).Decide(all[Person], AForm.Supervisor), AForm.Supervisor));
    }

    private static string? Said(Outcome outcome) => outcome is Outcome.No no ? no.Because.Message : null;

    private static async Task<string?> Close(AForm a, string? said, string? plan, string? informed, By? by = null, int? shown = null)
    {
        var id = RiskTask.OpenOf(await a.OfPerson())!.Id;
        by ??= AForm.Jo;
        return Said(await a.Write([Person], (all, _) => new CloseRiskTask(id, said, plan, informed) { Shown = shown }.Decide(all[Person], by), by));
    }
}

using Candour.CareRecord.Messages;
using Candour.CareRecord.Questionnaires;
using Candour.CareRecord.Safeguards;
using Candour.Clinical;
using Candour.Testing;

namespace Candour.CareRecord.Tests.Questionnaires;

public sealed class AnsweringTests
{
    [Theory]
    [InlineData(Kept.InSqlite)]
    [InlineData(Kept.InPostgres)]
    public async Task An_ordinary_answer_is_one_event_on_one_stream(Kept kept)
    {
        await using var a = await AForm.On(kept);
        await a.Start();
        var done = (await a.Answer("PHQ9", 1, 2)).ShouldBeOfType<Outcome.Done>();
        done.Events.Count.ShouldBe(1);
        var given = done.Events[0].Event.ShouldBeOfType<AnswerGiven>();
        (given.Instrument, given.Item, given.Value, given.FilledInBy, given.Mode).ShouldBe(("PHQ9", 1, 2, FilledInBy.Person, AnswerMode.Link));
        done.Events[0].Envelope.By.Device.ShouldBe("device-1");
        (await a.OfPerson()).Exists.ShouldBeFalse();
    }

    [Theory]
    [InlineData(Kept.InSqlite, 1)]
    [InlineData(Kept.InSqlite, 2)]
    [InlineData(Kept.InSqlite, 3)]
    [InlineData(Kept.InPostgres, 1)]
    [InlineData(Kept.InPostgres, 3)]
    public async Task Item_9_above_0_late_on_Friday_has_task_owner_deadline_and_message_in_the_write_of_the_answer(Kept kept, int value)
    {
        await using var a = await AForm.On(kept, Moment.Utc(2026, 11, 20, 23, 50));
        await a.Start();
        var done = (await a.Answer("PHQ9", 9, value)).ShouldBeOfType<Outcome.Done>();

        done.Events[0].Event.ShouldBeOfType<AnswerGiven>().Value.ShouldBe(value);
        var told = done.Events.Select(e => e.Event).OfType<RiskDisclosed>().ShouldHaveSingleItem();
        (told.Source, told.Value, told.HelpShown).ShouldBe((RiskSource.Item9, value, true));
        told.ToldBy.ShouldBe(Moment.Utc(2026, 11, 23, 10));
        var task = done.Events.Select(e => e.Event).OfType<RiskTaskOpened>().ShouldHaveSingleItem();
        (task.Owner, task.OwnerAs).ShouldBe(("jo", RiskOwnerAs.Clinician));
        (task.ClockFrom, task.Due).ShouldBe((Moment.Utc(2026, 11, 23, 9), Moment.Utc(2026, 11, 23, 10)));
        var paged = done.Events.Select(e => e.Event).OfType<MessageQueued>().ToList();
        paged.Select(m => m.Staff).ShouldBe(value >= 2 ? ["jo", "dee"] : ["jo"]);
        paged.ShouldAllBe(m => m.Text == "A task needs you. Please sign in." && m.Due == a.Clock.Now);
        done.Events.Select(e => e.Envelope.CommandId).Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public async Task In_staffed_hours_an_answer_of_2_or_3_pages_owner_duty_and_supervisor_together()
    {
        await using var a = await AForm.On(Kept.InSqlite);
        await a.Start();
        var done = (await a.Answer("PHQ9", 9, 2)).ShouldBeOfType<Outcome.Done>();
        done.Events.Select(e => e.Event).OfType<MessageQueued>().Select(m => m.Staff).ShouldBe(["jo", "dee", "sam"]);
        done.Events.Select(e => e.Event).OfType<RiskTaskOpened>().Single().Due.ShouldBe(Moment.Utc(2026, 11, 20, 16));
    }

    [Theory]
    [InlineData(Kept.InSqlite)]
    [InlineData(Kept.InPostgres)]
    public async Task An_answer_of_3_lowered_to_0_and_left_keeps_the_task_open_with_both_values(Kept kept)
    {
        await using var a = await AForm.On(kept);
        await a.Start();
        await a.Answer("PHQ9", 9, 3);
        var lowered = (await a.Answer("PHQ9", 9, 0)).ShouldBeOfType<Outcome.Done>();

        lowered.Events.Select(e => e.Event).OfType<RiskAnswerLowered>().ShouldHaveSingleItem().From.ShouldBe(3);
        var form = await a.Form();
        form.AllOf(form.Items[8]).Select(g => g.Event.Value).ShouldBe([3, 0]);
        RiskTask.OpenOf(await a.OfPerson())!.Told.Select(t => t.Value).ShouldBe([3]);
        form.IsSent.ShouldBeFalse();
    }

    [Fact]
    public async Task Item_9_skipped_opens_no_task_is_no_0_and_is_marked_when_sent()
    {
        await using var a = await AForm.On(Kept.InSqlite);
        await a.Start();
        await a.AnswerAll();
        await a.Answer("PHQ9", 9, null);
        await a.Send();
        var scores = (await a.OfReferral()).Last<ScoresRecorded>()!;
        scores.SafetyNotAnswered.ShouldBeTrue();
        scores.Totals.ShouldBe(["", "7"]);
        scores.Counting.ShouldBe(["GAD7"]);
        RiskTask.OpenOf(await a.OfPerson()).ShouldBeNull();
    }

    [Fact]
    public async Task Item_9_is_taken_even_when_the_form_is_sent_or_closed()
    {
        await using var a = await AForm.On(Kept.InSqlite);
        await a.Start();
        await a.AnswerAll();
        await a.Send();
        (await a.Answer("PHQ9", 1, 3)).ShouldBeOfType<Outcome.No>().Because.ShouldBeOfType<AlreadySent>();
        (await a.Answer("PHQ9", 9, 1)).ShouldBeOfType<Outcome.Done>();
        RiskTask.OpenOf(await a.OfPerson()).ShouldNotBeNull();
    }

    [Fact]
    public async Task Item_9_told_after_sending_opens_a_task_and_changes_no_shown_score()
    {
        await using var a = await AForm.On(Kept.InSqlite);
        await a.Start();
        await a.AnswerAll(each: 1, item9: 0);
        await a.Send();
        (await a.Answer("PHQ9", 9, 3)).ShouldBeOfType<Outcome.Done>();

        var form = await a.Form();
        form.ScoreOf("PHQ9")!.Value.ShouldBe(8);
        form.AnswersOf("PHQ9")[8].ShouldBe(0);
        (await a.OfReferral()).Last<ScoresRecorded>()!.Totals[0].ShouldBe("8");
        form.AllOf(form.Items[8]).Select(g => g.Event.Value).ShouldBe([0, 3]);
        RiskTask.OpenOf(await a.OfPerson())!.Told.ShouldHaveSingleItem().Value.ShouldBe(3);
    }

    [Theory]
    [InlineData(Kept.InSqlite)]
    [InlineData(Kept.InPostgres)]
    public async Task The_same_answer_posted_twice_is_one_event(Kept kept)
    {
        await using var a = await AForm.On(kept);
        await a.Start();
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => a.Answer("PHQ9", 9, 2, command: "page/c/2")));
        outcomes.ShouldAllBe(o => o is Outcome.Done);
        (await a.Form()).Given.Count.ShouldBe(1);
        RiskTask.Of(await a.OfPerson()).ShouldHaveSingleItem().Told.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(Kept.InSqlite)]
    [InlineData(Kept.InPostgres)]
    [Trait("Hazard", "H01")]
    public async Task The_same_answer_after_its_task_was_closed_tells_a_person_again(Kept kept)
    {
        await using var a = await AForm.On(kept);
        await a.Start();
        await a.Answer("PHQ9", 9, 2, command: "page/c/2");
        await a.CloseTask();
        a.Clock.Advance(TimeSpan.FromMinutes(30));

        // The same page again, with the command it had before: the back button, or a form kept open.
        var again = (await a.Answer("PHQ9", 9, 2, command: "page/c/2")).ShouldBeOfType<Outcome.Done>();
        again.Events[0].Event.ShouldBeOfType<AnswerGiven>().Value.ShouldBe(2);
        again.Events.Select(e => e.Event).OfType<RiskTaskOpened>().ShouldHaveSingleItem().Due.ShouldBe(Moment.Utc(2026, 11, 20, 16, 30));
        again.Events.Select(e => e.Event).OfType<MessageQueued>().Select(m => m.Staff).ShouldBe(["jo", "dee", "sam"]);
        again.Events.Select(e => e.Envelope.CommandId).Distinct().ShouldHaveSingleItem("one transaction");

        (await a.Answer("PHQ9", 9, 2)).ShouldBeOfType<Outcome.Done>().Events.ShouldBeEmpty("while the task is open it holds this answer");
        RiskTask.Of(await a.OfPerson()).Select(t => t.IsOpen).ShouldBe([false, true]);
    }

    [Fact]
    public async Task An_answer_that_gives_way_to_what_the_person_said_alone_tells_a_person_when_that_task_is_closed()
    {
        await using var a = await AForm.On(Kept.InSqlite);
        await a.Start(by: FilledInBy.Carer);
        await Say(1, alone: true);
        await a.CloseTask();
        await Say(1, alone: false);
        await Say(1, alone: false);
        (await a.Form()).Given.ShouldHaveSingleItem("what was said alone stands").Event.Private.ShouldBeTrue();
        RiskTask.OpenOf(await a.OfPerson())!.Told.ShouldHaveSingleItem();

        async Task Say(int value, bool alone) => (await new GiveAnswer("PHQ9", 9, value, a.Clock.Now, "page") { InPrivate = alone }
            .Write(a.Record, new(Ids.New(a.Randomness), AForm.Amy), AForm.First, a.Randomness)).ShouldBeOfType<Outcome.Done>();
    }

    [Fact]
    public async Task Two_tabs_keep_both_values_and_the_last_one_counts()
    {
        await using var a = await AForm.On(Kept.InSqlite);
        await a.Start();
        var shown = a.Clock.Now;
        await a.Answer("PHQ9", 1, 2);
        a.Clock.Advance(TimeSpan.FromSeconds(5));
        var late = new GiveAnswer("PHQ9", 1, 1, shown, "other");
        await late.Write(a.Record, new("other/1", AForm.Amy), AForm.First, new SeededRandomness(3));
        await a.Answer("PHQ9", 2, 0);
        await late.Write(a.Record, new("other/2", AForm.Amy), AForm.First, new SeededRandomness(3));

        var form = await a.Form();
        form.AllOf(form.Items[0]).Select(g => g.Event.Value).ShouldBe([2, 1]);
        form.AllOf(form.Items[0]).Last().Event.OtherTab.ShouldBeFalse("the first answer was given as the page was shown");
        form.Now(form.Items[0])!.Event.Value.ShouldBe(1);
    }

    [Theory]
    [InlineData("PHQ9", 1, 4)]
    [InlineData("PHQ9", 1, -1)]
    public async Task An_answer_the_form_does_not_have_is_refused(string instrument, int item, int value)
    {
        await using var a = await AForm.On(Kept.InSqlite);
        await a.Start();
        (await a.Answer(instrument, item, value)).ShouldBeOfType<Outcome.No>().Because.Message.ShouldBe("Choose one of the answers.");
        (await a.Form()).Given.ShouldBeEmpty();
    }
}

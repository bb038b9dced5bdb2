using Candour.CareRecord.Messages;
using Candour.CareRecord.Policies;
using Candour.CareRecord.Questionnaires;
using Candour.CareRecord.Safeguards;
using Candour.CareRecord.Safeguards.Store;
using Candour.CareRecord.Tests.Questionnaires;
using Candour.Clinical;
using Candour.Testing;

namespace Candour.CareRecord.Tests.Safeguards;

public sealed class LadderTests
{
    private static readonly StreamId Person = Streams.Person(AForm.Person);

    [Theory]
    [InlineData(Kept.InSqlite)]
    [InlineData(Kept.InPostgres)]
    public async Task Unopened_each_rung_fires_once_duty_supervisor_lead_then_every_hour(Kept kept)
    {
        await using var a = await Disclosed(kept, 1);
        var fired = new List<(string, int, Moment)>();
        for (var minute = 0; minute <= 6 * 60; minute += 5)
        {
            await Escalate(a);
            await Escalate(a);
            a.Clock.Advance(TimeSpan.FromMinutes(5));
        }

        var told = (await a.OfPerson()).All<RiskEscalated>().ToList();
        told.Select(r => (r.Rung, r.To)).ShouldBe([(1, "dee"), (2, "sam"), (3, "lee"), (4, "lee"), (5, "lee")]);
        var from = Moment.Utc(2026, 11, 20, 15);
        told.Select(r => r.Due.Since(from).TotalMinutes).ShouldBe([60, 120, 240, 300, 360]);
        fired.ShouldBeEmpty();
    }

    [Fact]
    public async Task Outside_hours_the_ladder_counts_from_the_next_staffed_minute()
    {
        await using var a = await Disclosed(Kept.InSqlite, 1, Moment.Utc(2026, 11, 20, 17));
        a.Clock.AdvanceTo(Moment.Utc(2026, 11, 23, 9, 59));
        await Escalate(a);
        (await a.OfPerson()).Any<RiskEscalated>().ShouldBeFalse();
        a.Clock.AdvanceTo(Moment.Utc(2026, 11, 23, 13));
        await Escalate(a);
        (await a.OfPerson()).All<RiskEscalated>().Select(r => r.Due).ShouldBe(
            [Moment.Utc(2026, 11, 23, 10), Moment.Utc(2026, 11, 23, 11), Moment.Utc(2026, 11, 23, 13)]);
    }

    [Fact]
    public async Task A_claim_holds_the_ladder_60_minutes_and_lapses_without_an_entry()
    {
        await using var a = await Disclosed(Kept.InSqlite, 1);
        a.Clock.Advance(TimeSpan.FromMinutes(50));
        await Claim(a);
        a.Clock.Advance(TimeSpan.FromMinutes(59));
        await Escalate(a);
        (await a.OfPerson()).Any<RiskEscalated>().ShouldBeFalse();
        a.Clock.Advance(TimeSpan.FromMinutes(1));
        await Escalate(a);
        a.Clock.Advance(TimeSpan.FromMinutes(60));
        await Escalate(a);
        (await a.OfPerson()).All<RiskEscalated>().Select(r => (r.Rung, r.To)).ShouldBe([(1, "dee"), (2, "sam")]);
    }

    [Fact]
    [Trait("Hazard", "H01")]
    public async Task A_claim_is_not_renewed_without_an_entry_and_the_ladder_goes_on()
    {
        await using var a = await Disclosed(Kept.InSqlite, 1);
        (await Claim(a)).ShouldBeOfType<Outcome.Done>();
        a.Clock.Advance(TimeSpan.FromMinutes(59));
        (await Claim(a)).ShouldBeOfType<Outcome.Done>().Events.ShouldBeEmpty("it is hers until 4pm and not a minute longer");
        for (var hour = 0; hour < 5; hour++)
        {
            a.Clock.Advance(TimeSpan.FromHours(1));
            (await Claim(a)).ShouldBeOfType<Outcome.No>().Because.Message.ShouldBe(
                "You had this until 4pm, and nothing is written down yet. Write what you did or tried, even if nobody answered: that holds it for you "
                + "again. If you cannot get to it, hand it on.");
            await Escalate(a);
        }

        (await a.OfPerson()).All<RiskEscalated>().Select(r => r.To).ShouldBe(["dee", "sam", "lee", "lee"]);
    }

    [Fact]
    public async Task After_an_entry_or_a_new_round_and_for_a_colleague_there_is_a_claim_again()
    {
        await using var a = await Disclosed(Kept.InSqlite, 1);
        await Claim(a);
        a.Clock.Advance(TimeSpan.FromMinutes(61));
        (await Claim(a, AForm.Supervisor)).ShouldBeOfType<Outcome.Done>().Events.ShouldNotBeEmpty();
        a.Clock.Advance(TimeSpan.FromMinutes(61));
        (await Claim(a, AForm.Supervisor)).ShouldBeOfType<Outcome.No>();
        (await Claim(a)).ShouldBeOfType<Outcome.No>("nor by turns");
        await Act(a);
        a.Clock.Advance(TimeSpan.FromMinutes(61));
        (await Claim(a)).ShouldBeOfType<Outcome.Done>().Events.ShouldNotBeEmpty("something was written down since");
        await a.Answer("PHQ9", 9, 3);
        (await Claim(a)).ShouldBeOfType<Outcome.Done>().Events.ShouldNotBeEmpty("a new answer has a round of its own");
    }

    [Fact]
    public async Task Overdue_is_seen_from_the_list_without_any_worker()
    {
        await using var a = await Disclosed(Kept.InSqlite, 1);
        a.Clock.Advance(TimeSpan.FromMinutes(61));
        await using var lists = a.Record.Lists();
        var row = (await RiskTaskList.Open(lists)).ShouldHaveSingleItem();
        (row.Due < a.Clock.Now).ShouldBeTrue();
        (await RiskTaskList.WithRungDue(lists, a.Clock.Now)).ShouldHaveSingleItem().Task.ShouldBe(row.Task);
    }

    [Fact]
    public async Task Five_disclosures_in_three_days_are_one_task_with_five_entries()
    {
        await using var a = await Disclosed(Kept.InSqlite, 1);
        for (var i = 0; i < 4; i++)
        {
            a.Clock.Advance(TimeSpan.FromHours(15));
            await a.Answer("PHQ9", 9, 2 + (i % 2));
        }

        var task = RiskTask.Of(await a.OfPerson()).ShouldHaveSingleItem();
        task.Told.Count.ShouldBe(5);
        await using var lists = a.Record.Lists();
        (await RiskTaskList.Open(lists)).ShouldHaveSingleItem().Entries.ShouldBe(5);
    }

    [Fact]
    public async Task A_new_answer_never_moves_the_deadline_of_an_earlier_one()
    {
        await using var a = await Disclosed(Kept.InSqlite, 1);
        var due = RiskTask.OpenOf(await a.OfPerson())!.Due;
        a.Clock.Advance(TimeSpan.FromMinutes(30));
        await a.Answer("PHQ9", 9, 3);
        RiskTask.OpenOf(await a.OfPerson())!.Due.ShouldBe(due);

        await Claim(a);
        a.Clock.AdvanceTo(Moment.Utc(2026, 11, 20, 16, 29));
        await Act(a);
        a.Clock.AdvanceTo(Moment.Utc(2026, 11, 20, 17, 1));
        await a.Answer("PHQ9", 9, 2);
        RiskTask.OpenOf(await a.OfPerson())!.Due.ShouldBe(Moment.Utc(2026, 11, 20, 17, 29));
    }

    [Fact]
    public async Task Handing_on_does_not_stop_the_ladder()
    {
        await using var a = await Disclosed(Kept.InSqlite, 1);
        var task = RiskTask.OpenOf(await a.OfPerson())!;
        var done = await a.Write([Person], (all, now) => new HandOnRiskTask(task.Id, "dee", "I am off now.", ["dee"], "MESSAGE000000001").Decide(all[Person], AForm.Jo, now), AForm.Jo);
        done.ShouldBeOfType<Outcome.Done>().Events.Select(e => e.Event).OfType<MessageQueued>().Single().Staff.ShouldBe("dee");
        var after = RiskTask.OpenOf(await a.OfPerson())!;
        (after.Owner, after.Due).ShouldBe(("dee", task.Due));
    }

    [Theory]
    [InlineData(null, null, null, null, "duty", RiskOwnerAs.Duty)]
    [InlineData(null, null, null, "lee", "lee", RiskOwnerAs.ClinicalLead)]
    [InlineData(null, "dee", null, "lee", "dee", RiskOwnerAs.Duty)]
    [InlineData("jo", "dee", "sam", "lee", "jo", RiskOwnerAs.Clinician)]
    public void The_owner_is_never_empty(string? clinician, string? duty, string? supervisor, string? lead, string owner, RiskOwnerAs ownerAs) =>
        new Cover(clinician, duty, supervisor, lead, Moment.Utc(2026, 11, 20)).Owner.ShouldBe((owner, ownerAs));

    [Fact]
    public void Policy_can_shorten_the_first_look_but_never_lengthen_it()
    {
        var history = new History(Streams.Policy, []);
        Cover.At(ServicePolicy.On(new(2026, 11, 20), history), Moment.Utc(2026, 11, 20, 15), null, AtWork.Everybody).Due.ShouldBe(Moment.Utc(2026, 11, 20, 16));
        new SetPolicy(PolicyNames.FirstLookMinutes, "90", new(2026, 11, 20)).Decide(history, AtWork.Everybody, Moment.Utc(2026, 11, 20)).ShouldBeOfType<Refused>();
    }

    [Fact]
    public void Response_times_are_median_95th_and_worst_by_nearest_rank()
    {
        var at = Moment.Utc(2026, 11, 20);
        var looks = Enumerable.Range(1, 40).Select(i => (at, (Moment?)at.Plus(TimeSpan.FromMinutes(i)))).Append((at, null)).ToList();
        var times = ResponseTimes.OfLooks(looks);
        (times.Tasks, times.NotYet).ShouldBe((40, 1));
        times.Median.ShouldBe(TimeSpan.FromMinutes(20));
        times.NinetyFifth.ShouldBe(TimeSpan.FromMinutes(38));
        times.Worst.ShouldBe(TimeSpan.FromMinutes(40));
    }

    internal static async Task<AForm> Disclosed(Kept kept, int value, Moment? now = null)
    {
        var a = await AForm.On(kept, now);
        await a.Start();
        (await a.Answer("PHQ9", 9, value)).ShouldBeOfType<Outcome.Done>();
        return a;
    }

    internal static async Task<Outcome> Claim(AForm a, By? by = null)
    {
        var id = RiskTask.OpenOf(await a.OfPerson())!.Id;
        return await a.Write([Person], (all, now) => new ClaimRiskTask(id).Decide(all[Person], by ?? AForm.Jo, now), by ?? AForm.Jo);
    }

    private static async Task Act(AForm a)
    {
        var id = RiskTask.OpenOf(await a.OfPerson())!.Id;
        (await a.Write(
            [Person], (all, now) => new TakeRiskAction(id, RiskContact.CouldNotReach, now, "No answer.", null).Decide(all[Person], now), AForm.Jo))
            .ShouldBeOfType<Outcome.Done>();
    }

    private static async Task Escalate(AForm a)
    {
        var id = RiskTask.OpenOf(await a.OfPerson())!.Id;
        var messages = new SeededRandomness((int)(a.Clock.Now.Milliseconds % int.MaxValue));
        await a.Write([Person, Streams.Policy], (all, now) => new EscalateRisk(id, () => Ids.New(messages)).Decide(
            all[Person], Cover.At(ServicePolicy.On(London.DayOf(now), all[Streams.Policy]), now, null, AtWork.Everybody), now), By.Worker);
    }
}

using Candour.CareRecord.Access;
using Candour.CareRecord.Access.Store;
using Candour.CareRecord.Policies;
using Candour.CareRecord.Safeguards;
using Candour.CareRecord.Safeguards.Store;
using Candour.CareRecord.Tests.Questionnaires;
using Candour.Clinical;
using Candour.Testing;

namespace Candour.CareRecord.Tests.Safeguards;

/// <summary>Whoever was told of a worry may come to it, whatever the rota says by then.</summary>
[Trait("Hazard", "H01")]
public sealed class PagedTests
{
    [Theory]
    [InlineData(Kept.InSqlite)]
    [InlineData(Kept.InPostgres)]
    public async Task Duty_paged_before_midnight_opens_the_task_after_it_and_a_colleague_who_was_not_does_not(Kept kept)
    {
        await using var a = await AForm.On(kept, Moment.Utc(2026, 11, 20, 23, 50));
        await a.Works("kim", Roles.HighIntensity);
        await OnDuty(a, "kim", Moment.Utc(2026, 11, 21));
        await a.Start();
        await a.Answer("PHQ9", 9, 3);
        a.Clock.Advance(TimeSpan.FromMinutes(15));
        (await MayOpen(a, "dee", Roles.Pwp)).ShouldBeTrue();
        (await MayOpen(a, "kim", Roles.HighIntensity)).ShouldBeTrue("on duty now");
        (await MayOpen(a, "ned", Roles.Pwp)).ShouldBeFalse();
        await using var lists = a.Record.Lists();
        (await RiskTaskList.OfStaff(lists, "dee", a.Clock.Now)).ShouldHaveSingleItem();
        (await RiskTaskList.OfStaff(lists, "ned", a.Clock.Now)).ShouldBeEmpty();
        await a.CloseTask();
        (await MayOpen(a, "dee", Roles.Pwp)).ShouldBeFalse("it is closed");
    }

    [Fact]
    public async Task Mondays_duty_paged_on_a_weekend_without_a_rota_opens_it_at_once()
    {
        await using var a = await AForm.On(Kept.InSqlite, Moment.Utc(2026, 11, 21, 22));
        await a.Works("kim", Roles.HighIntensity);
        await OnDuty(a, "gone", Moment.Utc(2026, 11, 21));
        await OnDuty(a, "kim", Moment.Utc(2026, 11, 23));
        var accounts = new Accounts(a.Record, a.Randomness);
        await accounts.SetDisabled((await accounts.OfStaff("dee"))!.Id, disabled: true);
        await a.Start();
        await a.Answer("PHQ9", 9, 3);
        RiskTask.OpenOf(await a.OfPerson())!.Paged.ShouldBe(["kim"]);
        (await MayOpen(a, "kim", Roles.HighIntensity)).ShouldBeTrue();
    }

    [Fact]
    public async Task Those_told_by_a_rung_of_any_round_are_among_them_and_whoever_hands_it_on_is_not()
    {
        await using var a = await AForm.On(Kept.InSqlite);
        await a.Start();
        await a.Answer("PHQ9", 9, 1);
        RiskTask.OpenOf(await a.OfPerson())!.Paged.ShouldBeEmpty("the owner is no one beside the owner");
        a.Clock.Advance(TimeSpan.FromMinutes(121));
        await new RiskLadder(a.Randomness).Run(a.Record, a.Clock.Now);
        var task = RiskTask.OpenOf(await a.OfPerson())!;
        task.Paged.ShouldBe(["dee", "sam"], ignoreOrder: true);

        var person = Streams.Person(AForm.Person);
        await a.Write([person], (all, now) => new HandOnRiskTask(task.Id, "jo", "She knows her.", ["jo", "lee"], "MESSAGE000000001").Decide(all[person], new("dee", Roles.Pwp), now), new("dee", Roles.Pwp));
        await a.Write([person], (all, now) => new HandOnRiskTask(task.Id, "lee", "I am off now.", ["jo", "lee"], "MESSAGE000000002").Decide(all[person], new("dee", Roles.Pwp), now), new("dee", Roles.Pwp));
        RiskTask.OpenOf(await a.OfPerson())!.Paged.ShouldBe(["sam"]);
        await a.Write([person], (all, now) => new ClaimRiskTask(task.Id).Decide(all[person], new("lee", Roles.ClinicalLead), now), new("lee", Roles.ClinicalLead));
        await a.Answer("PHQ9", 9, 2);
        RiskTask.OpenOf(await a.OfPerson())!.Paged.ShouldBe(["dee", "sam"], ignoreOrder: true, "after hours duty is paged anew, and the supervisor was told before");
    }

    [Theory]
    [InlineData(Kept.InSqlite)]
    [InlineData(Kept.InPostgres)]
    public async Task Whoever_deals_with_it_still_may_when_more_is_told_and_only_the_ladder_starts_again(Kept kept)
    {
        await using var a = await AForm.On(kept);
        await a.Works("kim", Roles.HighIntensity);
        await OnDuty(a, "kim", Moment.Utc(2026, 11, 20, 17));
        await a.Start();
        await a.Answer("PHQ9", 9, 1);
        a.Clock.AdvanceTo(Moment.Utc(2026, 11, 20, 16));
        await new RiskLadder(a.Randomness).Run(a.Record, a.Clock.Now);
        a.Clock.AdvanceTo(Moment.Utc(2026, 11, 20, 16, 50));
        var (person, dee) = (Streams.Person(AForm.Person), new By("dee", Roles.Pwp));
        var id = RiskTask.OpenOf(await a.OfPerson())!.Id;
        await a.Write([person], (all, now) => new ClaimRiskTask(id).Decide(all[person], dee, now), dee);
        a.Clock.AdvanceTo(Moment.Utc(2026, 11, 20, 17, 10));
        await a.Answer("PHQ9", 9, 2);

        var task = RiskTask.OpenOf(await a.OfPerson())!;
        (task.HeldBy, task.HeldUntil, task.Round, task.Fired).ShouldBe(("dee", null, 2, 0));
        task.Next.Due.ShouldBe(Moment.Utc(2026, 11, 20, 17, 50), "not later than her claim lasted");
        task.Paged.ShouldBe(["dee", "kim"], ignoreOrder: true);
        (await MayOpen(a, "dee", Roles.Pwp)).ShouldBeTrue("she is on the phone with her");
        (await MayOpen(a, "kim", Roles.HighIntensity)).ShouldBeTrue();
        (await a.Write([person], (all, now) => new TakeRiskAction(id, RiskContact.Spoke, now, "She is with her sister.", null).Decide(all[person], now), dee))
            .ShouldBeOfType<Outcome.Done>();
    }

    [Fact]
    public async Task Whoever_deals_with_a_colleagues_task_gives_it_back_to_them()
    {
        await using var a = await AForm.On(Kept.InSqlite);
        await a.Start();
        await a.Answer("PHQ9", 9, 3);
        var (person, dee) = (Streams.Person(AForm.Person), new By("dee", Roles.Pwp));
        var id = RiskTask.OpenOf(await a.OfPerson())!.Id;
        await a.Write([person], (all, now) => new ClaimRiskTask(id).Decide(all[person], dee, now), dee);
        await a.Write([person], (all, now) => new HandOnRiskTask(id, "jo", "She is back.", ["jo"], "MESSAGE000000001").Decide(all[person], dee, now), dee);
        var task = RiskTask.OpenOf(await a.OfPerson())!;
        (task.Owner, task.OwnerAs, task.HeldBy).ShouldBe(("jo", RiskOwnerAs.Clinician, null));
        task.Paged.ShouldNotContain("dee");
        await using var lists = a.Record.Lists();
        (await RiskTaskList.InHandsOf(lists, "dee")).ShouldBeEmpty("she could leave now");
    }

    [Theory]
    [InlineData(Kept.InSqlite)]
    [InlineData(Kept.InPostgres)]
    public async Task On_duty_is_whom_a_worry_would_find_there_not_who_stands_last_on_the_rota(Kept kept)
    {
        await using var a = await AForm.On(kept);
        await a.Start();
        await a.Answer("PHQ9", 9, 1);
        (await MayOpen(a, "dee", Roles.Pwp)).ShouldBeTrue();
        await OnDuty(a, "gone", Moment.Utc(2026, 11, 20));
        (await MayOpen(a, "dee", Roles.Pwp)).ShouldBeTrue("nobody of that name can take it");
        await a.Works("kim", Roles.HighIntensity);
        await OnDuty(a, "kim", Moment.Utc(2026, 11, 20));
        (await MayOpen(a, "kim", Roles.HighIntensity)).ShouldBeTrue();
        (await MayOpen(a, "dee", Roles.Pwp)).ShouldBeFalse("kim is on duty");
        var person = Streams.Person(AForm.Person);
        await a.Write([person], (_, _) => Decision.Accept(person, new RelationDeclared { Staff = "kim", Closeness = Closeness.Friend }));
        (await MayOpen(a, "kim", Roles.HighIntensity)).ShouldBeFalse("a friend of hers");
        (await MayOpen(a, "dee", Roles.Pwp)).ShouldBeTrue("on duty for this person");
    }

    internal static Task OnDuty(AForm a, string staff, Moment from) => a.Write([Streams.Policy], (_, _) => Decision.Accept(
        Streams.Policy, new DutySet { Staff = staff, From = from, Until = Moment.Utc(2027, 2, 1) }));

    internal static async Task<bool> MayOpen(AForm a, string staff, string role)
    {
        var task = RiskTask.Of(await a.OfPerson())[^1];
        var actor = new Actor(staff, role, [role]);
        var facts = await new CaseFacts(a.Record, a.Randomness).Of(actor, null, new(AForm.Person, AForm.Referral, null, $"risk/{task.Id}"));
        return May.Embedded.Ask(actor, Act.View, "risk_task", facts) is Answer.Yes;
    }
}

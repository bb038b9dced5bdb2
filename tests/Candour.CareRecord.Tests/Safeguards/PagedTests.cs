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
        (await RiskTaskList.OfStaff(lists, "dee")).ShouldHaveSingleItem();
        (await RiskTaskList.OfStaff(lists, "ned")).ShouldBeEmpty();
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
    public async Task Those_told_by_a_rung_are_among_them_and_whoever_hands_it_on_is_not_nor_those_of_an_earlier_round()
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
        await a.Write([person], (all, now) => new HandOnRiskTask(task.Id, "jo", "She knows her.", ["jo", "lee"], "MESSAGE000000001").Decide(all[person], now), new("dee", Roles.Pwp));
        await a.Write([person], (all, now) => new HandOnRiskTask(task.Id, "lee", "I am off now.", ["jo", "lee"], "MESSAGE000000002").Decide(all[person], now), new("dee", Roles.Pwp));
        RiskTask.OpenOf(await a.OfPerson())!.Paged.ShouldBe(["sam"]);
        await a.Write([person], (all, now) => new ClaimRiskTask(task.Id).Decide(all[person], new("lee", Roles.ClinicalLead), now), new("lee", Roles.ClinicalLead));
        await a.Answer("PHQ9", 9, 2);
        RiskTask.OpenOf(await a.OfPerson())!.Paged.ShouldBe(["dee"], "a new round, after hours: duty is paged anew, the supervisor is not");
    }

    private static Task OnDuty(AForm a, string staff, Moment from) => a.Write([Streams.Policy], (_, _) => Decision.Accept(
        Streams.Policy, new DutySet { Staff = staff, From = from, Until = Moment.Utc(2027, 2, 1) }));

    private static async Task<bool> MayOpen(AForm a, string staff, string role)
    {
        var task = RiskTask.Of(await a.OfPerson())[^1];
        var actor = new Actor(staff, role, [role]);
        var facts = await new CaseFacts(a.Record).Of(actor, null, new(AForm.Person, AForm.Referral, null, $"risk/{task.Id}"));
        return May.Embedded.Ask(actor, Act.View, "risk_task", facts) is Answer.Yes;
    }
}

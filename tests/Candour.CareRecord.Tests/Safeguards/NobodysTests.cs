using Candour.CareRecord.Access;
using Candour.CareRecord.Access.Store;
using Candour.CareRecord.Safeguards;
using Candour.CareRecord.Safeguards.Store;
using Candour.CareRecord.Tests.Questionnaires;
using Candour.Clinical;
using Candour.Testing;
using static Candour.CareRecord.Tests.Safeguards.PagedTests;

namespace Candour.CareRecord.Tests.Safeguards;

/// <summary>A worry that nobody is named for is everybody's who could be given it.</summary>
[Trait("Hazard", "H08")]
public sealed class NobodysTests
{
    [Theory]
    [InlineData(Kept.InSqlite)]
    [InlineData(Kept.InPostgres)]
    public async Task What_nobody_owns_is_opened_by_everybody_who_could_be_given_it_and_by_nobody_else(Kept kept)
    {
        await using var a = await Nobodys(kept);
        (await MayOpen(a, "kim", Roles.HighIntensity)).ShouldBeTrue();
        (await MayOpen(a, "ned", Roles.Pwp)).ShouldBeTrue();
        (await MayOpen(a, "tess", Roles.PwpTrainee)).ShouldBeTrue();
        (await MayOpen(a, "ed", Roles.EmploymentAdviser)).ShouldBeFalse();
        (await MayOpen(a, "ann", Roles.Administrator)).ShouldBeFalse();
        var person = Streams.Person(AForm.Person);
        await a.Write([person], (_, _) => Decision.Accept(person, new RelationDeclared { Staff = "ned", Closeness = Closeness.Friend }));
        (await MayOpen(a, "ned", Roles.Pwp)).ShouldBeFalse("a friend of hers");

        var (task, kim) = (RiskTask.OpenOf(await a.OfPerson())!.Id, new By("kim", Roles.HighIntensity));
        await a.Write([person], (all, now) => new HandOnRiskTask(task, "kim", "I have it.", ["kim"], "MESSAGE000000001").Decide(all[person], kim, now), kim);
        (await MayOpen(a, "kim", Roles.HighIntensity)).ShouldBeTrue();
        (await MayOpen(a, "tess", Roles.PwpTrainee)).ShouldBeFalse("it is somebody's now");
    }

    [Fact]
    public async Task It_stands_first_on_every_list_but_while_somebody_deals_with_it()
    {
        await using var a = await Nobodys(Kept.InSqlite);
        var (person, kim) = (Streams.Person(AForm.Person), new By("kim", Roles.HighIntensity));
        await using var lists = a.Record.Lists();
        (await RiskTaskList.OfStaff(lists, "ned", a.Clock.Now)).ShouldHaveSingleItem();
        var task = RiskTask.OpenOf(await a.OfPerson())!.Id;
        await a.Write([person], (all, now) => new ClaimRiskTask(task).Decide(all[person], kim, now), kim);
        (await RiskTaskList.OfStaff(lists, "ned", a.Clock.Now)).ShouldBeEmpty();
        (await RiskTaskList.OfStaff(lists, "kim", a.Clock.Now)).ShouldHaveSingleItem();
        (await MayOpen(a, "ned", Roles.Pwp)).ShouldBeTrue("from the list of tasks, still");
        a.Clock.Advance(TimeSpan.FromMinutes(60));
        (await RiskTaskList.OfStaff(lists, "ned", a.Clock.Now)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Who_could_be_asked_to_open_it_are_the_lead_and_supervisors_first_and_nobody_who_may_not()
    {
        await using var a = await AForm.On(Kept.InSqlite);
        await a.Works("ed", Roles.EmploymentAdviser);
        await a.Works("ann", Roles.Administrator);
        var accounts = new Accounts(a.Record, a.Randomness);
        await accounts.SetDisabled((await accounts.OfStaff("dee"))!.Id, disabled: true);
        (await AtWork.Now(a.Record, a.Randomness)).Takers(London.DayOf(a.Clock.Now)).Select(t => t.Staff).ShouldBe(["lee", "sam", "jo"]);
    }

    /// <summary>Everybody named for a worry has no account any more; Kim, Ned and Tess work here and are named for nothing.</summary>
    private static async Task<AForm> Nobodys(Kept kept)
    {
        var a = await AForm.On(kept);
        var accounts = new Accounts(a.Record, a.Randomness);
        foreach (var one in new[] { "jo", "dee", "lee", "sam" })
            await accounts.SetDisabled((await accounts.OfStaff(one))!.Id, disabled: true);
        foreach (var (staff, role) in new[]
        {
            ("kim", Roles.HighIntensity), ("ned", Roles.Pwp), ("tess", Roles.PwpTrainee), ("ed", Roles.EmploymentAdviser), ("ann", Roles.Administrator),
        })
            await a.Works(staff, role);
        await a.Start();
        await a.Answer("PHQ9", 9, 3);
        RiskTask.OpenOf(await a.OfPerson())!.Owner.ShouldBe(Cover.Nobody);
        return a;
    }
}

using Candour.CareRecord.Access.Store;
using Candour.CareRecord.Messages;
using Candour.CareRecord.Safeguards;
using Candour.CareRecord.Staff;
using Candour.CareRecord.Tests.Questionnaires;
using Candour.Clinical;
using Candour.Testing;

namespace Candour.CareRecord.Tests.Safeguards;

/// <summary>An account in wrong hands is closed, and no worry waits for it.</summary>
[Trait("Hazard", "H08")]
public sealed class CloseAccountTests
{
    private static readonly StreamId Person = Streams.Person(AForm.Person);
    private static readonly By Dee = new("dee", Roles.Pwp);

    [Theory]
    [InlineData(Kept.InSqlite)]
    [InlineData(Kept.InPostgres)]
    public async Task What_a_closed_account_was_dealing_with_goes_back_to_its_owner_and_the_next_rung_is_due(Kept kept)
    {
        await using var a = await LadderTests.Disclosed(kept, 3);
        await Act(a, Dee, hours: 20);
        a.Clock.Advance(TimeSpan.FromMinutes(5));
        (await Close(a, "dee")).ShouldBeNull();

        var task = RiskTask.OpenOf(await a.OfPerson())!;
        (task.Owner, task.OwnerAs, task.HeldBy).ShouldBe(("jo", RiskOwnerAs.Clinician, null));
        task.Next.ShouldBe((1, a.Clock.Now));
        task.Paged.ShouldNotContain("dee");
        await MessageGoesTo(a, "jo");
        await new RiskLadder(a.Randomness).Run(a.Record, a.Clock.Now);
        (await a.OfPerson()).All<RiskEscalated>().ShouldHaveSingleItem().To.ShouldBe("sam", "duty's account is closed");
    }

    [Fact]
    public async Task What_it_owned_and_had_claimed_goes_to_whoever_would_be_given_it_and_its_hold_ends()
    {
        await using var a = await LadderTests.Disclosed(Kept.InSqlite, 1);
        await LadderTests.Claim(a);
        a.Clock.Advance(TimeSpan.FromMinutes(10));
        (await Close(a, "jo")).ShouldBeNull();
        var task = RiskTask.OpenOf(await a.OfPerson())!;
        (task.Owner, task.HeldBy, task.Next.Due).ShouldBe(("dee", null, a.Clock.Now));
        await MessageGoesTo(a, "dee");
        (await Close(a, "jo")).ShouldBeNull("broken off and done again");
        (await a.OfPerson()).All<RiskTaskHandedOn>().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_colleague_who_deals_with_what_it_owned_goes_on()
    {
        await using var a = await LadderTests.Disclosed(Kept.InSqlite, 3);
        await Act(a, AForm.Supervisor, hours: 3);
        var until = RiskTask.OpenOf(await a.OfPerson())!.HeldUntil;
        (await Close(a, "jo")).ShouldBeNull();
        var task = RiskTask.OpenOf(await a.OfPerson())!;
        (task.Owner, task.HeldBy, task.HeldUntil).ShouldBe(("dee", "sam", until));
    }

    [Fact]
    public async Task A_hold_that_had_ended_moves_no_rung_to_a_later_time()
    {
        await using var a = await LadderTests.Disclosed(Kept.InSqlite, 3);
        await LadderTests.Claim(a, Dee);
        a.Clock.Advance(TimeSpan.FromMinutes(200));
        var next = RiskTask.OpenOf(await a.OfPerson())!.Next;
        (await Close(a, "dee")).ShouldBeNull();
        RiskTask.OpenOf(await a.OfPerson())!.Next.ShouldBe(next, "due since two hours, while nothing ran");
    }

    [Fact]
    public async Task What_it_owned_or_deals_with_keeps_an_account_open_that_is_in_right_hands()
    {
        await using var a = await LadderTests.Disclosed(Kept.InSqlite, 3);
        await LadderTests.Claim(a, Dee);
        (await Close(a, "dee", atOnce: false)).ShouldBeOfType<RiskTasksLeftBehind>();
        (await Close(a, "jo", atOnce: false)).ShouldBeOfType<RiskTasksLeftBehind>();
        (await Close(a, "lee", atOnce: false)).ShouldBeOfType<StillNamed>();
        (await new Accounts(a.Record, a.Randomness).All()).ShouldAllBe(account => !account.Disabled);
    }

    private static async Task<Refusal?> Close(AForm a, string staff, bool atOnce = true)
    {
        var accounts = new Accounts(a.Record, a.Randomness);
        return await new CloseAccount((await accounts.OfStaff(staff))!, atOnce).Do(a.Record, accounts, a.Randomness);
    }

    private static async Task Act(AForm a, By by, int hours)
    {
        var id = RiskTask.OpenOf(await a.OfPerson())!.Id;
        (await a.Write([Person], (all, now) => new TakeRiskAction(id, RiskContact.CouldNotReach, now, "No answer.", now.Plus(TimeSpan.FromHours(hours))).Decide(all[Person], now), by))
            .ShouldBeOfType<Outcome.Done>();
    }

    private static async Task MessageGoesTo(AForm a, string staff)
    {
        var message = (await a.OfPerson()).Recorded<RiskTaskHandedOn>().Single().Envelope.CommandId["pass-on/".Length..];
        (await a.Record.Read(Streams.Message(message))).First<MessageQueued>()!.Staff.ShouldBe(staff);
    }
}

using Candour.CareRecord;
using Candour.CareRecord.Access.Store;
using Candour.CareRecord.Messages;
using Candour.CareRecord.Policies;
using Candour.CareRecord.Safeguards;
using Candour.Cli;
using Candour.Clinical;
using Candour.Testing;

namespace Candour.Web.Tests.Commands;

/// <summary>An account is not closed over the head of somebody who waits.</summary>
[Trait("Hazard", "H08")]
public sealed class AccountCommandTests
{
    private const string Person = "AMYTESTWELL00001";

    [Fact]
    public async Task An_account_whose_owner_has_a_task_open_is_not_closed_and_the_words_say_what_to_do()
    {
        await using var a = await ARecord.On(Kept.InSqlite, new FixedClock(Moment.Utc(2026, 11, 20, 12)));
        var (accounts, dee, lee) = await DeeHasATask(a);
        (await Should.ThrowAsync<OptionException>(() => AccountCommand.Close(a.Record, accounts, dee, atOnce: false))).Message.ShouldBe(
            "Dee Demo has 1 risk task. Hand them on first: the page of each task, under Risk, offers who can take it.");
        (await accounts.OfStaff(dee.Staff))!.Disabled.ShouldBeFalse();
        RiskTask.OpenOf(await a.Record.Read(Streams.Person(Person)))!.Owner.ShouldBe(dee.Staff);
        lee.Disabled.ShouldBeFalse();
    }

    [Fact]
    public async Task In_wrong_hands_it_is_closed_at_once_and_its_tasks_go_to_whoever_is_there()
    {
        await using var a = await ARecord.On(Kept.InSqlite, new FixedClock(Moment.Utc(2026, 11, 20, 12)));
        var (accounts, dee, lee) = await DeeHasATask(a);
        (await AccountCommand.Close(a.Record, accounts, dee, atOnce: true)).ShouldBe(0);
        (await accounts.OfStaff(dee.Staff))!.Disabled.ShouldBeTrue();
        RiskTask.OpenOf(await a.Record.Read(Streams.Person(Person)))!.Owner.ShouldBe(lee.Staff);
        var message = (await a.Record.Read(Streams.Person(Person))).Recorded<RiskTaskHandedOn>().Single().Envelope.CommandId["pass-on/".Length..];
        (await a.Record.Read(Streams.Message(message))).First<MessageQueued>()!.Staff.ShouldBe(lee.Staff);
    }

    [Fact]
    public async Task Nor_is_one_on_duty_by_the_rota_or_in_a_post()
    {
        await using var a = await ARecord.On(Kept.InSqlite, new FixedClock(Moment.Utc(2026, 11, 20, 12)));
        var (accounts, _, lee) = await DeeHasATask(a);
        (await Should.ThrowAsync<OptionException>(() => AccountCommand.Close(a.Record, accounts, lee, atOnce: false))).Message.ShouldBe(
            "Lee Demo is the clinical lead, so worries go to them. Name somebody else first, in the policy of the service.");
        var kim = await AccountCommand.Add(a.Record, accounts, "kim@northmere.example", "Kim Demo", [Roles.HighIntensity]);
        (await AccountCommand.Close(a.Record, accounts, kim, atOnce: false)).ShouldBe(0);
    }

    private static async Task<(Accounts Accounts, CareRecord.Access.Account Dee, CareRecord.Access.Account Lee)> DeeHasATask(ARecord a)
    {
        var accounts = new Accounts(a.Record, a.Randomness);
        var dee = await AccountCommand.Add(a.Record, accounts, "dee@northmere.example", "Dee Demo", [Roles.Pwp]);
        var lee = await AccountCommand.Add(a.Record, accounts, "lee@northmere.example", "Lee Demo", [Roles.ClinicalLead]);
        await a.Record.Write(new("policy", By.Worker), [Streams.Policy], (_, now) => Decision.Accept(
            Streams.Policy, new PolicySet { Name = PolicyNames.ClinicalLead, Value = lee.Staff, From = new(2026, 1, 1) },
            new DutySet { Staff = dee.Staff, From = now, Until = now.Plus(TimeSpan.FromDays(30)) }));
        await new HandOnWorry(Person, null, RiskSource.FrontDesk, "She said goodbye on the phone.", Now: true, HelpShown: false)
            .Write(a.Record, new("worry", By.Worker), a.Randomness);
        return (accounts, dee, lee);
    }
}

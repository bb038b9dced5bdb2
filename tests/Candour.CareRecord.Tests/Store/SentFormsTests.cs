using Candour.CareRecord.Policies;
using Candour.CareRecord.Store;
using Candour.Testing;

namespace Candour.CareRecord.Tests.Store;

/// <summary>One once-only id, two different forms: somebody went back, wrote on and sent again.</summary>
public sealed class SentFormsTests
{
    private static readonly By Jo = new("jo", Roles.ServiceLead);

    [Theory]
    [InlineData(Kept.InSqlite)]
    [InlineData(Kept.InPostgres)]
    public async Task The_same_form_gives_the_first_result_and_a_changed_one_is_never_taken_for_it(Kept kept)
    {
        await using var a = await ARecord.On(kept);
        var at = a.Clock.Now;
        (await Write(a.Record, "c1", "one", "Eastmere")).Again.ShouldBeFalse();
        a.Clock.Advance(TimeSpan.FromMinutes(5));
        (await Write(a.Record, "c1", "one", "Eastmere")).Again.ShouldBeTrue();

        var otherwise = await Should.ThrowAsync<SentOtherwiseException>(() => Write(a.Record, "c1", "two", "Westmere"));
        (otherwise.CommandId, otherwise.At).ShouldBe(("c1", at));
        (await a.Record.Read(Streams.Policy)).All<PolicySet>().ShouldHaveSingleItem().Value.ShouldBe("Eastmere");
        (await Write(a.Record, "c2", "two", "Westmere")).Again.ShouldBeFalse();
    }

    [Theory]
    [InlineData(Kept.InSqlite)]
    [InlineData(Kept.InPostgres)]
    public async Task A_changed_form_is_told_apart_when_the_decision_refuses_it_too(Kept kept)
    {
        await using var a = await ARecord.On(kept);
        await Write(a.Record, "c1", "one", "Eastmere");
        await Should.ThrowAsync<SentOtherwiseException>(() => a.Record.Write(
            new("c1", Jo) { Sent = "two" }, [Streams.Policy], (_, _) => new JustTaken()));
    }

    [Theory]
    [InlineData(Kept.InSqlite)]
    [InlineData(Kept.InPostgres)]
    public async Task After_a_day_nothing_is_left_of_what_a_form_said(Kept kept)
    {
        await using var a = await ARecord.On(kept);
        await Write(a.Record, "c1", "one", "Eastmere");
        a.Clock.Advance(TimeSpan.FromHours(24));
        await Write(a.Record, "c2", "two", "Westmere");
        (await SentForms.Find(a.Record.Database, "c1")).ShouldBeNull();
        (await SentForms.Find(a.Record.Database, "c2")).ShouldBe("two");
    }

    private static async Task<Outcome.Done> Write(TheRecord record, string command, string sent, string area) => (await record.Write(
        new(command, Jo) { Sent = sent }, [Streams.Policy], (_, _) => Decision.Accept(Streams.Policy, RecordTests.Setting("area", area)))).ShouldBeOfType<Outcome.Done>();
}

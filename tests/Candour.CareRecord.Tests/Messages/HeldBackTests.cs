using Candour.CareRecord.Links;
using Candour.CareRecord.Links.Store;
using Candour.CareRecord.Messages;
using Candour.CareRecord.Messages.Store;
using Candour.CareRecord.Referrals;
using Candour.Clinical;
using Candour.Testing;
using static Candour.CareRecord.Tests.Messages.AnOutbox;

namespace Candour.CareRecord.Tests.Messages;

/// <summary>What is looked at again at the moment a message would leave.</summary>
public sealed class HeldBackTests
{
    private static readonly LinkWanted MyPage = new(LinkPurpose.MyPage);

    [Fact]
    public async Task A_death_stops_three_queued_messages_and_all_links_in_its_own_transaction()
    {
        await using var a = await ARecord.On(Kept.InSqlite);
        var channel = new Counting();
        var outbox = new Outbox(_ => channel, t => t, a.Randomness);
        for (var i = 0; i < 3; i++)
            await Queue(a, AppointmentMessage(a));
        await a.Write([], (_, now) => Link.Issue(NewLink.ForMessage(a.Randomness), MyPage, Amira.Id, now));
        var person = Streams.Person(Amira.Id);
        var messages = (await FindMessages.WaitingFor(a.Record, Amira.Id)).Select(Streams.Message).ToList();
        var links = (await FindLinks.OpenOf(a.Record, Amira.Id)).Select(Streams.Link).ToList();
        await a.Write([person, .. messages, .. links], (h, _) => Decision.Accept(person, new DeathRecorded())
            .And(Message.StopForDeath(messages.Select(m => h[m]), links.Select(l => h[l]))));

        messages.Count.ShouldBe(3);
        await outbox.Run(a.Record, a.Clock.Now);
        channel.Sent.ShouldBeEmpty();
        (await FindMessages.CountCallList(a.Record)).ShouldBe(0);
        (await FindLinks.OpenOf(a.Record, Amira.Id)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Rules_changed_since_it_was_queued_hold_it_back_onto_the_call_list()
    {
        await using var a = await ARecord.On(Kept.InSqlite);
        var channel = new Counting();
        await Queue(a, AppointmentMessage(a));
        await a.Write([Streams.Person(Amira.Id)], (h, _) => Decision.Accept(h[Streams.Person(Amira.Id)].Stream, Amira.Rules with { TextsSafe = false }));
        await new Outbox(_ => channel, t => t, a.Randomness).Run(a.Record, a.Clock.Now);

        channel.Sent.ShouldBeEmpty();
        (await FindMessages.CallList(a.Record, 0, 10)).ShouldHaveSingleItem().Why.ShouldBe(nameof(WhyNotSent.NotSafe));
    }

    [Fact]
    public async Task A_worker_that_slept_until_midnight_waits_for_the_morning()
    {
        await using var a = await ARecord.On(Kept.InSqlite);
        var channel = new Counting();
        var id = await Queue(a, AppointmentMessage(a) with { UselessAfter = a.Clock.Now.Plus(TimeSpan.FromDays(2)) });
        a.Clock.Advance(TimeSpan.FromHours(14));
        await new Outbox(_ => channel, t => t, a.Randomness).Run(a.Record, a.Clock.Now);

        channel.Sent.ShouldBeEmpty();
        MessageState.Of(await a.Record.Read(Streams.Message(id)))!.Due.ShouldBe(London.At(new(2026, 10, 6), new(8, 0)));
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public async Task A_way_that_is_used_no_more_is_told_so_unless_it_is_no_longer_safe(bool stillSafe, int told)
    {
        await using var a = await ARecord.On(Kept.InSqlite);
        var (channel, person) = (new Counting(), Streams.Person(Amira.Id));
        await a.Write([person], (_, _) => Decision.Accept(person, [.. Amira.WhoMayBeReached().Events.Select(e => e.Event)]));
        await a.Write([person], (h, now) => ChangeDetails.Contact(
            h[person], new() { Chosen = [Ways.Email], Email = "amira@example.org" }, way => $"7KT17{way.Length:00000000000}", Amira.Northmere, now));
        if (!stillSafe)
            await a.Write([person], (_, _) => Decision.Accept(person, Amira.Rules with { TextsSafe = false }));
        await new Outbox(_ => channel, t => t, a.Randomness).Run(a.Record, a.Clock.Now);

        channel.Sent.Count(id => id.EndsWith('4')).ShouldBe(told);
        (await a.Record.Read(person)).All<OldContactTold>().ShouldContain(t => t.Way == Ways.Text);
    }
}

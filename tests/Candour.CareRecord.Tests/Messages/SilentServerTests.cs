using Candour.CareRecord.Access.Store;
using Candour.CareRecord.Messages;
using Candour.CareRecord.Messages.Channels;
using Candour.CareRecord.Referrals;
using Candour.CareRecord.Safeguards;
using Candour.CareRecord.Tests.Questionnaires;
using Candour.CareRecord.Timers;
using Candour.Clinical;
using Candour.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace Candour.CareRecord.Tests.Messages;

/// <summary>Beside a real server that takes every call and never answers.</summary>
[Trait("Hazard", "H01")]
public sealed class SilentServerTests
{
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(5);

    [Fact]
    public async Task A_server_that_never_answers_is_left_after_its_time()
    {
        using var server = new ASilentServer();
        var mail = new Outgoing("MESSAGE000000001", "email", "jo.demo@northmere.example", "Northmere", "A task needs you.");
        (await Mail(server, Short).Send(mail, CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(30))).ShouldBe(new HandOver.NotTaken("no answer"));
        server.Calls.ShouldBe(1);
    }

    [Fact]
    public async Task A_round_of_the_outbox_ends_at_the_first_silence_and_texts_still_go()
    {
        await using var a = await ARecord.On(Kept.InSqlite);
        using var server = new ASilentServer();
        var texts = new Counting();
        await new Accounts(a.Record, a.Randomness).Add("STAFF00000000001", "jo.demo@northmere.example", "Jo Demo", [Roles.Pwp]);
        for (var i = 0; i < 5; i++)
            await a.Write([], (_, now) => Message.QueueForStaff(Ids.New(a.Randomness), "STAFF00000000001", now));
        await AnOutbox.Queue(a, AnOutbox.AppointmentMessage(a));
        var outbox = new Outbox(way => way == Ways.Email ? Mail(server, Short) : texts, t => t, a.Randomness);

        (await outbox.Run(a.Record, a.Clock.Now)).ShouldBe(2);
        (server.Calls, texts.Sent.Count).ShouldBe((1, 1));
        (await outbox.Run(a.Record, a.Clock.Now)).ShouldBe(1, "the next round tries the next one");
        server.Calls.ShouldBe(2);
    }

    [Fact]
    public async Task The_ladder_goes_on_while_the_outbox_waits_for_a_server_that_never_answers()
    {
        await using var a = await AForm.On(Kept.InSqlite);
        using var server = new ASilentServer();
        await a.Start();
        await a.Answer("PHQ9", 9, 1);
        var outbox = new Outbox(_ => Mail(server, Long), t => t, a.Randomness);
        // Not disposed: its round would be waited for, and that is the point.
        var loop = new TimerLoop(a.Record, [outbox, new RiskLadder(a.Randomness)], a.Randomness, NullLogger<TimerLoop>.Instance);
        await loop.StartAsync(CancellationToken.None);
        await server.Called.WaitAsync(TimeSpan.FromSeconds(30));

        a.Clock.Advance(TimeSpan.FromMinutes(60));
        await Rung(a, loop).WaitAsync(TimeSpan.FromSeconds(30));
        var told = (await a.OfPerson()).All<RiskEscalated>().ShouldHaveSingleItem();
        (told.Rung, told.To).ShouldBe((1, "dee"));
        server.Calls.ShouldBe(1, "the outbox is still at its first mail");
        server.Dispose();
        await loop.StopAsync(CancellationToken.None);
    }

    private static async Task Rung(AForm a, TimerLoop loop)
    {
        while (!(await a.OfPerson()).Any<RiskEscalated>())
        {
            loop.Nudge();
            await Task.Yield();
        }
    }

    private static Smtp Mail(ASilentServer server, TimeSpan timeout) => new(new("127.0.0.1", server.Port, "post@northmere.example", null, null, timeout));
}

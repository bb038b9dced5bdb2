using Candour.CareRecord.Links;
using Candour.CareRecord.Links.Store;
using Candour.CareRecord.Messages;
using Candour.CareRecord.Messages.Channels;
using Candour.CareRecord.Messages.Store;
using Candour.CareRecord.Referrals;
using Candour.CareRecord.Timers.Store;
using Candour.Clinical;
using Candour.Testing;
using static Candour.CareRecord.Tests.Messages.AnOutbox;

namespace Candour.CareRecord.Tests.Messages;

/// <summary>The outbox on real databases, with the folder and with channels that fail in one way each.</summary>
public sealed class OutboxTests
{
    private static readonly LinkWanted MyPage = new(LinkPurpose.MyPage);

    [Theory]
    [InlineData(Kept.InSqlite)]
    [InlineData(Kept.InPostgres)]
    public async Task A_message_goes_once_with_a_link_whose_secret_is_nowhere_in_the_record(Kept kept)
    {
        await using var a = await ARecord.On(kept);
        using var folder = new SqliteFolder();
        var id = await Queue(a, AppointmentMessage(a));
        var outbox = new Outbox(_ => new FileDrop(folder.Path), t => $"https://northmere.example/l/{t}", a.Randomness);

        (await outbox.Run(a.Record, a.Clock.Now)).ShouldBe(1);
        (await outbox.Run(a.Record, a.Clock.Now)).ShouldBe(0);

        var text = await File.ReadAllTextAsync(Directory.GetFiles(folder.Path).ShouldHaveSingleItem());
        text.ShouldStartWith("To: 07700900123\nNorthmere: your appointment is Mon 5 Oct, 2:12pm, by video. To see or change it: https://northmere.example/l/");
        var secret = text.Trim()[^43..];
        var found = (await FindLinks.ByHash(a.Record, NewLink.HashOfTyped(secret)!)).ShouldNotBeNull();
        found.Link.Person.ShouldBe(Amira.Id);

        var message = await a.Record.Read(Streams.Message(id));
        MessageState.Of(message)!.Stage.ShouldBe(MessageStage.HandedOver);
        message.First<MessageQueued>()!.Text.ShouldEndWith("{link}");
        (await EveryPart(a)).ShouldNotContain(secret);
    }

    [Fact]
    public async Task Nothing_of_a_demonstration_leaves_the_machine_whatever_the_channel()
    {
        await using var a = await ARecord.On(Kept.InSqlite, simulated: true);
        var channel = new Counting();
        await Queue(a, AppointmentMessage(a));
        await new Outbox(_ => channel, t => t, a.Randomness).Run(a.Record, a.Clock.Now);
        channel.Sent.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_page_to_staff_goes_to_the_address_of_their_account_at_that_moment()
    {
        await using var a = await ARecord.On(Kept.InSqlite);
        using var folder = new SqliteFolder();
        await new CareRecord.Access.Store.Accounts(a.Record, a.Randomness).Add("STAFF00000000001", "jo.demo@northmere.example", "Jo Demo", [Roles.Pwp]);
        await a.Write([], (_, now) => Message.QueueForStaff(Ids.New(a.Randomness), "STAFF00000000001", now));
        await new Outbox(_ => new FileDrop(folder.Path), t => t, a.Randomness).Run(a.Record, a.Clock.Now);

        var mail = await File.ReadAllTextAsync(Directory.GetFiles(folder.Path).ShouldHaveSingleItem());
        mail.ShouldContain("To: jo.demo@northmere.example\r\n");
        mail.ShouldContain("a task needs you", Case.Insensitive);
    }

    [Fact]
    public async Task Two_machines_send_one_message_once()
    {
        await using var a = await ARecord.On(Kept.InPostgres);
        await using var b = await a.Another();
        var channel = new Counting();
        for (var i = 0; i < 20; i++)
            await Queue(a, AppointmentMessage(a));
        await Task.WhenAll(
            new Outbox(_ => channel, t => t, a.Randomness).Run(a.Record, a.Clock.Now),
            new Outbox(_ => channel, t => t, b.Randomness).Run(b.Record, a.Clock.Now));

        channel.Sent.Count.ShouldBe(20);
        channel.Sent.Distinct().Count().ShouldBe(20);
    }

    [Fact]
    public async Task A_dead_server_is_tried_with_longer_waits_until_the_message_is_of_no_use()
    {
        await using var a = await ARecord.On(Kept.InSqlite);
        var channel = new Counting { Answer = new HandOver.NotTaken("no answer") };
        var outbox = new Outbox(_ => channel, t => t, a.Randomness);
        var id = await Queue(a, AppointmentMessage(a));
        var tries = new List<double>();
        for (var minute = 0; minute <= 6 * 60; minute++)
        {
            if (await outbox.Run(a.Record, a.Clock.Now) > 0 && channel.Sent.Count > tries.Count)
                tries.Add(minute);
            a.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        // Of no use after 4 hours: 1, 2, 4, 8, 16, 32, 60 minutes apart, then no try that would come too late.
        tries.ShouldBe([0, 1, 3, 7, 15, 31, 63, 123, 183]);
        MessageState.Of(await a.Record.Read(Streams.Message(id)))!.Stage.ShouldBe(MessageStage.TooLate);
        (await FindMessages.CallList(a.Record, 0, 10)).ShouldHaveSingleItem().Why.ShouldBe("TooLate");
    }

    [Fact]
    public async Task After_a_mail_that_may_have_gone_nothing_is_sent_until_a_person_says_so()
    {
        await using var a = await ARecord.On(Kept.InSqlite);
        var channel = new Counting { Answer = new HandOver.NobodyKnows() };
        var outbox = new Outbox(_ => channel, t => t, a.Randomness);
        var id = await Queue(a, AppointmentMessage(a));
        await outbox.Run(a.Record, a.Clock.Now);
        a.Clock.Advance(TimeSpan.FromHours(2));
        await outbox.Run(a.Record, a.Clock.Now);
        channel.Sent.Count.ShouldBe(1);

        channel.Answer = new HandOver.Taken(null);
        await a.Write([Streams.Message(id)], (h, _) => Message.Settle(h[Streams.Message(id)], Settled.SendAgain));
        await outbox.Run(a.Record, a.Clock.Now);
        channel.Sent.ShouldBe([id, id]);
        MessageState.Of(await a.Record.Read(Streams.Message(id)))!.Stage.ShouldBe(MessageStage.HandedOver);
    }

    [Fact]
    public async Task A_questionnaire_link_that_may_have_gone_is_sent_again_by_itself()
    {
        await using var a = await ARecord.On(Kept.InSqlite);
        var channel = new Counting { Answer = new HandOver.NobodyKnows() };
        var outbox = new Outbox(_ => channel, t => t, a.Randomness);
        var starts = a.Clock.Now.Plus(TimeSpan.FromHours(72));
        await Queue(a, new(Ids.New(a.Randomness), Say.QuestionsBefore(starts), starts, new(LinkPurpose.AnswerQuestions, "Q")));
        await outbox.Run(a.Record, a.Clock.Now);
        a.Clock.Advance(TimeSpan.FromMinutes(1));
        channel.Answer = new HandOver.Taken(null);
        await outbox.Run(a.Record, a.Clock.Now);

        channel.Sent.Count.ShouldBe(2);
        // Both links open the same set: nobody knows which of them arrived.
        (await FindLinks.Open(a.Record, LinkPurpose.AnswerQuestions, "Q")).Count.ShouldBe(2);
    }

    [Theory]
    [InlineData(Whereabouts.NeverTaken, MessageStage.Waiting)]
    [InlineData(Whereabouts.CannotTell, MessageStage.MayHaveGone)]
    [InlineData(Whereabouts.OnItsWay, MessageStage.HandedOver)]
    public async Task A_sender_that_died_halfway_is_asked_after_at_the_channel(Whereabouts where, MessageStage stage)
    {
        await using var a = await ARecord.On(Kept.InSqlite);
        var id = await Queue(a, AppointmentMessage(a));
        await a.Write([Streams.Message(id), Streams.Person(Amira.Id)], (h, now) => HandingOver.Begin(
            h[Streams.Message(id)], h[Streams.Person(Amira.Id)], NewLink.ForMessage(a.Randomness), now));
        var channel = new Counting { Where = where };
        var outbox = new Outbox(_ => channel, t => t, a.Randomness);

        await outbox.Run(a.Record, a.Clock.Now);
        MessageState.Of(await a.Record.Read(Streams.Message(id)))!.Stage.ShouldBe(MessageStage.HandingOver, "its sender may still be at it");
        a.Clock.Advance(Outbox.BrokenOffAfter + TimeSpan.FromSeconds(1));
        await outbox.Run(a.Record, a.Clock.Now);

        MessageState.Of(await a.Record.Read(Streams.Message(id)))!.Stage.ShouldBe(stage);
        channel.Sent.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_number_that_does_not_exist_is_not_used_again()
    {
        await using var a = await ARecord.On(Kept.InSqlite);
        var channel = new Counting { Answer = new HandOver.NoSuchAddress("notify 400") };
        await Queue(a, AppointmentMessage(a));
        await new Outbox(_ => channel, t => t, a.Randomness).Run(a.Record, a.Clock.Now);

        var person = await a.Record.Read(Streams.Person(Amira.Id));
        Reach.Of(person).Text.CameBack.ShouldBeTrue();
        Amira.Only<MessageQueued>(Message.Queue(AppointmentMessage(a), person, Amira.Northmere, a.Clock.Now)).Way.ShouldBe(Ways.Email);
        (await FindMessages.CallList(a.Record, 0, 10)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task One_message_that_throws_holds_up_nothing_is_never_sent_twice_and_waits_for_a_person()
    {
        await using var a = await ARecord.On(Kept.InSqlite);
        var poison = await Queue(a, AppointmentMessage(a) with { UselessAfter = a.Clock.Now.Plus(TimeSpan.FromHours(5)) });
        var fine = await Queue(a, AppointmentMessage(a));
        var channel = new Counting { Throws = poison };
        var outbox = new Outbox(_ => channel, t => t, a.Randomness);
        await outbox.Run(a.Record, a.Clock.Now);
        channel.Sent.ShouldBe([fine]);

        for (var hour = 0; hour < 4 * 60; hour += 15)
        {
            a.Clock.Advance(TimeSpan.FromMinutes(15));
            await outbox.Run(a.Record, a.Clock.Now);
        }

        channel.Sent.ShouldBe([fine]);
        MessageState.Of(await a.Record.Read(Streams.Message(poison)))!.Stage.ShouldBe(MessageStage.MayHaveGone, "it threw after it had begun");
    }

    private static async Task<string> EveryPart(ARecord a)
    {
        await using var connection = await a.Record.Database.Open();
        await using var command = connection.CreateCommand();
        command.CommandText = "select bytes from part";
        await using var reader = await command.ExecuteReaderAsync();
        var all = new System.Text.StringBuilder();
        while (await reader.ReadAsync())
            all.Append(System.Text.Encoding.UTF8.GetString(reader.GetFieldValue<byte[]>(0)));
        return all.ToString();
    }
}

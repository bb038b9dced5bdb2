using Candour.CareRecord.Discharge;
using Candour.CareRecord.Referrals;
using Candour.CareRecord.Treatment.Store;
using Candour.CareRecord.Tests.Pathways;
using Candour.Testing;
using Shouldly;
using Xunit;

namespace Candour.CareRecord.Tests.Discharge;

public sealed class EndsOfNoticeTests
{
    [Theory]
    [InlineData(Kept.InSqlite)]
    [InlineData(Kept.InPostgres)]
    public async Task The_clock_ends_what_is_due_once_and_leaves_what_was_objected_to(Kept kept)
    {
        await using var a = await ARecord.On(kept);
        await Told(a, "PERS0N0000000001", "REFERRA100000001");
        await Told(a, "PERS0N0000000002", "REFERRA100000002");
        var objected = Streams.Referral("REFERRA100000002");
        await a.Record.Write(new("no", AStory.Amy), [objected], (h, now) => new AnswerNotice(NoticeAnswer.CarryOn, "No").Decide(h[objected], now));
        var work = new EndsOfNotice();

        (await work.Run(a.Record, a.Clock.Now)).ShouldBe(0);
        a.Clock.Advance(TimeSpan.FromDays(15));
        (await work.Run(a.Record, a.Clock.Now)).ShouldBe(1);
        (await work.Run(a.Record, a.Clock.Now)).ShouldBe(0);

        Course.Of(await a.Record.Read(Streams.Referral("REFERRA100000001"))).EndedOn.ShouldBe(new(2026, 10, 19));
        Course.Of(await a.Record.Read(objected)).IsOpen.ShouldBeTrue();
        await using var lists = a.Record.Lists();
        (await lists.FormsDue(new(2026, 12, 1), 14)).ShouldBeEmpty();
    }

    private static async Task Told(ARecord a, string person, string referral) => (await a.Record.Write(
        new($"told-{person}", AStory.Jo), [Streams.Person(person), Streams.Referral(referral)], (_, _) =>
            ((Accepted)Decision.Accept(Streams.Person(person), new PersonRegistered { FirstName = "Bo", LastName = "Sample", FilledBy = FilledBy.Me }))
                .And(
                    Streams.Referral(referral),
                    new ReferralReceived { Person = person, ReceivedOn = new(2026, 9, 1), Source = "B1", Commissioner = "QT1", CameBy = CameBy.Web, FilledBy = FilledBy.Me },
                    new EndingDecided { Decision = "D" + person[1..], Reason = EndingReason.AdviceWasEnough, EndCode = "12", SessionsGiven = 0, BelowInARow = 0, Why = "Advice was enough." },
                    new EndingNotified { Decision = "D" + person[1..], Told = new(2026, 10, 5), Effective = new(2026, 10, 19) }))).ShouldBeOfType<Outcome.Done>();
}

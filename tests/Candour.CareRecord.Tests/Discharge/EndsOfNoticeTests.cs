using Candour.CareRecord.Appointments;
using Candour.CareRecord.Discharge;
using Candour.CareRecord.Letters;
using Candour.CareRecord.Letters.Store;
using Candour.CareRecord.Messages;
using Candour.CareRecord.Messages.Store;
using Candour.CareRecord.Referrals;
using Candour.CareRecord.Tests.Messages;
using Candour.CareRecord.Tests.Pathways;
using Candour.CareRecord.Treatment.Store;
using Candour.Clinical;
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

    [Theory]
    [InlineData(Kept.InSqlite)]
    [InlineData(Kept.InPostgres)]
    [Trait("Hazard", "H34")]
    public async Task Who_can_only_be_reached_by_letter_has_fourteen_days_from_its_posting(Kept kept)
    {
        await using var a = await ARecord.On(kept);
        await Given(a, new ContactDetailsGiven { Chosen = [Ways.Letter], Address = "1 Sample Street", Postcode = "NM1 4AB" }, new SafeContactRulesGiven { LetterHomeSafe = true, NeutralName = true });
        var letter = Ids.New(a.Randomness);
        var course = await Standing(a);
        (course.IsInNotice, course.NotTold).ShouldBe((true, true));
        var owed = (await FindLetters.Waiting(a.Record, 5)).First.ShouldHaveSingleItem();
        (owed.Kind, owed.Letter).ShouldBe((LetterKind.CareIsEnding, LetterRow.Owed));

        a.Clock.Advance(TimeSpan.FromDays(15));
        (await new EndsOfNotice().Run(a.Record, a.Clock.Now)).ShouldBe(0);
        (await Standing(a)).IsOpen.ShouldBeTrue("nobody told them");

        var today = London.DayOf(a.Clock.Now);
        var settings = new LetterSettings("01632 960 123", "northmere.example/l", 21, ["Call 111, choose option 2"]);
        await Done(a, h => new MakeLetter(letter, LetterKind.CareIsEnding, LetterFormat.Print12).Decide(h[Referral], h[Person], settings, AStory.Jo, today));
        Letter.All(await a.Record.Read(Referral))[0].Made.Body!.ShouldContain($"14 days after the day we post this letter, on {Words.LongDay(today.AddDays(14))} at the earliest");
        await Done(a, h => new PostLetter(letter, today).Decide(h[Referral], h[Person], 21, today));
        (await FindLetters.Waiting(a.Record, 5)).All.ShouldBe(0);
        course = await Standing(a);
        (course.NotTold, course.Notice!.Told, course.Notice.Effective, course.Notice.How).ShouldBe((false, today, today.AddDays(14), ToldHow.Letter));

        a.Clock.Advance(TimeSpan.FromDays(14));
        (await new EndsOfNotice().Run(a.Record, a.Clock.Now)).ShouldBe(0);
        a.Clock.Advance(TimeSpan.FromDays(1));
        (await new EndsOfNotice().Run(a.Record, a.Clock.Now)).ShouldBe(1);
        (await Standing(a)).EndedOn.ShouldBe(today.AddDays(14));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(2, 0)]
    [InlineData(16, 0)]
    [Trait("Hazard", "H34")]
    public async Task A_letter_said_to_be_posted_long_ago_takes_no_day_to_say_no_away(int daysLater, int daysGone)
    {
        await using var a = await ARecord.On(Kept.InSqlite);
        await Given(a, new ContactDetailsGiven { Chosen = [Ways.Letter], Address = "1 Sample Street", Postcode = "NM1 4AB" }, new SafeContactRulesGiven { LetterHomeSafe = true, NeutralName = true });
        var (letter, posted) = (Ids.New(a.Randomness), London.DayOf(a.Clock.Now));
        var settings = new LetterSettings("01632 960 123", "northmere.example/l", 21, ["Call 111, choose option 2"]);
        await Done(a, h => new MakeLetter(letter, LetterKind.CareIsEnding, LetterFormat.Print12).Decide(h[Referral], h[Person], settings, AStory.Jo, posted));
        a.Clock.Advance(TimeSpan.FromDays(daysLater));
        var today = London.DayOf(a.Clock.Now);
        await Done(a, h => new PostLetter(letter, posted).Decide(h[Referral], h[Person], 21, today));

        Letter.All(await a.Record.Read(Referral))[0].PostedOn.ShouldBe(posted);
        (await Standing(a)).Notice!.Effective.ShouldBe(today.AddDays(14 - daysGone));
    }

    [Theory]
    [InlineData(Kept.InSqlite)]
    [InlineData(Kept.InPostgres)]
    [Trait("Hazard", "H34")]
    public async Task A_notice_that_came_back_waits_until_somebody_has_spoken_with_them(Kept kept)
    {
        await using var a = await ARecord.On(kept);
        var message = Streams.Message(await Given(a, [Amira.Details, Amira.Rules, .. Amira.Confirmed]));
        await Done(a, _ => Decision.Accept(message, new HandOverBegun { Attempt = 1 }, new MessageHandedOver { Attempt = 1 }), message);
        (await new EndsOfNotice().Run(a.Record, a.Clock.Now)).ShouldBe(0);
        (await Standing(a)).NotTold.ShouldBeFalse();
        await Done(a, _ => Decision.Accept(message, new MessageBounced { Reason = "came back" }), message);
        (await new EndsOfNotice().Run(a.Record, a.Clock.Now)).ShouldBe(1);
        (await Standing(a)).NotTold.ShouldBeTrue();
        (await new EndsOfNotice().Run(a.Record, a.Clock.Now)).ShouldBe(0);

        a.Clock.Advance(TimeSpan.FromDays(15));
        (await new EndsOfNotice().Run(a.Record, a.Clock.Now)).ShouldBe(0);
        var today = London.DayOf(a.Clock.Now);
        await Done(a, h => Telling.AfterCall(Message.WorkCallRow(h[message], CallOutcome.Spoke, "Told her"), h[message], h[Referral], CallOutcome.Spoke, today), message);
        var course = await Standing(a);
        (course.IsInNotice, course.NotTold, course.Notice!.Effective).ShouldBe((true, false, today.AddDays(14)));
    }

    [Fact]
    public async Task A_notice_that_never_left_ends_nothing_and_one_that_left_does()
    {
        foreach (var left in (bool[])[false, true])
        {
            await using var a = await ARecord.On(Kept.InSqlite);
            var message = Streams.Message(await Given(a, [Amira.Details, Amira.Rules, .. Amira.Confirmed]));
            if (left)
                await Done(a, _ => Decision.Accept(message, new HandOverBegun { Attempt = 1 }, new MessageHandedOver { Attempt = 1 }), message);
            a.Clock.Advance(TimeSpan.FromDays(15));
            await new EndsOfNotice().Run(a.Record, a.Clock.Now);
            var course = await Standing(a);
            (course.IsOpen, course.NotTold).ShouldBe((!left, !left));
        }
    }

    [Fact]
    public async Task Who_reads_it_on_their_page_and_is_happy_has_been_told_that_day()
    {
        await using var a = await ARecord.On(Kept.InSqlite);
        await Given(a, new ContactDetailsGiven { Chosen = [Ways.Letter] });
        a.Clock.Advance(TimeSpan.FromDays(20));
        var today = London.DayOf(a.Clock.Now);
        await Done(a, h => new AnswerNotice(NoticeAnswer.Happy, "Thank you").Decide(h[Referral], a.Clock.Now));
        var course = await Standing(a);
        (course.NotTold, course.Accepted, course.AcceptedWords, course.Notice!.Effective).ShouldBe((false, true, "Thank you", today.AddDays(14)));
    }

    [Theory]
    [InlineData("taken back", true)]
    [InlineData("objected to", true)]
    [InlineData("died", true)]
    [InlineData("handed over", true)]
    [InlineData("happy with it", false)]
    [InlineData("nothing", false)]
    [Trait("Hazard", "H34")]
    public async Task Nobody_is_called_about_the_notice_of_an_ending_that_is_not_in_force_any_more(string happened, bool leaves)
    {
        await using var a = await ARecord.On(Kept.InSqlite);
        var message = Streams.Message(await Given(a, new ContactDetailsGiven { Chosen = [Ways.Letter] }));
        var shown = (await a.Record.Read(Referral)).Version;
        (await FindMessages.CountCallList(a.Record)).ShouldBe(1);
        if (happened != "nothing")
            await Done(a, h => happened switch
            {
                "taken back" => new WithdrawEnding("Talked").Decide(h[Referral], AStory.Sam),
                "objected to" => new AnswerNotice(NoticeAnswer.CarryOn, "No").Decide(h[Referral], a.Clock.Now),
                "died" => new RecordDeath(null, "her sister").Decide(h[Person], a.Clock.Now, EndOfCare.StopForDeath([h[Referral]])),
                "handed over" => new DecideEnding
                {
                    Decision = "DEC1S10N00000002", Person = Person.Id, Reason = EndingReason.AdviceWasEnough, Why = "The crisis team has her.", Shown = shown,
                    NoticeDays = 14, WithoutNotice = NoNotice.CrisisOrSecondaryCare,
                }.Decide(h[Person], h[Referral], AStory.Sam, a.Clock.Now),
                _ => new AnswerNotice(NoticeAnswer.Happy, null).Decide(h[Referral], a.Clock.Now),
            });

        await new EndsOfNotice().Run(a.Record, a.Clock.Now);
        (await FindMessages.CountCallList(a.Record)).ShouldBe(leaves ? 0 : 1);
        MessageState.Of(await a.Record.Read(message))!.Stage.ShouldBe(leaves ? MessageStage.Cancelled : MessageStage.Blocked);
        (await new EndsOfNotice().Run(a.Record, a.Clock.Now)).ShouldBe(0);
    }

    [Fact]
    public async Task A_notice_given_anew_is_called_about_once()
    {
        await using var a = await ARecord.On(Kept.InSqlite);
        var first = await Given(a, new ContactDetailsGiven { Chosen = [Ways.Letter] });
        await Done(a, h => new WithdrawEnding("Talked").Decide(h[Referral], AStory.Sam));
        var second = await Notifies(a, "DEC1S10N00000002");
        await new EndsOfNotice().Run(a.Record, a.Clock.Now);
        (await FindMessages.CallList(a.Record, 0, 5)).ShouldHaveSingleItem().Message.ShouldBe(second);
        first.ShouldNotBe(second);
    }

    private static readonly StreamId Person = Streams.Person("PERS0N0000000001"), Referral = Streams.Referral("REFERRA100000001");

    private static async Task<Course> Standing(ARecord a) => Course.Of(await a.Record.Read(Referral));

    private static async Task Done(ARecord a, Func<Histories, Decision> decide, params StreamId[] also) =>
        (await a.Record.Write(new(Ids.New(a.Randomness), AStory.Sam), [Person, Referral, .. also], (h, _) => decide(h))).ShouldBeOfType<Outcome.Done>();

    /// <summary>A person with these contact details gets the notice of an ending today, as the page gives it; its message.</summary>
    private static async Task<string> Given(ARecord a, params Event[] contact)
    {
        await Done(a, _ => Decision.Accept(Person, [new PersonRegistered { FirstName = "Bo", LastName = "Sample", FilledBy = FilledBy.Me }, .. contact])
            .And(Referral, new ReferralReceived { Person = Person.Id, ReceivedOn = new(2026, 9, 1), Source = "B1", Commissioner = "QT1", CameBy = CameBy.Web, FilledBy = FilledBy.Me }));
        return await Notifies(a, "DEC1S10N00000001");
    }

    private static async Task<string> Notifies(ARecord a, string decision)
    {
        var (message, today, shown) = (Ids.New(a.Randomness), London.DayOf(a.Clock.Now), (await a.Record.Read(Referral)).Version);
        (await a.Record.Write(new(Ids.New(a.Randomness), AStory.Jo), [Person, Referral, .. TellThem.Streams], (h, now) => TellThem.Of(
            new DecideEnding
            {
                Decision = decision, Person = Person.Id, Reason = EndingReason.AdviceWasEnough, Why = "Advice was enough.", Shown = shown, NoticeDays = 14,
            }.Decide(h[Person], h[Referral], AStory.Jo, now), h, Person, Referral, message, now))).ShouldBeOfType<Outcome.Done>();
        (await Standing(a)).Notice!.ShouldSatisfyAllConditions(n => n.Message.ShouldBe(message), n => n.Told.ShouldBe(today));
        return message;
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

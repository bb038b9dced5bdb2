using Candour.CareRecord.Consent;
using Candour.CareRecord.Discharge;
using Candour.CareRecord.Letters;
using Candour.CareRecord.Letters.Store;
using Candour.CareRecord.Links;
using Candour.CareRecord.OptIn;
using Candour.CareRecord.Referrals;
using Candour.CareRecord.Tests.Pathways;
using Candour.Clinical;
using Candour.Testing;

namespace Candour.CareRecord.Tests.Letters;

public sealed class LetterTests
{
    private const string Id = "1V0MADEUP0000001";
    private static readonly StreamId Ivo = Streams.Person(Id), Referral = Streams.Referral("1V0REFERRA100001");
    private static readonly By Alex = new("alex", Roles.Administrator);
    private static readonly LetterSettings Northmere = new("01632 960 123", "northmere.example/l", 21, ["Call 111, choose option 2"]);

    [Fact]
    public async Task A_person_who_asked_for_18_point_gets_18_point_and_nothing_else()
    {
        await using var a = await Reached(NeedCodes.LargePrint);
        (await Make(a, LetterKind.PleaseReply, LetterFormat.Print12)).ShouldBeOfType<Outcome.No>().Because.Message.ShouldBe("Ivo asked for 18 point print.");
        (await Make(a, LetterKind.PleaseReply, null)).ShouldBeOfType<Outcome.No>().Because.ShouldBeOfType<ChooseAFormat>();
        (await Make(a, LetterKind.PleaseReply, LetterFormat.Print18)).ShouldBeOfType<Outcome.Done>();
        (await Letters(a)).ShouldHaveSingleItem().Made.Format.ShouldBe(LetterFormat.Print18);
    }

    [Theory]
    [InlineData(NeedCodes.BrailleOrAudio, "braille or audio")]
    [InlineData(NeedCodes.EasyRead, "easy read")]
    public async Task What_print_cannot_do_is_not_printed(string need, string words)
    {
        await using var a = await Reached(need);
        (await Make(a, LetterKind.PleaseReply, LetterFormat.Print18)).ShouldBeOfType<Outcome.No>().Because.Message.ShouldStartWith($"Ivo asked for {words}. Print alone does not meet that.");
    }

    [Fact]
    public async Task No_letter_goes_to_a_home_where_letters_are_not_safe()
    {
        await using var a = await Reached(null, homeSafe: false);
        (await Make(a, LetterKind.PleaseReply, LetterFormat.Print12)).ShouldBeOfType<Outcome.No>().Because.Message
            .ShouldStartWith("No letter may go to Ivo: They did not say that letters home are safe.");
    }

    [Fact]
    public async Task Please_reply_says_what_we_tried_how_to_answer_and_until_when_and_where_help_is()
    {
        await using var a = await Reached(null);
        await Make(a, LetterKind.PleaseReply, LetterFormat.Print12);
        var letter = (await Letters(a)).ShouldHaveSingleItem();
        letter.Made.To.ShouldBe("Ivo Madeup\n1 Sample Street\nNM1 4AB");
        var body = letter.Made.Body!;
        foreach (var words in new[]
        {
            "Monday 23 November 2026", "Dear Ivo,", "On Tuesday 3 November 2026 you were referred to us. We tried to text you on Sunday 8 November and call you on Thursday 12 November.",
            "Go to northmere.example/l, type {code} and your date of birth. Or call 01632 960 123. Or tick and post the slip.",
            "If we hear nothing by Monday 14 December 2026 we may close this. You can come back until Monday 14 June 2027 and keep your first date.",
            "Call 111, choose option 2", "Large print, easy read, audio or another language: call 01632 960 123.",
        })
            body.ShouldContain(words);
        (await Make(a, LetterKind.PleaseReply, LetterFormat.Print12)).ShouldBeOfType<Outcome.No>().Because.ShouldBeOfType<LetterWaitsAlready>();
    }

    [Fact]
    public async Task Posted_is_a_day_between_making_and_today_and_a_reply_letter_is_then_a_try()
    {
        await using var a = await Reached(null);
        await Make(a, LetterKind.PleaseReply, LetterFormat.Print12);
        var letter = (await Letters(a))[0].Id;
        (await Waiting(a)).ShouldBe(1);
        (await Post(a, letter, new(2026, 11, 22))).ShouldBeOfType<Outcome.No>().Because.ShouldBeOfType<PostedOnWrong>();
        (await Post(a, letter, new(2026, 11, 24))).ShouldBeOfType<Outcome.No>().Because.ShouldBeOfType<PostedOnWrong>();
        await Print(a, letter);
        (await Post(a, letter, new(2026, 11, 23))).ShouldBeOfType<Outcome.Done>();
        var asked = (await a.Record.Read(Referral)).Last<OptInAsked>()!;
        (asked.Way, asked.Wording, asked.AskedOn, asked.ReplyBy).ShouldBe((Ways.Letter, "L1", new(2026, 11, 23), new(2026, 12, 14)));
        (await Waiting(a)).ShouldBe(0);
        (await Post(a, letter, new(2026, 11, 23))).ShouldBeOfType<Outcome.No>().Because.ShouldBeOfType<LetterDone>();
    }

    [Fact]
    public async Task A_reply_letter_is_not_posted_before_its_code_was_printed()
    {
        await using var a = await Reached(null);
        await Make(a, LetterKind.PleaseReply, LetterFormat.Print12);
        var letter = (await Letters(a))[0].Id;
        (await Post(a, letter, new(2026, 11, 23))).ShouldBeOfType<Outcome.No>().Because.Message.ShouldEndWith("Print it with its code first.");
        (await a.Record.Read(Referral)).All<OptInAsked>().ShouldAllBe(asked => asked.Way != Ways.Letter);
        (await Print(a, letter)).ShouldBeOfType<Outcome.Done>();
        (await Post(a, letter, new(2026, 11, 23))).ShouldBeOfType<Outcome.Done>();
    }

    [Fact]
    public async Task A_letter_whose_home_became_unsafe_since_it_was_printed_is_not_posted()
    {
        await using var a = await Reached(null);
        await Make(a, LetterKind.PleaseReply, LetterFormat.Print12);
        await Write(a, _ => Decision.Accept(Ivo, new SafeContactRulesGiven { LetterHomeSafe = true, HomeHeld = true, NeutralName = true }));
        var letter = (await Letters(a))[0].Id;
        (await Post(a, letter, new(2026, 11, 23))).ShouldBeOfType<Outcome.No>().Because.ShouldBeOfType<LetterNotSafe>();
        (await Write(a, all => new DropLetter(letter, "").Decide(all[Referral], London.Today(a.Clock)))).ShouldBeOfType<Outcome.No>().Because.ShouldBeOfType<SayWhyNotPosted>();
        (await Write(a, all => new DropLetter(letter, "told at the next call").Decide(all[Referral], London.Today(a.Clock)))).ShouldBeOfType<Outcome.Done>();
        (await Waiting(a)).ShouldBe(0);
    }

    [Fact]
    public async Task Not_for_us_owes_a_letter_until_it_is_made_or_they_were_told_in_another_way()
    {
        await using var a = await Reached(null);
        await Write(a, _ => Decision.Accept(Referral, new ReferralNotForUs
        {
            EndCode = "50", DecidedOn = new(2026, 11, 23), Because = "you need help we do not have", WhereInstead = "Madeup Centre, 01632 960 777, 2 weeks",
        }));
        (await Waiting(a)).ShouldBe(1);
        await Make(a, LetterKind.NotForUs, LetterFormat.Print12);
        var body = (await Letters(a))[0].Made.Body!;
        body.ShouldContain("We do not think we are the right help, because: you need help we do not have");
        body.ShouldContain("Madeup Centre, 01632 960 777, 2 weeks");
        body.ShouldContain("another person will look.");
        await Post(a, (await Letters(a))[0].Id, new(2026, 11, 23));
        (await Waiting(a)).ShouldBe(0);
    }

    [Theory]
    [InlineData(null, "because we could not reach you")]
    [InlineData(OptInReply.NoMore, "because you told us that you do not want our help any more")]
    [InlineData(OptInReply.Elsewhere, "because you told us that you have help somewhere else")]
    [Trait("Hazard", "H33")]
    public async Task Who_is_closed_is_owed_a_letter_that_says_so_and_how_to_come_back(OptInReply? reply, string why)
    {
        await using var a = await Reached(null);
        await Write(a, _ => Decision.Accept(Referral, reply is null
            ? [new ClosedForNoReply { ClosedOn = new(2026, 11, 23), Ways = [Ways.Text, Ways.Letter], SecondWayOn = new(2026, 11, 1), ComeBackUntil = new(2027, 5, 23), EndCode = "50" }]
            : [new OptInReplied { Reply = reply.Value }, new ClosedAsAsked { ClosedOn = new(2026, 11, 23), ComeBackUntil = new(2027, 5, 23), EndCode = "50" }]));
        (await Waiting(a)).ShouldBe(1);
        await Make(a, LetterKind.Closed, LetterFormat.Print12);
        var body = (await Letters(a))[0].Made.Body!;
        body.ShouldContain($"We closed your referral on Monday 23 November 2026, {why}.");
        body.ShouldContain("until Sunday 23 May 2027. You do not start again: you keep your first date.");
        await Post(a, (await Letters(a))[0].Id, new(2026, 11, 23));
        (await Waiting(a)).ShouldBe(0);
    }

    [Fact]
    public async Task Who_has_no_safe_letter_and_is_closed_stays_on_the_list_until_told_in_another_way_or_back()
    {
        await using var a = await Reached(null, homeSafe: false);
        Event closed = new ClosedForNoReply { ClosedOn = new(2026, 11, 23), Ways = [Ways.Text, Ways.Call], SecondWayOn = new(2026, 11, 1), ComeBackUntil = new(2027, 5, 23), EndCode = "50" };
        await Write(a, _ => Decision.Accept(Referral, closed));
        (await Make(a, LetterKind.Closed, LetterFormat.Print12)).ShouldBeOfType<Outcome.No>().Because.ShouldBeOfType<LetterNotSafe>();
        (await Write(a, all => new DropLetter(LetterRow.Owed, "told by text").Decide(all[Referral], London.Today(a.Clock)))).ShouldBeOfType<Outcome.Done>();
        (await Waiting(a)).ShouldBe(0);

        // Closed once more, it is owed once more; back, it is not.
        await Write(a, _ => Decision.Accept(Referral, new Reopened { ReopenedOn = new(2026, 11, 23), CountsFrom = new(2026, 11, 3) }, closed));
        (await Waiting(a)).ShouldBe(1);
        await Write(a, _ => Decision.Accept(Referral, new Reopened { ReopenedOn = new(2026, 11, 23), CountsFrom = new(2026, 11, 3) }));
        (await Waiting(a)).ShouldBe(0);
    }

    [Fact]
    [Trait("Hazard", "H40")]
    public async Task A_letter_that_says_closed_is_not_posted_to_somebody_who_came_back()
    {
        await using var a = await Reached(null);
        await Write(a, _ => Decision.Accept(Referral, new ClosedAsAsked { ClosedOn = new(2026, 11, 23), ComeBackUntil = new(2027, 5, 23), EndCode = "50" }));
        await Make(a, LetterKind.Closed, LetterFormat.Print12);
        await Write(a, _ => Decision.Accept(Referral, new Reopened { ReopenedOn = new(2026, 11, 23), CountsFrom = new(2026, 11, 3) }));
        var letter = (await Letters(a))[0].Id;
        (await Post(a, letter, new(2026, 11, 23))).ShouldBeOfType<Outcome.No>().Because.Message.ShouldStartWith("What this letter says is not so any more.");
        (await Write(a, all => new DropLetter(letter, "came back").Decide(all[Referral], London.Today(a.Clock)))).ShouldBeOfType<Outcome.Done>();
    }

    [Fact]
    public async Task An_ending_is_written_with_its_day_its_reason_and_how_to_come_back()
    {
        await using var a = await Reached(null);
        (await Make(a, LetterKind.CareIsEnding, LetterFormat.Print12)).ShouldBeOfType<Outcome.No>().Because.ShouldBeOfType<NothingToWriteAbout>();
        await Write(a, _ => Decision.Accept(Referral, Ending));
        await Make(a, LetterKind.CareIsEnding, LetterFormat.Print12);
        var body = (await Letters(a))[0].Made.Body!;
        foreach (var words in new[] { "Your care ends on Monday 7 December 2026 because: you have had the 8 sessions in your plan", "8 of 8 sessions", "Choir on Thursdays", "until Monday 7 June 2027" })
            body.ShouldContain(words);
    }

    [Theory]
    [InlineData("an objection")]
    [InlineData("taken back")]
    [InlineData("another notice")]
    [InlineData("a death taken back")]
    [Trait("Hazard", "H34")]
    public async Task A_letter_that_says_care_ends_is_not_posted_once_it_does_not_end_then(string since)
    {
        await using var a = await Reached(null);
        await Write(a, _ => Decision.Accept(Referral, Ending));
        await Make(a, LetterKind.CareIsEnding, LetterFormat.Print12);
        await Write(a, all => since switch
        {
            "an objection" => new AnswerNotice(NoticeAnswer.CarryOn, "No").Decide(all[Referral], Moment.Now(a.Clock)),
            "taken back" => new WithdrawEnding("Talked").Decide(all[Referral], new("sam", Roles.Supervisor)),
            "another notice" => Decision.Accept(Referral, Ending[1] with { }),
            _ => Decision.Accept(Referral, new StoppedForDeath(), new NotStoppedAfterAll(), Ending[1] with { }, new EndingNotTold { Decision = "D1AAAAAAAAAAAAAA" }),
        });
        var letter = (await Letters(a))[0].Id;
        (await Post(a, letter, new(2026, 11, 23))).ShouldBeOfType<Outcome.No>().Because.ShouldBeOfType<NotSoAnyMore>();
        (await Write(a, all => new DropLetter(letter, "not so any more").Decide(all[Referral], London.Today(a.Clock)))).ShouldBeOfType<Outcome.Done>();
        var again = await Make(a, LetterKind.CareIsEnding, LetterFormat.Print12);
        if (since is "an objection" or "taken back")
            again.ShouldBeOfType<Outcome.No>().Because.ShouldBeOfType<NothingToWriteAbout>();
        else
            again.ShouldBeOfType<Outcome.Done>();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_plan_that_is_not_in_force_any_more_is_not_posted(bool another)
    {
        await using var a = await Reached(null);
        PlanProposed Plan(string id) => new() { Plan = id, Therapy = "748051000000105", Step = 2, Sessions = 8 };
        await Write(a, _ => Decision.Accept(Referral, Plan("P1AN000000000001"), new PlanSigned { Plan = "P1AN000000000001", How = SignedHow.ByLink }));
        await Make(a, LetterKind.YourPlan, LetterFormat.Print12);
        await Write(a, _ => another
            ? Decision.Accept(Referral, Plan("P1AN000000000002"), new PlanSigned { Plan = "P1AN000000000002", How = SignedHow.ByLink })
            : Decision.Accept(Referral, new ConsentWithdrawn { Plan = "P1AN000000000001" }));
        (await Post(a, (await Letters(a))[0].Id, new(2026, 11, 23))).ShouldBeOfType<Outcome.No>().Because.ShouldBeOfType<NotSoAnyMore>();
    }

    private static Event[] Ending { get; } =
    [
        new EndingDecided
        {
            Decision = "D1AAAAAAAAAAAAAA", Reason = EndingReason.FinishedTogether, EndCode = "46", SessionsGiven = 8, SessionsPlanned = 8, BelowInARow = 2,
            Why = "you have had the 8 sessions in your plan", StayingWell = "Choir on Thursdays", FollowUpMonths = [1, 6],
        },
        new EndingNotified { Decision = "D1AAAAAAAAAAAAAA", Told = new(2026, 11, 23), Effective = new(2026, 12, 7) },
    ];

    [Fact]
    public void The_front_desk_makes_the_letters_of_its_own_work_and_no_other()
    {
        var (story, desk) = (AStory.Referred().SignsPlan(), new By("STAFFDESK0000001", Roles.Administrator));
        foreach (var kind in Enum.GetValues<LetterKind>())
        {
            Refusal? By(By by) => (new MakeLetter("7KLETTER00000001", kind, LetterFormat.Print12).Decide(story.Referral, story.Person, Northmere, by, story.Today) as Refused)?.Because;
            (By(desk) is LetterOfThoseWhoTreat).ShouldBe(kind is LetterKind.YourPlan or LetterKind.CareIsEnding or LetterKind.GpEnding, $"{kind}");
            By(AStory.Jo).ShouldNotBeOfType<LetterOfThoseWhoTreat>();
        }
    }

    private static async Task<IReadOnlyList<Letter>> Letters(ARecord a) => Letter.All(await a.Record.Read(Referral));

    private static async Task<int> Waiting(ARecord a) => (await FindLetters.Waiting(a.Record, 10)).All;

    private static Task<Outcome> Make(ARecord a, LetterKind kind, LetterFormat? format)
    {
        var id = Ids.New(a.Randomness);
        return Write(a, all => new MakeLetter(id, kind, format).Decide(all[Referral], all[Ivo], Northmere, AStory.Jo, London.Today(a.Clock)));
    }

    private static Task<Outcome> Print(ARecord a, string letter)
    {
        var code = NewLink.OnPaper(a.Randomness);
        return Write(a, all => new PrintReplyCode(letter, code).Decide(all[Referral], Id, Moment.Now(a.Clock)));
    }

    private static Task<Outcome> Post(ARecord a, string letter, DateOnly on) =>
        Write(a, all => new PostLetter(letter, on).Decide(all[Referral], all[Ivo], 21, London.Today(a.Clock)));

    private static Task<Outcome> Write(ARecord a, Func<Histories, Decision> decide) =>
        a.Record.Write(new(Ids.New(a.Randomness), Alex), [Ivo, Referral], (all, _) => decide(all));

    /// <summary>Ivo was referred on 3 November, texted on the 8th and called on the 12th; today is Monday 23 November 2026.</summary>
    private static async Task<ARecord> Reached(string? need, bool homeSafe = true)
    {
        var a = await ARecord.On(Kept.InSqlite, new FixedClock(Moment.Utc(2026, 11, 23, 10)));
        await Write(a, _ => Decision.Accept(
                Ivo,
                new PersonRegistered { FirstName = "Ivo", LastName = "Madeup", BirthDate = new(1988, 2, 29), FilledBy = FilledBy.Me },
                new ContactDetailsGiven { Chosen = [Ways.Letter], Address = "1 Sample Street", Postcode = "NM1 4AB" },
                new SafeContactRulesGiven { LetterHomeSafe = homeSafe, NeutralName = true },
                new NeedsRecorded { Needs = need is null ? [] : [need], ReviewOn = new(2027, 11, 1) })
            .And(
                Referral,
                new ReferralReceived { Person = Id, ReceivedOn = new(2026, 11, 3), Source = "B1", Commissioner = "QT1", CameBy = CameBy.Web, FilledBy = FilledBy.Me },
                new ReferralAccepted(),
                new OptInAsked { Way = Ways.Text, Wording = "T2", AskedOn = new(2026, 11, 8) },
                new ContactTried { Try = "C1AAAAAAAAAAAAAA", Way = Ways.Call, TriedAt = Moment.Utc(2026, 11, 12, 11), Outcome = TryOutcome.NoAnswer }));
        return a;
    }
}

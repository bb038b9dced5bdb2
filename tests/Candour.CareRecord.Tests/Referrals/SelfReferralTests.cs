using Candour.CareRecord.Links;
using Candour.CareRecord.Messages;
using Candour.CareRecord.OptIn;
using Candour.CareRecord.Referrals;
using Candour.CareRecord.Referrals.Store;
using Candour.CareRecord.Safeguards;
using Candour.CareRecord.Store;
using Candour.Clinical;
using Candour.Testing;
using Microsoft.EntityFrameworkCore;

namespace Candour.CareRecord.Tests.Referrals;

public sealed class SelfReferralTests
{
    private static readonly By Somebody = new("visitor", Roles.Public);

    private static SelfReferral Amira(string person = "P000000000000001", string referral = "R000000000000001") => new()
    {
        PersonId = person, ReferralId = referral, SafeNow = SafeNow.Yes, WhoFor = WhoFor.Me, FilledBy = FilledBy.Me,
        BirthDate = new(1991, 3, 4), FirstName = "Amira", LastName = "Testwell", CalledName = "Amy",
        Chosen = [Ways.Text], Mobile = "07700 900123", TextsSafe = true, Confirmed = ["07700 900123"],
        ThoughtsOfEnding = ThoughtsOfEnding.No,
    };

    [Fact]
    public async Task Sending_registers_the_person_starts_the_wait_and_says_thank_you_once()
    {
        await using var a = await ARecord.On(Kept.InSqlite);
        var referring = new ReferringSelf(a.Record, a.Randomness);
        (await referring.Send(Amira(), Somebody)).ShouldBeOfType<Outcome.Done>().Again.ShouldBeFalse();
        (await referring.Send(Amira(), Somebody)).ShouldBeOfType<Outcome.Done>().Again.ShouldBeTrue();

        var referral = await a.Record.Read(Streams.Referral("R000000000000001"));
        referral.All<ReferralReceived>().Single().ReceivedOn.ShouldBe(London.DayOf(a.Clock.Now));
        Standing.CountsFrom(referral).ShouldBe(new(2026, 10, 5));
        await using var lists = a.Record.Lists();
        (await lists.Set<PersonRow>().SingleAsync()).Called.ShouldBe("Amy");
        (await lists.Set<InboxRow>().SingleAsync()).SaidDanger.ShouldBeFalse();
        var message = await lists.Set<OutboxRow>().SingleAsync();
        (message.Person, message.Stage).ShouldBe(("P000000000000001", CareRecord.Messages.MessageStage.Waiting));
    }

    [Fact]
    public async Task A_number_that_was_not_confirmed_gets_no_private_link_but_a_call()
    {
        await using var a = await ARecord.On(Kept.InSqlite);
        await new ReferringSelf(a.Record, a.Randomness).Send(Amira() with { Confirmed = [] }, Somebody);
        await using var lists = a.Record.Lists();
        (await lists.Set<OutboxRow>().CountAsync(m => m.Stage == CareRecord.Messages.MessageStage.Waiting)).ShouldBe(0);
        (await lists.Set<CallRow>().SingleAsync()).Person.ShouldBe("P000000000000001");
    }

    [Fact]
    public async Task Nothing_goes_out_for_a_referral_that_somebody_else_made()
    {
        await using var a = await ARecord.On(Kept.InSqlite);
        await new ReferringSelf(a.Record, a.Randomness).Send(Amira() with { WhoFor = WhoFor.SomeoneICareFor, TheyKnow = true }, Somebody);
        await using var lists = a.Record.Lists();
        (await lists.Set<OutboxRow>().CountAsync()).ShouldBe(0);
        (await lists.Set<InboxRow>().SingleAsync()).Unconfirmed.ShouldBeTrue();
        (await a.Record.Read(Streams.Referral("R000000000000001"))).First<ReferralReceived>()!.Source.ShouldBe("B2");
    }

    [Theory]
    [Trait("Hazard", "H11")]
    [InlineData(SafeNow.NotSure, ThoughtsOfEnding.No, 1)]
    [InlineData(SafeNow.NeedsHelpToday, ThoughtsOfEnding.No, 1)]
    [InlineData(SafeNow.Yes, ThoughtsOfEnding.Sometimes, 1)]
    [InlineData(SafeNow.Yes, ThoughtsOfEnding.Often, 1)]
    [InlineData(SafeNow.NotSure, ThoughtsOfEnding.Often, 2)]
    public async Task Each_answer_of_danger_opens_one_task_before_sending(SafeNow safe, ThoughtsOfEnding thoughts, int told)
    {
        await using var a = await ARecord.On(Kept.InSqlite);
        var answers = Amira() with { SafeNow = safe, ThoughtsOfEnding = thoughts };
        var referring = new ReferringSelf(a.Record, a.Randomness);
        (await referring.TellDanger(answers, Somebody)).ShouldBeOfType<Outcome.Done>();

        var person = await a.Record.Read(Streams.Person(answers.PersonId));
        RiskTask.OpenOf(person)!.Told.Count.ShouldBe(told);
        (await a.Record.Read(Streams.Referral(answers.ReferralId))).Exists.ShouldBeFalse();

        await referring.Send(answers, Somebody);
        var after = await a.Record.Read(Streams.Person(answers.PersonId));
        after.All<RiskTaskOpened>().Count().ShouldBe(1);
        after.All<RiskDisclosed>().Count().ShouldBe(told);
        after.All<PersonRegistered>().Count().ShouldBe(1);
    }

    [Fact]
    [Trait("Hazard", "H11")]
    public async Task No_danger_or_no_way_to_reach_them_writes_nothing_before_sending()
    {
        await using var a = await ARecord.On(Kept.InSqlite);
        var referring = new ReferringSelf(a.Record, a.Randomness);
        await referring.TellDanger(Amira(), Somebody);
        await referring.TellDanger(Amira() with { SafeNow = SafeNow.NeedsHelpToday, Mobile = null }, Somebody);
        await referring.TellDanger(Amira() with { SafeNow = SafeNow.NeedsHelpToday, FirstName = " " }, Somebody);
        (await a.Record.Read(Streams.Person("P000000000000001"))).Exists.ShouldBeFalse();
    }

    [Fact]
    [Trait("Hazard", "H28")]
    public async Task Somebody_too_young_leaves_nothing_even_with_danger()
    {
        await using var a = await ARecord.On(Kept.InSqlite);
        var child = Amira() with { BirthDate = new(2012, 1, 1), SafeNow = SafeNow.NeedsHelpToday };
        var referring = new ReferringSelf(a.Record, a.Randomness);
        await referring.TellDanger(child, Somebody);
        (await referring.Send(child, Somebody)).ShouldBeOfType<Outcome.No>().Because.ShouldBeOfType<TooYoung>();
        (await a.Record.Read(Streams.Person(child.PersonId))).Exists.ShouldBeFalse();
    }

    [Fact]
    public async Task Somebody_being_hurt_gets_no_letter_home_until_a_person_decides()
    {
        await using var a = await ARecord.On(Kept.InSqlite);
        var answers = Amira() with { BeingHurt = BeingHurt.Yes, Chosen = [Ways.Letter, Ways.Text], Address = "2 Sample Street", LetterHomeSafe = true };
        await new ReferringSelf(a.Record, a.Randomness).Send(answers, Somebody);
        var person = Person.Of(await a.Record.Read(Streams.Person(answers.PersonId)))!;
        person.May(Ways.Letter).ShouldBeFalse();
        person.May(Ways.Text).ShouldBeTrue();
    }

    [Fact]
    [Trait("Hazard", "H13")]
    public async Task The_same_person_again_is_sent_as_before_and_noted_as_a_pair()
    {
        await using var a = await ARecord.On(Kept.InSqlite);
        var referring = new ReferringSelf(a.Record, a.Randomness);
        await referring.Send(Amira(), Somebody);
        var again = await referring.Send(Amira("P000000000000002", "R000000000000002"), Somebody);
        again.ShouldBeOfType<Outcome.Done>().Again.ShouldBeFalse();
        await using var lists = a.Record.Lists();
        (await lists.Set<PairRow>().SingleAsync()).State.ShouldBe(PairState.Open);
        (await a.Record.Read(Streams.Referral("R000000000000002"))).Any<WaitGoesOn>().ShouldBeFalse();
    }

    [Fact]
    [Trait("Hazard", "H33")]
    public async Task Somebody_closed_for_no_reply_within_six_months_keeps_the_first_day()
    {
        await using var a = await ARecord.On(Kept.InSqlite);
        var referring = new ReferringSelf(a.Record, a.Randomness);
        await referring.Send(Amira(), Somebody);
        await a.Record.Write(new("close", AReferral.Ada), [Streams.Referral("R000000000000001")], (_, _) => Decision.Accept(
            Streams.Referral("R000000000000001"),
            new ReferralAccepted(),
            new ClosedForNoReply { ClosedOn = new(2026, 12, 1), Ways = ["text", "letter"], SecondWayOn = new(2026, 11, 1), ComeBackUntil = new(2027, 6, 1), EndCode = "50" }));
        a.Clock.Advance(TimeSpan.FromDays(100));
        await referring.Send(Amira("P000000000000002", "R000000000000002"), Somebody);
        Standing.CountsFrom(await a.Record.Read(Streams.Referral("R000000000000002"))).ShouldBe(new(2026, 10, 5));
    }

    [Fact]
    public async Task A_draft_comes_back_with_its_token_only_and_is_gone_after_a_day()
    {
        await using var a = await ARecord.On(Kept.InSqlite);
        var drafts = new Drafts(a.Record, a.Randomness);
        var (token, draft) = await drafts.Begin();
        await drafts.Save(token, draft with { InOwnWords = "marker-words", FirstName = "نور", SafeNow = SafeNow.NotSure });
        (await drafts.Find(token))!.FirstName.ShouldBe("نور");
        (await drafts.Find(token[..42] + (token[42] == 'A' ? 'B' : 'A'))).ShouldBeNull();
        File.ReadAllBytes(Path.Combine(a.Folder!, "candour.db")).AsSpan().IndexOf("marker-words"u8).ShouldBe(-1);

        a.Clock.Advance(Drafts.Lifetime);
        (await drafts.Find(token)).ShouldBeNull();
        (await drafts.TakeAway()).ShouldBe(1);
        (await a.Record.Read(Streams.Service)).All<DangerWithoutAddress>().Single().SafeNow.ShouldBe(SafeNow.NotSure);
    }

    [Fact]
    public void A_reference_is_like_NM_4821_07_and_the_same_each_time()
    {
        Reference.Of("R000000000000001", "Northmere").ShouldMatch("^NM-[0-9]{4}-[0-9]{2}$");
        Reference.Of("R000000000000001", "Northmere").ShouldBe(Reference.Of("R000000000000001", "Northmere"));
        Reference.Of("R000000000000002", "Northmere").ShouldNotBe(Reference.Of("R000000000000001", "Northmere"));
    }
}

using System.Text;
using Candour.CareRecord.Messages;
using Candour.CareRecord.Referrals;
using Candour.CareRecord.Referrals.Store;
using Candour.Clinical;
using Candour.Testing;
using Microsoft.EntityFrameworkCore;

namespace Candour.CareRecord.Tests.Referrals;

public sealed class ChangeDetailsTests
{
    private const string Id = "AMYTESTWELL00001";
    private static readonly StreamId Amy = Streams.Person(Id);
    private static readonly By Herself = new(Id, Roles.Patient);
    private static readonly Sender Northmere = new("Northmere", "01632 960 123", Simulated: false);
    private static readonly byte[] Browser = Encoding.ASCII.GetBytes("one browser");

    [Fact]
    public async Task A_new_number_is_a_new_value_and_the_old_one_is_told_in_words_that_say_nothing()
    {
        await using var a = await With(confirmed: true);
        var done = (await Change(a, New("07700900456"))).ShouldBeOfType<Outcome.Done>();
        var told = done.Events.Select(e => e.Event).OfType<MessageQueued>().ShouldHaveSingleItem();
        (told.Address, told.Template, told.LinkPurpose).ShouldBe(("07700900123", "T17", null));
        told.Text.ShouldBe("Northmere: you asked us to stop using this number or address. If that was not you, call 01632 960 123.");
        var history = await a.Record.Read(Amy);
        history.All<ContactDetailsGiven>().Select(c => c.Mobile).ShouldBe(["07700900123", "07700900456"]);
        Reach.Of(history).Text.Confirmed.ShouldBeFalse();
        ContactCodes.Awaits(history, Ways.Text).ShouldBeTrue();
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task An_old_number_that_was_not_confirmed_or_not_safe_is_told_nothing(bool safe, bool confirmed)
    {
        await using var a = await With(confirmed, safe);
        (await Change(a, New("07700900456"))).ShouldBeOfType<Outcome.Done>().Events.ShouldAllBe(e => e.Event is ContactDetailsGiven);
    }

    [Fact]
    public async Task The_same_details_again_write_nothing()
    {
        await using var a = await With(confirmed: true);
        (await Change(a, New("07700900123"))).ShouldBeOfType<Outcome.Done>().Events.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_code_is_right_once_in_the_browser_that_asked_and_within_ten_minutes()
    {
        await using var a = await With(confirmed: false);
        (await Send(a, "12345")).ShouldBeOfType<Outcome.Done>();
        ContactCodes.WasWrong((await Try(a, "12345", "another browser"u8.ToArray())).ShouldBeOfType<Outcome.Done>().Events).ShouldBeTrue();
        ContactCodes.WasWrong((await Try(a, "54321")).ShouldBeOfType<Outcome.Done>().Events).ShouldBeTrue();
        ContactCodes.WasWrong((await Try(a, "12 345")).ShouldBeOfType<Outcome.Done>().Events).ShouldBeFalse();
        Reach.Of(await a.Record.Read(Amy)).Text.Confirmed.ShouldBeTrue();
        (await Try(a, "12345")).ShouldBeOfType<Outcome.No>().Because.ShouldBeOfType<ContactCodeOver>();
    }

    [Fact]
    public async Task A_code_ends_after_ten_minutes_five_tries_or_another_change_of_the_number()
    {
        await using var late = await With(confirmed: false);
        await Send(late, "12345");
        late.Clock.Skip(TimeSpan.FromMinutes(11));
        (await Try(late, "12345")).ShouldBeOfType<Outcome.No>();

        await using var often = await With(confirmed: false);
        await Send(often, "12345");
        for (var i = 0; i < 5; i++)
            await Try(often, $"0000{i}");
        (await Try(often, "12345")).ShouldBeOfType<Outcome.No>();

        await using var moved = await With(confirmed: false);
        await Send(moved, "12345");
        await Change(moved, New("07700900789"));
        (await Try(moved, "12345")).ShouldBeOfType<Outcome.No>();
        Reach.Of(await moved.Record.Read(Amy)).Text.Confirmed.ShouldBeFalse();
    }

    [Fact]
    public async Task No_code_goes_where_the_person_did_not_say_it_is_safe_and_five_an_hour_are_enough()
    {
        await using var unsafeOne = await With(confirmed: false, safe: false);
        (await Send(unsafeOne, "12345")).ShouldBeOfType<Outcome.No>().Because.Message.ShouldStartWith("You did not say that texts are safe");
        await using var a = await With(confirmed: false);
        for (var i = 0; i < 5; i++)
            (await Send(a, "12345", $"M{i}AAAAAAAAAAAAAA")).ShouldBeOfType<Outcome.Done>();
        (await Send(a, "12345", "M9AAAAAAAAAAAAAA")).ShouldBeOfType<Outcome.No>().Because.ShouldBeOfType<TooManyContactCodes>();
    }

    [Fact]
    public async Task Nobody_at_this_page_lets_letters_home_go_again_where_somebody_may_be_hurting_the_person()
    {
        await using var a = await With(confirmed: true, homeHeld: true);
        await Write(a, all => ChangeDetails.Safe(all[Amy], new() { TextsSafe = true, LetterHomeSafe = true, NeutralName = true }));
        var rules = (await a.Record.Read(Amy)).Last<SafeContactRulesGiven>()!;
        (rules.LetterHomeSafe, rules.HomeHeld).ShouldBe((true, true));
        Person.Of(await a.Record.Read(Amy))!.WhyNot(Ways.Letter).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_name_is_asked_for_settled_by_staff_and_stands_on_their_list_until_then()
    {
        await using var a = await With(confirmed: true);
        await Write(a, all => ChangeDetails.Ask(all[Amy], "REQAAAAAAAAAAAA1", DetailAsked.Name, " Amira Sample "));
        (await Write(a, all => ChangeDetails.Ask(all[Amy], "REQAAAAAAAAAAAA2", DetailAsked.Name, "again"))).ShouldBeOfType<Outcome.No>().Because.ShouldBeOfType<AskedAlready>();
        Person.Of(await a.Record.Read(Amy))!.FirstName.ShouldBe("Amira");
        (await Asked(a)).ShouldBe(1);
        (await Write(a, all => ChangeDetails.Settle(all[Amy], "REQAAAAAAAAAAAA1", done: false, " "))).ShouldBeOfType<Outcome.No>().Because.ShouldBeOfType<SayWhyNotChanged>();
        await Write(a, all => ChangeDetails.Settle(all[Amy], "REQAAAAAAAAAAAA1", done: true, null));
        (await Asked(a)).ShouldBe(0);
        (await Write(a, all => ChangeDetails.Settle(all[Amy], "REQAAAAAAAAAAAA1", done: true, null))).ShouldBeOfType<Outcome.No>().Because.ShouldBeOfType<NothingAsked>();
    }

    private static async Task<int> Asked(ARecord a)
    {
        await using var lists = a.Record.Lists();
        return await lists.Set<AskedRow>().CountAsync();
    }

    private static ContactDetailsGiven New(string mobile) => new() { Chosen = [Ways.Text], Mobile = mobile };

    private static Task<Outcome> Change(ARecord a, ContactDetailsGiven wanted)
    {
        var id = Ids.New(a.Randomness);
        return Write(a, all => ChangeDetails.Contact(all[Amy], wanted, way => id, Northmere, Moment.Now(a.Clock)));
    }

    private static Task<Outcome> Send(ARecord a, string code, string message = "M1AAAAAAAAAAAAAA") =>
        Write(a, all => ContactCodes.Send(all[Amy], Ways.Text, code, Browser, message, Northmere, Moment.Now(a.Clock)));

    private static Task<Outcome> Try(ARecord a, string code, byte[]? browser = null) =>
        Write(a, all => ContactCodes.Try(all[Amy], Ways.Text, code, browser ?? Browser, Moment.Now(a.Clock)));

    private static Task<Outcome> Write(ARecord a, Func<Histories, Decision> decide) =>
        a.Record.Write(new(Ids.New(a.Randomness), Herself), [Amy], (all, _) => decide(all));

    private static async Task<ARecord> With(bool confirmed, bool safe = true, bool homeHeld = false)
    {
        var a = await ARecord.On(Kept.InSqlite, new FixedClock(Moment.Utc(2026, 10, 5, 9)));
        var facts = new List<Event>
        {
            new PersonRegistered { FirstName = "Amira", LastName = "Testwell", BirthDate = new(1991, 3, 4), FilledBy = FilledBy.Me },
            New("07700900123"),
            new SafeContactRulesGiven { TextsSafe = safe, NeutralName = true, HomeHeld = homeHeld },
        };
        if (confirmed)
            facts.Add(new ContactConfirmed { Way = Ways.Text, Address = "07700900123" });
        await Write(a, _ => Decision.Accept(Amy, [.. facts]));
        return a;
    }
}

using Candour.CareRecord;
using Candour.CareRecord.Access;
using Candour.CareRecord.OptIn;
using Candour.CareRecord.Referrals;
using Candour.CareRecord.Referrals.Store;
using Candour.Clinical;
using Candour.Web.Tests.Hosting;
using static Candour.Web.Tests.Pages.Referrals.FrontDeskTests;
using Stage = Candour.CareRecord.Referrals.Stage;

namespace Candour.Web.Tests.Pages.Referrals;

/// <summary>The way back that a letter promises is open to whoever takes the call: hazard H33.</summary>
[Trait("Hazard", "H33")]
public sealed class WayBackTests
{
    [Fact]
    public async Task Who_calls_after_not_for_us_is_heard_though_the_letter_has_gone()
    {
        await using var site = await Seeded(confirmed: true);
        await Tell(site.Record, new ReferralNotForUs { EndCode = "50", DecidedOn = new(2026, 10, 5), Because = "Another service", WhereInstead = "Their GP" },
            new CareRecord.Letters.LetterNotPosted { Letter = CareRecord.Letters.LetterRow.Owed, Why = "told by phone" });
        site.Clock.Advance(TimeSpan.FromDays(9));
        var desk = await site.Staff(Roles.Administrator);
        (await desk.Fill($"/inbox/{GilsReferral}", ("Because", "They think we are wrong"))).Status.ShouldBe(303);
        Standing.Of(await site.Record.Read(Streams.Referral(GilsReferral))).ShouldBe(Stage.Inbox);
    }

    [Fact]
    public async Task Who_calls_after_a_closing_is_taken_up_again_for_six_months_and_not_one_day_more()
    {
        await using var site = await Closed();
        var desk = await site.Staff(Roles.Administrator);
        (await desk.Get($"/inbox/{GilsReferral}")).Body.ShouldContain("This referral was closed.");
        (await desk.Get($"/reach/{GilsReferral}")).Body.ShouldContain("Reopen");
        (await desk.Fill($"/reach/{GilsReferral}/close")).Status.ShouldBe(303);
        Standing.Of(await site.Record.Read(Streams.Referral(GilsReferral))).ShouldBe(Stage.Reaching);

        await using var late = await Closed();
        late.Clock.Advance(TimeSpan.FromDays(190));
        (await (await late.Staff(Roles.Administrator)).Get($"/reach/{GilsReferral}")).Status.ShouldBe(404);
    }

    [Theory]
    [InlineData("07700 900125", null, true)]
    [InlineData("07700 900199", "999 000 0018", true)]
    [InlineData("07700 900199", null, false)]
    public async Task A_new_referral_of_somebody_closed_lately_keeps_their_first_day_whoever_writes_it_down(string mobile, string? number, bool goesOn)
    {
        await using var site = await Closed();
        await site.Record.Write(new("nhs", By.Worker), [Streams.Person(Gil)], (_, _) => Decision.Accept(Streams.Person(Gil), new NhsNumberGiven { Number = "9990000018", Status = "02" }));
        site.Clock.Advance(TimeSpan.FromDays(40));
        var desk = await site.Staff(Roles.Administrator);
        var today = London.Today(site.Clock);
        var saved = await desk.Fill("/referrals/new",
            ("Form.FirstName", "Gil"), ("Form.LastName", "Invented"), ("Form.Birth.Day", "6"), ("Form.Birth.Month", "5"), ("Form.Birth.Year", "1988"), ("Form.Nhs", number ?? ""),
            ("Form.TheyKnow", "yes"), ("Form.Ways", "call"), ("Form.Phone", mobile), ("Form.Source", "A1"), ("Form.CameBy", "Telephone"),
            ("Form.Received.Day", $"{today.Day}"), ("Form.Received.Month", $"{today.Month}"), ("Form.Received.Year", $"{today.Year}"));
        saved.Location.ShouldStartWith("/inbox/", customMessage: $"{site.Get<Candour.Testing.LoggedErrors>()}");
        var referral = await site.Record.Read(Streams.Referral(saved.Location!["/inbox/".Length..]));
        Standing.CountsFrom(referral).ShouldBe(goesOn ? new(2026, 10, 5) : today);
        (referral.Last<WaitGoesOn>()?.Earlier).ShouldBe(goesOn ? GilsReferral : null);
    }

    [Fact]
    public async Task Closing_says_that_the_person_is_told_and_puts_it_on_the_list_of_letters()
    {
        await using var site = await Seeded(confirmed: true);
        await Tell(site.Record, new ReferralAccepted(), new OptInReplied { Reply = OptInReply.NoMore });
        var desk = await site.Staff(Roles.Administrator);
        (await desk.Get($"/reach/{GilsReferral}/close")).Body.ShouldContain("You decide. Gil gets a letter about this.");
        var closed = await desk.Fill($"/reach/{GilsReferral}/close");
        closed.Location.ShouldBe($"/reach/{GilsReferral}");
        (await desk.Get(closed.Location!)).Body.ShouldContain("Telling them is on the list of letters.");
        (await desk.Get("/letters")).Body.ShouldContain("You can come back");
        var letters = $"/pathways/{GilsReferral}/letters";
        (await desk.Get(letters)).Body.ShouldContain("gets a letter that says so, and how to come back.");
        (await desk.Fill(letters, ("Kind", "Closed"), ("Format", "Print12"))).Status.ShouldBe(303);
    }

    [Fact]
    [Trait("Hazard", "H22")]
    public async Task Where_no_letter_is_safe_none_is_promised()
    {
        await using var site = await Seeded(confirmed: true);
        await Tell(site.Record, new ReferralAccepted(), new OptInReplied { Reply = OptInReply.NoMore });
        await site.Record.Write(new("unsafe", By.Worker), [Streams.Person(Gil)], (_, _) => Decision.Accept(Streams.Person(Gil), new SafeContactRulesGiven { TextsSafe = true, NeutralName = true }));
        var page = (await (await site.Staff(Roles.Administrator)).Get($"/reach/{GilsReferral}/close")).Body;
        page.ShouldContain("A letter is not safe for Gil: the list of letters asks how they were told instead.");
        page.ShouldNotContain("gets a letter");
    }

    private static async Task<ASite> Closed()
    {
        var site = await Seeded(confirmed: true);
        await Tell(site.Record, new ReferralAccepted(), new ClosedAsAsked { ClosedOn = new(2026, 10, 5), ComeBackUntil = new(2027, 4, 5), EndCode = "50" },
            new CareRecord.Letters.LetterNotPosted { Letter = CareRecord.Letters.LetterRow.Owed, Why = "told by phone" });
        await using var lists = site.Record.Lists();
        lists.Set<ReferralRow>().Single().ComeBackUntil.ShouldBe(new DateOnly(2027, 4, 5));
        return site;
    }
}

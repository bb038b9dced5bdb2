using Candour.CareRecord;
using Candour.CareRecord.Messages;
using Candour.CareRecord.OptIn;
using Candour.CareRecord.Policies;
using Candour.CareRecord.Referrals;
using Candour.CareRecord.Safeguards;
using Candour.CareRecord.Referrals.Store;
using Candour.Clinical;
using Candour.Testing;
using Candour.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Candour.Web.Tests.Pages.Referrals;

public sealed class SafetyInSelfReferralTests
{
    // A Sunday, closed; open again on Monday at 9am.
    private static readonly Moment Sunday = Moment.Utc(2026, 10, 4, 11);

    [Theory]
    [Trait("Hazard", "H05")]
    [InlineData("NeedsHelpToday", "needs help today")]
    [InlineData("NotSure", "not sure they are safe")]
    public async Task Somebody_not_safe_reads_after_sending_who_is_told_and_when_a_person_acts(string safe, string shortly)
    {
        await using var site = await ASite.Open(seed: SelfReferring.Policies, clock: new FixedClock(Sunday));
        var visitor = await Ready(site, safe, ("Form.Ways", "call"), ("Form.Phone", "01632 960001"));
        (await visitor.Get("/refer/help?next=hurt")).Body.ShouldContain("We are closed until then.");
        (await visitor.Fill("/refer/answers")).Location.ShouldBe("/refer/sent");
        var sent = (await visitor.Get("/refer/sent")).Body;
        sent.ShouldContain("We have told our team. A person here will read your answer <strong>by ");
        sent.ShouldContain("on Monday 5 October</strong> and call you.");
        sent.ShouldContain("We are closed until then.");
        sent.IndexOf("href=\"tel:999\"", StringComparison.Ordinal).ShouldBeInRange(0, sent.IndexOf("What happens next", StringComparison.Ordinal));
        WhatWasTold.InShort(RiskTask.OpenOf(await PersonOf(site))!.Told).ShouldBe($"told us in the referral: {shortly}");
    }

    [Theory]
    [Trait("Hazard", "H05")]
    [InlineData("thoughts", "Form.Thoughts", "99")]
    [InlineData("thoughts", "Form.Thoughts", "1")]
    [InlineData("hurt", "Form.Hurt", "99")]
    [InlineData("safe", "Form.Safe", "7")]
    public async Task An_answer_nobody_was_offered_is_asked_again_and_never_taken_for_no_danger(string step, string field, string posted)
    {
        await using var site = await ASite.Open(seed: SelfReferring.Policies);
        var visitor = await SelfReferring.Begun(site);
        var page = await visitor.Fill($"/refer/{step}", (field, posted));
        page.Status.ShouldBe(200);
        page.Body.ShouldContain("There is a problem");
    }

    [Fact]
    public async Task Not_being_safe_is_not_taken_for_thoughts_of_ending_ones_life()
    {
        await using var site = await ASite.Open(seed: SelfReferring.Policies);
        var visitor = site.Visitor();
        await visitor.Fill("/refer");
        var told = await visitor.Fill("/refer/safe", ("Form.Safe", "NotSure"));
        var help = (await visitor.Get(told.Location!)).Body;
        help.ShouldContain("You said that you may not be safe right now.");
        help.ShouldNotContain("Many people have thoughts like this");
        told = await visitor.Fill("/refer/thoughts", ("Form.Thoughts", "Often"));
        (await visitor.Get(told.Location!)).Body.ShouldContain("Many people have thoughts like this, and it can get better.");
    }

    [Fact]
    [Trait("Hazard", "H22")]
    public async Task Somebody_with_no_safe_way_left_is_asked_for_another_and_promised_nothing_unsafe()
    {
        await using var site = await ASite.Open(seed: SelfReferring.Policies);
        var visitor = await Ready(site, "Yes", ("Form.Ways", "text"), ("Form.Mobile", "07700 900123"));
        (await visitor.Fill("/refer/safe-to", ("Form.Texts", "no"))).Location.ShouldBe("/refer/safe-way");
        var stop = await visitor.Get("/refer/safe-way");
        stop.Body.ShouldContain("You said that texts are not safe.");
        (await visitor.Get("/refer/answers")).Location.ShouldBe("/refer/safe-way");
        (await visitor.Fill(stop, "/refer/safe-way")).Location.ShouldBe("/refer/answers");
        (await visitor.Fill("/refer/answers")).Location.ShouldBe("/refer/sent");
        var sent = (await visitor.Get("/refer/sent")).Body;
        sent.ShouldNotContain("contact you by text");
        sent.ShouldContain("Please call us by Thursday 8 October 2026");

        await using var lists = site.Record.Lists();
        (await lists.Set<CallRow>().CountAsync()).ShouldBe(0);
        var referral = (await lists.Set<ReferralRow>().SingleAsync()).Referral;
        await site.Record.Write(new("accepted", By.Worker), [Streams.Referral(referral)], (h, _) => Screening.Accept(h[Streams.Referral(referral)]));
        var desk = await site.Staff(Roles.Administrator);
        (await desk.Get($"/inbox/{referral}")).Body.ShouldContain("They said that they will call us.");
        var asked = await desk.Fill($"/reach/{referral}");
        asked.Body.ShouldContain("Nothing was sent. Bo gave no way that is safe for a message or a call.");
        asked.Body.ShouldNotContain("call list.");
        (await site.Record.Read(Streams.Referral(referral))).Any<OptInAsked>().ShouldBeFalse();
    }

    [Fact]
    public async Task Another_way_that_is_safe_takes_the_referral_on()
    {
        await using var site = await ASite.Open(seed: SelfReferring.Policies);
        var visitor = await Ready(site, "Yes", ("Form.Ways", "text"), ("Form.Mobile", "07700 900123"));
        await visitor.Fill("/refer/safe-to", ("Form.Texts", "no"));
        await visitor.Fill("/refer/contact", ("Form.Ways", "call"), ("Form.Phone", "01632 960001"));
        (await visitor.Fill("/refer/answers")).Location.ShouldBe("/refer/sent");
        (await visitor.Get("/refer/sent")).Body.ShouldContain("contact you by phone");
    }

    [Theory]
    [InlineData("Yes")]
    [InlineData("RatherTalk")]
    public async Task Somebody_who_is_hurt_is_shown_help_and_a_way_off_the_page(string answer)
    {
        await using var site = await ASite.Open(seed: SelfReferring.Policies);
        var visitor = await Ready(site, "Yes", ("Form.Ways", "call"), ("Form.Phone", "01632 960001"));
        var told = await visitor.Fill("/refer/hurt", ("Form.Hurt", answer));
        told.Location.ShouldBe("/refer/help?next=helpers&of=13", "the history of the browser does not say what it was about");
        var help = (await visitor.Get(told.Location!)).Body;
        help.ShouldContain("tel:08082000247");
        help.ShouldContain("press 55");
        help.ShouldContain("href=\"/leave\"");
        help.ShouldContain("href=\"/refer/helpers\"");
        help.ShouldNotContain("We have told our team");
    }

    [Fact]
    public async Task An_address_typed_and_not_ticked_is_asked_about_and_kept_on_the_page()
    {
        await using var site = await ASite.Open(seed: SelfReferring.Policies);
        var visitor = await SelfReferring.Begun(site);
        (string, string)[] typed = [("Form.Ways", "call"), ("Form.Phone", "01632 960001"), ("Form.Email", "bo@example.com")];
        var asked = await visitor.Fill("/refer/contact", typed);
        asked.Status.ShouldBe(200);
        System.Net.WebUtility.HtmlDecode(asked.Body).ShouldContain("You gave details for “E-mail” but did not tick it. Tick it if we may use it. If not, press Continue again");
        asked.Body.ShouldContain("bo@example.com");
        (await visitor.Fill(asked, "/refer/contact", [.. typed, ("Form.AskedAbout", "E-mail")])).Location.ShouldBe("/refer/safe-to");
    }

    [Fact]
    public async Task Two_ways_typed_and_not_ticked_are_named_as_the_page_names_them()
    {
        await using var site = await ASite.Open(seed: SelfReferring.Policies);
        var visitor = await SelfReferring.Begun(site);
        (string, string)[] typed = [("Form.Ways", "text"), ("Form.Mobile", "07700 900123"), ("Form.Phone", "01632 960001"), ("Form.Address", "1 Madeup Street")];
        var asked = await visitor.Fill("/refer/contact", typed);
        System.Net.WebUtility.HtmlDecode(asked.Body).ShouldContain("You gave details for “Phone call” and “Letter” but did not tick them. Tick those we may use. If none, press Continue again");
        (await visitor.Fill(asked, "/refer/contact", typed)).Location.ShouldBe("/refer/safe-to");
    }

    [Theory]
    [Trait("Hazard", "H23")]
    [InlineData("Yes")]
    [InlineData("RatherTalk")]
    public async Task Who_is_hurt_is_never_asked_to_keep_the_confirmation_and_whoever_takes_the_device_next_finds_nothing(string answer)
    {
        await using var site = await ASite.Open(seed: SelfReferring.Policies);
        var visitor = await Ready(site, "Yes", ("Form.Ways", "call"), ("Form.Phone", "01632 960001"));
        await visitor.Fill("/refer/hurt", ("Form.Hurt", answer));
        var check = (await visitor.Get("/refer/answers")).Body;
        check.ShouldContain("You answered. We do not show it here");
        check.ShouldNotContain("I would rather talk about it");
        await visitor.Fill("/refer/answers");
        var sent = (await visitor.Get("/refer/sent")).Body;
        sent.ShouldNotContain("You can print this page");
        sent.ShouldContain("do not save this page");
        sent.ShouldContain("We send nothing to your home until a person here has talked with you.");
        sent.ShouldContain("<a href=\"/leave\">Leave this page</a>");

        var left = await visitor.Get("/leave");
        left.Header("Clear-Site-Data").ShouldBe("\"cache\", \"cookies\", \"storage\"");
        visitor.Cookies.Keys.ShouldNotContain("__Host-candour-refer");
        (await visitor.Get("/refer/sent")).Location.ShouldBe("/refer");
    }

    [Fact]
    public async Task Who_said_that_nobody_hurts_them_is_told_to_keep_the_reference()
    {
        await using var site = await ASite.Open(seed: SelfReferring.Policies);
        var visitor = await Ready(site, "Yes", ("Form.Ways", "call"), ("Form.Phone", "01632 960001"));
        await visitor.Fill("/refer/hurt", ("Form.Hurt", "No"));
        (await visitor.Get("/refer/answers")).Body.ShouldContain("You answered. We do not show it here", Case.Sensitive, "so that nothing can be told from it");
        await visitor.Fill("/refer/answers");
        (await visitor.Get("/refer/sent")).Body.ShouldContain("You can print this page or save it from your browser.");
    }

    [Fact]
    [Trait("Hazard", "H23")]
    public async Task Leaving_lets_go_of_a_referral_that_was_begun_and_the_front_page_does_not_tell_of_it()
    {
        await using var site = await ASite.Open(seed: SelfReferring.Policies);
        var visitor = await SelfReferring.ReadyToSend(site);
        (await visitor.Get("/")).Body.ShouldContain("Carry on with your referral");
        await visitor.Get("/leave");
        (await visitor.Get("/")).Body.ShouldNotContain("Carry on with your referral");
        (await visitor.Get("/refer/answers")).Location.ShouldBe("/refer");
    }

    [Fact]
    [Trait("Hazard", "H28")]
    public async Task A_wrong_birth_date_is_mended_and_nothing_else_is_lost()
    {
        await using var site = await ASite.Open(seed: SelfReferring.Policies);
        var visitor = await SelfReferring.Begun(site);
        await visitor.Fill("/refer/who", ("Form.WhoFor", "Me"));
        await visitor.Fill("/refer/filling", ("Form.Filling", "MeWithHelp"));
        (await visitor.Fill("/refer/birth", ("Form.Birth.Day", "4"), ("Form.Birth.Month", "3"), ("Form.Birth.Year", "2021"))).Location.ShouldBe("/refer/too-young");
        var page = await visitor.Get("/refer/too-young");
        page.Body.ShouldContain("I typed the wrong date");
        (await visitor.Fill(page, "/refer/too-young")).Location.ShouldBe("/refer/birth");
        (await visitor.Get("/refer/birth")).Body.ShouldNotContain("2021");
        (await visitor.Fill("/refer/birth", ("Form.Birth.Day", "4"), ("Form.Birth.Month", "3"), ("Form.Birth.Year", "1991"))).Location.ShouldBe("/refer/gp");
        (await visitor.Get("/refer/filling")).Body.ShouldMatch("value=\"MeWithHelp\"[^>]*checked");
    }

    private static async Task<Visitor> Ready(ASite site, string safe, params (string, string)[] contact)
    {
        var visitor = site.Visitor();
        await visitor.Fill("/refer");
        await visitor.Fill("/refer/safe", ("Form.Safe", safe));
        await visitor.Fill("/refer/who", ("Form.WhoFor", "Me"));
        await visitor.Fill("/refer/birth", ("Form.Birth.Day", "4"), ("Form.Birth.Month", "3"), ("Form.Birth.Year", "1991"));
        await visitor.Fill("/refer/gp", ("Form.Practice", "V81997"));
        await visitor.Fill("/refer/name", ("Form.FirstName", "Bo"), ("Form.LastName", "Sample"));
        await visitor.Fill("/refer/contact", contact);
        await visitor.Fill("/refer/thoughts", ("Form.Thoughts", "RatherNotSay"));
        return visitor;
    }

    private static async Task<History> PersonOf(ASite site)
    {
        await using var lists = site.Record.Lists();
        return await site.Record.Read(Streams.Person((await lists.Set<PersonRow>().SingleAsync()).Person));
    }
}

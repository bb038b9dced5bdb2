using System.Net;
using Candour.CareRecord.Messages;
using Candour.Testing;
using Candour.Web.Pages.Referrals.SelfReferral;
using Candour.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using static Candour.Web.Tests.Pages.Referrals.SelfReferring;

namespace Candour.Web.Tests.Pages.Referrals;

public sealed class CodesAskedTests
{
    private static readonly IPAddress Library = IPAddress.Parse("192.0.2.7");

    [Fact]
    public async Task However_many_forms_are_begun_one_number_gets_three_codes_in_an_hour_and_the_fourth_is_not_said_to_have_gone()
    {
        await using var site = await ASite.Open(seed: Policies);
        for (var form = 1; form <= 4; form++)
        {
            var visitor = await AtTheCode(site, form % 2 == 0 ? "+44 7700 900123" : "07700 900 123");
            var page = (await visitor.Get("/refer/code")).Body;
            if (form < 4)
            {
                page.ShouldContain("We sent a 5-number code to");
                continue;
            }

            page.ShouldContain("You have asked for several codes, so we have not sent another");
            page.ShouldContain("Do this later");
            page.ShouldNotContain("We sent a 5-number code");
            page.ShouldNotContain("Send me a new code");
            (await visitor.Fill("/refer/code?handler=Later")).Status.ShouldBeLessThan(400);
        }

        (await Sent(site)).ShouldBe(3);
    }

    [Fact]
    public async Task A_fourth_code_asked_for_in_one_form_is_not_said_to_have_been_sent()
    {
        await using var site = await ASite.Open(seed: Policies, on: options => options with { Codes = new() { ToOneAnHour = 10, ToOneADay = 10 } });
        var visitor = await AtTheCode(site, "07700 900123");
        for (var again = 0; again < 3; again++)
            await Again(visitor);
        var page = (await visitor.Get("/refer/code")).Body;
        page.ShouldContain("You have asked for several codes, so we have not sent another to 07700 900123. The last one works for 10 minutes after it was sent.");
        page.ShouldNotContain("Send me a new code");
        (await Sent(site)).ShouldBe(3);
    }

    [Fact]
    public void Six_a_day_to_one_number_whatever_the_hour()
    {
        var clock = new FixedClock();
        var asked = new CodesAsked(new(), clock);
        for (var hour = 0; hour < 2; hour++)
        {
            for (var code = 0; code < 3; code++)
                asked.Takes("07700 900123", Library).ShouldBeTrue();
            asked.Takes("07700900123", Library).ShouldBeFalse();
            clock.Advance(TimeSpan.FromMinutes(61));
        }

        asked.Takes("07700 900123", Library).ShouldBeFalse();
        clock.Advance(TimeSpan.FromHours(23));
        asked.Takes("07700 900123", Library).ShouldBeTrue();
    }

    [Fact]
    public void One_network_and_the_whole_site_have_an_end_too_and_a_refusal_counts_for_nobody()
    {
        var asked = new CodesAsked(new() { FromOneNetworkAnHour = 2, AnHour = 3 }, new FixedClock());
        asked.Takes("a@example.com", Library).ShouldBeTrue();
        asked.Takes("b@example.com", Library).ShouldBeTrue();
        asked.Takes("c@example.com", Library).ShouldBeFalse();
        asked.Takes("c@example.com", IPAddress.Parse("2001:db8:1:2::1")).ShouldBeTrue();
        asked.Takes("d@example.com", IPAddress.Parse("198.51.100.1")).ShouldBeFalse();
    }

    [Fact]
    public void A_whole_network_of_the_new_kind_counts_as_one()
    {
        CodesAsked.Network(IPAddress.Parse("2001:db8:1:2::1")).ShouldBe(CodesAsked.Network(IPAddress.Parse("2001:db8:1:2:ffff::9")));
        CodesAsked.Network(IPAddress.Parse("2001:db8:1:2::1")).ShouldNotBe(CodesAsked.Network(IPAddress.Parse("2001:db8:1:3::1")));
        CodesAsked.Network(IPAddress.Parse("::ffff:192.0.2.7")).ShouldBe("192.0.2.7");
    }

    private static async Task<Visitor> AtTheCode(ASite site, string mobile)
    {
        var visitor = await Begun(site);
        await visitor.Fill("/refer/who", ("Form.WhoFor", "Me"));
        await visitor.Fill("/refer/birth", ("Form.Birth.Day", "4"), ("Form.Birth.Month", "3"), ("Form.Birth.Year", "1991"));
        await visitor.Fill("/refer/name", ("Form.FirstName", "Bo"));
        await visitor.Fill("/refer/contact", ("Form.Ways", "text"), ("Form.Mobile", mobile));
        await visitor.Fill("/refer/safe-to", ("Form.Texts", "yes"));
        (await visitor.Fill("/refer/say-who", ("Form.SayWho", "neutral"))).Location.ShouldBe("/refer/code");
        return visitor;
    }

    private static async Task Again(Visitor visitor)
    {
        var page = await visitor.Get("/refer/code");
        var token = System.Text.RegularExpressions.Regex.Match(page.Body, "__RequestVerificationToken\"[^>]*value=\"(?<v>[^\"]+)\"").Groups["v"].Value;
        (await visitor.Post("/refer/code?handler=Again", ("__RequestVerificationToken", token))).Location.ShouldBe("/refer/code");
    }

    private static async Task<int> Sent(ASite site)
    {
        await using var lists = site.Record.Lists();
        return await lists.Set<OutboxRow>().CountAsync();
    }
}

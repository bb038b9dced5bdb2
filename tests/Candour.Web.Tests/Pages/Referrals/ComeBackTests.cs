using System.Text;
using System.Text.RegularExpressions;
using Candour.CareRecord.Messages;
using Candour.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Candour.Web.Tests.Pages.Referrals;

/// <summary>Stop and come back: on another phone or computer by a code that was written down, and the date of birth.</summary>
public sealed class ComeBackTests
{
    [Fact]
    public async Task A_code_and_the_birth_date_carry_on_on_another_device_once()
    {
        await using var site = await ASite.Open(seed: SelfReferring.Policies);
        var phone = await SelfReferring.ReadyToSend(site);
        var code = await CodeShownTo(phone);
        (await phone.Get("/refer/stop")).Body.ShouldNotContain(code, Case.Sensitive, "it is shown once");

        var library = site.Visitor();
        (await library.Get("/refer")).Body.ShouldContain("href=\"/refer/back\"");
        (await Types(library, code.ToLowerInvariant(), 1991)).Location.ShouldBe("/refer");
        (await library.Fill("/refer")).Location.ShouldBe("/refer/answers");
        (await library.Get("/refer/answers")).Body.ShouldContain("Bo Sample");
        (await Types(site.Visitor(), code, 1991)).Body.ShouldContain("We cannot find that code.");
        (await library.Fill("/refer/answers")).Location.ShouldBe("/refer/sent");
    }

    [Fact]
    public async Task Five_wrong_birth_dates_close_the_code_and_nothing_is_shown_before()
    {
        await using var site = await ASite.Open(seed: SelfReferring.Policies);
        var code = await CodeShownTo(await SelfReferring.ReadyToSend(site));
        var other = site.Visitor();
        for (var left = 4; left >= 1; left--)
        {
            var refused = await Types(other, code, 1990);
            refused.Body.ShouldContain($"You have {left} more {(left == 1 ? "try" : "tries")} with this code.");
            refused.Body.ShouldNotContain("Sample");
        }

        (await Types(other, code, 1990)).Body.ShouldContain("We have closed this code to protect you.");
        (await Types(other, code, 1991)).Body.ShouldContain("We cannot find that code.");
    }

    [Fact]
    public async Task A_code_ends_with_its_day_with_the_next_code_and_with_the_answers()
    {
        await using var site = await ASite.Open(seed: SelfReferring.Policies);
        var phone = await SelfReferring.ReadyToSend(site);
        var first = await CodeShownTo(phone);
        var second = await CodeShownTo(phone);
        (await Types(site.Visitor(), first, 1991)).Body.ShouldContain("We cannot find that code.");
        site.Clock.Skip(TimeSpan.FromHours(25));
        (await Types(site.Visitor(), second, 1991)).Body.ShouldContain("We cannot find that code.");

        phone = await SelfReferring.ReadyToSend(site);
        var third = await CodeShownTo(phone);
        await Throws(phone);
        (await Types(site.Visitor(), third, 1991)).Body.ShouldContain("We cannot find that code.");
    }

    [Fact]
    public async Task The_code_lies_nowhere_in_the_database_and_in_no_message()
    {
        await using var site = await ASite.Open(seed: SelfReferring.Policies);
        var code = await CodeShownTo(await SelfReferring.ReadyToSend(site));
        await using var lists = site.Record.Lists();
        (await lists.Set<OutboxRow>().CountAsync()).ShouldBe(0);
        foreach (var file in Directory.GetFiles(Path.GetDirectoryName(site.Record.Database.File!)!, "*", SearchOption.AllDirectories).Where(f => !f.EndsWith(".lock", StringComparison.Ordinal)))
        {
            await using var open = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var all = new MemoryStream();
            await open.CopyToAsync(all);
            var text = Encoding.Latin1.GetString(all.ToArray());
            text.ShouldNotContain(code);
            text.ShouldNotContain(code.Replace(" ", "", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Before_there_is_a_birth_date_no_code_is_offered()
    {
        await using var site = await ASite.Open(seed: SelfReferring.Policies);
        var phone = await SelfReferring.Begun(site);
        (await phone.Get("/refer/stop")).Body.ShouldNotContain("handler=Code");
    }

    private static async Task<string> CodeShownTo(Visitor visitor)
    {
        var stop = await visitor.Get("/refer/stop");
        var action = Regex.Match(stop.Body, "action=\"(?<a>[^\"]*handler=Code[^\"]*)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["a"].Value;
        var token = Regex.Match(stop.Body, "name=\"__RequestVerificationToken\"[^>]*value=\"(?<v>[^\"]+)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["v"].Value;
        (await visitor.Post(action, ("__RequestVerificationToken", token))).Location.ShouldBe("/refer/stop");
        var shown = (await visitor.Get("/refer/stop")).Body;
        return Regex.Match(shown, "candour-number\">(?<c>[^<]+)<", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["c"].Value;
    }

    private static async Task Throws(Visitor visitor)
    {
        var token = Regex.Match((await visitor.Get("/refer/stop")).Body, "name=\"__RequestVerificationToken\"[^>]*value=\"(?<v>[^\"]+)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["v"].Value;
        (await visitor.Post("/refer/stop", ("__RequestVerificationToken", token))).Location.ShouldBe("/");
    }

    private static Task<Answered> Types(Visitor visitor, string code, int year) =>
        visitor.Fill("/refer/back", ("Code", code), ("Birth.Day", "4"), ("Birth.Month", "3"), ("Birth.Year", $"{year}"));
}

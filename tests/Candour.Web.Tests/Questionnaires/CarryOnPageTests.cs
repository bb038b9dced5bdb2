using System.Text.RegularExpressions;
using Candour.CareRecord;
using Candour.CareRecord.Messages;
using Candour.CareRecord.Referrals;
using Candour.Clinical;
using Candour.Web.Tests.Hosting;

namespace Candour.Web.Tests.Questionnaires;

public sealed partial class CarryOnPageTests
{
    [Fact]
    public async Task Stop_here_shows_a_code_once_that_opens_the_form_on_another_device_and_ends_this_one()
    {
        await using var a = await ASession.Open();
        var amy = await a.Amy();
        await ASession.Start(amy);
        await ASession.Answer(amy, 1, 2);
        var page = await amy.Get($"/q/{ASession.Form}/saved");
        page.Body.ShouldContain("They are not sent yet.");
        page.Body.ShouldNotContain("Send me a link");
        (await amy.Fill(page, $"/q/{ASession.Form}/saved", ("How", "code"))).Location.ShouldBe($"/q/{ASession.Form}/saved");
        var shown = await amy.Get($"/q/{ASession.Form}/saved");
        var code = Printed().Match(shown.Body).Value;
        code.Length.ShouldBe(9);
        shown.Body.ShouldContain("We show it once. It works until 8pm on Tuesday 6 October 2026.");
        (await amy.Get($"/q/{ASession.Form}/saved")).Body.ShouldNotContain(code);

        var other = a.Site.Visitor();
        var opened = await other.Fill(
            "/l", ("Code", code.ToLowerInvariant()), ("BirthDate.Day", "4"), ("BirthDate.Month", "3"), ("BirthDate.Year", "1991"));
        opened.Location.ShouldBe($"/q/{ASession.Form}");
        (await other.Get($"/q/{ASession.Form}")).Body.ShouldContain("Your answers so far are saved. You carry on where you stopped.");
        (await amy.Get($"/q/{ASession.Form}/2")).Status.ShouldBe(401);
    }

    [Fact]
    public async Task A_link_is_offered_only_where_one_can_go_and_never_says_where()
    {
        await using var a = await ASession.Open();
        await a.Site.Record.Write(
            new("confirm", By.Worker), [Streams.Person(ASession.Person)],
            (_, _) => Decision.Accept(Streams.Person(ASession.Person), new ContactConfirmed { Way = Ways.Text, Address = "07700900123" }));
        var amy = await a.Amy();
        await ASession.Start(amy);
        var page = await amy.Get($"/q/{ASession.Form}/saved");
        page.Body.ShouldContain("We can send you a new link by text message.");
        page.Body.ShouldNotContain("900123");
        page.Body.ShouldNotMatch(@"\bAmy\b");
        await amy.Fill(page, $"/q/{ASession.Form}/saved", ("How", "link"));
        var told = await amy.Get($"/q/{ASession.Form}/saved");
        told.Body.ShouldContain("A link is on its way. It can take 5 minutes. It works until 8pm on Tuesday 6 October 2026.");
        (await a.Answers()).IsSent.ShouldBeFalse();
    }

    [Fact]
    public async Task A_link_asked_for_where_none_can_go_is_refused_in_words_and_the_code_stays()
    {
        await using var a = await ASession.Open();
        var amy = await a.Amy();
        await ASession.Start(amy);
        var refused = await amy.Fill($"/q/{ASession.Form}/saved", ("How", "link"));
        refused.Status.ShouldBe(200);
        refused.Body.ShouldContain("There is a problem");
        refused.Body.ShouldContain("We have no confirmed number or address that is safe to use now, so we sent nothing.");
        refused.Body.ShouldContain("Show me a code");
    }

    [GeneratedRegex("[2-9A-HJ-NP-Z]{4} [2-9A-HJ-NP-Z]{4}", RegexOptions.None, 1000)]
    private static partial Regex Printed();
}

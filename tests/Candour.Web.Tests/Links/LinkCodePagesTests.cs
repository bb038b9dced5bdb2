using System.Text.RegularExpressions;
using Candour.CareRecord;
using Candour.CareRecord.Links;
using Candour.CareRecord.Links.Store;
using Candour.CareRecord.Messages;
using Candour.CareRecord.Referrals;
using Candour.CareRecord.Timers;
using Candour.Clinical;
using Candour.Testing;
using Candour.Web.Tests.Hosting;
using Candour.Web.Tests.Questionnaires;
using static Candour.Web.Tests.Links.LinkPagesTests;

namespace Candour.Web.Tests.Links;

/// <summary>To read takes a code beside the link and the birth date.</summary>
public sealed class LinkCodePagesTests
{
    [Fact]
    public async Task Reading_needs_a_code_too_and_only_in_the_browser_that_gave_the_date()
    {
        await using var site = await ASite.Open(seed: Seed);
        var link = await Issue(site, new(LinkPurpose.MyPage));
        var visitor = site.Visitor();
        (await visitor.Fill($"/l/{link.Token}", Born)).Location.ShouldBe("/l/code");
        var page = await visitor.Get("/l/code");
        page.Body.ShouldContain("Enter the code we sent you");
        var code = await CodeSent(site);

        var other = site.Visitor();
        (await other.Get("/l/code")).Location.ShouldBe("/new-link");
        (await visitor.Fill("/l/code", ("Code", code == "000000" ? "000001" : "000000"))).Body.ShouldContain("That code is not right.");
        var answer = await visitor.Fill("/l/code", ("Code", $" {code[..3]} {code[3..]} "));
        (answer.Status, answer.Location).ShouldBe((302, "/me"));

        (await site.Visitor().Fill($"/l/{link.Token}", Born)).Body.ShouldContain(
            "This link has been used. If you were in the middle of something, your answers are saved.");
    }

    [Fact]
    public async Task The_entry_form_sent_twice_sends_a_code_for_the_answer_the_browser_keeps()
    {
        await using var site = await ASite.Open(seed: Seed);
        var link = await Issue(site, new(LinkPurpose.Agree, "R000000000000001"));
        var visitor = site.Visitor();
        var page = await visitor.Get($"/l/{link.Token}");
        // Both leave the browser before either answer is there: with the same cookies, and the second answer's are kept.
        var (cookies, address) = (string.Join("; ", visitor.Cookies.Select(c => $"{c.Key}={c.Value}")), $"/l/{link.Token}");
        (string, string)[] form = [("__RequestVerificationToken", AnsweringByLinkTests.Hidden(page.Body, "__RequestVerificationToken")), ("CommandId", AnsweringByLinkTests.Hidden(page.Body, "CommandId")), .. Born];
        foreach (var press in new[] { site.Visitor(), visitor = site.Visitor() })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new FormUrlEncodedContent(form.Select(f => KeyValuePair.Create(f.Item1, f.Item2))) };
            request.Headers.Add("Cookie", cookies);
            (await press.Send(request)).Location.ShouldBe("/l/code");
        }

        var newest = (await site.Record.Read(Streams.Link(link.Id))).Last<LinkCodeSent>()!.Message;
        var code = (await site.Record.Read(Streams.Message(newest))).First<MessageQueued>()!.Text![..6];
        (await visitor.Fill("/l/code", ("Code", code))).Location!.ShouldStartWith("/me/agree");
    }

    [Fact]
    public async Task A_sixth_code_in_an_hour_is_not_said_to_be_sent_and_can_be_asked_for_later()
    {
        await using var site = await ASite.Open(seed: Seed);
        var link = await Issue(site, new(LinkPurpose.Agree, "R000000000000001"));
        await site.Visitor().Fill($"/l/{link.Token}", Born);
        site.Clock.Advance(TimeSpan.FromMinutes(55));
        for (var opening = 2; opening <= 5; opening++)
            await site.Visitor().Fill($"/l/{link.Token}", Born);
        var sixth = site.Visitor();
        await sixth.Fill($"/l/{link.Token}", Born);
        var told = await sixth.Get("/l/code");
        told.Body.ShouldContain("We have sent several codes in the last hour. Wait an hour and ask again, or call us.");
        told.Body.ShouldNotContain("Enter the code we sent you");
        (await sixth.Fill(told, "")).Body.ShouldNotContain("Enter the code we sent you");

        site.Clock.Advance(TimeSpan.FromMinutes(6));
        var later = await sixth.Get("/l/code");
        later.Body.ShouldContain("We have not sent you a code yet. Ask for one.");
        (await Waiting(site)).Count.ShouldBe(5);
        (await sixth.Fill(later, "")).Location.ShouldBe("/l/code");
        (await sixth.Get("/l/code")).Body.ShouldContain("Enter the code we sent you");
        (await Waiting(site)).Count.ShouldBe(6);
    }

    [Fact]
    public async Task Whoever_opens_a_link_again_after_their_number_came_back_is_asked_to_call()
    {
        await using var site = await ASite.Open(seed: Seed);
        var link = await Issue(site, new(LinkPurpose.Agree, "R000000000000001"));
        await site.Visitor().Fill($"/l/{link.Token}", Born);
        var person = Streams.Person(Amira);
        await site.Record.Write(new("bounced", By.Worker), [person], (_, _) => Decision.Accept(person, new ContactBounced { Way = Ways.Text, Address = "07700900123", Message = "M000000000000001" }));
        var again = site.Visitor();
        await again.Fill($"/l/{link.Token}", Born);
        var told = await again.Get("/l/code");
        told.Body.ShouldContain("We have no confirmed number or address that we may send a code to now.");
        told.Body.ShouldNotContain("Enter the code we sent you");
    }

    [Fact]
    public async Task Somebody_who_answered_by_link_reads_their_scores_after_a_code_and_not_before()
    {
        await using var site = await ASite.Open(seed: Seed);
        var amy = await site.Patient(Amira, CareRecord.Access.PatientStrength.Answer, "questionnaire/Q000000000000001");
        var more = await amy.Get((await amy.Get("/me/scores")).Location!);
        more.Body.ShouldContain("One more step to read this");
        (await Waiting(site)).ShouldBeEmpty("opening the page sends nothing");
        (await amy.Fill(more, "/l/more")).Location.ShouldBe("/l/code");
        (await amy.Get("/me/scores")).Status.ShouldBe(401);
        var code = await CodeSent(site);
        (await amy.Fill("/l/code", ("Code", code == "000000" ? "000001" : "000000"))).Body.ShouldContain("That code is not right.");
        (await amy.Fill("/l/code", ("Code", code))).Location.ShouldBe("/me/scores");
        (await amy.Get("/me/scores")).Status.ShouldBe(200);
    }

    [Theory]
    [InlineData("https://elsewhere.example/me")]
    [InlineData("//elsewhere.example")]
    [InlineData("/today")]
    [InlineData("/me/no-such-page")]
    public async Task The_step_leads_to_no_address_but_a_page_of_theirs(string to)
    {
        await using var site = await ASite.Open(seed: Seed);
        var amy = await site.Patient(Amira, CareRecord.Access.PatientStrength.Answer, "questionnaire/Q000000000000001");
        await amy.Fill($"/l/more?to={Uri.EscapeDataString(to)}");
        (await amy.Fill("/l/code", ("Code", await CodeSent(site)))).Location.ShouldBe("/me");
    }

    [Fact]
    public async Task Where_no_code_can_go_out_the_person_is_asked_to_call_and_goes_on_answering()
    {
        await using var site = await ASite.Open(seed: r => Register(r, confirmed: false));
        var amy = await site.Patient(Amira, CareRecord.Access.PatientStrength.Answer, "questionnaire/Q000000000000001");
        var told = await amy.Fill("/l/more?to=/me/scores");
        told.Body.ShouldContain("We have no confirmed number or address that we may send a code to now.");
        (await amy.Get("/l/more")).Status.ShouldBe(200, "the session that answers is still there");
    }

    [Fact]
    public async Task Where_no_address_is_confirmed_the_person_is_asked_to_call()
    {
        await using var site = await ASite.Open(seed: r => Register(r, confirmed: false));
        var link = await Issue(site, new(LinkPurpose.MyPage));
        var visitor = site.Visitor();
        await visitor.Fill($"/l/{link.Token}", Born);
        (await visitor.Get("/l/code")).Body.ShouldContain("We have no confirmed number or address that we may send a code to now.");
    }
}

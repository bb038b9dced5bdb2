using Candour.CareRecord;
using Candour.CareRecord.Access;
using Candour.CareRecord.Access.Store;
using Candour.CareRecord.Referrals;
using Candour.Web.Tests.Hosting;
using Candour.Web.Tests.Pathways;

namespace Candour.Web.Tests.Access;

/// <summary>Records that close: "I know this person", "Block a person", and how each ends.</summary>
public sealed class ClosedRecordPagesTests
{
    private const string Pathway = $"/pathways/{ACourse.Referral}", Known = $"/people-i-know/{ACourse.Person}";

    [Fact]
    public async Task Whoever_says_that_they_know_a_person_is_shown_nothing_more_of_them_and_the_front_desk_finds_somebody_else()
    {
        await using var site = await ASite.Open();
        var course = await ACourse.On(site);
        var jo = course.Jo;
        (await jo.Get(Pathway)).Body.ShouldContain($"href=\"{Known}\">I know this person</a>");
        (await jo.Get("/today")).Body.ShouldContain("<a class=\"nhsuk-footer__list-item-link\" href=\"/people-i-know\">People I know</a>");

        (await jo.Fill(Known)).Body.ShouldContain("Choose how you know this person");
        (await jo.Get(Pathway)).Status.ShouldBe(200);
        (await jo.Fill(Known, ("Closeness", "Neighbour"))).Location.ShouldBe("/people-i-know");
        var mine = (await jo.Get("/people-i-know")).Body;
        mine.ShouldContain("a neighbour: 1");
        mine.ShouldNotContain("Testwell");

        foreach (var closed in new[] { Pathway, $"/sessions/{ACourse.Today}", $"/safety-plan/{ACourse.Person}", $"{Pathway}/letters" })
            (await jo.Get(closed)).Status.ShouldBe(404, closed);
        (await jo.Get(Known)).Body.ShouldNotContain("Testwell");
        (await jo.Get($"/break-glass/{ACourse.Person}")).Status.ShouldBe(404, "no emergency opens it");
        // No refusal stands between staff and a worry.
        (await jo.Get($"/worry/{ACourse.Person}")).Status.ShouldBe(200);

        (await (await site.Staff(Roles.Administrator)).Get("/asked")).Body.ShouldContain("Jo Demo told us that they know this person outside work.");
        var amy = await site.Patient(ACourse.Person);
        (await amy.Get("/me/looked")).Body.ShouldContain("<bdi>Jo Demo</bdi>: told us that they know you.");
        (await amy.Get("/me")).Body.ShouldContain("we are finding you another therapist: yours told us that they know you outside work. We have not settled it yet.");
    }

    [Fact]
    public async Task Somebody_who_has_no_business_with_a_record_closes_it_too_and_an_id_nobody_has_is_no_record()
    {
        await using var site = await ASite.Open();
        await ACourse.On(site);
        var lead = await site.Staff(Roles.ServiceLead);
        var page = (await lead.Get(Known)).Body;
        page.ShouldContain("I know this person</h1>");
        page.ShouldNotContain("Testwell");
        (await lead.Fill(Known, ("Closeness", "Family"))).Status.ShouldBe(303);
        (await lead.Fill("/people-i-know/7KN0B0DY00000001", ("Closeness", "Family"))).Status.ShouldBe(404);
        (await site.Record.Read(Streams.Person(ACourse.Person))).All<RelationDeclared>().ShouldHaveSingleItem().Staff.ShouldBe(ASite.StaffId(Roles.ServiceLead));
    }

    [Fact]
    public async Task The_privacy_officer_ends_it_with_a_reason_and_nobody_else_does()
    {
        await using var site = await ASite.Open();
        var course = await ACourse.On(site);
        await course.Jo.Fill(Known, ("Closeness", "Friend"));
        var officer = await site.Staff(Roles.PrivacyOfficer);
        var page = await officer.Get("/closed-records");
        page.Body.ShouldContain("<bdi>Amira Testwell</bdi>: closed to <bdi>Jo Demo</bdi>");
        (string, string)[] line = [("Person", ACourse.Person), ("Staff", course.JoId)];
        var refused = await officer.Fill(page, "/closed-records", [.. line, ("Why", "no")]);
        refused.Body.ShouldContain("Say why it ends, in 10 characters or more.");
        refused.Body.ShouldContain("value=\"no\"");
        foreach (var other in new[] { course.Jo, await site.Staff(Roles.SafeguardingLead), await site.Staff(Roles.ServiceLead) })
            (await other.Get("/closed-records")).Status.ShouldBeOneOf(403, 404);
        (await course.Jo.Get(Pathway)).Status.ShouldBe(404);

        (await officer.Fill(refused, "/closed-records", [.. line, ("Why", "Jo chose the wrong person in the list")])).Status.ShouldBe(303);
        (await course.Jo.Get(Pathway)).Status.ShouldBe(200);
        (await officer.Get("/closed-records")).Body.ShouldContain("Nobody has told us that they know a person here.");
    }

    [Fact]
    public async Task A_person_blocks_the_one_who_treats_them_is_told_what_that_means_and_takes_it_back()
    {
        await using var site = await ASite.Open();
        var course = await ACourse.On(site);
        await course.Jo.Get(Pathway);
        var amy = await site.Patient(ACourse.Person);
        var block = $"/me/looked/block/{course.JoId}";
        (await amy.Get("/me/looked")).Body.ShouldContain($"<a href=\"{block}\">Block <bdi>Jo Demo</bdi></a>");
        var page = await amy.Get(block);
        page.Body.ShouldContain("The front desk finds you somebody else and tells you. You keep your place and the sessions you have left.");
        page.Body.ShouldContain("If you tell us that you are in danger, somebody else is called.");

        (await amy.Fill(page, block)).Location.ShouldBe("/me/looked");
        (await course.Jo.Get(Pathway)).Status.ShouldBe(404);
        (await course.Jo.Get("/people-i-know")).Body.ShouldContain("You have told us of nobody.");
        (await (await site.Staff(Roles.Administrator)).Get("/asked")).Body.ShouldContain("They closed their record to Jo Demo.");
        var looked = (await amy.Get("/me/looked")).Body;
        looked.ShouldContain("<bdi>Jo Demo</bdi>: you asked for this.");
        looked.ShouldNotContain($"{block}\">Block");
        (await (await site.Staff(Roles.PrivacyOfficer)).Get("/closed-records")).Body.ShouldNotContain("Jo Demo</bdi></h2>");

        (await amy.Fill(await amy.Get(block), $"{block}?handler=Back")).Status.ShouldBe(303);
        (await course.Jo.Get(Pathway)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Nobody_is_blocked_by_a_guess_and_an_answer_link_blocks_nobody()
    {
        await using var site = await ASite.Open();
        var course = await ACourse.On(site);
        await site.Staff(Roles.Supervisor);
        var amy = await site.Patient(ACourse.Person);
        (await amy.Get($"/me/looked/block/{ASite.StaffId(Roles.Supervisor)}")).Status.ShouldBe(404);
        var byLink = await site.Patient(ACourse.Person, PatientStrength.Answer, "questionnaire/7KQ0000000000001");
        (await byLink.Get($"/me/looked/block/{course.JoId}")).Status.ShouldBe(302, "a code first");
    }

    [Fact]
    public async Task Why_on_a_line_goes_to_the_front_desk_and_is_answered_in_words_by_name()
    {
        await using var site = await ASite.Open();
        var course = await ACourse.On(site);
        var desk = await site.Staff(Roles.Administrator);
        await course.Jo.Get(Pathway);
        var amy = await site.Patient(ACourse.Person);
        var looked = (await amy.Get("/me/looked")).Body;
        var start = looked.IndexOf("/me/ask/why-opened", StringComparison.Ordinal);
        start.ShouldBeGreaterThan(0);
        var ask = System.Net.WebUtility.HtmlDecode(looked[start..looked.IndexOf('"', start)]);
        var page = await amy.Get(ask);
        page.Body.ShouldContain("Jo Demo opened: scores, sessions and notes, on Monday 5 October 2026 at 10:12am.");
        page.Body.ShouldContain("A person here answers you by Monday 12 October 2026");
        (await amy.Fill(page, ask, ("Wanted", "I was not there that day"))).Location.ShouldBe("/me");
        (await amy.Get("/me/ask/why-opened?at=1&by=nobody")).Status.ShouldBe(404);

        var asked = await desk.Get("/asked");
        asked.Body.ShouldContain("Why? Jo Demo opened: scores, sessions and notes, on Monday 5 October 2026 at 10:12am. I was not there that day");
        var request = (await site.Record.Read(Streams.Person(ACourse.Person))).All<DetailsChangeAsked>().ShouldHaveSingleItem().Request;
        (string, string)[] of = [("Person", ACourse.Person), ("Asked", request)];
        (await desk.Fill(asked, "/asked?handler=Done", [.. of, ("InWords", " ")])).Body.ShouldContain("Write the answer. They read these words, with your name");
        (await desk.Fill(await desk.Get("/asked"), "/asked?handler=Done", [.. of, ("InWords", "Jo read your scores before calling you")])).Status.ShouldBe(303);
        (await amy.Get("/me")).Body.ShouldContain("Why my record was opened. Jo Demo answered: Jo read your scores before calling you");
    }
}

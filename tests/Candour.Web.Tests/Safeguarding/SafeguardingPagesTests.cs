using Candour.CareRecord;
using Candour.CareRecord.Messages;
using Candour.CareRecord.Policies;
using Candour.CareRecord.Safeguarding;
using Candour.CareRecord.Safeguarding.Store;
using Candour.Clinical;
using Candour.Web.Tests.Hosting;
using Candour.Web.Tests.Pathways;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Candour.Web.Tests.Safeguarding;

/// <summary>From anybody at work to the lead's list at once, and to nobody else (H29, H30).</summary>
public sealed class SafeguardingPagesTests
{
    private const string Marker = "MARKER-he-locks-the-door-7731";
    private const string New = $"/safeguarding/new/{ACourse.Person}?referral={ACourse.Referral}";

    [Fact]
    [Trait("Hazard", "H29")]
    public async Task An_entry_by_the_front_desk_reaches_the_leads_list_and_is_taken_noted_and_closed_in_words()
    {
        await using var site = await ASite.Open();
        await Course(site);
        var desk = await site.Staff(Roles.Administrator);
        var page = await desk.Get(New);
        page.Body.ShouldContain("If somebody is in danger now: call 999.");
        page.Body.ShouldContain("Then phone Jo Demo, the safeguarding lead, on 01632 960177.");
        var refused = await desk.Fill(page, New, ("About", "Child"), ("Seen", ""), ("DoneAtOnce", "Phoned the lead"));
        refused.Body.ShouldContain("Write what was seen or said, as near to the words as you can.");
        refused.Body.ShouldContain("Phoned the lead");
        var sent = await desk.Fill(refused, New, ("About", "Child"), ("Seen", Marker), ("DoneAtOnce", "Phoned the lead"));
        sent.Status.ShouldBe(303);
        (await desk.Get(sent.Location!)).Body.ShouldContain("Jo Demo has a task now and takes it up by Tuesday 6 October 2026.");
        (await desk.Get("/safeguarding")).Status.ShouldBe(403);

        var lead = await site.Staff(Roles.SafeguardingLead);
        var list = (await lead.Get("/safeguarding")).Body;
        list.ShouldContain("1 concern is open.");
        list.ShouldContain("Not taken up yet. Due 6 October");
        list.ShouldNotContain("Amira");
        list.ShouldNotContain("type=\"checkbox\"");
        var address = $"/safeguarding/{await Entry(site)}";
        var one = await lead.Get(address);
        one.Body.ShouldContain(Marker);
        one.Body.ShouldContain("Amira Testwell");
        (await lead.Fill(one, $"{address}?handler=Take")).Status.ShouldBe(303);
        (await lead.Fill(await lead.Get(address), $"{address}?handler=Note", ("Done", "Called the children's team"))).Status.ShouldBe(303);
        (await lead.Fill(await lead.Get(address), $"{address}?handler=Close", ("Outcome", ""))).Body.ShouldContain("Say what was decided and who has it now, before closing this.");
        (await lead.Fill(await lead.Get(address), $"{address}?handler=Close", ("Outcome", "The children's team has it"))).Status.ShouldBe(303);
        (await lead.Get(address)).Body.ShouldContain("closed by Jo Demo. The children&#x27;s team has it");
        (await lead.Get("/safeguarding")).Body.ShouldContain("Closed 5 October");
    }

    [Fact]
    [Trait("Hazard", "H29")]
    public async Task Every_role_that_may_write_one_is_led_there_from_the_persons_page_and_from_the_front_desk()
    {
        await using var site = await ASite.Open();
        var course = await Course(site);
        (await course.Jo.Get($"/pathways/{ACourse.Referral}")).Body.ShouldContain($"href=\"{New}\"");
        var desk = await site.Staff(Roles.Administrator);
        (await desk.Fill("/look-up", ("Name", "amira"), ("Why", "TheyAreHere"))).Body.ShouldContain($"href=\"{New}\"");
        foreach (var role in (string[])[Roles.Administrator, Roles.PwpTrainee, Roles.HighIntensity, Roles.Supervisor, Roles.EmploymentAdviser, Roles.SafeguardingLead])
            (await (await site.Staff(role)).Get(New)).Status.ShouldBe(200, role);
        (await desk.Get("/safeguarding/new/7KN0B0DY00000001")).Status.ShouldBe(404);
    }

    [Fact]
    [Trait("Hazard", "H30")]
    public async Task A_marker_in_an_entry_is_on_no_page_of_the_person_in_no_letter_and_in_no_message()
    {
        await using var site = await ASite.Open();
        var course = await Course(site);
        var amy = await site.Patient(ACourse.Person);
        await course.Jo.Fill(New, ("About", "Adult"), ("Seen", Marker), ("DoneAtOnce", Marker));
        var lead = await site.Staff(Roles.SafeguardingLead);
        var address = $"/safeguarding/{await Entry(site)}";
        await lead.Fill(await lead.Get(address), $"{address}?handler=Note", ("Done", Marker));
        (await amy.Get("/me/looked")).Body.ShouldContain("Nobody has looked at your record yet.", customMessage: "opening the entry leaves no trace, gap or count");

        var mine = site.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Select(e => e.RoutePattern)
            .Where(p => p.Parameters.Count == 0 && p.RawText is { } text && (text == "me" || text.StartsWith("me/", StringComparison.Ordinal)))
            .Select(p => "/" + p.RawText).Distinct().ToList();
        mine.Count.ShouldBeGreaterThan(8);
        foreach (var there in mine)
        {
            var body = (await amy.Get(there)).Body;
            body.ShouldNotContain(Marker, customMessage: there);
            body.ShouldNotContain("safeguarding", Case.Insensitive, there);
        }

        foreach (var there in (string[])[$"/pathways/{ACourse.Referral}", $"/pathways/{ACourse.Referral}/letters", $"/pathways/{ACourse.Referral}/risk"])
            (await course.Jo.Get(there)).Body.ShouldNotContain(Marker, customMessage: there);
        foreach (var stream in (StreamId[])[Streams.Person(ACourse.Person), Streams.Referral(ACourse.Referral)])
            (await site.Record.Read(stream)).Events.ShouldAllBe(e => !e.Event.ToString()!.Contains(Marker, StringComparison.Ordinal) && !(e.Event is SafeguardingRaised));
        await using var lists = site.Record.Lists();
        var messages = await lists.Set<OutboxRow>().Select(m => m.Message).ToListAsync();
        messages.ShouldNotBeEmpty();
        foreach (var message in messages)
        {
            var text = (await site.Record.Read(Streams.Message(message))).First<MessageQueued>()!.Text ?? "";
            text.ShouldNotContain(Marker);
            text.ShouldNotContain("safeguarding", Case.Insensitive);
        }
    }

    [Fact]
    [Trait("Hazard", "H30")]
    public async Task It_is_closed_to_colleagues_until_the_lead_lets_them_read_it_and_they_change_nothing()
    {
        await using var site = await ASite.Open();
        var course = await Course(site);
        await course.Jo.Fill(New, ("About", "Adult"), ("Seen", Marker));
        var address = $"/safeguarding/{await Entry(site)}";
        (await course.Jo.Get(address)).Body.ShouldContain(Marker);
        (await course.Jo.Get(address)).Body.ShouldNotContain("Close this concern");
        var high = await site.Staff(Roles.HighIntensity);
        (await high.Get(address)).Status.ShouldBe(404);
        (await high.Get("/safeguarding")).Body.ShouldContain("You have written no concern, and none was shared with you.");
        (await (await site.Staff(Roles.ServiceLead)).Get(address)).Status.ShouldBeOneOf(403, 404);
        (await (await site.Patient(ACourse.Person)).Get(address)).Status.ShouldBeOneOf(403, 404);

        var lead = await site.Staff(Roles.SafeguardingLead);
        (await lead.Fill(await lead.Get(address), $"{address}?handler=Share", ("With", ASite.StaffId(Roles.HighIntensity)))).Status.ShouldBe(303);
        var read = await high.Get(address);
        read.Body.ShouldContain(Marker);
        read.Body.ShouldNotContain("Close this concern");
        (await high.Post($"{address}?handler=Close", ("Outcome", "Nothing"))).Status.ShouldBe(403);
        SafeguardingEntry.Of(await site.Record.Read(Streams.Safeguarding(await Entry(site))))!.IsOpen.ShouldBeTrue();
    }

    [Fact]
    [Trait("Hazard", "H29")]
    public async Task Left_unopened_it_is_late_on_the_list_and_the_clock_tells_the_lead_once()
    {
        await using var site = await ASite.Open();
        var course = await Course(site);
        await course.Jo.Fill(New, ("About", "Adult"), ("Seen", Marker));
        var work = new SafeguardingAlarms(new Testing.SeededRandomness(4));
        (await work.Run(site.Record, Moment.Now(site.Record.Clock))).ShouldBe(0);
        site.Clock.Skip(TimeSpan.FromDays(2));
        (await (await site.Staff(Roles.SafeguardingLead)).Get("/safeguarding")).Body.ShouldContain("Late, not opened. It was due 6 October");
        (await work.Run(site.Record, Moment.Now(site.Record.Clock))).ShouldBe(1);
        (await work.Run(site.Record, Moment.Now(site.Record.Clock))).ShouldBe(0);
        (await site.Record.Read(Streams.Safeguarding(await Entry(site)))).All<SafeguardingLeftUnopened>().Count().ShouldBe(1);
    }

    [Fact]
    [Trait("Hazard", "H29")]
    public async Task Where_no_safeguarding_lead_is_named_the_page_says_so_and_whom_to_phone()
    {
        await using var site = await ASite.Open();
        var course = await ACourse.On(site);
        var supervisor = await site.Staff(Roles.Supervisor);
        await course.Tell("policy", By.Worker, Streams.Policy,
            new PolicySet { Name = PolicyNames.Supervisor, Value = ASite.StaffId(Roles.Supervisor), From = new(2026, 1, 1) });
        (await course.Jo.Get(New)).Body.ShouldContain("Then phone Jo Demo, the supervisor: no safeguarding lead is named.");
        var sent = await course.Jo.Fill(New, ("About", "Child"), ("Seen", Marker));
        // Whoever was told can open it.
        (await supervisor.Get($"/safeguarding/{await Entry(site)}")).Body.ShouldContain(Marker);
        (await course.Jo.Get(sent.Location!)).Body.ShouldContain("Jo Demo was told. No safeguarding lead is named, so phone Jo Demo as well.");
        (await (await site.Staff(Roles.SafeguardingLead)).Get("/safeguarding")).Body.ShouldContain("1 concern is open.");
    }

    [Fact]
    [Trait("Hazard", "H30")]
    public async Task A_supervisor_whose_it_is_takes_it_up_and_writes_what_was_done_and_neither_shares_nor_closes_it()
    {
        await using var site = await ASite.Open();
        var course = await ACourse.On(site);
        var supervisor = await site.Staff(Roles.Supervisor);
        await course.Tell("policy", By.Worker, Streams.Policy,
            new PolicySet { Name = PolicyNames.Supervisor, Value = ASite.StaffId(Roles.Supervisor), From = new(2026, 1, 1) });
        await course.Jo.Fill(New, ("About", "Child"), ("Seen", Marker));
        var (address, mine) = ($"/safeguarding/{await Entry(site)}", $"/safeguarding/{await Entry(site)}/mine");
        (await supervisor.Get(address)).Body.ShouldContain("Take this up, and write what you did");

        var page = await supervisor.Get(mine);
        page.Body.ShouldContain("closing it, are for the safeguarding lead");
        (await supervisor.Fill(page, $"{mine}?handler=Take")).Location.ShouldBe(address);
        (await supervisor.Fill(await supervisor.Get(mine), $"{mine}?handler=Note", ("Done", ""))).Body.ShouldContain("Write what you did.");
        (await supervisor.Fill(await supervisor.Get(mine), $"{mine}?handler=Note", ("Done", "Called the council at 3pm."))).Status.ShouldBe(303);
        (await supervisor.Get(address)).Body.ShouldContain("Called the council at 3pm.");
        (await supervisor.Get(address)).Body.ShouldNotContain("Close this concern");
        foreach (var act in new[] { "Share", "Close" })
            (await supervisor.Post($"{address}?handler={act}", ("Outcome", "Nothing"), ("With", ASite.StaffId(Roles.HighIntensity)))).Status.ShouldBe(403, act);
        var entry = SafeguardingEntry.Of(await site.Record.Read(Streams.Safeguarding(await Entry(site))))!;
        (entry.Taken is not null, entry.IsOpen, entry.SharedWith.Count).ShouldBe((true, true, 0));

        // Who wrote it, and who has nothing to do with it, change nothing.
        (await course.Jo.Get(mine)).Status.ShouldBe(404);
        (await (await site.Staff(Roles.HighIntensity)).Get(mine)).Status.ShouldBe(404);
    }

    private static async Task<ACourse> Course(ASite site)
    {
        var course = await ACourse.On(site);
        await site.Staff(Roles.SafeguardingLead);
        await course.Tell("policy", By.Worker, Streams.Policy,
            new PolicySet { Name = PolicyNames.SafeguardingLead, Value = ASite.StaffId(Roles.SafeguardingLead), From = new(2026, 1, 1) },
            new PolicySet { Name = PolicyNames.SafeguardingPhone, Value = "01632 960177", From = new(2026, 1, 1) });
        return course;
    }

    private static async Task<string> Entry(ASite site)
    {
        await using var lists = site.Record.Lists();
        return (await lists.Set<SafeguardingRow>().SingleAsync()).Entry;
    }
}

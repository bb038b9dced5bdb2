using Candour.CareRecord;
using Candour.CareRecord.Access.Store;
using Candour.CareRecord.Complaints;
using Candour.CareRecord.Complaints.Store;
using Candour.CareRecord.Referrals;
using Candour.Web.Tests.Hosting;
using Candour.Web.Tests.Pathways;
using Microsoft.EntityFrameworkCore;

namespace Candour.Web.Tests.Pages.Complaints;

/// <summary>What somebody tells us is wrong is the service lead's and theirs alone.</summary>
public sealed class ComplaintPagesTests
{
    private const string What = "I was left waiting on the telephone";
    private const string New = $"/pathways/{ACourse.Referral}/complaint";

    [Fact]
    public async Task What_a_person_tells_us_is_answered_by_the_service_lead_and_read_by_nobody_who_gives_them_care()
    {
        await using var site = await ASite.Open();
        var course = await ACourse.On(site);
        var lead = await site.Staff(Roles.ServiceLead);
        var amy = await site.Patient(ACourse.Person);
        (await amy.Get("/me")).Body.ShouldContain("href=\"/me/complain\">Tell you something is wrong");
        (await amy.Fill("/me/complain", ("What", What), ("PutRight", "A call back"), ("Named", "true"), ("MayContact", "true"))).Location.ShouldBe("/me/complain");
        (await amy.Get("/me/complain")).Body.ShouldContain("A person here reads it by");

        (await lead.Get("/manage/waits")).Body.ShouldContain("1 complaint waits for an answer.");
        var list = (await lead.Get("/complaints")).Body;
        list.ShouldNotContain("Amira");
        var id = await Id(site);
        list.ShouldContain($"/complaints/{id}");
        var page = await lead.Get($"/complaints/{id}");
        page.Body.ShouldContain(What);
        page.Body.ShouldContain("Amira Testwell");
        (await lead.Fill(page, $"/complaints/{id}?handler=Read")).Status.ShouldBe(303);
        (await amy.Get("/me/complain")).Body.ShouldMatch("Jo Demo</bdi> read it on 5 October\\. We answer by 5 April 2027\\.");
        (await lead.Fill($"/complaints/{id}?handler=Answer", ("Reply", ""))).Body.ShouldContain("Write the answer.");
        (await lead.Fill($"/complaints/{id}?handler=Answer", ("Reply", "We are sorry. We call you today."))).Status.ShouldBe(303);
        var mine = (await amy.Get("/me/complain")).Body;
        mine.ShouldContain("We are sorry. We call you today.");
        mine.ShouldContain("Ombudsman");
        (await amy.Get("/me")).Body.ShouldContain("Read our answer to what you told us was wrong");
        (await amy.Get("/me/looked")).Body.ShouldContain("complaint");
        (await lead.Get("/manage/waits")).Body.ShouldContain("No complaint waits for an answer.");

        // Neither the front desk nor anybody who gives care.
        var desk = await site.Staff(Roles.Administrator);
        (await desk.Get("/asked")).Body.ShouldNotContain(What);
        foreach (var other in new[] { desk, course.Jo, await site.Staff(Roles.Supervisor), await site.Staff(Roles.PrivacyOfficer), await site.Staff(Roles.ClinicalLead) })
        {
            (await other.Get("/complaints")).Status.ShouldBe(403);
            (await other.Get($"/complaints/{id}")).Status.ShouldBe(403);
        }

        (await course.Jo.Get($"/pathways/{ACourse.Referral}")).Body.ShouldNotContain(What);
        (await (await site.Patient("7K0THER000000001")).Get($"/complaints/{id}")).Status.ShouldBe(404);
        (await site.Record.Read(Streams.Person(ACourse.Person))).Any<DetailsChangeAsked>().ShouldBeFalse();
        (await amy.Get("/me/ask/something-wrong")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task Without_a_name_nothing_of_it_leads_back_to_the_person()
    {
        await using var site = await ASite.Open();
        await ACourse.On(site);
        var amy = await site.Patient(ACourse.Person);
        (await amy.Fill("/me/complain", ("What", What), ("Named", "false"), ("MayContact", "true"))).Status.ShouldBe(303);
        var page = await amy.Get("/me/complain");
        page.Body.ShouldContain("Your name is not kept with it.");
        page.Body.ShouldNotContain(What);
        var id = await Id(site);
        var made = (await site.Record.Read(Streams.Complaint(id))).Events.ShouldHaveSingleItem();
        (made.Envelope.By.Actor, made.Envelope.By.Device, made.Envelope.By.OnBehalfOf).ShouldBe(("public", null, null));
        ((ComplaintMade)made.Event).Person.ShouldBeNull();
        ((ComplaintMade)made.Event).MayContact.ShouldBeNull();
        var lead = await site.Staff(Roles.ServiceLead);
        var one = await lead.Get($"/complaints/{id}");
        one.Body.ShouldContain("They chose that nobody knows");
        one.Body.ShouldNotContain("Amira");
        (await lead.Fill(one, $"/complaints/{id}?handler=Answer", ("Reply", "We hired somebody."))).Status.ShouldBe(303);
    }

    [Fact]
    public async Task What_is_missing_is_said_and_what_was_typed_stays()
    {
        await using var site = await ASite.Open();
        await ACourse.On(site);
        var amy = await site.Patient(ACourse.Person);
        (await amy.Fill("/me/complain", ("What", " "), ("Named", "true"))).Body.ShouldContain("Write what happened, in a few words.");
        var no = (await amy.Fill("/me/complain", ("What", What))).Body;
        no.ShouldContain("Choose whether we may know that it is from you.");
        no.ShouldContain(What);
        await using var lists = site.Record.Lists();
        (await lists.Set<ComplaintRow>().CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Staff_write_one_down_for_somebody_and_do_not_see_it_again()
    {
        await using var site = await ASite.Open();
        var course = await ACourse.On(site);
        (await course.Jo.Get($"/pathways/{ACourse.Referral}")).Body.ShouldContain($"href=\"{New}\">Write down a complaint");
        (await course.Jo.Fill(New, ("What", " "))).Body.ShouldContain("Write what happened, in a few words.");
        (await course.Jo.Fill(New, ("What", What))).Location.ShouldBe(New);
        var after = (await course.Jo.Get(New)).Body;
        after.ShouldContain("you cannot open it again");
        after.ShouldNotContain(What);
        (await course.Jo.Get($"/complaints/{await Id(site)}")).Status.ShouldBe(403);
        (await (await site.Patient(ACourse.Person)).Get("/me/complain")).Body.ShouldContain(What);
        (await (await site.Staff(Roles.HighIntensity)).Get(New)).Status.ShouldBe(404);
    }

    [Fact]
    public async Task A_service_lead_who_is_close_to_the_person_does_not_open_theirs()
    {
        await using var site = await ASite.Open();
        var course = await ACourse.On(site);
        (await (await site.Patient(ACourse.Person)).Fill("/me/complain", ("What", What), ("Named", "true"))).Status.ShouldBe(303);
        var lead = await site.Staff(Roles.ServiceLead);
        var staff = (await site.Get<Accounts>().ByEmail("jo.service_lead@northmere.example"))!.Staff;
        await course.Tell("related", By.Worker, Streams.Person(ACourse.Person), new CareRecord.Access.RelationDeclared { Staff = staff, Closeness = CareRecord.Access.Closeness.Family });
        (await lead.Get($"/complaints/{await Id(site)}")).Status.ShouldBe(404);
    }

    private static async Task<string> Id(ASite site)
    {
        await using var lists = site.Record.Lists();
        return (await lists.Set<ComplaintRow>().SingleAsync()).Complaint;
    }
}

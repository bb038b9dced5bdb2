using Candour.CareRecord;
using Candour.CareRecord.Access.Store;
using Candour.CareRecord.Staff;
using Candour.Web.Tests.Hosting;

namespace Candour.Web.Tests.Pages.Staff;

public sealed class StaffPagesTests
{
    [Fact]
    public async Task A_person_is_added_and_holds_a_role_only_when_a_second_person_agrees()
    {
        await using var site = await ASite.Open();
        var kay = await site.Staff(Roles.AccountAdmin);
        var lee = await site.Staff(Roles.ServiceLead);
        var added = await kay.Fill("/manage/people", ("Form.Name", "Di Mockup"), ("Form.Email", "di@northmere.example"), ("Form.PeopleADay", "5"));
        added.Status.ShouldBe(303, added.Body);
        var page = await kay.Get(added.Location!);
        var ask = page with { Body = page.Body[page.Body.LastIndexOf("<form", page.Body.IndexOf("handler=AskRole", StringComparison.Ordinal), StringComparison.Ordinal)..] };
        (await kay.Fill(ask, added.Location!, ("Form.RoleName", Roles.DataManager))).Status.ShouldBe(303);
        var account = await site.Get<Accounts>().ByEmail("di@northmere.example");
        account!.Roles.ShouldBeEmpty();
        (await kay.Get("/manage/people/roles")).Status.ShouldBe(403);
        (await lee.Get("/manage/people/roles")).Body.ShouldContain("Di Mockup");
        (await lee.Fill("/manage/people/roles", ("Form.Grant", "true"))).Status.ShouldBe(303);
        (await site.Get<Accounts>().ByEmail("di@northmere.example"))!.Roles.ShouldBe([Roles.DataManager]);
        Colleague.Of(await site.Record.Read(Streams.Staff(account.Staff)))!.Roles.ShouldBe([Roles.DataManager]);
    }

    [Fact]
    public async Task Clinicians_do_not_open_the_staff_file()
    {
        await using var site = await ASite.Open();
        foreach (var role in new[] { Roles.Pwp, Roles.Administrator, Roles.DataManager })
        {
            var one = await site.Staff(role);
            (await one.Get("/manage/people")).Status.ShouldBe(403);
            (await one.Get("/manage/people/STAFFJ0000000001")).Status.ShouldBe(403);
        }
    }
}

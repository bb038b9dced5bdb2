using Candour.CareRecord;
using Candour.CareRecord.Access;
using Candour.CareRecord.Access.Store;
using Candour.CareRecord.Policies;
using Candour.CareRecord.Staff;
using Candour.CareRecord.Staff.Store;
using Candour.Cli;
using Candour.Clinical;
using Candour.Web.Access;
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
        (await Ask(kay, added.Location!, Roles.DataManager)).Status.ShouldBe(303);
        var account = await site.Get<Accounts>().ByEmail("di@northmere.example");
        account!.Roles.ShouldBeEmpty();
        (await kay.Get("/manage/people/roles")).Status.ShouldBe(403);
        (await lee.Get("/manage/people/roles")).Body.ShouldContain("Di Mockup");
        (await lee.Fill("/manage/people/roles", ("Form.Grant", "true"))).Status.ShouldBe(303);
        (await site.Get<Accounts>().ByEmail("di@northmere.example"))!.Roles.ShouldBe([Roles.DataManager]);
        Colleague.Of(await site.Record.Read(Streams.Staff(account.Staff)))!.Roles.ShouldBe([Roles.DataManager]);
    }

    [Fact]
    public async Task Somebody_added_from_the_command_line_keeps_their_roles_when_their_page_is_used()
    {
        await using var site = await ASite.Open();
        var accounts = site.Get<Accounts>();
        var pat = await AccountCommand.Add(site.Record, accounts, "pat@northmere.example", "Pat Mockup", [Roles.Pwp, Roles.Supervisor]);
        var there = site.Visitor().With((await site.Get<WebSessions>().Begin(WebSessions.Staff, pat.Id, Roles.Pwp)).Token);
        (await there.Get("/today")).Status.ShouldBe(200);
        await Award(await site.Staff(Roles.AccountAdmin), pat.Staff);
        (await accounts.OfStaff(pat.Staff))!.Roles.ShouldBe([Roles.Pwp, Roles.Supervisor]);
        (await there.Get("/today")).Status.ShouldBe(200);
        await using var lists = site.Record.Lists();
        (await lists.Clinicians(London.Today(site.Clock))).Select(s => s.Staff).ShouldBe([pat.Staff]);
        Colleague.Of(await site.Record.Read(Streams.Staff(pat.Staff)))!.Roles.ShouldBe([Roles.Pwp, Roles.Supervisor]);
    }

    [Fact]
    public async Task Roles_of_an_account_that_the_staff_file_never_held_stay_and_stand_beside_a_new_one()
    {
        await using var site = await ASite.Open();
        var (accounts, stream) = (site.Get<Accounts>(), Streams.Staff("STAFFPAT00000001"));
        await site.Record.Write(
            new("join", By.Worker), [stream], (h, _) => new JoinStaff { Name = "Pat Mockup", From = new(2024, 1, 8) }.Decide(h[stream]));
        await accounts.Add(stream.Id, "pat@northmere.example", "Pat Mockup", [Roles.Pwp]);
        var kay = await site.Staff(Roles.AccountAdmin);
        await Award(kay, stream.Id);
        (await accounts.OfStaff(stream.Id))!.Roles.ShouldBe([Roles.Pwp]);
        (await Ask(kay, $"/manage/people/{stream.Id}", Roles.Supervisor)).Status.ShouldBe(303);
        (await (await site.Staff(Roles.ServiceLead)).Fill("/manage/people/roles", ("Form.Grant", "true"))).Status.ShouldBe(303);
        (await accounts.OfStaff(stream.Id))!.Roles.ShouldBe([Roles.Pwp, Roles.Supervisor]);
    }

    [Fact]
    public async Task With_a_staff_id_of_the_record_the_roles_are_added_to_that_file()
    {
        await using var site = await ASite.Open();
        var (accounts, stream) = (site.Get<Accounts>(), Streams.Staff("STAFFPAT00000001"));
        Task<Account> Add(params string[] roles) => AccountCommand.Add(site.Record, accounts, "pat@northmere.example", "Pat Mockup", roles, stream.Id);
        (await Should.ThrowAsync<OptionException>(() => Add(Roles.Pwp))).Message.ShouldBe("We cannot find that colleague.");
        await site.Record.Write(
            new("join", By.Worker), [stream], (h, _) => new JoinStaff { Name = "Pat Mockup", From = new(2024, 1, 8) }.Decide(h[stream]));
        (await Should.ThrowAsync<OptionException>(() => Add(Roles.AccountAdmin, Roles.PrivacyOfficer))).Message.ShouldStartWith("One person cannot hold both");
        (await accounts.ByEmail("pat@northmere.example")).ShouldBeNull();
        (await Add(Roles.Pwp)).Roles.ShouldBe([Roles.Pwp]);
        Colleague.Of(await site.Record.Read(stream))!.Roles.ShouldBe([Roles.Pwp]);
    }

    [Fact]
    [Trait("Hazard", "H08")]
    public async Task Access_of_somebody_on_the_rota_does_not_end_until_another_is_named()
    {
        await using var site = await ASite.Open();
        var (accounts, kay) = (site.Get<Accounts>(), await site.Staff(Roles.AccountAdmin));
        var pat = await AccountCommand.Add(site.Record, accounts, "pat@northmere.example", "Pat Mockup", [Roles.Pwp]);
        await site.Record.Write(new("duty", By.Worker), [Streams.Policy], (_, now) => Decision.Accept(
            Streams.Policy, new DutySet { Staff = pat.Staff, From = now.Plus(TimeSpan.FromDays(3)), Until = now.Plus(TimeSpan.FromDays(30)) }));
        var refused = await In(kay, $"/manage/people/{pat.Staff}", "Leave");
        refused.Status.ShouldBe(200);
        refused.Body.ShouldContain("Pat Mockup is on duty by the rota, so worries go to them. Name somebody else first, in the policy of the service.");
        (await accounts.OfStaff(pat.Staff))!.Disabled.ShouldBeFalse();
    }

    [Fact]
    public async Task Clinicians_do_not_open_the_staff_file()
    {
        await using var site = await ASite.Open();
        foreach (var role in new[] { Roles.Pwp, Roles.Administrator, Roles.DataManager })
        {
            var one = await site.Staff(role);
            var refused = await one.Get("/manage/people");
            refused.Status.ShouldBe(403);
            refused.Body.ShouldContain($"This page is for privacy officers or account administrators. You are signed in as {RoleWords.One(role)}.");
            (await one.Get("/manage/people/STAFFJ0000000001")).Status.ShouldBe(403);
        }
    }

    private static Task<Answered> Ask(Visitor kay, string page, string role) => In(kay, page, "AskRole", ("Form.RoleName", role));

    private static async Task Award(Visitor kay, string staff) => (await In(
        kay, $"/manage/people/{staff}", "Qualify", ("Form.Qualification", "10"), ("Form.AwardedOn.Day", "1"), ("Form.AwardedOn.Month", "7"),
        ("Form.AwardedOn.Year", "2020"))).Status.ShouldBe(303);

    /// <summary>Fills in the form of the page that has this handler.</summary>
    private static async Task<Answered> In(Visitor kay, string address, string handler, params (string, string)[] fields)
    {
        var page = await kay.Get(address);
        var form = page.Body[page.Body.LastIndexOf("<form", page.Body.IndexOf($"handler={handler}", StringComparison.Ordinal), StringComparison.Ordinal)..];
        return await kay.Fill(page with { Body = form }, address, fields);
    }
}

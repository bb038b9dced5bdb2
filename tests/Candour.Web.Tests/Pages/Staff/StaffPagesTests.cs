using Candour.CareRecord;
using Candour.CareRecord.Access;
using Candour.CareRecord.Access.Store;
using Candour.CareRecord.Policies;
using Candour.CareRecord.Safeguarding;
using Candour.CareRecord.Staff;
using Candour.CareRecord.Staff.Store;
using Candour.CareRecord.Waiting;
using Candour.Cli;
using Candour.Clinical;
using Candour.Web.Access;
using Candour.Web.Tests.Hosting;
using Candour.Web.Tests.Pathways;

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
    [Trait("Hazard", "H08")]
    public async Task A_role_that_somebody_is_on_duty_in_is_not_taken_away_until_another_is_named()
    {
        await using var site = await ASite.Open();
        var (accounts, kay) = (site.Get<Accounts>(), await site.Staff(Roles.AccountAdmin));
        var pat = await AccountCommand.Add(site.Record, accounts, "pat@northmere.example", "Pat Mockup", [Roles.Pwp, Roles.DataManager]);
        var lee = await AccountCommand.Add(site.Record, accounts, "lee@northmere.example", "Lee Mockup", [Roles.Pwp]);
        await Duty(site, pat.Staff);
        var page = $"/manage/people/{pat.Staff}";
        var refused = await In(kay, page, "TakeRole", ("Form.RoleName", Roles.Pwp));
        refused.Status.ShouldBe(200);
        refused.Body.ShouldContain("Pat Mockup is on duty by the rota, so worries go to them. Name somebody else first, in the policy of the service.");
        refused.Body.ShouldContain("value=\"pwp\" selected");
        (await accounts.OfStaff(pat.Staff))!.Roles.ShouldBe([Roles.Pwp, Roles.DataManager]);
        (await In(kay, page, "TakeRole", ("Form.RoleName", Roles.DataManager))).Status.ShouldBe(303, "no worry is theirs by that role");
        await Duty(site, lee.Staff);
        (await In(kay, page, "TakeRole", ("Form.RoleName", Roles.Pwp))).Status.ShouldBe(303);
        (await accounts.OfStaff(pat.Staff))!.Roles.ShouldBeEmpty();
    }

    [Fact]
    [Trait("Hazard", "H08")]
    public async Task People_and_concerns_of_a_role_go_to_others_before_it_is_taken_away()
    {
        await using var site = await ASite.Open();
        var course = await ACourse.On(site);
        var (accounts, kay) = (site.Get<Accounts>(), await site.Staff(Roles.AccountAdmin));
        Task<Account> Works(string name, params string[] roles) => AccountCommand.Add(site.Record, accounts, $"{name}@northmere.example", $"{name} Mockup", roles);
        var (pat, lee, max) = (await Works("Pat", Roles.Pwp), await Works("Lee", Roles.Pwp), await Works("Max", Roles.SafeguardingLead));
        await course.Tell("theirs", By.Worker, Streams.Referral(ACourse.Referral), new ClinicianAllocated { Clinician = pat.Staff });
        await course.Tell("lees", By.Worker, Streams.Staff(lee.Staff), new QualificationAwarded { Qualification = "10", AwardedOn = new(2023, 7, 1) });
        var entry = Streams.Safeguarding("7KSAFEGXARD00001");
        await course.Tell("concern", By.Worker, entry, new SafeguardingRaised
        {
            Person = ACourse.Person, About = ConcernAbout.Child, Seen = "A bruise", Owner = pat.Staff, Due = London.Today(site.Clock),
        });
        var page = $"/manage/people/{pat.Staff}";
        var refused = await In(kay, page, "TakeRole", ("Form.RoleName", Roles.Pwp));
        refused.Status.ShouldBe(200);
        refused.Body.ShouldContain(
            "Pat Mockup has 1 person and 1 safeguarding concern. Choose who takes them. Safeguarding concerns go to whoever is safeguarding lead: name somebody else first, in the policy of the service.");
        await course.Tell("lead", By.Worker, Streams.Policy, new PolicySet { Name = PolicyNames.SafeguardingLead, Value = max.Staff, From = new(2026, 1, 1) });
        (await In(kay, page, "TakeRole", ("Form.RoleName", Roles.Pwp), ("Form.HandTo", lee.Staff))).Status.ShouldBe(303);
        (await site.Record.Read(Streams.Referral(ACourse.Referral))).Last<ClinicianAllocated>()!.Clinician.ShouldBe(lee.Staff);
        SafeguardingEntry.Of(await site.Record.Read(entry))!.Owner.ShouldBe(max.Staff);
        (await accounts.OfStaff(pat.Staff))!.Roles.ShouldBeEmpty();
    }

    [Fact]
    public async Task Nobodys_people_are_moved_for_an_end_that_is_refused()
    {
        await using var site = await ASite.Open();
        var course = await ACourse.On(site);
        var (accounts, kay) = (site.Get<Accounts>(), await site.Staff(Roles.AccountAdmin));
        var pat = await AccountCommand.Add(site.Record, accounts, "pat@northmere.example", "Pat Mockup", [Roles.Pwp]);
        var lee = await AccountCommand.Add(site.Record, accounts, "lee@northmere.example", "Lee Mockup", [Roles.Pwp]);
        await course.Tell("theirs", By.Worker, Streams.Referral(ACourse.Referral), new ClinicianAllocated { Clinician = pat.Staff });
        await Duty(site, pat.Staff);
        foreach (var end in (string[])["TakeRole", "Leave"])
        {
            var refused = await In(kay, $"/manage/people/{pat.Staff}", end, [("Form.HandTo", lee.Staff), .. end == "TakeRole" ? [("Form.RoleName", Roles.Pwp)] : Array.Empty<(string, string)>()]);
            refused.Status.ShouldBe(200);
            (await site.Record.Read(Streams.Referral(ACourse.Referral))).Last<ClinicianAllocated>()!.Clinician.ShouldBe(pat.Staff, end);
        }
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

    private int _duties;

    private Task Duty(ASite site, string staff) => site.Record.Write(new($"duty/{++_duties}", By.Worker), [Streams.Policy], (_, now) => Decision.Accept(
        Streams.Policy, new DutySet { Staff = staff, From = now, Until = now.Plus(TimeSpan.FromDays(30)) }));

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

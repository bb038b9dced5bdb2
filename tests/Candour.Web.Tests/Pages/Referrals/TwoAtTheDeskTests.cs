using Candour.CareRecord;
using Candour.CareRecord.Access.Store;
using Candour.CareRecord.Referrals;
using Candour.Web.Tests.Hosting;
using static Candour.Web.Tests.Pages.Referrals.FrontDeskTests;

namespace Candour.Web.Tests.Pages.Referrals;

/// <summary>Two people on one record at the front desk: nothing typed is lost, and no form writes about another person.</summary>
[Trait("Hazard", "H17")]
public sealed class TwoAtTheDeskTests
{
    [Fact]
    public async Task A_number_changed_meanwhile_shows_both_texts_and_mine_can_be_added_after_it()
    {
        await using var site = await Seeded();
        var (ada, ben) = await TwoDesks(site);
        var address = $"/pathways/{GilsReferral}/registration/gp";
        var mine = await ada.Get(address);
        (await ben.Fill(address, Gp("X00001", "Lane End"))).Status.ShouldBe(303);

        var page = await ada.Fill(mine, address, [.. Gp("X00002", "Mill Street"), ("Values[why]", "she told me on the telephone")]);
        page.Status.ShouldBe(200);
        page.Body.ShouldContain("Ben Desk</bdi> changed this record at");
        page.Body.ShouldContain("after you opened it. Nothing you wrote is lost.");
        page.Body.ShouldContain("What is there now");
        page.Body.ShouldContain("Lane End");
        page.Body.ShouldContain("Mill Street");
        page.Body.ShouldContain("different");
        page.Body.ShouldContain("Use mine as a new entry");
        (await Practices(site)).ShouldBe(["X00001"]);

        (await ada.Fill(page, address, [.. Gp("X00002", "Mill Street"), ("Values[why]", "she told me on the telephone")])).Status.ShouldBe(303);
        (await Practices(site)).ShouldBe(["X00001", "X00002"]);
    }

    [Fact]
    public async Task Ones_own_second_window_shows_both_texts_too()
    {
        await using var site = await Seeded();
        var (ada, _) = await TwoDesks(site);
        var address = $"/pathways/{GilsReferral}/registration/gp";
        var (one, two) = (await ada.Get(address), await ada.Get(address));
        (await ada.Fill(one, address, Gp("X00001", "Lane End"))).Status.ShouldBe(303);
        (await ada.Fill(one, address, Gp("X00001", "Lane End"))).Status.ShouldBe(303);

        var page = await ada.Fill(two, address, [.. Gp("X00002", "Mill Street"), ("Values[why]", "she told me on the telephone")]);
        page.Body.ShouldContain("You</bdi> changed this record at");
        page.Body.ShouldContain("Use mine as a new entry");
        (await Practices(site)).ShouldBe(["X00001"]);
        (await ada.Fill(page, address, [.. Gp("X00002", "Mill Street"), ("Values[why]", "she told me on the telephone")])).Status.ShouldBe(303);
        (await Practices(site)).ShouldBe(["X00001", "X00002"]);
    }

    [Fact]
    public async Task A_change_to_another_fact_is_in_nobodys_way()
    {
        await using var site = await Seeded();
        var (ada, ben) = await TwoDesks(site);
        var address = $"/pathways/{GilsReferral}/registration/gp";
        var mine = await ada.Get(address);
        (await ben.Fill($"/pathways/{GilsReferral}/registration/nhs-number", ("Values[status]", "03"))).Status.ShouldBe(303);
        (await ada.Fill(mine, address, Gp("X00002", "Mill Street"))).Status.ShouldBe(303);
    }

    [Fact]
    public async Task A_referral_decided_meanwhile_keeps_the_letter_that_was_being_written()
    {
        await using var site = await Seeded();
        var (ada, ben) = await TwoDesks(site);
        var mine = await ada.Get($"/inbox/{GilsReferral}");
        (await ben.Fill($"/inbox/{GilsReferral}")).Location.ShouldBe($"/reach/{GilsReferral}");

        var page = await ada.Fill(mine, $"/inbox/{GilsReferral}", ("Because", "We do not treat this here"), ("Where", "Northmere Memory Clinic, 01632 960 010"));
        page.Body.ShouldContain("Ben Desk</bdi> changed this record at");
        page.Body.ShouldContain("We do not treat this here");
        page.Body.ShouldContain("Northmere Memory Clinic, 01632 960 010");
        page.Body.ShouldContain("Yours cannot be saved on this page any more.");
        page.Body.ShouldContain("Drop mine");
        Standing.Of(await site.Record.Read(Streams.Referral(GilsReferral))).ShouldBe(Stage.Reaching);
    }

    [Fact]
    public async Task Two_questions_to_a_clinician_can_both_stand()
    {
        await using var site = await Seeded();
        var (ada, ben) = await TwoDesks(site);
        var mine = await ada.Get($"/inbox/{GilsReferral}");
        (await ben.Fill($"/inbox/{GilsReferral}", ("Question", "Is this for us?"))).Status.ShouldBe(303);

        var page = await ada.Fill(mine, $"/inbox/{GilsReferral}", ("Question", "He sounded afraid. Who calls?"));
        page.Body.ShouldContain("Is this for us?");
        page.Body.ShouldContain("Keep both");
        (await ada.Fill(page, $"/inbox/{GilsReferral}", ("Question", "He sounded afraid. Who calls?"))).Status.ShouldBe(303);
        (await site.Record.Read(Streams.Referral(GilsReferral))).All<ClinicianAsked>().Select(q => q.Question)
            .ShouldBe(["Is this for us?", "He sounded afraid. Who calls?"]);
    }

    [Fact]
    [Trait("Hazard", "H12")]
    public async Task A_form_of_one_person_posted_to_another_is_refused_and_nothing_is_saved()
    {
        await using var site = await Seeded();
        await Register(site.Record, "0000000000000H1A", "0000000000000H1R", SafeNow.Yes, false);
        var (ada, _) = await TwoDesks(site);
        (string, string)[] addresses =
        [
            ($"/inbox/{GilsReferral}", "/inbox/0000000000000H1R"), ($"/pathways/{GilsReferral}/registration/gp", "/pathways/0000000000000H1R/registration/gp"),
            ($"/people/{Gil}/death", "/people/0000000000000H1A/death"),
        ];
        foreach (var (of, posted) in addresses)
        {
            var form = await ada.Get(of);
            var moved = form with { Body = form.Body.Replace($"action=\"{of}", $"action=\"{posted}", StringComparison.Ordinal) };
            var before = (await site.Record.Read(Streams.Person("0000000000000H1A"))).Version + (await site.Record.Read(Streams.Referral("0000000000000H1R"))).Version;
            var page = await ada.Fill(moved, posted, of.EndsWith("gp", StringComparison.Ordinal) ? Gp("X00002", "Mill Street") : []);
            page.Status.ShouldBe(409, posted);
            page.Body.ShouldContain("This form was opened for another person. Nothing was saved.");
            ((await site.Record.Read(Streams.Person("0000000000000H1A"))).Version + (await site.Record.Read(Streams.Referral("0000000000000H1R"))).Version).ShouldBe(before);
        }
    }

    [Fact]
    [Trait("Hazard", "H12")]
    public async Task Every_form_about_a_person_at_the_front_desk_says_whose_it_is_and_what_it_showed()
    {
        await using var site = await Seeded();
        var (ada, _) = await TwoDesks(site);
        var forms = 0;
        foreach (var address in (string[])[$"/inbox/{GilsReferral}", $"/pathways/{GilsReferral}/registration/gp", $"/people/{Gil}/death", $"/reach/{GilsReferral}", $"/reach/{GilsReferral}/close"])
        {
            if (address.StartsWith("/reach", StringComparison.Ordinal))
                await Tell(site.Record, new ReferralAccepted());
            var page = await ada.Get(address);
            page.Status.ShouldBe(200, address);
            foreach (var form in page.Body.Split("<form")[1..].Where(f => !f.Contains("sign-out", StringComparison.Ordinal)))
            {
                forms++;
                form.ShouldContain("name=\"Shown.Of\"", customMessage: address);
                form.ShouldContain("name=\"Shown.Version\"", customMessage: address);
            }
        }

        forms.ShouldBeGreaterThanOrEqualTo(8);
    }

    private static (string, string)[] Gp(string code, string name) => [("Values[practice]", code), ("Values[name]", name)];

    private static async Task<IReadOnlyList<string>> Practices(ASite site) =>
        [.. (await site.Record.Read(Streams.Person(Gil))).All<GpPracticeGiven>().Select(g => g.Practice)];

    /// <summary>Two administrators, each at their own desk.</summary>
    private static async Task<(Visitor Ada, Visitor Ben)> TwoDesks(ASite site)
    {
        var accounts = site.Get<Accounts>();
        var desks = new List<Visitor>();
        foreach (var (id, name) in ((string, string)[])[("5TAFFADA00000001", "Ada Desk"), ("5TAFFBEN00000001", "Ben Desk")])
        {
            var account = await accounts.Add(id, $"{id}@northmere.example", name, [Roles.Administrator]);
            desks.Add(site.Visitor().With((await site.Get<WebSessions>().Begin(WebSessions.Staff, account.Id, Roles.Administrator)).Token));
        }

        return (desks[0], desks[1]);
    }
}

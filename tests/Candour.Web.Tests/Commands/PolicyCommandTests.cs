using System.Text;
using Candour.CareRecord;
using Candour.CareRecord.Access.Store;
using Candour.CareRecord.Policies;
using Candour.CareRecord.Safeguards;
using Candour.CareRecord.Staff;
using Candour.Cli;
using Candour.Clinical;
using Candour.Testing;

namespace Candour.Web.Tests.Commands;

public sealed class PolicyCommandTests
{
    private const string Lee = "1EE0000000000001", Dee = "DEE0000000000001", Al = "A100000000000001", Tess = "TESS000000000001";

    [Fact]
    public async Task A_new_service_gets_hours_a_rota_a_lead_and_home_questionnaires_from_one_file()
    {
        await using var a = await Open();
        var file = PolicyFile.Read(Encoding.UTF8.GetBytes($$"""
            {
              // The switch may stand first: it is taken last.
              "settings": { "home-questionnaires": "yes", "clinical-lead": "{{Lee}}", "opening-hours": "mon 09:00-17:00; fri 08:00-20:00", "notice-days": 21 },
              "duty": [ { "staff": "{{Dee}}", "from": "2026-11-20", "until": "2027-01-01" } ]
            }
            """));
        (await PolicyCommand.Set(a.Record, file)).ShouldBeEmpty();
        var policy = ServicePolicy.On(London.DayOf(a.Clock.Now), await a.Record.Read(Streams.Policy));
        (policy.ClinicalLead, policy.Duty(a.Clock.Now), policy.NoticeDays).ShouldBe((Lee, Dee, 21));
        policy.HomeQuestionnaires(a.Clock.Now, await AtWork.Now(a.Record, a.Randomness)).ShouldBeTrue();

        await using var shown = new StringWriter();
        await PolicyCommand.Show(a.Record, shown);
        shown.ToString().ShouldContain("Questions are answered at home.");
        shown.ToString().ShouldContain("until Friday 1 January");
    }

    [Fact]
    public async Task What_is_wrong_is_named_by_line_and_field_and_nothing_is_taken()
    {
        await using var a = await Open();
        var wrong = await PolicyCommand.Set(a.Record, PolicyFile.Read(Encoding.UTF8.GetBytes($$"""
            {
              "settings": {
                "phone": "01632 960123",
                "notice-days": 7,
                "clinical-lead": "nobody@example.org",
                "home-questionnaires": "yes"
              },
              "duty": [
                { "staff": "{{Dee}}", "from": "2027-01-01", "until": "2026-12-01" }
              ]
            }
            """)));
        wrong.Count.ShouldBe(4);
        wrong.ShouldContain("line 4, settings.notice-days: Notice is at least 14 days. Choose a number from 14 to 90.");
        wrong.ShouldContain("line 5, settings.clinical-lead: Nobody in the staff file has the id or e-mail 'nobody@example.org'.");
        wrong.ShouldContain("line 6, settings.home-questionnaires: Questions cannot be answered at home until there is someone to read them. Still missing: a duty rota, a clinical lead.");
        wrong.ShouldContain("line 9, duty: A time of duty ends after it begins. 'until' is the first moment it no longer holds.");
        (await a.Record.Read(Streams.Policy)).Events.ShouldBeEmpty();
    }

    [Fact]
    [Trait("Hazard", "H08")]
    public async Task Nobody_who_could_not_open_a_worry_is_put_on_duty_or_named_lead()
    {
        await using var a = await Open();
        var accounts = new Accounts(a.Record, a.Randomness);
        await accounts.SetDisabled((await accounts.OfStaff(Dee))!.Id, disabled: true);
        var wrong = await PolicyCommand.Set(a.Record, PolicyFile.Read(Encoding.UTF8.GetBytes($$"""
            {
              "settings": { "clinical-lead": "{{Al}}", "supervisor": "{{Lee}}" },
              "duty": [
                { "staff": "{{Al}}", "from": "2026-12-01", "until": "2027-01-01" },
                { "staff": "{{Tess}}", "from": "2026-12-01", "until": "2027-01-01" },
                { "staff": "{{Dee}}", "from": "2026-12-01", "until": "2027-01-01" }
              ]
            }
            """)));
        const string why = "They cannot open tasks about safety, so nobody would hear. Name a clinician who works here then and whose account is open.";
        wrong.ShouldBe([$"line 4, duty: {why}", $"line 5, duty: {why}", $"line 6, duty: {why}", $"line 2, settings.clinical-lead: {why}"]);
    }

    [Theory]
    [InlineData("{\n\"settings\": { \"phone\": true }\n}", "line 2, settings.phone: write a text in quotation marks, or a whole number")]
    [InlineData("{\n\"rota\": []\n}", "line 2, rota: expected")]
    [InlineData("{\n\n\"from\": \"1/12/2026\"\n}", "line 3, from: '1/12/2026' is not a day like 2026-12-25")]
    [InlineData("{\n\"duty\": [ { \"from\": \"2026-12-01\", \"until\": \"2027-01-01\" } ]\n}", "line 2, duty.staff: say who")]
    [InlineData("{\n\"settings\": {\n", "this is not JSON.")]
    public void A_file_that_cannot_be_read_says_where(string json, string words) =>
        PolicyFile.Read(Encoding.UTF8.GetBytes(json)).Wrong.ShouldHaveSingleItem().ShouldContain(words);

    /// <summary>An empty record on Friday 20 November 2026 at noon, with four members of staff in it.</summary>
    private static async Task<ARecord> Open()
    {
        var a = await ARecord.On(Kept.InSqlite, new FixedClock(Moment.Utc(2026, 11, 20, 12)));
        foreach (var (id, name, role) in new[] { (Lee, "Lee Demo", Roles.ClinicalLead), (Dee, "Dee Demo", Roles.Pwp), (Al, "Al Demo", Roles.Administrator), (Tess, "Tess Demo", Roles.PwpTrainee) })
        {
            var stream = Streams.Staff(id);
            await a.Record.Write(new($"join-{id}", By.Worker), [stream], (_, _) => Decision.Accept(stream, new StaffJoined { Name = name, From = new(2024, 1, 8) }));
            await new Accounts(a.Record, a.Randomness).Add(id, $"{id}@northmere.example", name, [role]);
        }

        return a;
    }
}

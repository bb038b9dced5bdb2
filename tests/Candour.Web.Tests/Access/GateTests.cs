using System.Text.Json;
using Candour.CareRecord;
using Candour.CareRecord.Access;
using Candour.CareRecord.Access.Store;
using Candour.CareRecord.Appointments;
using Candour.CareRecord.Referrals;
using Candour.Web.Access;
using Candour.Web.Tests.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Candour.Web.Tests.Access;

/// <summary>The permissions table through the front door: every cell as an address, asked by every role.</summary>
public sealed class GateTests
{
    private const string Amira = "AMRATESTWE110001", Bo = "B0SAMP1E00110002", Ivo = "1V0MADE000110003", AmirasReferral = "REFAMRA000110001", BosReferral = "REFB000000110002";
    private const string Marker = "marker-of-the-record";

    private static readonly List<Permission> Table = [.. Permissions.Embedded.Rows];

    [Fact]
    public async Task Every_cell_answers_every_role_as_the_table_says_and_logs_exactly_one_look()
    {
        await using var site = await Open();
        var wrong = new List<string>();
        foreach (var role in Table.Select(r => r.Role).Distinct().Where(r => r is not ("patient" or "public")))
            wrong.AddRange(await Ask(site, role, Ivo, ["any", "all", "unit"]));
        foreach (var role in new[] { Roles.Administrator, Roles.DataManager })
            wrong.AddRange(await Ask(site, role, Bo, ["any", "all", "unit", "work-item"]));
        wrong.ShouldBeEmpty();
    }

    /// <summary>What differs from the table for somebody who stands to the person as the scopes say.</summary>
    private static async Task<IReadOnlyList<string>> Ask(ASite site, string role, string person, string[] scopes)
    {
        string[] held = [role, "staff_member", "public"];
        var who = await site.Staff(role);
        var before = (await Looks(site, person)).Count;
        var answers = await Task.WhenAll(Cells.Select(async cell => (cell.Resource, cell.Action, Answer: await who.Get($"/try/{cell.Resource}/{cell.Action}/{person}"))));
        var (wrong, expected) = (new List<string>(), new List<string>());
        foreach (var (resource, action, answer) in answers)
        {
            var allowed = Table.Where(r => r.Allows && held.Contains(r.Role) && r.Resource == resource && r.Action == action && !Conditions.All.Contains(r.Condition)).ToList();
            var row = allowed.FirstOrDefault(r => scopes.Contains(r.Scope));
            var status = row is not null ? 200 : allowed.Count > 0 ? 404 : 403;
            if (answer.Status != status)
                wrong.Add($"{role} {action} {resource}: {answer.Status}, not {status}");
            if (answer.Body.Contains(Marker) != (status == 200))
                wrong.Add($"{role} {action} {resource}: marker");
            if (status != 200)
                expected.Add("refused no");
            else if (row!.Logged)
                expected.Add($"view {(row.PatientSees == "yes" ? "yes" : "no")}");
        }

        var looks = (await Looks(site, person)).Skip(before).ToList();
        if (!looks.Order(StringComparer.Ordinal).SequenceEqual(expected.Order(StringComparer.Ordinal)))
            wrong.Add($"{role}: {looks.Count} looks stored, not the {expected.Count} expected");
        return wrong;
    }

    [Fact]
    public async Task A_patient_reaches_what_is_theirs_and_nothing_of_anybody_else()
    {
        await using var site = await Open();
        // Two sessions: one of them asks no faster than the limit of a session allows.
        var (amira, curious) = (await site.Patient(Amira), await site.Patient(Amira));
        var wrong = new List<string>();
        foreach (var (resource, action) in Cells)
        {
            var row = Table.SingleOrDefault(r => r.Allows && r.Role == "patient" && r.Resource == resource && r.Action == action)
                ?? Table.SingleOrDefault(r => r.Role == "public" && r.Resource == resource && r.Action == action);
            var (own, other) = ((await amira.Get($"/try/{resource}/{action}/{Amira}")).Status, (await curious.Get($"/try/{resource}/{action}/{Bo}")).Status);
            (int, int) expected = row is null ? (403, 403) : row.Scope == "self" ? (200, 404) : (200, 200);
            if ((own, other) != expected)
                wrong.Add($"{action} {resource}: {own} {other}, not {expected}");
        }

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_link_that_opens_one_form_opens_nothing_else()
    {
        await using var site = await Open();
        var answers = await site.Patient(Amira, PatientStrength.Answer, $"referral/{AmirasReferral}");
        (await answers.Get($"/try-referral/contact_attempt/create/{AmirasReferral}")).Status.ShouldBe(200);
        (await answers.Get($"/try-referral/contact_attempt/create/{BosReferral}")).Status.ShouldBe(404);
        foreach (var (resource, action) in Cells.Where(c => Table.Any(r => r.Role == "patient" && r.Resource == c.Resource && r.Action == c.Action && r.Scope == "self")))
            (await answers.Get($"/try/{resource}/{action}/{Amira}")).Status.ShouldBe(404, $"{action} {resource}");
    }

    [Fact]
    public async Task Nobody_gets_anything_without_signing_in()
    {
        await using var site = await Open();
        var visitor = site.Visitor();
        foreach (var (resource, action) in Cells)
            (await visitor.Get($"/try/{resource}/{action}/{Bo}")).Status.ShouldBe(401);
    }

    [Fact]
    public async Task A_record_out_of_scope_and_no_record_are_the_same_bytes()
    {
        await using var site = await Open();
        var jo = await site.Staff(Roles.Pwp);
        var outside = await jo.Get($"/try/note/view/{Bo}");
        var nothing = await jo.Get("/try/note/view/0000000000000000");
        var nonsense = await jo.Get("/try/note/view/nonsense");
        outside.Status.ShouldBe(404);
        outside.Body.ShouldNotBeEmpty();
        foreach (var other in new[] { nothing, nonsense })
        {
            other.Status.ShouldBe(404);
            other.Body.ShouldBe(outside.Body);
            Comparable(other).ShouldBe(Comparable(outside));
        }
    }

    [Fact]
    public async Task The_page_of_another_role_says_whose_it_is_and_whom_to_ask_and_not_whether_there_is_a_record()
    {
        await using var site = await Open();
        var jo = await site.Staff(Roles.Pwp);
        var refused = await jo.Get($"/try/return_file/create/{Bo}");
        refused.Status.ShouldBe(403);
        refused.Body.ShouldContain("href=\"/sign-out\"");
        refused.Body.ShouldContain("This page is for data managers. You are signed in as PWP. If you need it for your work, ask your service lead.");
    }

    [Theory]
    [InlineData(-31, false)]
    [InlineData(-30, true)]
    [InlineData(14, true)]
    [InlineData(15, false)]
    public async Task An_appointment_opens_a_record_from_thirty_days_after_to_fourteen_before(int days, bool opens)
    {
        await using var site = await Open();
        var jo = await site.Staff(Roles.HighIntensity);
        var staff = (await site.Get<Accounts>().All()).Single().Staff;
        var starts = site.Clock.Now.Plus(TimeSpan.FromDays(days));
        await site.Record.Write(new("book", By.Worker), [Streams.Referral(BosReferral)], (_, _) => Decision.Accept(Streams.Referral(BosReferral), new AppointmentBooked
        {
            Appointment = "APP0000000000001", Person = Bo, Clinician = staff, Starts = starts, Ends = starts.Plus(TimeSpan.FromMinutes(50)), Kind = "02", Medium = "11",
        }));
        // The appointment alone decides: an open referral whose clinician they are would open it anyway, so it is closed to them first.
        await site.Record.Write(new("allocate", By.Worker), [Streams.Referral(BosReferral)], (_, _) => Decision.Accept(Streams.Referral(BosReferral),
            new CareRecord.Waiting.ClinicianAllocated { Clinician = "SOMEBODYE1SE0001" }));
        (await jo.Get($"/try/note/view/{Bo}")).Status.ShouldBe(opens ? 200 : 404);
    }

    [Fact]
    public async Task Break_glass_opens_one_record_for_sixty_minutes_shown_to_the_patient_and_reviewed_by_another()
    {
        await using var site = await Open();
        var jo = await site.Staff(Roles.Pwp);
        (await jo.Get($"/try/note/view/{Bo}")).Status.ShouldBe(404);
        var page = await jo.Get($"/break-glass/{Bo}");
        page.Body.ShouldContain("part of <bdi>Bo</bdi>’s care. If someone is at risk, open now and say why.");
        (await jo.Fill(page, $"/break-glass/{Bo}", ("Reason", "RiskToLife"), ("Why", "too short"))).Body.ShouldContain("Say why in 20 characters or more.");
        (await jo.Fill(page, $"/break-glass/{Bo}", ("Reason", "RiskToLife"), ("Why", "He is here and wants to leave"))).Location.ShouldBe($"/pathways/{BosReferral}");

        (await jo.Get($"/try/note/view/{Bo}")).Status.ShouldBe(200);
        (await jo.Get($"/try/safeguarding/view/{Bo}")).Status.ShouldBe(404);
        (await jo.Get($"/try/note/view/{Amira}")).Status.ShouldBe(404);
        (await site.Get<WhoLooked>().At(Bo)).ShouldContain(l => l.InAnEmergency && l.Name == "Jo Demo" && l.Why == "He is here and wants to leave");

        var privacy = await site.Staff(Roles.PrivacyOfficer);
        (await privacy.Get("/break-glass")).Body.ShouldContain("He is here and wants to leave");
        (await privacy.Fill("/break-glass", ("Right", "true"))).Status.ShouldBe(302);
        (await privacy.Get("/break-glass")).Body.ShouldContain("No opening is waiting");

        site.Clock.Advance(TimeSpan.FromMinutes(15));
        for (var i = 0; i < 3; i++)
        {
            (await jo.Get($"/try/note/view/{Bo}")).Status.ShouldBe(200);
            site.Clock.Advance(TimeSpan.FromMinutes(14));
        }

        (await jo.Get($"/try/note/view/{Bo}")).Status.ShouldBe(200);
        site.Clock.Advance(TimeSpan.FromMinutes(3));
        (await jo.Get($"/try/note/view/{Bo}")).Status.ShouldBe(404);
    }

    private static IEnumerable<(string Resource, string Action)> Cells =>
        from resource in Table.Select(r => r.Resource).Distinct()
        from action in Act.All
        select (resource, action);

    private static async Task<ASite> Open()
    {
        var site = await ASite.Open(seed: async record =>
        {
            await Register(record, Amira, AmirasReferral, "Amira");
            await Register(record, Bo, BosReferral, "Bo");
            // Known here, and nobody has anything to do with him.
            await record.Write(new("ivo", By.Worker), [Streams.Person(Ivo)], (_, _) => Decision.Accept(
                Streams.Person(Ivo), new PersonRegistered { FirstName = "Ivo", LastName = "Madeup", FilledBy = FilledBy.Staff }));
        }, endpoints: web =>
        {
            foreach (var (resource, action) in Cells)
            {
                web.MapGet($"/try/{resource}/{action}/{{id}}", () => Marker).WithMetadata(new NeedsAttribute(resource, action) { About = About.Person }, new ForThePersonAttribute());
                web.MapGet($"/try-referral/{resource}/{action}/{{id}}", () => Marker).WithMetadata(new NeedsAttribute(resource, action) { About = About.Referral }, new ForThePersonAttribute());
            }
        });
        return site;
    }

    private static async Task Register(TheRecord record, string person, string referral, string called)
    {
        var outcome = await record.Write(new($"register/{person}", By.Worker), [Streams.Person(person), Streams.Referral(referral)], (_, _) =>
            Decision.Accept(Streams.Person(person), new PersonRegistered { FirstName = called, LastName = "Testwell", BirthDate = new(1990, 1, 2), FilledBy = FilledBy.Me })
                .And(Streams.Referral(referral), new ReferralReceived
                {
                    Person = person, ReceivedOn = new(2026, 9, 1), Source = "B1", Commissioner = "XXA", CameBy = CameBy.Web, FilledBy = FilledBy.Me,
                }, new ReferralAccepted()));
        outcome.ShouldBeOfType<Outcome.Done>();
    }

    private static string Comparable(Answered answer) => string.Join('\n', answer.Headers
        .Where(h => h.Key is not ("Date" or "Set-Cookie")).OrderBy(h => h.Key, StringComparer.Ordinal).Select(h => $"{h.Key}: {string.Join(',', h.Value)}"));

    private static async Task<List<string>> Looks(ASite site, string person)
    {
        await using var connection = await site.Record.Database.Open();
        await using var command = connection.CreateCommand();
        command.CommandText = $"select bytes from view where person='{person}' order by id";
        await using var reader = await command.ExecuteReaderAsync();
        var looks = new List<string>();
        while (await reader.ReadAsync())
        {
            using var look = JsonDocument.Parse(reader.GetFieldValue<byte[]>(0));
            looks.Add($"{look.RootElement.GetProperty("effect").GetString()} {look.RootElement.GetProperty("patientSees").GetString()}");
        }

        return looks;
    }
}

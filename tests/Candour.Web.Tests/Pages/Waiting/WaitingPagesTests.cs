using Candour.CareRecord;
using Candour.CareRecord.Messages;
using Candour.CareRecord.Sessions;
using Candour.CareRecord.Waiting;
using Candour.Clinical;
using Candour.Web.Tests.Hosting;
using Candour.Web.Tests.Pages.Consent;
using Candour.Web.Tests.Pathways;

namespace Candour.Web.Tests.Pages.Waiting;

public sealed class WaitingPagesTests
{
    [Fact]
    public async Task Both_waits_stand_in_two_columns_and_the_stock_adds_up()
    {
        var a = await ACase.Open();
        await using var site = a.Site;
        await a.Tell(Streams.Referral(ACase.Referral), new PutOnWaitingList { Step = 2, Therapy = "748051000000105", On = new(2026, 10, 5) });
        var desk = await site.Staff(Roles.Administrator);
        var page = await desk.Get("/waiting?step=2");
        page.Status.ShouldBe(200);
        page.Body.ShouldContain("Waiting for step 2");
        page.Body.ShouldContain("41 days");
        page.Body.ShouldContain("No talk yet");
        System.Net.WebUtility.HtmlDecode(page.Body).ShouldContain("0 last month + 1 came − 0 began − 0 left = 1. Unexplained: 0.");
        (await desk.Get("/waiting?step=3")).Body.ShouldContain("No one is waiting here.");
        (await desk.Get("/waiting?step=4")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task A_session_that_counts_and_that_two_said_was_none_is_told_wherever_the_wait_is()
    {
        await using var site = await ASite.Open();
        var course = await ACourse.On(site);
        const string session = "7KAPP00000000004";
        var referral = Streams.Referral(ACourse.Referral);
        await course.Tell("list", By.Worker, referral, new PutOnWaitingList { Step = 2, Therapy = ACourse.GuidedSelfHelp, On = new(2026, 10, 5) });
        await course.Books(session, Moment.Utc(2026, 10, 5, 9));
        await course.Held(session, 10, 8, 0);
        var desk = await site.Staff(Roles.Administrator);
        (await desk.Get("/waiting")).Body.ShouldContain("No one is waiting here.");
        await course.Tell("said", new By(course.JoId, Roles.Pwp), referral, new ContactTypeSaid { Appointment = session, ContactType = "01", Why = "Only talked" });
        await course.Tell("agreed", By.Worker, referral, new ContactTypeAgreed { Appointment = session, Agreed = true });

        const string both = "By what was done in it, the session on 5 October counts as treatment in our figures. Two of us said afterwards that it was none, so this wait goes on.";
        foreach (var page in (string[])["/waiting", $"/waiting/{ACourse.Referral}"])
            (await desk.Get(page)).Body.ShouldContain(both, customMessage: page);
        (await course.Jo.Get($"/pathways/{ACourse.Referral}")).Body.ShouldContain(both);
        (await (await site.Patient(ACourse.Person)).Get("/me")).Body.ShouldContain(
            "In our figures your session on 5 October counts as treatment. Two of us said afterwards that it was none, so your wait goes on.");
        site.Clock.Advance(TimeSpan.FromDays(1));
        (await (await site.Staff(Roles.ServiceLead)).Get("/manage/waits")).Body.ShouldContain("1 person: by what was done, a session counts as treatment here");
    }

    [Fact]
    public async Task A_waiting_list_is_sorted_on_the_server_in_its_heads_and_keeps_the_order_in_its_addresses()
    {
        var a = await ACase.Open();
        await using var site = a.Site;
        await a.Tell(Streams.Referral(ACase.Referral), new PutOnWaitingList { Step = 2, Therapy = "748051000000105", On = new(2026, 10, 5) });
        await Lou(site, "7KLATE0000000001", new(2026, 7, 1));
        await Lou(site, "7KLATE0000000002", new(2026, 10, 1));
        var desk = await site.Staff(Roles.Administrator);
        var page = await desk.Get("/waiting?step=2");
        page.Body.ShouldMatch("<th [^>]*aria-sort=\"descending\"[^>]*><a class=\"nhsuk-link\" href=\"[^\"]*sort=SinceReferral&amp;down=false\">Since referral");
        Who(page.Body).ShouldBe(["7KLATE0000000001", ACase.Referral, "7KLATE0000000002"]);
        Who((await desk.Get("/waiting?step=2&sort=SinceReferral&down=false")).Body).ShouldBe(["7KLATE0000000002", ACase.Referral, "7KLATE0000000001"]);
        var byName = (await desk.Get("/waiting?step=2&sort=Person")).Body;
        Who(byName).ShouldBe(["7KLATE0000000001", "7KLATE0000000002", ACase.Referral]);
        byName.ShouldContain("href=\"/waiting?step=&amp;therapy=&amp;sort=Person&amp;down=false\">Everyone");

        // The service lead sees no names, and no order of names.
        var lead = (await (await site.Staff(Roles.ServiceLead)).Get("/waiting?step=2&sort=Person")).Body;
        lead.ShouldNotContain("sort=Person");
        lead.ShouldMatch("<th [^>]*aria-sort=\"descending\"[^>]*><a class=\"nhsuk-link\" href=\"[^\"]*\">Since referral");
    }

    [Fact]
    public async Task How_many_have_waited_how_long_is_a_picture_and_the_same_figures_as_a_table()
    {
        var a = await ACase.Open();
        await using var site = a.Site;
        await a.Tell(Streams.Referral(ACase.Referral), new PutOnWaitingList { Step = 2, On = new(2026, 10, 5) });
        await Lou(site, "7KLATE0000000001", new(2026, 10, 1));
        var page = (await (await site.Staff(Roles.Administrator)).Get("/waiting")).Body;
        page.ShouldContain("2 people wait here.");
        System.Text.RegularExpressions.Regex.Count(page, "<circle ").ShouldBe(2);
        page.ShouldContain("candour-chart--narrow");
        var table = page[page.IndexOf("The same figures", StringComparison.Ordinal)..];
        table = table[..table.IndexOf("</table>", StringComparison.Ordinal)];
        System.Text.RegularExpressions.Regex.Replace(table, "<[^>]+>|\\s+", " ").ShouldMatch("0 to 3 +1 +0 +0 +0 +1 +4 to 7 +0 +1 +0 +0 +1 *$");
    }

    private static IReadOnlyList<string> Who(string page) =>
        [.. System.Text.RegularExpressions.Regex.Matches(page, "href=\"/waiting/(?<id>[0-9A-Z]{16})\"").Select(m => m.Groups["id"].Value)];

    private static Task<Outcome> Lou(Hosting.ASite site, string id, DateOnly came)
    {
        var (referral, person) = (Streams.Referral(id), Streams.Person(id));
        return site.Record.Write(new($"came-{id}", By.Worker), [referral, person], (_, _) => Decision
            .Accept(person, new CareRecord.Referrals.PersonRegistered { FirstName = "Lou", LastName = $"Sample {id[^1]}", BirthDate = new(1990, 1, 1), FilledBy = CareRecord.Referrals.FilledBy.Me })
            .And(referral,
                new CareRecord.Referrals.ReferralReceived { Person = id, ReceivedOn = came, Source = "B1", Commissioner = "QT1", CameBy = CareRecord.Referrals.CameBy.Web, FilledBy = CareRecord.Referrals.FilledBy.Me },
                new PutOnWaitingList { Step = 2, Therapy = "702545008", On = came }));
    }

    [Fact]
    public async Task After_four_weeks_the_service_writes_by_itself_and_only_once()
    {
        var a = await ACase.Open();
        await using var site = a.Site;
        await a.Tell(Streams.Referral(ACase.Referral), new PutOnWaitingList { Step = 2, On = new(2026, 10, 5) });
        var work = site.Get<IEnumerable<CareRecord.Timers.IDueWork>>().Single(w => w.Name == "still-waiting");
        (await work.Run(site.Record, site.Clock.Now)).ShouldBe(0);
        site.Clock.Skip(TimeSpan.FromDays(28));
        (await work.Run(site.Record, site.Clock.Now)).ShouldBe(1);
        (await work.Run(site.Record, site.Clock.Now)).ShouldBe(0);
        var wrote = (await a.TheReferral()).Last<WroteWhileWaiting>()!;
        (await site.Record.Read(Streams.Message(wrote.Message!))).First<MessageQueued>()!.Template.ShouldBe("T8");
    }

    [Fact]
    public async Task Only_those_whose_names_were_shown_are_written_to_and_only_those_of_the_treatment_shown()
    {
        var a = await ACase.Open();
        await using var site = a.Site;
        await a.Tell(Streams.Referral(ACase.Referral), new PutOnWaitingList { Step = 2, Therapy = "748051000000105", On = new(2026, 10, 5) });
        site.Clock.Skip(TimeSpan.FromDays(29));
        var desk = await site.Staff(Roles.Administrator);
        (await desk.Get("/waiting?step=2&therapy=702545008")).Body.ShouldNotContain("Not heard from us for 4 weeks");
        var shown = await desk.Get("/waiting?step=2&therapy=748051000000105");
        shown.Body.ShouldContain("Write to 1 person");

        // Somebody else comes onto the same list between the preview and the button.
        var (late, person) = (Streams.Referral("7KLATE0000000001"), Streams.Person("7KLATE0000000001"));
        await site.Record.Write(new("late", By.Worker), [late, person], (_, _) => Decision
            .Accept(person, new CareRecord.Referrals.PersonRegistered { FirstName = "Lou", BirthDate = new(1990, 1, 1), FilledBy = CareRecord.Referrals.FilledBy.Me })
            .And(late,
                new CareRecord.Referrals.ReferralReceived { Person = person.Id, ReceivedOn = new(2026, 8, 1), Source = "B1", Commissioner = "QT1", CameBy = CareRecord.Referrals.CameBy.Web, FilledBy = CareRecord.Referrals.FilledBy.Me },
                new PutOnWaitingList { Step = 2, Therapy = "748051000000105", On = new(2026, 8, 1) }));
        var done = await desk.Fill(shown, "/waiting?step=2&therapy=748051000000105", ("To", ACase.Referral));
        done.Status.ShouldBe(303);
        (await site.Record.Read(late)).Any<WroteWhileWaiting>().ShouldBeFalse();
        (await desk.Get(done.Location!)).Body.ShouldContain("Sent to ");

        var again = await desk.Fill(shown, "/waiting?step=2", ("To", ACase.Referral), ("Shown.Command", "7KC0000000000009"));
        (await desk.Get(again.Location!)).Body.ShouldContain("Sent to 0 people. 1 person was left out");
    }

    [Fact]
    public async Task The_service_lead_is_offered_no_button_that_is_not_theirs()
    {
        var a = await ACase.Open();
        await using var site = a.Site;
        await a.Tell(Streams.Referral(ACase.Referral), new PutOnWaitingList { Step = 2, On = new(2026, 10, 5) });
        site.Clock.Skip(TimeSpan.FromDays(29));
        var page = (await (await site.Staff(Roles.ServiceLead)).Get("/waiting")).Body;
        page.ShouldContain("1 person has not heard from us for 4 weeks.");
        page.ShouldNotContain("Write to 1 person");
    }

    [Fact]
    public async Task A_person_is_given_to_a_therapist_who_holds_the_treatment()
    {
        var a = await ACase.Open();
        await using var site = a.Site;
        await a.Tell(Streams.Referral(ACase.Referral), new PutOnWaitingList { Step = 2, Therapy = "748051000000105", On = new(2026, 10, 5) });
        var desk = await site.Staff(Roles.Administrator);
        var address = $"/waiting/{ACase.Referral}";
        (await desk.Get(address)).Body.ShouldContain("Jo Demo");
        (await desk.Fill(address)).Body.ShouldContain("Choose a therapist.");
        (await desk.Fill(address, ("Clinician", a.JoId))).Location.ShouldBe($"/pathways/{ACase.Referral}/book?clinician={a.JoId}");
        (await a.TheReferral()).Last<ClinicianAllocated>()!.Clinician.ShouldBe(a.JoId);
    }
}

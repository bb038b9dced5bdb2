using System.Net;
using Candour.CareRecord;
using Candour.CareRecord.Appointments;
using Candour.CareRecord.Consent;
using Candour.Web.Tests.Hosting;
using Candour.Web.Tests.Pathways;

namespace Candour.Web.Tests.Sessions;

public sealed class BeforeConsentPageTests
{
    private const string Address = $"/sessions/{ACourse.Today}";

    private static readonly (string, string)[] Whole =
    [
        ("Form.Note", "Talked about the week."), ("Form.PartsDone", "review"), ("Form.Spoken", "None"), ("Form.SafetyWords", "No thoughts now."),
        ("Form.Code", "5"), ("Form.Medium", "11"), ("Form.Began", "10:15"), ("Form.Ended", "10:24"),
    ];

    [Fact]
    public async Task Before_consent_the_page_says_what_it_counts_as_with_a_way_to_ask_and_a_way_to_keep_treatment_with_a_reason()
    {
        await using var site = await ASite.Open();
        var course = await WithoutConsent(site);
        var page = WebUtility.HtmlDecode((await course.Jo.Get(Address)).Body);
        page.ShouldContain("Amy has not agreed to a named treatment yet, so this counts as an assessment.");
        page.ShouldMatch($"href=\"/pathways/{ACourse.Referral}/plan\" target=\"_blank\"[^>]*>Ask <bdi>Amy</bdi> now");
        page.ShouldContain("Keep “treatment” with a reason: both values are kept and shown in our figures");

        // The treatment is chosen, then its parts are there to be ticked.
        var chosen = await course.Jo.Fill(Address, ("Form.Therapy", ACourse.GuidedSelfHelp), ("Form.Note", "Talked about the week."));
        chosen.Location.ShouldBe($"{Address}?therapy={ACourse.GuidedSelfHelp}");
        var parts = await course.Jo.Get(chosen.Location!);
        parts.Body.ShouldContain("name=\"Form.PartsDone\"");

        var saved = await course.Jo.Fill(parts, Address, [.. Whole, ("Form.KeepTreatment", "She said yes; the link would not open.")]);
        saved.Location.ShouldBe($"/pathways/{ACourse.Referral}");
        (await course.Jo.Get(saved.Location!)).Body.ShouldContain("It counts as an assessment until a second person agrees.");
        var there = Appointment.Find(await site.Record.Read(Streams.Referral(ACourse.Referral)), ACourse.Today)!;
        (there.Type, there.TypeProposed!.Value.Event.ContactType).ShouldBe(("01", "02"));
    }

    [Fact]
    public async Task A_reason_without_what_was_done_is_refused_at_its_field_and_stays_typed()
    {
        await using var site = await ASite.Open();
        var course = await WithoutConsent(site);
        var refused = await course.Jo.Fill(Address, ("Form.Note", "Talked."), ("Form.KeepTreatment", "She said yes."));
        refused.Status.ShouldBe(200);
        refused.Body.ShouldContain("Choose the treatment and tick the parts of it that were done.");
        refused.Body.ShouldContain("href=\"#KeepTreatment\"");
        refused.Body.ShouldContain("She said yes.");
    }

    [Fact]
    public async Task With_consent_nothing_of_it_is_shown()
    {
        await using var site = await ASite.Open();
        var course = await ACourse.On(site);
        await course.TodayAtEleven();
        await course.Jo.Fill(Address, ("Form.WhereNow", "At home"));
        (await course.Jo.Get(Address)).Body.ShouldNotContain("Form.KeepTreatment");
    }

    private static async Task<ACourse> WithoutConsent(ASite site)
    {
        var course = await ACourse.On(site);
        await course.Tell("withdrawn", new By(ACourse.Person, Roles.Patient), Streams.Referral(ACourse.Referral), new ConsentWithdrawn { Plan = "7KP1AN0000000001" });
        // Taken back before the session began: a signature that held in it would make it treatment.
        site.Clock.Advance(TimeSpan.FromMinutes(12));
        await course.TodayAtEleven();
        (await course.Jo.Fill(Address, ("Form.WhereNow", "At home"))).Status.ShouldBe(303);
        return course;
    }
}

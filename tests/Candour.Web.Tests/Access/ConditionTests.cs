using System.Reflection;
using Candour.CareRecord;
using Candour.CareRecord.Access;
using Candour.CareRecord.Appointments;
using Candour.CareRecord.Letters;
using Candour.CareRecord.Safeguarding;
using Candour.CareRecord.Waiting;
using Candour.Clinical;
using Candour.Clinical.Codes;
using Candour.Web.Access;
using Candour.Web.Tests.Hosting;
using Candour.Web.Tests.Pathways;

namespace Candour.Web.Tests.Access;

/// <summary>Conditions of the permissions table that no scope says: a role is let do something in one place only.</summary>
public sealed class ConditionTests
{
    private const string HelpWithWork = "7KAPP000000W0RK1";

    /// <summary>
    /// Each condition with the pages that keep it, or why none does. A page that is to be open to such a role has to be written here.
    /// </summary>
    private static readonly Dictionary<string, (string[] Pages, string Otherwise)> Kept = new()
    {
        [Conditions.EmploymentContacts] = (["Appointments.BookModel", "Appointments.DiaryModel", "Today.TodayModel", "Treatment.MyPeopleModel"],
            "One appointment: by its kind in the record."),
        [Conditions.AdministrativeLetters] = (["Letters.OfReferralModel", "Letters.OneModel", "Letters.QueueModel"], ""),
        [Conditions.NoReplyClosing] = (["OptIn.CloseModel"], ""),
        [Conditions.OwnSettings] = (["Policies.HelpNumbersModel"], "It sets one day, which is not clinical. Every other setting is set on the service's machine."),
        [Conditions.ConsentToNotes] = ([], "Nothing records the consent to it yet."),
        [Conditions.ValidationErrors] = ([], "No page shows the errors of a return yet."),
        [Conditions.AdministrativeFields] = ([], "No page shows these fields alone and asks why yet."),
        [Conditions.Reason] = ([], "No page asks for a reason and keeps it yet, but opening a record in an emergency."),
        [Conditions.DisclosureReview] = ([], "No page reviews what is disclosed yet."),
    };

    [Fact]
    public void Every_condition_that_narrows_says_which_pages_keep_it_or_why_none_does()
    {
        Kept.Keys.ShouldBe(Conditions.All, ignoreOrder: true);
        foreach (var (condition, (pages, otherwise)) in Kept)
        {
            typeof(NeedsAttribute).Assembly.GetTypes().Where(t => t.GetCustomAttribute<NeedsAttribute>()?.Meets == condition)
                .Select(t => t.FullName!["Candour.Web.Pages.".Length..]).ShouldBe(pages, ignoreOrder: true, condition);
            (pages.Length > 0 || otherwise.Length > 0).ShouldBeTrue(condition);
            Permissions.Embedded.Rows.ShouldContain(r => r.Allows && r.Condition == condition, condition);
        }
    }

    [Fact]
    public async Task An_employment_adviser_reads_no_note_while_no_consent_to_it_can_be_recorded()
    {
        await using var site = await ASite.Open();
        var (course, ed) = await WithAnAdviser(site);
        foreach (var page in (string[])[$"/sessions/{ACourse.First}", $"/assess/{ACourse.First}"])
        {
            var answer = await ed.Get(page);
            answer.Status.ShouldBe(403, page);
            answer.Body.ShouldNotContain("Went well.");
        }

        (await course.Jo.Get($"/sessions/{ACourse.First}")).Body.ShouldContain("Went well.");
    }

    [Fact]
    public async Task An_employment_adviser_sees_and_books_help_with_work_and_no_other_contact()
    {
        await using var site = await ASite.Open();
        var (course, ed) = await WithAnAdviser(site);
        (await ed.Get($"/appointments/{HelpWithWork}")).Status.ShouldBe(200, "on their caseload");
        var refused = await ed.Get($"/appointments/{ACourse.First}");
        refused.Status.ShouldBe(403);
        refused.Body.ShouldNotContain("Amira");
        var page = await ed.Get($"/pathways/{ACourse.Referral}/book");
        page.Body.ShouldContain("Help with work");
        page.Body.ShouldNotContain(">Assessment</label>");
        (await ed.Get("/diary?week=2026-10-05")).Body.ShouldContain("help with work");
        (await course.Jo.Get($"/pathways/{ACourse.Referral}/book")).Body.ShouldContain("Assessment");
    }

    [Fact]
    public async Task The_front_desk_makes_and_opens_letters_of_its_own_work_and_those_who_treat_the_others()
    {
        await using var site = await ASite.Open();
        var course = await ACourse.On(site);
        await course.Tell("plan", new By(course.JoId, Roles.Pwp), Streams.Referral(ACourse.Referral), new LetterMade
        {
            Letter = "7KLETTER00000001", Kind = LetterKind.YourPlan, Format = LetterFormat.Print12, Body = "Sleeping through", To = "Amira Testwell",
        });
        var (desk, letters) = (await site.Staff(Roles.Administrator), $"/pathways/{ACourse.Referral}/letters");
        (await course.Jo.Get("/letters")).Body.ShouldContain("Your plan");
        var queue = (await desk.Get("/letters")).Body;
        queue.ShouldContain("A letter of those who treat them");
        queue.ShouldContain("Ask them to make and post it");
        queue.ShouldNotContain("7KLETTER00000001");
        (await desk.Get(letters)).Body.ShouldNotContain("Your plan");
        (await desk.Get($"{letters}/7KLETTER00000001")).Status.ShouldBe(404);
        (await course.Jo.Get($"{letters}/7KLETTER00000001")).Body.ShouldContain("Sleeping through");
    }

    [Fact]
    public async Task A_data_manager_opens_no_page_of_names_or_referrals_while_none_shows_errors_or_administrative_fields_alone()
    {
        await using var site = await ASite.Open();
        await ACourse.On(site);
        var manager = await site.Staff(Roles.DataManager);
        foreach (var page in (string[])["/look-up", "/inbox", $"/inbox/{ACourse.Referral}", $"/pathways/{ACourse.Referral}/registration", "/asked"])
        {
            var answer = await manager.Get(page);
            answer.Status.ShouldBeOneOf([403, 404]);
            answer.Body.ShouldNotContain("Amira");
        }

        (await manager.Get("/look-up")).Status.ShouldBe(403);
    }

    [Fact]
    public async Task A_safeguarding_lead_reads_no_note_of_a_case_where_no_reason_is_asked()
    {
        await using var site = await ASite.Open();
        var course = await ACourse.On(site);
        var lead = await site.Staff(Roles.SafeguardingLead);
        await course.Tell("concern", By.Worker, Streams.Safeguarding("7KSAFEGXARD00001"), new SafeguardingRaised
        {
            Person = ACourse.Person, About = ConcernAbout.Child, Seen = "A bruise", Owner = ASite.StaffId(Roles.SafeguardingLead), Due = London.Today(site.Clock),
        });
        var answer = await lead.Get($"/sessions/{ACourse.First}");
        answer.Status.ShouldBe(403);
        answer.Body.ShouldNotContain("Went well.");
    }

    private static async Task<(ACourse Course, Visitor Ed)> WithAnAdviser(ASite site)
    {
        var course = await ACourse.On(site);
        var (ed, id) = (await site.Staff(Roles.EmploymentAdviser), ASite.StaffId(Roles.EmploymentAdviser));
        await course.Tell("hers", By.Worker, Streams.Referral(ACourse.Referral), new ClinicianAllocated { Clinician = id });
        await course.Tell("work", By.Worker, Streams.Referral(ACourse.Referral), new AppointmentBooked
        {
            Appointment = HelpWithWork, Person = ACourse.Person, Clinician = id, Starts = Moment.Utc(2026, 10, 6, 9), Ends = Moment.Utc(2026, 10, 6, 10),
            Kind = AppointmentType.EmploymentSupport, Medium = Media.Video,
        });
        return (course, ed);
    }
}

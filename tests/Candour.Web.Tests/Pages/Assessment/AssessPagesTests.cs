using Candour.CareRecord;
using Candour.CareRecord.Appointments;
using Candour.CareRecord.Assessment;
using Candour.CareRecord.Questionnaires;
using Candour.CareRecord.Safeguards;
using Candour.CareRecord.Sessions;
using Candour.Clinical;
using Candour.Web.Tests.Hosting;
using Candour.Web.Tests.Pages.Consent;

namespace Candour.Web.Tests.Pages.Assessment;

public sealed class AssessPagesTests
{
    private const string Page = $"/assess/{ACase.Appointment}";

    private static async Task<ACase> Started(string? problem)
    {
        var a = await ACase.Open(problem);
        (await a.Jo.Get(Page)).Body.ShouldContain("Ask: where are you now?");
        var without = await a.Jo.Fill(Page, ("Form.WithoutAnswers", "ChoseNotTo"));
        without.Body.ShouldContain("Ask Amy: where are you now, and who could help?");
        (await a.Jo.Fill(Page, ("Form.WithoutAnswers", "ChoseNotTo"), ("Form.WhereNow", "At home"))).Status.ShouldBe(303);
        return a;
    }

    private static (string, string)[] Risk(string spoken) =>
        [("Said[spoken]", spoken), .. AssessmentForm.Of(AssessmentBlock.Risk).Fields.Select(f => ($"Said[{f.Key}]", "What was said about it"))];

    [Fact]
    public async Task Ten_blocks_stand_beside_one_another_and_each_is_saved_by_itself()
    {
        var a = await Started("F32");
        await using var site = a.Site;
        var page = await a.Jo.Get($"{Page}/8");
        page.Body.ShouldContain("Block 8 of 10: Goals");
        page.Body.ShouldContain("Started at ");
        page.Body.ShouldMatch("<span hidden><span data-since=\"[0-9]+\">[0-9]+</span> of 45 minutes\\.</span>", "minutes are shown only where the script lets them go on");
        page.Body.ShouldContain("This will count as: Assessment.");
        (await a.Jo.Fill($"{Page}/8", ("Said[goals]", "Back at choir by May"))).Location.ShouldBe($"{Page}/8");
        var after = await a.Jo.Get($"{Page}/8");
        after.Body.ShouldContain("Assessment part done. 9 blocks left.");
        after.Body.ShouldContain("Back at choir by May");
        after.Body.Split($"<a class=\"nhsuk-notification-banner__link\" href=\"{Page}/9\">Next: Information</a>").Length.ShouldBe(2);
    }

    [Fact]
    public async Task Answers_that_were_given_for_another_appointment_are_named_as_such()
    {
        var a = await ACase.Open("F32");
        await using var site = a.Site;
        (await a.Jo.Get(Page)).Body.ShouldContain("answers: not in.");
        const string Other = "7KAPP0THER000001";
        await a.Tell(
            Streams.Referral(ACase.Referral),
            new AppointmentBooked
            {
                Appointment = Other, Person = ACase.Person, Clinician = a.JoId, Starts = Moment.Utc(2026, 10, 8, 9), Ends = Moment.Utc(2026, 10, 8, 10), Kind = "02", Medium = Media.Video,
            },
            new ScoresRecorded
            {
                Questionnaire = "7KQ0THER00000001", Appointment = Other, Instruments = ["PHQ9"], Answers = ["1,1,1,1,1,1,1,1,0"], Totals = ["8"], Counting = ["PHQ9"],
                Number = 1, Late = false, FilledInBy = FilledInBy.Person, Mode = AnswerMode.Link, FilledAt = Moment.Utc(2026, 10, 4, 8),
            });
        (await a.Jo.Get(Page)).Body.ShouldContain("not in for this appointment. Amy answered on 4 October for the session on 8 October");
    }

    [Fact]
    public async Task The_problem_page_leads_to_where_risk_is_talked_about()
    {
        var a = await ACase.Open(problem: null);
        await using var site = a.Site;
        var page = (await a.Jo.Get($"/pathways/{ACase.Referral}/problem")).Body;
        page.ShouldContain("Talk about risk and the story first.");
        page.ShouldContain($"<a href=\"{Page}/6\">Open the risk block of the assessment on ");
        await a.Tell(Streams.Referral(ACase.Referral),
            new AppointmentBooked
            {
                Appointment = "7KAPP0THER000002", Person = ACase.Person, Clinician = a.JoId, Starts = Moment.Utc(2026, 10, 8, 9), Ends = Moment.Utc(2026, 10, 8, 10), Kind = "02", Medium = Media.Video,
            },
            new AppointmentCancelled { Appointment = ACase.Appointment, AskedBy = AskedBy.Us });
        (await a.Jo.Get($"/pathways/{ACase.Referral}/problem")).Body.ShouldContain($"<a href=\"/pathways/{ACase.Referral}/book\">Book an assessment</a>");
    }

    [Fact]
    public async Task An_empty_block_is_not_said_to_be_saved()
    {
        var a = await Started("F32");
        await using var site = a.Site;
        var page = await a.Jo.Fill($"{Page}/8", ("Said[goals]", " "));
        page.Status.ShouldBe(200);
        page.Body.ShouldContain("Nothing is written in this block, so nothing was saved.");
        page.Body.ShouldNotContain("nhsuk-notification-banner--success");
        (await a.TheReferral()).Any<AssessmentBlockSaved>(b => b.Block == AssessmentBlock.Goals).ShouldBeFalse();
    }

    [Fact]
    public async Task A_length_below_nothing_is_never_shown()
    {
        var a = await Started("F32");
        await using var site = a.Site;
        site.Clock.Jump(TimeSpan.FromMinutes(-5));
        (await a.Jo.Get(Page)).Body.ShouldNotContain("of 45 minutes");
    }

    [Fact]
    public async Task The_safety_block_asks_in_words_never_in_grades_and_a_worry_goes_its_way()
    {
        var a = await Started("F32");
        await using var site = a.Site;
        var page = await a.Jo.Get($"{Page}/6");
        foreach (var grade in new[] { "low risk", "medium risk", "high risk" })
            page.Body.ShouldNotContain(grade, Case.Insensitive);
        await a.Jo.Fill($"{Page}/6", Risk("Some"));
        (await site.Record.Read(Streams.Person(ACase.Person))).Last<RiskDisclosed>()!.Source.ShouldBe(RiskSource.Assessment);
    }

    [Fact]
    public async Task It_closes_with_safety_and_a_main_problem_and_counts_as_an_assessment()
    {
        var a = await Started("F32");
        await using var site = a.Site;
        var last = await a.Jo.Get($"{Page}/10");
        last.Body.ShouldContain("Send the plan to Amy to agree");
        await a.Jo.Fill($"{Page}/6", Risk("None"));
        var token = last.Body[last.Body.IndexOf("handler=Close", StringComparison.Ordinal)..];
        token.ShouldContain("Close the assessment");
        var closing = await a.Jo.Get($"{Page}/10");
        var closed = await a.Jo.Fill(
            closing with { Body = closing.Body[closing.Body.LastIndexOf("<form", closing.Body.IndexOf("handler=Close", StringComparison.Ordinal), StringComparison.Ordinal)..] },
            $"{Page}/10", ("Form.Trace", "VideoLog"));
        closed.Location.ShouldBe($"/pathways/{ACase.Referral}");
        (await a.TheReferral()).Last<SessionClosed>()!.ContactType.ShouldBe("01");
    }

    [Fact]
    public async Task Closed_days_later_the_page_asks_why_and_then_closes_it()
    {
        var a = await ACase.Open("F32");
        await using var site = a.Site;
        const string Friday = "7KAPP0FR1DAY0001";
        await a.Tell(
            Streams.Referral(ACase.Referral),
            new AppointmentBooked
            {
                Appointment = Friday, Person = ACase.Person, Clinician = a.JoId, Starts = Moment.Utc(2026, 10, 2, 9), Ends = Moment.Utc(2026, 10, 2, 10), Kind = "01", Medium = Media.Video,
            },
            new AttendanceRecorded { Appointment = Friday, Code = "5" });
        (await a.Jo.Fill($"/assess/{Friday}/6", Risk("None"))).Status.ShouldBe(303);
        var asked = await Close(a, await a.Jo.Get($"/assess/{Friday}/10"), Friday, ("Form.Trace", "PhoneLog"));
        asked.Status.ShouldBe(200);
        asked.Body.ShouldContain("You are adding this 3 days after it happened. Why now?");
        asked.Body.ShouldMatch("<input[^>]*value=\"PhoneLog\"[^>]* checked");

        (await Close(a, asked, Friday, ("Form.WhyLate", "OffSick"))).Location.ShouldBe($"/pathways/{ACase.Referral}");
        var referral = await a.TheReferral();
        referral.Last<SessionClosed>()!.Appointment.ShouldBe(Friday);
        referral.Last<AssessmentClosed>()!.Appointment.ShouldBe(Friday);
    }

    private static Task<Answered> Close(ACase a, Answered page, string appointment, params (string, string)[] fields) => a.Jo.Fill(
        page with { Body = page.Body[page.Body.LastIndexOf("<form", page.Body.IndexOf("handler=Close", StringComparison.Ordinal), StringComparison.Ordinal)..] },
        $"/assess/{appointment}/10", fields);
}

using Candour.CareRecord;
using Candour.CareRecord.Access;
using Candour.CareRecord.Appointments;
using Candour.CareRecord.Questionnaires;
using Candour.Clinical;
using Candour.Web.Tests.Hosting;
using Candour.Web.Tests.Pathways;

namespace Candour.Web.Tests.Questionnaires;

/// <summary>The link to the questions of a session that has moved meanwhile.</summary>
public sealed class MovedSetPageTests
{
    private const string New = "QES0000000000002";
    private static readonly Moment Later = ASession.Starts.Plus(TimeSpan.FromDays(8));

    [Fact]
    public async Task The_old_link_says_when_the_session_is_now_and_promises_nothing_of_the_old_time()
    {
        await using var a = await ASession.Open();
        await Move(a);
        var page = (await (await a.Amy()).Get($"/q/{ASession.Form}")).Body;
        page.ShouldContain("These questions were for Wednesday 7 October 2026, 2pm. That session is now on Thursday 15 October 2026, 2pm, and has questions of its own.");
        page.ShouldContain("If Jo has new ones for you, the link is in your newest message.");
        page.ShouldNotContain("Questions before");
        page.ShouldNotContain("We mark late answers");
        page.ShouldNotContain(">Start<");
    }

    [Fact]
    public async Task The_old_link_leads_to_the_questions_of_the_new_time_once_they_are_there()
    {
        await using var a = await ASession.Open();
        var amy = await a.Amy();
        await ASession.Start(amy);
        await ASession.Answer(amy, 1, 2);
        await Move(a);
        await Issue(a);
        var old = await amy.Get($"/q/{ASession.Form}");
        old.Body.ShouldContain("What you typed is kept with the time it was for. You did not send it.");
        (await amy.Fill(old, $"/q/{ASession.Form}")).Location.ShouldBe($"/q/{New}");
        (await amy.Get($"/q/{New}")).Body.ShouldContain("Thursday 15 October, 2pm");
        (await a.Answers()).Given.Count.ShouldBe(1, "nothing typed is lost");
    }

    [Fact]
    public async Task Somebody_in_the_middle_of_them_when_it_moves_is_not_stopped()
    {
        await using var a = await ASession.Open();
        var amy = await a.Amy();
        await ASession.Start(amy);
        await Move(a);
        (await ASession.Answer(amy, 1, 2)).Location.ShouldBe($"/q/{ASession.Form}/2");
        (await amy.Get($"/q/{ASession.Form}/2")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task The_persons_page_lists_only_the_questions_of_the_time_it_is_at()
    {
        await using var site = await ASite.Open();
        var course = await ACourse.On(site);
        var referral = Streams.Referral(ACourse.Referral);
        await course.Books("7KAPP00000000008", ASession.Starts);
        await site.Record.Write(new("issue", By.Worker), [referral], (all, _) => Set("7KAPP00000000008", ACourse.Referral, ACourse.Person, ASession.Form, ASession.Starts).Decide(all[referral]));
        var amy = await site.Patient(ACourse.Person);
        (await amy.Get("/me")).Body.ShouldContain($"/q/{ASession.Form}");
        var staff = $"/pathways/{ACourse.Referral}/questionnaires";
        (await course.Jo.Get(staff)).Body.ShouldContain("Send Amy the link again");
        await course.Tell("move", By.Worker, referral, Moved("7KAPP00000000008", course.JoId));

        (await amy.Get("/me")).Body.ShouldNotContain($"/q/{ASession.Form}");
        var sets = (await course.Jo.Get(staff)).Body;
        sets.ShouldContain("Not sent. The session moved to 2pm on 15 October");
        sets.ShouldNotContain("Send Amy the link again");
    }

    private static Task Move(ASession a) => a.Site.Record.Write(
        new("move", By.Worker), [Streams.Referral(ASession.Referral)],
        (_, _) => Decision.Accept(Streams.Referral(ASession.Referral), Moved(ASession.Appointment, a.Clinician)));

    private static AppointmentMoved Moved(string appointment, string clinician) => new()
    {
        Appointment = appointment, Clinician = clinician, Starts = Later, Ends = Later.Plus(TimeSpan.FromHours(1)), Medium = "11", AskedBy = AskedBy.Us,
    };

    private static Task Issue(ASession a) => a.Site.Record.Write(
        new("issue-again", By.Worker), [Streams.Referral(ASession.Referral)],
        (all, _) => Set(ASession.Appointment, ASession.Referral, ASession.Person, New, Later, a.Clinician).Decide(all[Streams.Referral(ASession.Referral)]));

    private static IssueQuestionnaire Set(string appointment, string referral, string person, string id, Moment starts, string? clinician = null) => new()
    {
        Id = id, Referral = referral, Person = person, Appointment = appointment, Starts = starts, Ends = starts.Plus(TimeSpan.FromHours(1)), Clinician = clinician,
        Instruments = ["PHQ9", "GAD7"], Wordings = Wordings.Shipped,
    };
}

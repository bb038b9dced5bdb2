using Candour.CareRecord;
using Candour.CareRecord.Access.Store;
using Candour.CareRecord.Appointments;
using Candour.CareRecord.Referrals;
using Candour.CareRecord.Sessions;
using Candour.Clinical;
using Candour.Web.Tests.Hosting;
using Candour.Web.Tests.Pathways;

namespace Candour.Web.Tests.Sessions;

[Trait("Hazard", "H12")]
public sealed class MoveNotePageTests
{
    private const string Bo = "7KB05AMP10000001", BosReferral = "7KB05AMP1R000001", BosSession = "7KB05AMP1A000001";
    private const string Session = $"/sessions/{ACourse.Today}";

    [Fact]
    public async Task A_note_on_the_wrong_record_goes_to_the_right_one_and_both_people_can_see_that_it_did()
    {
        await using var site = await ASite.Open();
        var course = await Written(site);
        var address = await Address(course);
        var page = await course.Jo.Get(address);
        page.Body.ShouldContain("Bo talked about his brother.");
        page.Body.ShouldContain("Bo Sample, 5 October");
        (await course.Jo.Fill(page, address, ("Why", "Two tabs"))).Body.ShouldContain("Choose the contact the note belongs to.");
        (await course.Jo.Fill(page, address, ("To", BosSession), ("Why", ""))).Body.ShouldContain("Say how the note came to stand on the wrong record.");
        (await course.Jo.Fill(page, address, ("To", BosSession), ("Why", "Two tabs"))).Location.ShouldBe($"/sessions/{BosSession}");

        (await course.Jo.Get($"/sessions/{BosSession}")).Body.ShouldContain("Bo talked about his brother.");
        var amys = (await course.Jo.Get(Session)).Body;
        amys.ShouldContain("A note was written here by mistake and moved to the right record by <bdi>Jo Demo</bdi>");
        amys.ShouldNotContain("brother");
        amys.ShouldNotContain("Bo Sample");
        (await site.Record.Read(Streams.Referral(ACourse.Referral))).All<SessionNoteWritten>().Select(n => n.Note).ShouldContain("Bo talked about his brother.");
        (await site.Get<WhoLooked>().At(Bo)).ShouldContain(l => l.Part == "notes" && l.Name == "Jo Demo" && l.Why.Contains("by mistake"));
        (await site.Get<WhoLooked>().At(ACourse.Person)).ShouldContain(l => l.Part == "notes" && l.Name == "Jo Demo");
    }

    [Fact]
    public async Task Nobody_but_the_author_moves_it_and_only_to_their_own_people()
    {
        await using var site = await ASite.Open();
        var course = await Written(site, bosClinician: "5TRANGER00000001");
        var address = await Address(course);
        (await course.Jo.Get(address)).Body.ShouldNotContain("Bo Sample");
        (await course.Jo.Fill(address, ("To", BosSession), ("Why", "Two tabs"))).Body.ShouldContain("Choose the contact the note belongs to.");
        (await (await site.Staff(Roles.Administrator)).Get(address)).Status.ShouldBe(403);
        (await site.Record.Read(Streams.Referral(BosReferral))).Any<NoteMovedHere>().ShouldBeFalse();
    }

    private static async Task<string> Address(ACourse course)
    {
        var note = Appointment.Find(await course.Site.Record.Read(Streams.Referral(ACourse.Referral)), ACourse.Today)!.Notes.Single();
        return $"{Session}/notes/{note.Envelope.Sequence}/move";
    }

    private static async Task<ACourse> Written(ASite site, string? bosClinician = null)
    {
        var course = await ACourse.On(site);
        await course.Tell("bo", By.Worker, Streams.Person(Bo), new PersonRegistered { FirstName = "Bo", LastName = "Sample", BirthDate = new(1988, 2, 3), FilledBy = FilledBy.Me });
        await course.Tell("bo/r", By.Worker, Streams.Referral(BosReferral),
            new ReferralReceived { Person = Bo, ReceivedOn = new(2026, 9, 1), Source = "B1", Commissioner = "QT1", CameBy = CameBy.Web, FilledBy = FilledBy.Me },
            new AppointmentBooked
            {
                Appointment = BosSession, Person = Bo, Clinician = bosClinician ?? course.JoId, Starts = Moment.Utc(2026, 10, 5, 14), Ends = Moment.Utc(2026, 10, 5, 15),
                Kind = "02", Medium = Media.Video,
            });
        await course.TodayAtEleven();
        await course.Jo.Fill(Session, ("Form.WhereNow", "At home"));
        (await course.Jo.Fill(Session, ("Form.Note", "Bo talked about his brother."))).Status.ShouldBe(303);
        return course;
    }
}

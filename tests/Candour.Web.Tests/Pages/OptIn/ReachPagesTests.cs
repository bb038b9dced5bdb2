using System.Text.RegularExpressions;
using Candour.CareRecord;
using Candour.CareRecord.Access;
using Candour.CareRecord.OptIn;
using Candour.CareRecord.Referrals;
using Candour.Clinical;
using Candour.Web.Tests.Hosting;
using static Candour.Web.Tests.Pages.Referrals.FrontDeskTests;
using Stage = Candour.CareRecord.Referrals.Stage;

namespace Candour.Web.Tests.Pages.OptIn;

/// <summary>The list and the person's page say one and the same: what was tried, what was answered, what is left to do.</summary>
[Trait("Hazard", "H33")]
public sealed class ReachPagesTests
{
    private const string Asks = "Ask by message whether they want help";

    [Theory]
    [InlineData(OptInReply.Yes, "They said yes: book their first talk", "no: they replied")]
    [InlineData(OptInReply.NotNow, "Ask again in January", "no: they replied")]
    [InlineData(OptInReply.NoMore, "They said no: you decide from 19 October", "as they asked, not before 19 October")]
    [InlineData(OptInReply.NeverAsked, "They never asked for this: look into it today", "no: they replied")]
    public async Task Nobody_who_replied_is_asked_again(OptInReply reply, string next, string close)
    {
        await using var site = await Seeded();
        await Tell(site.Record, new ReferralAccepted());
        await Say(site, new(reply, reply == OptInReply.NotNow ? "2027-01" : null, null, null));
        var desk = await site.Staff(Roles.Administrator);
        var list = await desk.Get("/reach");
        list.Body.ShouldContain(next);
        list.Body.ShouldContain(close);
        var one = await desk.Get($"/reach/{GilsReferral}");
        one.Body.ShouldContain($"{next}.");
        one.Body.ShouldNotContain(Asks);
        one.Body.ShouldNotContain("Nothing you sent has arrived");
    }

    [Fact]
    [Trait("Hazard", "H22")]
    public async Task What_anybody_who_picks_up_the_phone_reads_is_shown_before_a_message_goes()
    {
        await using var site = await Seeded();
        await Tell(site.Record, new ReferralAccepted());
        var desk = await site.Staff(Roles.Administrator);
        foreach (var address in new[] { $"/reach/{GilsReferral}", $"/pathways/{GilsReferral}/book" })
        {
            var body = (await desk.Get(address)).Body;
            body.ShouldContain("What anybody who picks up the phone reads");
            var seen = body[body.IndexOf("What anybody who picks up", StringComparison.Ordinal)..];
            seen = Regex.Replace(seen[..seen.IndexOf("</details>", StringComparison.Ordinal)], "<[^>]*>", "");
            seen.ShouldContain("From: Northmere");
            seen.ShouldContain("(a private link)");
            foreach (var telling in new[] { "Gil", "Invented", "therap", "Talking", "mental", "NHS", "{" })
                seen.ShouldNotContain(telling, Case.Insensitive, address);
        }
    }

    [Fact]
    public async Task Who_said_not_now_and_was_asked_again_is_waited_for_and_not_due_every_day()
    {
        await using var site = await Seeded();
        await Tell(site.Record, new ReferralAccepted());
        await Say(site, new(OptInReply.NotNow, "2026-11", null, null));
        site.Clock.Advance(TimeSpan.FromDays(28));
        var desk = await site.Staff(Roles.Administrator);
        var list = (await desk.Get("/reach")).Body;
        list.ShouldContain("Ask again: they said November");
        list.ShouldContain("1 person. 1 needs something today.");
        await Tell(site.Record, new ContactTried { Try = "t1", Way = Ways.Call, TriedAt = Moment.Now(site.Clock), Outcome = TryOutcome.NoAnswer });
        list = (await desk.Get("/reach")).Body;
        list.ShouldContain("They said November and were asked again: wait for a reply until 7 November");
        list.ShouldContain("1 person. 0 need something today.");
        site.Clock.Advance(TimeSpan.FromDays(5));
        list = (await (await site.Staff(Roles.Administrator)).Get("/reach")).Body;
        list.ShouldContain("Ask again: they said November, and no reply since 2 November");
        list.ShouldContain("1 person. 1 needs something today.");
    }

    [Fact]
    [Trait("Hazard", "H32")]
    public async Task A_reply_by_an_old_link_promises_nothing_that_nobody_sees()
    {
        await using var site = await Seeded();
        await Tell(site.Record, new ReferralAccepted(), new CareRecord.Appointments.AppointmentBooked
        {
            Appointment = "0000000000000G1B", Person = Gil, Clinician = "jo", Starts = Moment.Utc(2026, 10, 12, 9), Ends = Moment.Utc(2026, 10, 12, 10), Kind = "01", Medium = "11",
        });
        var gil = await site.Patient(Gil, PatientStrength.Answer, $"referral/{GilsReferral}");
        (await gil.Fill($"/reply/{GilsReferral}", ("Reply", "NoMore"))).Location.ShouldBe($"/reply/{GilsReferral}");
        var thanks = (await gil.Get($"/reply/{GilsReferral}")).Body;
        thanks.ShouldContain("Nothing stops by itself. A person here has your reply and talks with you first.");
        thanks.ShouldNotContain("We will close this");
        var asked = (await (await site.Staff(Roles.Administrator)).Get("/asked")).Body;
        asked.ShouldContain("Stop my care");
        asked.ShouldContain("The answer: No, not any more.");
    }

    [Fact]
    public async Task Who_answered_the_telephone_is_not_called_again_but_their_reply_is_written_down()
    {
        await using var site = await Seeded();
        await Tell(site.Record, new ReferralAccepted(), new ContactTried { Try = "t1", Way = Ways.Call, TriedAt = Moment.Utc(2026, 10, 5, 8), Outcome = TryOutcome.Answered });
        var desk = await site.Staff(Roles.Administrator);
        (await desk.Get("/reach")).Body.ShouldContain("They answered: write down what they said");
        (await desk.Fill($"/reach/{GilsReferral}", ("Reply", ""))).Body.ShouldContain("href=\"#Reply\"");
        (await desk.Fill($"/reach/{GilsReferral}", ("Reply", "NotNow"))).Body.ShouldContain("href=\"#Month\"");
        (await desk.Fill($"/reach/{GilsReferral}", ("Reply", "Yes"), ("CallMe", "true"))).Status.ShouldBe(303);
        (await desk.Get("/reach")).Body.ShouldContain("They want a call to find a time");
        (await desk.Get($"/reach/{GilsReferral}")).Body.ShouldContain($"/pathways/{GilsReferral}/book");
    }

    [Fact]
    public async Task Who_was_tried_every_way_is_waited_for_and_then_somebody_decides()
    {
        await using var site = await Seeded();
        await Tell(site.Record, new ReferralAccepted(), Arrived("t1", Ways.Text), Arrived("t2", Ways.Letter), Arrived("t3", Ways.Call));
        site.Clock.Advance(TimeSpan.FromDays(10));
        var desk = await site.Staff(Roles.Administrator);
        var list = await desk.Get("/reach");
        list.Body.ShouldContain("1 person. 0 need something today.");
        list.Body.ShouldContain("Wait for a reply until 26 October");
        list.Body.ShouldContain("not before 26 October");
        site.Clock.Advance(TimeSpan.FromDays(11));
        desk = await site.Staff(Roles.Administrator);
        list = await desk.Get("/reach");
        list.Body.ShouldContain("1 person. 1 needs something today.");
        list.Body.ShouldContain("No reply: you decide");
        list.Body.ShouldContain("since 26 October");
    }

    [Fact]
    public async Task A_no_from_before_they_came_back_no_longer_speaks()
    {
        await using var site = await Seeded();
        await Tell(site.Record, new ReferralAccepted());
        await Say(site, new(OptInReply.NoMore, null, null, null));
        site.Clock.Advance(TimeSpan.FromDays(14));
        var desk = await site.Staff(Roles.Administrator);
        var closed = await desk.Fill($"/reach/{GilsReferral}/close");
        (await desk.Get(closed.Location!)).Body.ShouldContain("Closed. Gil can come back until Monday 19 April 2027 with their first date.");
        var gil = await site.Patient(Gil, PatientStrength.Answer, $"referral/{GilsReferral}");
        (await gil.Fill($"/reply/{GilsReferral}")).Status.ShouldBe(302);
        Standing.Of(await site.Record.Read(Streams.Referral(GilsReferral))).ShouldBe(Stage.Reaching);
        (await desk.Get("/reach")).Body.ShouldNotContain("They said no");
        (await desk.Get($"/reach/{GilsReferral}")).Body.ShouldContain(Asks);
        (await desk.Fill($"/reach/{GilsReferral}/close")).Body.ShouldContain("Not yet. Nothing you sent has arrived.");
    }

    [Fact]
    [Trait("Hazard", "H42")]
    public async Task Who_says_yes_chooses_a_time_where_times_are_offered_and_only_an_offered_one_is_booked()
    {
        await using var site = await Seeded();
        await Tell(site.Record, new ReferralAccepted());
        await site.Staff(Roles.Pwp);
        await Offers(site, "jo.pwp@northmere.example");
        var gil = await site.Patient(Gil, PatientStrength.Answer, $"referral/{GilsReferral}");
        (await gil.Fill($"/reply/{GilsReferral}", ("Reply", "Yes"))).Location.ShouldBe($"/reply/{GilsReferral}/time");
        var page = await gil.Get($"/reply/{GilsReferral}/time");
        page.Body.ShouldContain("Tuesday 6 October 2026, 9am");
        page.Body.ShouldNotContain("Jo Demo");
        page.Body.ShouldNotContain("Gil");

        (await gil.Fill(page, $"/reply/{GilsReferral}/time")).Body.ShouldContain("Choose a time");
        foreach (var never in new[] { "2026-10-06T03:00", "2026-10-06T09:15", "2026-12-25T09:00", "soon" })
            (await gil.Fill(page, $"/reply/{GilsReferral}/time", ("Time", never), ("Medium", "11"))).Body.ShouldContain("That time is not free any more. Choose another");
        (await gil.Fill(page, $"/reply/{GilsReferral}/time", ("Time", "2026-10-06T09:00"), ("Medium", "99"))).Body.ShouldContain("Choose how you would like to talk");
        var booking = await gil.Fill(page, $"/reply/{GilsReferral}/time", ("Time", "2026-10-06T09:00"), ("Medium", "11"));
        booking.Location.ShouldBe($"/reply/{GilsReferral}");
        (await gil.Get(booking.Location!)).Body.ShouldContain("Your first talk is on <strong>Tuesday 6 October 2026, 9am</strong>, by video.");

        var booked = (await site.Record.Read(Streams.Referral(GilsReferral))).All<CareRecord.Appointments.AppointmentBooked>().ShouldHaveSingleItem();
        (booked.Clinician, booked.Kind, booked.Medium, booked.Starts).ShouldBe((ASite.StaffId(Roles.Pwp), "01", "11", Moment.Utc(2026, 10, 6, 8)));
        (await gil.Get($"/reply/{GilsReferral}/time")).Location.ShouldBe($"/reply/{GilsReferral}");
    }

    [Theory]
    [InlineData("", null, false)]
    [InlineData("jo.pwp@northmere.example", "true", false)]
    [InlineData("jo.pwp@northmere.example", null, true)]
    public async Task No_time_is_offered_where_the_service_offers_none_where_a_call_is_asked_for_or_somebody_has_to_arrange_it(string with, string? callMe, bool needsInterpreter)
    {
        await using var site = await Seeded();
        await Tell(site.Record, new ReferralAccepted());
        await site.Staff(Roles.Pwp);
        await Offers(site, with);
        if (needsInterpreter)
        {
            await site.Record.Write(new("needs", By.Worker), [Streams.Person(Gil)], (_, _) => Decision.Accept(
                Streams.Person(Gil), new NeedsRecorded { Needs = [NeedCodes.Bsl], ReviewOn = new(2027, 10, 5) }));
        }

        var gil = await site.Patient(Gil, PatientStrength.Answer, $"referral/{GilsReferral}");
        (string, string)[] said = callMe is null ? [("Reply", "Yes")] : [("Reply", "Yes"), ("CallMe", callMe)];
        (await gil.Fill($"/reply/{GilsReferral}", said)).Location.ShouldBe($"/reply/{GilsReferral}");
        (await gil.Get($"/reply/{GilsReferral}")).Body.ShouldContain("to find a time.");
        if (callMe is null)
            (await gil.Get($"/reply/{GilsReferral}/time")).Location.ShouldBe($"/reply/{GilsReferral}");
    }

    private static Task Offers(ASite site, string with) => site.Record.Write(new("offers", By.Worker), [Streams.Policy], (_, _) => Decision.Accept(
        Streams.Policy, new CareRecord.Policies.PolicySet { Name = CareRecord.Policies.PolicyNames.FirstTalksWith, Value = with, From = new(2026, 1, 1) }));

    private static ContactTried Arrived(string id, string way) =>
        new() { Try = id, Way = way, TriedAt = Moment.Utc(2026, 10, 5, 8), Outcome = way == Ways.Call ? TryOutcome.LeftMessage : TryOutcome.Delivered };

    private static Task Say(ASite site, ReplyToOptIn reply)
    {
        var (stream, person, by) = (Streams.Referral(GilsReferral), Streams.Person(Gil), new By(Gil, Roles.Patient));
        return site.Record.Write(new("said", by), [stream, person], (h, now) => reply.Decide(h[stream], h[person], "REQUEST000000001", by, now));
    }
}

using Candour.CareRecord;
using Candour.CareRecord.Consent;
using Candour.CareRecord.Discharge;
using Candour.CareRecord.Referrals;
using Candour.CareRecord.Waiting.Store;
using Candour.Web.Pages.Waiting;
using Candour.Web.Tests.Hosting;
using Candour.Web.Tests.Pathways;

namespace Candour.Web.Tests.Pages.Waiting;

public sealed class ManageWaitsTests
{
    [Fact]
    public async Task With_few_people_the_page_counts_them_and_says_no_wait()
    {
        await using var site = await ASite.Open();
        await ACourse.On(site);
        site.Clock.Advance(TimeSpan.FromDays(1));
        var page = (await (await site.Staff(Roles.ServiceLead)).Get("/manage/waits")).Body;
        page.ShouldContain("1 person was referred from 6 October 2025 to 5 October 2026.");
        page.ShouldContain("Too few people to say (fewer than 10)");
        page.ShouldNotContain("Amira");
    }

    [Fact]
    public async Task Who_still_waits_is_counted_and_both_ways_to_say_six_weeks_stand_side_by_side()
    {
        await using var site = await ASite.Open();
        for (var i = 0; i < 12; i++)
        {
            var (person, referral) = (Streams.Person($"WA1T00000000000{i:X}"), Streams.Referral($"WA1TR0000000000{i:X}"));
            await site.Record.Write(new($"wait{i}", By.Worker), [person, referral], (_, _) => Decision
                .Accept(person, new PersonRegistered { FirstName = "Wei", LastName = $"Sample {i}", BirthDate = new(1990, 1, 1), FilledBy = FilledBy.Me })
                .And(referral, new ReferralReceived
                {
                    Person = person.Id, ReceivedOn = new DateOnly(2026, 7, 1).AddDays(i), Source = "B1", Commissioner = "QT1", CameBy = CameBy.Web, FilledBy = FilledBy.Me,
                }));
        }

        var page = (await (await site.Staff(Roles.ServiceLead)).Get("/manage/waits")).Body;
        page.ShouldContain("12 of 12");
        page.ShouldContain("13 weeks (95 days)");
        page.ShouldContain("Everyone referred: began within 6 weeks");
        page.ShouldContain("0 of 12");
        page.ShouldContain("Official: began within 6 weeks (finished only)");
        page.ShouldNotContain("Wei");
    }

    [Fact]
    public async Task The_service_lead_sees_the_waiting_list_without_names()
    {
        await using var site = await ASite.Open();
        var course = await ACourse.On(site);
        await course.Tell("list", By.Worker, Streams.Referral(ACourse.Referral), new CareRecord.Waiting.PutOnWaitingList { Step = 3, On = new(2026, 10, 5) });
        var page = (await (await site.Staff(Roles.ServiceLead)).Get("/waiting")).Body;
        page.ShouldContain("Person 1");
        page.ShouldNotContain("Amira");
        (await (await site.Staff(Roles.Administrator)).Get("/waiting")).Body.ShouldContain("Amira Testwell");
    }

    [Fact]
    public void How_long_half_of_people_wait_is_said_with_how_many_and_when_and_not_of_too_few()
    {
        static Way A(int i) => new(new DateOnly(2026, 1, 1).AddDays(i), new DateOnly(2026, 1, 1).AddDays(i), null, new DateOnly(2026, 1, 1).AddDays(i + 10), new DateOnly(2026, 1, 1).AddDays(i + 40), null, null, false);
        var (from, to) = (new DateOnly(2025, 10, 5), new DateOnly(2026, 10, 4));
        HalfOfPeople.Of(WaitCohort.Of([.. Enumerable.Range(0, 30).Select(A)], from, to)).ShouldBe(
            "Half of people have their first talk within 10 days and their first treatment within 40 days. "
            + "From the 30 people referred from 5 October 2025 to 4 October 2026. People still waiting are counted too.");
        HalfOfPeople.Of(WaitCohort.Of([.. Enumerable.Range(0, 19).Select(A)], from, to)).ShouldBeNull();
    }

    [Fact]
    public async Task Each_way_of_signing_and_each_reason_to_end_without_notice_is_counted_of_how_many_and_when()
    {
        await using var site = await ASite.Open();
        var day = 0;
        foreach (var how in (SignedHow[])[SignedHow.ByLink, SignedHow.ByLink, SignedHow.InTheRoom, SignedHow.AloudByTelephone, SignedHow.OnPaper])
        {
            await Refers(site, ++day, referral =>
            [
                new PlanProposed { Plan = $"P1AN00000000000{day}", Therapy = ACourse.GuidedSelfHelp, Step = 2, Sessions = 8 },
                new PlanSigned { Plan = $"P1AN00000000000{day}", How = how },
            ]);
        }

        foreach (var why in (NoNotice?[])[NoNotice.Death, NoNotice.CrisisOrSecondaryCare, NoNotice.CrisisOrSecondaryCare, NoNotice.MovedAway, NoNotice.Safeguarding, NoNotice.AskedInWriting, null])
            await Refers(site, ++day, _ => [Ended(why)]);
        // Undone: it has not ended. Before the year: not in it.
        await Refers(site, ++day, _ => [Ended(NoNotice.Death), new EndingUndone { Decision = "DEC1S10N00000001", Why = "Wrong person" }]);
        await Refers(site, ++day, _ => [Ended(NoNotice.Death) with { Day = new(2025, 10, 4) }]);

        site.Clock.Advance(TimeSpan.FromDays(1));
        var page = (await (await site.Staff(Roles.ServiceLead)).Get("/manage/waits")).Body;
        page.ShouldContain("5 plans signed from 6 October 2025 to 5 October 2026");
        page.ShouldContain("7 referrals ended from 6 October 2025 to 5 October 2026");
        foreach (var (row, count) in new[]
        {
            ("By their own link", "2 of 5"), ("In the room, on a device handed over", "1 of 5"), ("Aloud by telephone", "1 of 5"), ("On paper", "1 of 5"),
            ("Death", "1 of 7"), ("Handed over to crisis or secondary care", "2 of 7"), ("Moved out of the area", "1 of 7"), ("Safeguarding", "1 of 7"), ("Asked in writing to end that day", "1 of 7"),
        })
            page.ShouldMatch($@"{row}\s*</t[hd]>\s*<td[^>]*>\s*{count}\s*<");
    }

    [Fact]
    public async Task Where_nobody_signed_and_nothing_ended_it_says_so_in_words()
    {
        await using var site = await ASite.Open();
        var page = (await (await site.Staff(Roles.ServiceLead)).Get("/manage/waits")).Body;
        page.ShouldContain("No plan was signed from 5 October 2025 to 4 October 2026.");
        page.ShouldContain("No referral ended from 5 October 2025 to 4 October 2026.");
    }

    [Fact]
    public async Task The_front_desk_does_not_open_the_figures()
    {
        await using var site = await ASite.Open();
        (await (await site.Staff(Roles.Administrator)).Get("/manage/waits")).Status.ShouldBe(403);
    }

    [Fact]
    [Trait("Hazard", "H11")]
    public async Task A_referral_nobody_opened_for_a_working_day_is_told_to_the_service_lead_too()
    {
        await using var site = await Referrals.FrontDeskTests.Seeded();
        (await (await site.Staff(Roles.ServiceLead)).Get("/manage/waits")).Body.ShouldNotContain("has not been opened");
        site.Clock.Advance(TimeSpan.FromHours(25));
        (await (await site.Staff(Roles.ServiceLead)).Get("/manage/waits")).Body.ShouldContain("1 referral has not been opened for a working day.");
        (await (await site.Staff(Roles.Administrator)).Get($"/inbox/{Referrals.FrontDeskTests.GilsReferral}")).Status.ShouldBe(200);
        (await (await site.Staff(Roles.ServiceLead)).Get("/manage/waits")).Body.ShouldNotContain("has not been opened");
    }

    private static CareEnded Ended(NoNotice? why) => new()
    {
        Decision = "DEC1S10N00000001", Day = new(2026, 10, 5), Decided = new(2026, 10, 5), Reason = EndingReason.NotKnown, EndCode = "96", WithoutNotice = why,
    };

    private static Task Refers(ASite site, int number, Func<StreamId, Event[]> then)
    {
        var (person, referral) = (Streams.Person($"C0VNT00000000{number:D3}"), Streams.Referral($"C0VNTR0000000{number:D3}"));
        return site.Record.Write(new($"count{number}", By.Worker), [person, referral], (_, _) => Decision
            .Accept(person, new PersonRegistered { FirstName = "Wei", LastName = $"Sample {number}", BirthDate = new(1990, 1, 1), FilledBy = FilledBy.Me })
            .And(referral, [new ReferralReceived { Person = person.Id, ReceivedOn = new(2025, 8, 1), Source = "B1", Commissioner = "QT1", CameBy = CameBy.Web, FilledBy = FilledBy.Me }, .. then(referral)]));
    }
}

using Candour.CareRecord;
using Candour.CareRecord.Access;
using Candour.CareRecord.Messages;
using Candour.CareRecord.OptIn;
using Candour.CareRecord.Referrals;
using Candour.CareRecord.Referrals.Store;
using Candour.CareRecord.Safeguards;
using Candour.CareRecord.Store;
using Candour.Clinical;
using Candour.Testing;
using Candour.Web.Tests.Hosting;
using Stage = Candour.CareRecord.Referrals.Stage;

namespace Candour.Web.Tests.Pages.Referrals;

public sealed class FrontDeskTests
{
    internal const string Gil = "0000000000000G1A", GilsReferral = "0000000000000G1R";

    [Fact]
    public async Task The_person_replies_by_link_and_keeps_their_place()
    {
        await using var site = await Seeded();
        await Tell(site.Record, new ReferralAccepted());
        var gil = await site.Patient(Gil, PatientStrength.Answer, $"referral/{GilsReferral}");
        var page = await gil.Get($"/reply/{GilsReferral}");
        page.Body.ShouldContain("Do you still want help from us?");
        (await gil.Fill(page, $"/reply/{GilsReferral}")).Body.ShouldContain("Choose what you would like");
        var replied = await gil.Fill(page, $"/reply/{GilsReferral}", ("Reply", "Yes"), ("CallMe", "true"));
        replied.Location.ShouldBe($"/reply/{GilsReferral}");
        (await gil.Get(replied.Location!)).Body.ShouldContain("You are still on the list from 5 October. You lost no time.");
        (await gil.Fill($"/reply/{GilsReferral}?change=true", ("Reply", "NotNow"))).Body.ShouldContain("Choose a month");
        (await gil.Fill($"/reply/{GilsReferral}?change=true", ("Reply", "NotNow"), ("Month", "2027-01"))).Status.ShouldBe(302);
        (await gil.Get($"/reply/{GilsReferral}")).Body.ShouldContain("We will ask you again in January. Your wait still counts from 5 October.");
        var stranger = await site.Patient("0000000000000X1A", PatientStrength.Answer, "referral/0000000000000X1R");
        (await stranger.Get($"/reply/{GilsReferral}")).Status.ShouldBe(404);
    }

    [Fact]
    [Trait("Hazard", "H33")]
    public async Task Closing_is_refused_in_words_until_two_ways_arrived_and_undone_for_six_months()
    {
        await using var site = await Seeded();
        await Tell(site.Record, new ReferralAccepted());
        var desk = await site.Staff(Roles.Administrator);
        (await desk.Fill($"/reach/{GilsReferral}/close")).Body.ShouldContain("Not yet. Nothing you sent has arrived.");
        await Tell(
            site.Record,
            new ContactTried { Try = "t1", Way = Ways.Call, TriedAt = Moment.Utc(2026, 10, 5, 8), Outcome = TryOutcome.LeftMessage },
            new ContactTried { Try = "t2", Way = Ways.Letter, TriedAt = Moment.Utc(2026, 10, 5, 8), Outcome = TryOutcome.Delivered });
        site.Clock.Advance(TimeSpan.FromDays(21));
        desk = await site.Staff(Roles.Administrator);
        (await desk.Get($"/reach/{GilsReferral}")).Body.ShouldContain($"/reach/{GilsReferral}/close");
        (await desk.Fill($"/reach/{GilsReferral}/close")).Status.ShouldBe(303);
        Standing.Of(await site.Record.Read(Streams.Referral(GilsReferral))).ShouldBe(Stage.Closed);
        var gil = await site.Patient(Gil, PatientStrength.Answer, $"referral/{GilsReferral}");
        var back = await gil.Get($"/reply/{GilsReferral}");
        back.Body.ShouldContain("Yes, reopen");
        (await gil.Fill(back, $"/reply/{GilsReferral}")).Status.ShouldBe(302);
        Standing.CountsFrom(await site.Record.Read(Streams.Referral(GilsReferral))).ShouldBe(new(2026, 10, 5));
    }

    [Fact]
    public async Task A_referral_by_letter_is_written_down_with_the_day_it_came_and_why_late()
    {
        await using var site = await ASite.Open(seed: SelfReferring.Policies);
        var desk = await site.Staff(Roles.Administrator);
        (string, string)[] hana =
        [
            ("Form.FirstName", "Hana"), ("Form.LastName", "Fictional"), ("Form.Birth.Day", "1"), ("Form.Birth.Month", "2"), ("Form.Birth.Year", "1973"),
            ("Form.TheyKnow", "yes"), ("Form.Ways", "call"), ("Form.Phone", "01632 960 002"), ("Form.Source", "A1"), ("Form.CameBy", "Letter"),
            ("Form.Received.Day", "1"), ("Form.Received.Month", "10"), ("Form.Received.Year", "2026"),
        ];
        (await desk.Fill("/referrals/new", [.. hana, ("Form.Nhs", "999 000 0011")])).Body.ShouldContain("Check the NHS number.");
        (await desk.Fill("/referrals/new", hana)).Body.ShouldContain("Why now?");
        var saved = await desk.Fill("/referrals/new", [.. hana, ("Form.WhyLate", "Another"), ("Form.WorryToday", "Told her GP she is afraid tonight")]);
        saved.Location.ShouldStartWith("/inbox/");
        var referral = await site.Record.Read(Streams.Referral(saved.Location!["/inbox/".Length..]));
        var received = referral.First<ReferralReceived>()!;
        (received.ReceivedOn, received.Unconfirmed, received.EnteredLate.HasValue).ShouldBe((new DateOnly(2026, 10, 1), true, true));
        RiskTask.OpenOf(await site.Record.Read(Streams.Person(received.Person))).ShouldNotBeNull();
        (await desk.Get(saved.Location!)).Body.ShouldContain("Hana Fictional");

        // The worry is the referrer's: the person has answered nothing, and it still comes first.
        (received.SafeNow, Standing.SaidDanger(received)).ShouldBe((null, true));
        (await desk.Get("/inbox")).Body.ShouldContain("For a clinician now");
        var triage = (await (await site.Staff(Roles.ClinicalLead)).Get($"{saved.Location}/triage")).Body;
        triage.ShouldContain("Told her GP she is afraid tonight");
        triage.ShouldContain("Not asked");
        triage.ShouldNotContain("No, I need help today");
    }

    [Fact]
    [Trait("Threat", "S02")]
    public async Task A_professional_refers_without_an_account_and_nothing_is_sent_to_the_person()
    {
        await using var site = await ASite.Open(seed: SelfReferring.Policies);
        var gp = site.Visitor();
        var sent = await gp.Fill("/refer/professional",
            ("Form.FirstName", "Bo"), ("Form.LastName", "Sample"), ("Form.Birth.Day", "1"), ("Form.Birth.Month", "2"), ("Form.Birth.Year", "1973"),
            ("Form.TheyKnow", "yes"), ("Form.Ways", "text"), ("Form.Mobile", "07700 900124"), ("Form.Texts", "yes"), ("Form.Source", "A1"), ("Form.Referrer", "Dr Madeup, Lane End"));
        sent.Location.ShouldStartWith("/refer/professional?reference=NM-");
        (await gp.Get(sent.Location!)).Body.ShouldContain("We have your referral");
        (await gp.Fill("/refer/professional", ("Form.FirstName", "Bo"), ("Form.TheyKnow", "no"), ("Form.Ways", "call"), ("Form.Phone", "01632 960003"), ("Form.Referrer", "x"),
            ("Form.Source", "A1"), ("Form.Birth.Day", "1"), ("Form.Birth.Month", "2"), ("Form.Birth.Year", "1973"))).Body.ShouldContain("Ask them first");
        await using var lists = site.Record.Lists();
        lists.Set<OutboxRow>().Count().ShouldBe(0);
        lists.Set<InboxRow>().Single().Unconfirmed.ShouldBeTrue();
    }

    [Fact]
    [Trait("Hazard", "H40")]
    public async Task A_fact_is_added_never_edited_and_a_change_says_why()
    {
        await using var site = await Seeded();
        var desk = await site.Staff(Roles.Administrator);
        (await desk.Get($"/pathways/{GilsReferral}/registration")).Body.ShouldContain("Not asked yet");
        var gp = $"/pathways/{GilsReferral}/registration/gp";
        (await desk.Fill(gp, ("Values[practice]", "X0"))).Body.ShouldContain("Enter a code of 6 letters and numbers");
        (await desk.Fill(gp, ("Values[practice]", "X00001"), ("Days[from].Day", "1"), ("Days[from].Month", "2"), ("Days[from].Year", "2020"))).Status.ShouldBe(303);
        (await desk.Fill(gp, ("Values[practice]", "X00002"))).Body.ShouldContain("Say why you are changing this.");
        (await desk.Fill(gp, ("Values[practice]", "X00002"), ("Values[why]", "moved"))).Status.ShouldBe(303);
        (await desk.Get(gp)).Body.ShouldContain("2 values over time");
        var number = $"/pathways/{GilsReferral}/registration/nhs-number";
        (await desk.Fill(number, ("Values[nhs]", "9990000012"), ("Values[status]", "01"))).Body.ShouldContain("Check the NHS number.");
        (await desk.Fill(number, ("Values[status]", "03"))).Status.ShouldBe(303);
        (await desk.Fill($"/pathways/{GilsReferral}/registration/work", ("Values[status]", "01"), ("Days[on].Day", "1"), ("Days[on].Month", "9"), ("Days[on].Year", "2026")))
            .Body.ShouldContain("after it happened. Why now?");
        foreach (var fact in CareRecord.Referrals.Facts.EveryFact.All)
            (await desk.Get($"/pathways/{GilsReferral}/registration/{fact.Slug}")).Status.ShouldBe(200, fact.Slug);
    }

    [Fact]
    [Trait("Hazard", "H41")]
    public async Task A_death_is_confirmed_twice_stops_what_waits_and_can_be_taken_back()
    {
        await using var site = await Seeded(confirmed: true);
        await Tell(site.Record, new ReferralAccepted());
        var desk = await site.Staff(Roles.Administrator);
        (await desk.Fill($"/reach/{GilsReferral}", [])).Status.ShouldBe(303);
        await using (var lists = site.Record.Lists())
            lists.Set<OutboxRow>().Count(m => m.Person == Gil && m.Stage == MessageStage.Waiting).ShouldBe(1);

        var address = $"/people/{Gil}/death";
        var asked = await desk.Fill(address, ("ToldBy", "his sister"));
        asked.Body.ShouldContain("Check who this is");
        Death.IsRecorded(await site.Record.Read(Streams.Person(Gil))).ShouldBeFalse();
        (await desk.Fill(asked, address)).Status.ShouldBe(303);
        Death.IsRecorded(await site.Record.Read(Streams.Person(Gil))).ShouldBeTrue();
        await using (var lists = site.Record.Lists())
            lists.Set<OutboxRow>().Count(m => m.Person == Gil && m.Stage == MessageStage.Waiting).ShouldBe(0);
        (await desk.Fill(address, ("Why", ""))).Body.ShouldContain("Say why");
        (await desk.Fill(address, ("Why", "another Gil"))).Status.ShouldBe(303);
        Death.IsRecorded(await site.Record.Read(Streams.Person(Gil))).ShouldBeFalse();
    }

    [Fact]
    [Trait("Hazard", "H14")]
    public async Task Two_records_are_compared_row_by_row_and_joined_by_two_people()
    {
        await using var site = await Seeded();
        await Register(site.Record, "0000000000000G2A", "0000000000000G2R", null, false);
        var pair = Streams.Pair(Gil, "0000000000000G2A");
        await site.Record.Write(new("pair", By.Worker), [pair], (h, _) => SamePerson.Notice(h[pair], Gil, "0000000000000G2A", [Likeness.SameNameAndBirthDate]));
        var desk = await site.Staff(Roles.Administrator);
        (await desk.Get("/inbox?show=SamePerson")).Body.ShouldContain($"/inbox/same/{pair.Id}");
        await site.Record.Write(new("moved", By.Worker), [Streams.Person("0000000000000G2A")], (_, _) => Decision.Accept(
            Streams.Person("0000000000000G2A"), new ContactDetailsGiven { Chosen = [Ways.Text], Mobile = "07700 900999", Email = "gil@example.org" }));
        var page = await desk.Get($"/inbox/same/{pair.Id}");
        Compared(page.Body, "First name").ShouldBe("same");
        Compared(page.Body, "Mobile").ShouldBe("different");
        Compared(page.Body, "E-mail").ShouldBe("missing");
        (await desk.Fill(page, $"/inbox/same/{pair.Id}", ("Decision", "one"), ("Because", "same voice"))).Status.ShouldBe(303);
        (await desk.Fill($"/inbox/same/{pair.Id}", ("Decision", "agree"))).Body.ShouldContain("Joining two records takes two people");
        (await desk.Get("/inbox/same/nonsense")).Status.ShouldBe(404);

        var other = await site.Get<CareRecord.Access.Store.Accounts>().Add("SECOND0000000001", "second@northmere.example", "Al Demo", [Roles.Administrator]);
        var (token, _) = await site.Get<CareRecord.Access.Store.WebSessions>().Begin(CareRecord.Access.Store.WebSessions.Staff, other.Id, Roles.Administrator);
        var second = site.Visitor().With(token);
        (await second.Fill($"/inbox/same/{pair.Id}", ("Decision", "agree"))).Status.ShouldBe(303);
        SamePerson.StateOf(await site.Record.Read(pair)).ShouldBe(PairState.Joined);

        // What a row of the table says in its last column.
        static string Compared(string body, string what) =>
            System.Text.RegularExpressions.Regex.Match(body, $@"\b{what}\b(?s:.*?)<strong class=""nhsuk-tag[^>]*>\s*(same|different|missing)").Groups[1].Value;
    }

    [Fact]
    [Trait("Hazard", "H13")]
    public async Task A_possible_second_record_stands_on_top_of_every_page_about_the_person_until_it_is_decided()
    {
        await using var site = await Seeded();
        var course = await Pathways.ACourse.On(site);
        string[] pages = [$"/inbox/{GilsReferral}", $"/pathways/{GilsReferral}/registration"];
        var desk = await site.Staff(Roles.Administrator);
        foreach (var page in pages)
            (await desk.Get(page)).Body.ShouldNotContain("Another record may exist.", customMessage: page);
        var clinic = $"/pathways/{Pathways.ACourse.Referral}";
        (await course.Jo.Get(clinic)).Body.ShouldNotContain("Another record may exist.");

        var pair = Streams.Pair(Gil, Pathways.ACourse.Person);
        await site.Record.Write(new("pair", By.Worker), [pair], (h, _) => SamePerson.Notice(h[pair], Gil, Pathways.ACourse.Person, [Likeness.SamePhone]));
        site.Clock.Advance(TimeSpan.FromSeconds(11));
        foreach (var page in pages)
            (await desk.Get(page)).Body.ShouldContain("Another record may exist.", customMessage: page);
        (await course.Jo.Get(clinic)).Body.ShouldContain("Another record may exist.");

        (await desk.Fill($"/inbox/same/{pair.Id}", ("Decision", "two"))).Status.ShouldBe(303);
        site.Clock.Advance(TimeSpan.FromSeconds(11));
        (await desk.Get(pages[0])).Body.ShouldNotContain("Another record may exist.");
        (await course.Jo.Get(clinic)).Body.ShouldNotContain("Another record may exist.");
    }

    [Fact]
    [Trait("Hazard", "H40")]
    public async Task A_corrected_fact_says_when_by_whom_and_why_and_the_old_value_is_struck_through()
    {
        await using var site = await Seeded();
        var desk = await site.Staff(Roles.Administrator);
        var (all, name) = ($"/pathways/{GilsReferral}/registration", $"/pathways/{GilsReferral}/registration/name");
        (await desk.Get(all)).Body.ShouldNotContain("Corrected on");
        (await desk.Fill(name, ("Values[first]", "Jil"), ("Values[last]", "Invented"), ("Values[why]", "spelt wrong"))).Status.ShouldBe(303);
        (await desk.Get(all)).Body.ShouldContain("(Corrected on 5 October by administrator, because: spelt wrong)");
        var history = (await desk.Get(name)).Body;
        history.ShouldContain("<del><bdi>Gil Invented</bdi></del> (before)");
        history.ShouldContain("spelt wrong");
        (await desk.Fill("/look-up", ("Name", "gil inv"))).Body.ShouldNotContain($"/inbox/{GilsReferral}", customMessage: "the old name finds nobody");
    }

    [Theory]
    [InlineData("Name", "gil inv")]
    [InlineData("Number", "999 000 0018")]
    public async Task A_search_shows_identity_lines_only_and_the_person_can_see_it(string field, string typed)
    {
        await using var site = await Seeded();
        await site.Record.Write(new("nhs", By.Worker), [Streams.Person(Gil)], (_, _) => Decision.Accept(Streams.Person(Gil), new NhsNumberGiven { Number = "9990000018", Status = "02" }));
        var desk = await site.Staff(Roles.Administrator);
        (await desk.Fill("/look-up")).Body.ShouldContain("Enter a name, a birth date, an NHS number or a reference");
        var found = await desk.Fill("/look-up", (field, typed));
        found.Body.ShouldContain("1 person matches. Opening a record is shown to the person.");
        found.Body.ShouldContain("Gil Invented");
        found.Body.ShouldNotContain("07700");
        found.Body.ShouldContain($"href=\"/inbox/{GilsReferral}\"");
        (await desk.Fill("/look-up", ("Number", "12345"))).Body.ShouldContain("neither an NHS number nor a reference");
    }

    internal static async Task<ASite> Seeded(SafeNow safe = SafeNow.Yes, bool confirmed = false) => await ASite.Open(seed: async record =>
    {
        await SelfReferring.Policies(record);
        await Register(record, Gil, GilsReferral, safe, confirmed);
    });

    internal static async Task Register(TheRecord record, string person, string referral, SafeNow? safe, bool confirmed)
    {
        var answers = new SelfReferral
        {
            PersonId = person, ReferralId = referral, SafeNow = safe, WhoFor = WhoFor.Me, BirthDate = new(1988, 5, 6), FirstName = "Gil", LastName = "Invented",
            Chosen = [Ways.Text, Ways.Call, Ways.Letter], Mobile = "07700 900125", Address = "3 Sample Street", TextsSafe = true, LetterHomeSafe = true, VoiceMessageSafe = true,
            Confirmed = confirmed ? ["07700 900125"] : [], ThoughtsOfEnding = ThoughtsOfEnding.No,
        };
        var send = new SendSelfReferral(answers, [], null, RiskIds.New(new SeededRandomness(person.Length + referral[14]))) { AtWork = AtWork.Everybody };
        (await record.Write(
            new($"seed-{person}", new("visitor", Roles.Public)), [Streams.Person(person), Streams.Referral(referral), Streams.Policy],
            (h, now) => send.Decide(h, CareRecord.Policies.ServicePolicy.On(London.DayOf(now), h[Streams.Policy]), now))).ShouldBeOfType<Outcome.Done>();
    }

    internal static Task Tell(TheRecord record, params Event[] events) => record.Write(
        new($"tell-{events[0].GetType().Name}", new("ada", Roles.Administrator)), [Streams.Referral(GilsReferral)],
        (_, _) => Decision.Accept(Streams.Referral(GilsReferral), events));
}

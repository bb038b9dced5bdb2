using Candour.CareRecord;
using Candour.CareRecord.Links;
using Candour.CareRecord.Messages;
using Candour.CareRecord.Messages.Store;
using Candour.CareRecord.Referrals;
using Candour.Clinical;
using Candour.Web.Tests.Hosting;
using static Candour.Web.Tests.Pages.Referrals.FrontDeskTests;

namespace Candour.Web.Tests.Pages.Referrals;

/// <summary>Two members of staff have said that two records are of one person: from then on each holds for the other.</summary>
public sealed class JoinedRecordsTests
{
    private const string Other = "0000000000000G2A", OthersReferral = "0000000000000G2R";

    [Fact]
    [Trait("Hazard", "H41")]
    public async Task A_death_written_in_one_record_stops_what_waits_for_the_other_and_undoing_the_joining_lets_it_live()
    {
        await using var site = await Two();
        var desk = await Join(site);
        var message = await Queued(site, Gil);

        var death = $"/people/{Other}/death";
        var asked = await desk.Fill(death, ("ToldBy", "his sister"));
        asked.Body.ShouldContain("1 message is waiting");
        (await desk.Fill(asked, death)).Status.ShouldBe(303);
        (await desk.Get(death)).Body.ShouldContain("in the records joined with this one too");
        MessageState.Of(await site.Record.Read(Streams.Message(message)))!.Stage.ShouldBe(MessageStage.Cancelled);
        (await OfPerson(site, Gil)).HasDied.ShouldBeTrue();
        (await desk.Fill($"/people/{Gil}/death", ("Why", "another Gil"))).Body.ShouldContain("This death was written in the other record of this person.");

        (await desk.Fill(Same, ("Decision", "undo"), ("Because", "two brothers"))).Status.ShouldBe(303);
        ((await OfPerson(site, Gil)).HasDied, (await OfPerson(site, Other)).HasDied).ShouldBe((false, true));
    }

    [Fact]
    [Trait("Hazard", "H22")]
    public async Task What_is_not_safe_in_one_record_binds_the_other_from_the_joining_on_and_whenever_it_changes()
    {
        await using var site = await Two();
        await Tell(site, Other, new SafeContactRulesGiven { LetterHomeSafe = false, NeutralName = true });
        var desk = await Join(site);
        ((await OfPerson(site, Gil)).May(Ways.Letter), (await OfPerson(site, Gil)).May(Ways.Call)).ShouldBe((false, true));

        (await desk.Fill($"/pathways/{OthersReferral}/registration/safe-contact", ("Values[never]", Ways.Call), ("Values[neutral]", "yes"), ("Values[why]", "told by phone")))
            .Status.ShouldBe(303);
        (await OfPerson(site, Gil)).May(Ways.Call).ShouldBeFalse();
        (await desk.Get(Same)).Body.ShouldContain("what is not safe in one binds the other");
    }

    [Fact]
    [Trait("Hazard", "H33")]
    public async Task Both_open_referrals_wait_from_the_oldest_day()
    {
        await using var site = await Two();
        var (first, second) = (await CountsFrom(site, GilsReferral), await CountsFrom(site, OthersReferral));
        second.ShouldBeGreaterThan(first);
        var desk = await Join(site);
        (await CountsFrom(site, OthersReferral)).ShouldBe(first);
        (await desk.Get($"/inbox/{OthersReferral}")).Body.ShouldContain(Words.LongDay(first));
        (await desk.Fill(Same, ("Decision", "undo"))).Status.ShouldBe(303);
        (await CountsFrom(site, OthersReferral)).ShouldBe(second);
    }

    private static string Same => $"/inbox/same/{Streams.Pair(Gil, Other).Id}";

    private static async Task<ASite> Two()
    {
        var site = await Seeded(confirmed: true);
        site.Clock.Skip(TimeSpan.FromDays(9));
        await Register(site.Record, Other, OthersReferral, null, false);
        return site;
    }

    private static async Task<Visitor> Join(ASite site)
    {
        var pair = Streams.Pair(Gil, Other);
        await site.Record.Write(new("pair", By.Worker), [pair], (h, _) => SamePerson.Notice(h[pair], Gil, Other, [Likeness.SameNameAndBirthDate]));
        var desk = await site.Staff(Roles.Administrator);
        (await desk.Fill(Same, ("Decision", "one"), ("Because", "same voice"))).Status.ShouldBe(303);
        var other = await site.Get<CareRecord.Access.Store.Accounts>().Add("SECOND0000000001", "second@northmere.example", "Al Demo", [Roles.Administrator]);
        var (token, _) = await site.Get<CareRecord.Access.Store.WebSessions>().Begin(CareRecord.Access.Store.WebSessions.Staff, other.Id, Roles.Administrator);
        (await site.Visitor().With(token).Fill(Same, ("Decision", "agree"))).Status.ShouldBe(303);
        return desk;
    }

    private static async Task<string> Queued(ASite site, string person)
    {
        const string id = "MESSAGE000000001";
        var stream = Streams.Person(person);
        await site.Record.Write(new("queue", By.Worker), [stream, Streams.Service, Streams.Policy], (h, now) => Message.Queue(
            new(id, Say.CheckWhatWeWrote(), now.Plus(TimeSpan.FromDays(7)), new LinkWanted(LinkPurpose.CheckAnswers, "Q1")) { NotBefore = now.Plus(TimeSpan.FromDays(2)) },
            h[stream], Sender.Of(h, now), now));
        (await FindMessages.WaitingFor(site.Record, person)).ShouldBe([id]);
        return id;
    }

    private static Task Tell(ASite site, string person, Event e) =>
        site.Record.Write(new($"tell-{person}", new("ada", Roles.Administrator)), [Streams.Person(person)], (_, _) => Decision.Accept(Streams.Person(person), e));

    private static async Task<Person> OfPerson(ASite site, string person) => Person.Of(await site.Record.Read(Streams.Person(person)))!;

    private static async Task<DateOnly> CountsFrom(ASite site, string referral)
    {
        var row = await CareRecord.Referrals.Store.FindReferrals.One(site.Record, referral);
        row!.CountsFrom.ShouldBe(Standing.CountsFrom(await site.Record.Read(Streams.Referral(referral))));
        return row.CountsFrom;
    }
}

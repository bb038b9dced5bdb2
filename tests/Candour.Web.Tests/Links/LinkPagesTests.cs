using System.Text.RegularExpressions;
using Candour.CareRecord;
using Candour.CareRecord.Links;
using Candour.CareRecord.Links.Store;
using Candour.CareRecord.Messages;
using Candour.CareRecord.Referrals;
using Candour.CareRecord.Timers;
using Candour.Clinical;
using Candour.Testing;
using Candour.Web.Tests.Hosting;
using Candour.Web.Tests.Questionnaires;

namespace Candour.Web.Tests.Links;

public sealed class LinkPagesTests
{
    private static int _count;

    internal const string Amira = "AMRA000000000000";
    internal static readonly (string, string)[] Born = [("BirthDate.Day", "4"), ("BirthDate.Month", "3"), ("BirthDate.Year", "1991")];
    private static readonly (string, string)[] Wrong = [("BirthDate.Day", "5"), ("BirthDate.Month", "3"), ("BirthDate.Year", "1991")];

    [Fact]
    public async Task A_link_and_a_birth_date_open_one_form_under_a_clean_address()
    {
        await using var site = await ASite.Open(seed: Seed);
        var link = await Issue(site, new(LinkPurpose.AnswerQuestions, "Q000000000000001"));
        var visitor = site.Visitor();
        var page = await visitor.Get($"/l/{link.Token}");
        page.Body.ShouldContain("Is it you?");
        page.Body.ShouldContain("Enter your date of birth to open this page.");

        var answer = await visitor.Fill($"/l/{link.Token}", Born);
        (answer.Status, answer.Location).ShouldBe((302, "/q/Q000000000000001"));
        answer.Header("Referrer-Policy").ShouldBe("no-referrer");
    }

    [Fact]
    public async Task A_mail_scanner_changes_nothing_and_learns_nothing()
    {
        await using var site = await ASite.Open(seed: Seed);
        var link = await Issue(site, new(LinkPurpose.ReplyToOptIn, "R000000000000001"));
        var scanner = site.Visitor();
        var known = await scanner.Get($"/l/{link.Token}");
        (await scanner.Send(new(HttpMethod.Head, $"/l/{link.Token}"))).Status.ShouldBe(200);
        (await scanner.Post($"/l/{link.Token}")).Status.ShouldBe(400);
        (await scanner.Fill($"/l/{link.Token}")).Body.ShouldContain("Enter your date of birth");

        var unknown = await scanner.Get($"/l/{NewLink.ForMessage(new SeededRandomness(99)).Token}");
        Plain(unknown.Body).ShouldBe(Plain(known.Body));
        (await site.Record.Read(Streams.Link(link.Id))).Version.ShouldBe(1);
        (await site.Visitor().Fill($"/l/{link.Token}", Born)).Location.ShouldBe("/reply/R000000000000001");
    }

    [Fact]
    public async Task Five_wrong_dates_close_the_link_and_the_sixth_right_one_does_not_open_it()
    {
        await using var site = await ASite.Open(seed: Seed);
        var link = await Issue(site, new(LinkPurpose.AnswerQuestions, "Q000000000000001"));
        var visitor = site.Visitor();
        for (var left = 4; left > 0; left--)
        {
            var words = $"That is not the date we have. You have {left} more {(left == 1 ? "try" : "tries")} with this link";
            (await visitor.Fill($"/l/{link.Token}", Wrong)).Body.ShouldContain(words);
        }

        (await visitor.Fill($"/l/{link.Token}", Wrong)).Body.ShouldContain("We have closed this link to protect you. Ask for a new one, or call us.");
        (await visitor.Fill($"/l/{link.Token}", Born)).Body.ShouldContain("We have closed this link to protect you.");
        (await FindLinks.Locked(site.Record)).ShouldHaveSingleItem().Person.ShouldBe(Amira);
    }

    [Fact]
    public async Task A_form_sent_twice_counts_one_wrong_date_and_its_id_opens_no_other_link()
    {
        await using var site = await ASite.Open(seed: Seed);
        var (mine, theirs) = (await Issue(site, new(LinkPurpose.AnswerQuestions, "Q1")), await Issue(site, new(LinkPurpose.AnswerQuestions, "Q2")));
        var visitor = site.Visitor();
        (string, string)[] once = [("CommandId", "ABCDEFGH01234567")];
        await visitor.Fill($"/l/{mine.Token}", [.. once, .. Wrong]);
        (await visitor.Fill($"/l/{mine.Token}", [.. once, .. Wrong])).Body.ShouldContain("4 more tries");

        (await visitor.Fill($"/l/{mine.Token}", [.. once, .. Born])).Location.ShouldBe("/q/Q1");
        (await visitor.Fill($"/l/{theirs.Token}", [.. once, .. Wrong])).Body.ShouldContain("4 more tries");
    }

    [Fact]
    public async Task Words_for_a_link_that_is_not_there()
    {
        await using var site = await ASite.Open(seed: Seed);
        var answer = await site.Visitor().Fill("/l/cut-short", Born);
        answer.Body.ShouldContain("We cannot find that link. If it came in two lines, copy both");
        answer.Body.ShouldContain("href=\"/new-link\"");
    }

    [Fact]
    public async Task A_code_from_a_letter_opens_the_same_way()
    {
        await using var site = await ASite.Open(seed: Seed);
        var paper = NewLink.OnPaper(new SeededRandomness(7));
        await Write(site, now => Link.Issue(paper, new(LinkPurpose.ReplyToOptIn, "R000000000000001"), Amira, now));
        var visitor = site.Visitor();
        (await visitor.Get("/l")).Body.ShouldContain("Code from our letter");
        (await visitor.Fill("/l", [("Code", NewLink.Printed(paper.Token).ToLowerInvariant()), .. Born])).Location.ShouldBe("/reply/R000000000000001");
    }

    [Fact]
    public async Task A_new_link_is_answered_the_same_for_known_and_unknown_and_sent_to_the_known()
    {
        await using var site = await ASite.Open(seed: Seed);
        var known = await Ask(site, "07700 900123");
        var unknown = await Ask(site, "07700 900999");
        (known.Status, known.Location).ShouldBe((302, "/new-link?asked=true"));
        (unknown.Status, unknown.Location, unknown.Body).ShouldBe((known.Status, known.Location, known.Body));
        (await site.Visitor().Get("/new-link?asked=true")).Body.ShouldContain("If we know you, a new link is on its way. It can take 5 minutes.");
    }

    [Fact]
    public async Task Three_new_links_an_hour_and_no_more()
    {
        await using var site = await ASite.Open(seed: Seed);
        var asked = site.Get<NewLinkAsked>();
        for (var i = 0; i < 5; i++)
            await asked.Answer(new(1991, 3, 4), "+44 7700 900123", new($"ask{i}", By.Worker));
        (await Waiting(site)).Count.ShouldBe(3);
        site.Clock.Advance(TimeSpan.FromHours(1));
        await asked.Answer(new(1991, 3, 4), "+44 7700 900123", new("ask5", By.Worker));
        (await Waiting(site)).Count.ShouldBe(4);
        (await Waiting(site)).ShouldAllBe(text => text == "Northmere: here is the new link you asked for. It works until 8pm tomorrow: {link}");
        await asked.Answer(new(1991, 3, 5), "+44 7700 900123", new("ask6", By.Worker));
        await asked.Answer(new(1991, 3, 4), "amira@example.net", new("ask7", By.Worker));
        (await Waiting(site)).Count.ShouldBe(4);
    }

    [Theory]
    [InlineData("Contact", "nonsense", "Enter a phone number, like 07700 900 123, or an e-mail address")]
    [InlineData("BirthDate.Year", "", "Date of birth must include a year")]
    [InlineData("BirthDate.Day", "31", "not a real date")]
    public async Task What_cannot_be_read_says_how_to_mend_it_and_keeps_what_was_typed(string field, string typed, string words)
    {
        await using var site = await ASite.Open(seed: Seed);
        var fields = Born.Append(("Contact", "07700 900123")).Append(("BirthDate.Month", "2")).Where(f => f.Item1 != field)
            .GroupBy(f => f.Item1).Select(g => g.Last()).Append((field, typed)).ToArray();
        var page = await site.Visitor().Fill("/new-link", fields);
        page.Body.ShouldContain(words);
        page.Body.ShouldContain("There is a problem");
        page.Body.ShouldContain("value=\"2\"");
    }

    private static Task<Answered> Ask(ASite site, string contact) => site.Visitor().Fill("/new-link", [("Contact", contact), .. Born]);

    internal static async Task<NewLink> Issue(ASite site, LinkWanted wanted)
    {
        var link = NewLink.ForMessage(new SeededRandomness(wanted.GetHashCode() & 0xffff));
        await Write(site, now => Link.Issue(link, wanted, Amira, now));
        return link;
    }

    internal static async Task Write(ASite site, Func<Moment, Decision> decide) => (await site.Record.Write(
        new($"test/{Interlocked.Increment(ref _count)}", By.Worker), [], (_, now) => decide(now))).ShouldBeOfType<Outcome.Done>();

    internal static Task Seed(TheRecord record) => Register(record, confirmed: true);

    internal static async Task Register(TheRecord record, bool confirmed)
    {
        var person = Streams.Person(Amira);
        var events = Decision.Accept(
            person,
            new PersonRegistered { FirstName = "Amira", LastName = "Testwell", BirthDate = new(1991, 3, 4), FilledBy = FilledBy.Me },
            new ContactDetailsGiven { Chosen = [Ways.Text], Mobile = "07700 900 123" },
            new SafeContactRulesGiven { TextsSafe = true, NeutralName = true });
        if (confirmed)
            events = events.And(person, new ContactConfirmed { Way = Ways.Text, Address = "07700900123" });
        await record.Write(new("register", By.Worker), [person], (_, _) => events);
    }

    internal static async Task<string> CodeSent(ASite site) =>
        Regex.Match((await Waiting(site)).Single(t => t.Contains("is your Northmere code", StringComparison.Ordinal)), "^\\d{6}", RegexOptions.None, TimeSpan.FromSeconds(1)).Value;

    /// <summary>The texts of all messages ever queued for Amira.</summary>
    internal static async Task<List<string>> Waiting(ASite site)
    {
        await using var lists = site.Record.Lists();
        var texts = new List<string>();
        foreach (var id in lists.Set<OutboxRow>().Select(m => m.Message).ToList())
            texts.Add((await site.Record.Read(Streams.Message(id))).First<MessageQueued>()!.Text!);
        return texts;
    }

    // Without the form's keys, which differ from page to page.
    private static string Plain(string html) =>
        Regex.Replace(html, "(value|action)=\"[^\"]{16,}\"", "", RegexOptions.None, TimeSpan.FromSeconds(1));
}

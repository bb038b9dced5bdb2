using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Candour.CareRecord;
using Candour.CareRecord.Consent;
using Candour.CareRecord.Discharge;
using Candour.CareRecord.Referrals;
using Candour.CareRecord.Safeguards;
using Candour.CareRecord.Store;
using Candour.Testing;
using Candour.Web.Pages.Referrals.SelfReferral;
using Candour.Web.Tests.Hosting;
using Candour.Web.Tests.Pages.Referrals;
using Candour.Web.Tests.Pathways;
using Candour.Web.Tests.Questionnaires;

namespace Candour.Web.Tests.Failures;

/// <summary>What nobody would type and machines send. It is refused in words or kept as it was typed; it is never a fault of ours.</summary>
public sealed partial class NonsenseTests
{
    private static readonly string[] Nonsense =
    [
        "31/02/2026", "99999999999999999999999", "'; drop table leaf; --<script>alert(1)</script>{{7*7}}%00\r\nBcc: everybody@example.com",
        new string('ß', 9_900) + "💙👩‍👩‍👧‍👦 \u202eمرحبا שלום\u202c",
    ];

    [Fact]
    public async Task A_form_id_that_no_page_gave_is_answered_400()
    {
        await using var site = await ASite.Open();
        (await Ask(site, "0123456789ABCDEF")).Status.ShouldBe(302);
        foreach (var id in new[] { new string('A', 65), "x' or 1=1", "ä" })
            (await Ask(site, id)).Status.ShouldBe(400, id);
    }

    [Fact]
    public async Task Forms_that_lost_their_id_are_each_stored()
    {
        await using var a = await ASession.Open();
        var amy = await a.Site.Patient(ASession.Person);
        foreach (var said in new[] { "I cannot sleep.", "It is worse now." })
            (await amy.Fill("/me/worse", ("Said", said), ("Once", ""))).Body.ShouldContain("tel:116123");
        RiskTask.OpenOf(await a.OfPerson())!.Told.Select(t => t.Said).ShouldBe(["I cannot sleep.", "It is worse now."]);
    }

    [Fact]
    public async Task No_form_of_any_page_breaks_on_nonsense_in_every_field()
    {
        await using var site = await ASite.Open();
        await ACourse.On(site);
        // Each in a session of its own: some forms end sessions.
        Func<Task<Visitor>>[] visitors =
        [
            () => Task.FromResult(site.Visitor()), () => site.Staff(Roles.Pwp), () => site.Staff(Roles.Administrator), () => site.Staff(Roles.Supervisor),
            () => site.Patient(ACourse.Person),
        ];
        var (forms, faults) = (0, new List<string>());
        foreach (var address in Addresses.Of(site).SelectMany(Filled).Distinct())
        {
            foreach (var visitorOf in visitors)
            {
                var visitor = await visitorOf();
                var page = await visitor.Get(address);
                if (page.Status >= 500)
                    faults.Add($"GET {address}: {page.Status}");
                var fields = Field().Matches(page.Body).Select(f => WebUtility.HtmlDecode(f.Groups["name"].Value))
                    .Where(n => n != "__RequestVerificationToken" && !IsId(n)).Distinct().ToList();
                if (page.Status != 200 || fields.Count == 0 || !page.Body.Contains("method=\"post\"", StringComparison.Ordinal) || address == "/sign-out")
                    continue;
                forms++;
                foreach (var nonsense in Nonsense)
                {
                    var answer = await visitor.Fill(page, address, [.. fields.Select(f => (f, nonsense))]);
                    if (answer.Status >= 500)
                        faults.Add($"POST {address} '{nonsense[..Math.Min(20, nonsense.Length)]}': {answer.Status}");
                }

                break;
            }
        }

        faults.ShouldBeEmpty();
        forms.ShouldBeGreaterThan(25);
        (await Verify.Run(Path.GetDirectoryName(site.Record.Database.File), null, "RXX")).ShouldBeEmpty();
        (await new Rebuild(site.Record.Database).Run(swap: false)).ListsWereEqual.ShouldBeTrue();
    }

    [Theory]
    [Trait("Hazard", "H19")]
    [InlineData("nonsense")]
    [InlineData("1")]
    [InlineData("Yes,NotNow")]
    public async Task A_choice_nobody_was_offered_is_refused_in_words_on_every_page_for_people(string strange)
    {
        await using var site = await ASite.Open(seed: SelfReferring.Policies);
        var course = await ACourse.On(site);
        await course.Tell("end", new By(course.JoId, Roles.Pwp), Streams.Referral(ACourse.Referral),
            new EndingDecided { Decision = "7KDEC10000000001", Reason = EndingReason.FinishedTogether, EndCode = "46", SessionsGiven = 8, SessionsPlanned = 8, BelowInARow = 2, Why = "Done." },
            new EndingNotified { Decision = "7KDEC10000000001", Told = new(2026, 10, 5), Effective = new(2026, 10, 19) });
        await course.Tell("plan", new By(course.JoId, Roles.Pwp), Streams.Referral(ACourse.Referral),
            new PlanProposed { Plan = "7KP1AN0000000002", Therapy = ACourse.GuidedSelfHelp, Step = 2, Sessions = 6, Minutes = 35 });
        await using var asked = await ASession.Open();
        var answering = await asked.Amy();
        var amy = await site.Patient(ACourse.Person);
        var (begun, sent) = (await SelfReferring.Begun(site), site.Visitor());
        (await SelfReferring.SentBy(sent)).Status.ShouldBe(200);

        var choices = new HashSet<string>();
        foreach (var address in new[]
        {
            "/me/scores", "/me/ending", $"/me/appointments?move={ACourse.Today}", $"/me/appointments/{ACourse.Today}", "/me/details/contact", "/me/details/safe",
            "/me/details/needs", $"/me/agree/{ACourse.Referral}/5", $"/reply/{ACourse.Referral}",
        })
        {
            await Refuses(amy, address);
        }

        foreach (var step in Steps.All.Except([Steps.Answers, Steps.Code]))
            await Refuses(begun, $"/refer/{step}");
        for (var number = 1; number <= FairQuestion.All.Count; number++)
            await Refuses(sent, $"/refer/about-you/{number}");
        await Refuses(answering, $"/q/{ASession.Form}");
        await ASession.Start(answering);
        await Refuses(answering, $"/q/{ASession.Form}/1");
        choices.Count.ShouldBeGreaterThan(40);

        async Task Refuses(Visitor visitor, string address)
        {
            var page = await visitor.Get(address);
            page.Status.ShouldBe(200, address);
            foreach (var name in Choice().Matches(page.Body).Select(m => WebUtility.HtmlDecode(m.Groups["radio"].Success ? m.Groups["radio"].Value : m.Groups["select"].Value)).Distinct().ToList())
            {
                choices.Add($"{address} {name}");
                // An answer to a question is a number; one that is offered is no nonsense.
                if (strange == "1" && page.Body.Contains($"name=\"{name}\" type=\"radio\" value=\"1\"", StringComparison.Ordinal))
                    continue;
                var refused = await visitor.Fill(page, address, (name, strange));
                new[] { 200, 400 }.ShouldContain(refused.Status, $"{address} {name}");
                refused.Body.ShouldContain(refused.Status == 200 ? "There is a problem" : "We could not use what was sent.", Case.Sensitive, $"{address} {name}");
                refused.Body.ShouldNotMatch("The value '[^']*' is (not valid|invalid)");
            }
        }
    }

    [Theory]
    [InlineData("Said=quiet%00ly&Source=FrontDesk&Now=no", 413)]
    [InlineData("Sa%00id=x&Source=FrontDesk&Now=no", 413)]
    [InlineData("Said=cut+%F0%9F%99+off+%ED%A0%BD+short&Source=FrontDesk&Now=no", 303)]
    public async Task A_character_that_is_none_is_refused_and_half_a_character_loses_nothing_around_it(string typed, int status)
    {
        await using var database = await FreshDatabase.Create();
        await using var a = await ASession.Open(on: await OnPostgres.Of(database));
        var jo = await a.Jo();
        var address = $"/worry/{ASession.Person}";
        var token = Regex.Match((await jo.Get(address)).Body, "name=\"__RequestVerificationToken\"[^>]*value=\"(?<v>[^\"]+)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["v"].Value;
        var answer = await jo.Send(new(HttpMethod.Post, address)
        {
            Content = new StringContent($"__RequestVerificationToken={Uri.EscapeDataString(token)}&{typed}", Encoding.UTF8, "application/x-www-form-urlencoded"),
        });
        answer.Status.ShouldBe(status);
        var told = (await a.OfPerson()).All<CareRecord.Safeguards.RiskDisclosed>().ToList();
        told.Count.ShouldBe(status == 303 ? 1 : 0);
        told.ShouldAllBe(t => t.Said!.StartsWith("cut ") && t.Said.EndsWith(" short"));
        if (status != 303)
            answer.Body.ShouldContain("We could not use what was sent.");
    }

    [Fact]
    public async Task A_query_with_a_character_that_is_none_is_refused()
    {
        await using var site = await ASite.Open();
        (await (await site.Staff(Roles.Administrator)).Get("/look-up?name=%00")).Status.ShouldBe(400);
    }

    // Each parameter of an address in turn stands for the person, the referral and the session of today.
    private static IEnumerable<string> Filled(string address) => address.Contains("0000000000000000", StringComparison.Ordinal)
        ? new[] { ACourse.Person, ACourse.Referral, ACourse.Today }.Select(id => address.Replace("0000000000000000", id, StringComparison.Ordinal))
        : [address];

    private static Task<Answered> Ask(ASite site, string id) => site.Visitor().Fill(
        "/new-link", ("CommandId", id), ("Contact", "07700 900123"), ("BirthDate.Day", "4"), ("BirthDate.Month", "3"), ("BirthDate.Year", "1991"));

    private static bool IsId(string field) => field is "CommandId" or "command" || field.EndsWith("Once", StringComparison.Ordinal) || field.EndsWith(".Command", StringComparison.Ordinal);

    [GeneratedRegex("<input(?=[^>]*type=\"(?:radio|checkbox)\")[^>]*\\bname=\"(?<radio>[^\"]+)\"|<select[^>]*\\bname=\"(?<select>[^\"]+)\"", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Choice();

    [GeneratedRegex("<(?:input|textarea|select)(?![^>]*type=\"hidden\")[^>]*\\bname=\"(?<name>[^\"]+)\"", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Field();
}

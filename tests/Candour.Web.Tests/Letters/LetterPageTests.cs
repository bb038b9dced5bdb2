using System.Text.RegularExpressions;
using Candour.CareRecord;
using Candour.CareRecord.Access;
using Candour.CareRecord.Letters;
using Candour.CareRecord.Referrals;
using Candour.Web.Tests.Hosting;
using Candour.Web.Tests.Pathways;

namespace Candour.Web.Tests.Letters;

public sealed partial class LetterPageTests
{
    private static readonly string Letters = $"/pathways/{ACourse.Referral}/letters";

    [Fact]
    public async Task A_plan_is_written_in_the_print_the_person_asked_for_posted_and_then_theirs_to_read()
    {
        await using var site = await ASite.Open();
        var course = await WithAddress(site);
        var page = await course.Jo.Get(Letters);
        page.Body.ShouldContain("Your plan");
        page.Body.ShouldContain("Letters in large print");
        var refused = await course.Jo.Fill(page, Letters, ("Kind", "YourPlan"), ("Format", "Print12"));
        refused.Body.ShouldContain("Amy asked for 18 point print.");
        var made = await course.Jo.Fill(page, Letters, ("Kind", "YourPlan"), ("Format", "Print18"));
        made.Status.ShouldBe(303);
        var letter = await course.Jo.Get(made.Location!);
        letter.Body.ShouldContain("candour-letter--18");
        foreach (var words in new[] { "Self-help with a book and a helper. Its official name is Guided self-help (book).", "8 sessions of about 35 minutes.", "sleeping through, back at choir", "call 999" })
            letter.Body.ShouldContain(words);

        // Northmere stands on the sheet and nothing that tells what it is about outside the words of the letter.
        var outside = Regex.Match(letter.Body, "candour-letter__from.*?</p>.*?</p>", RegexOptions.Singleline, TimeSpan.FromSeconds(1)).Value;
        outside.ShouldContain("Northmere");
        outside.ShouldNotContain("Therap");

        var amy = await site.Patient(ACourse.Person);
        (await amy.Get("/me/letters")).Body.ShouldContain("Nothing here yet.");
        (await course.Jo.Get("/letters")).Body.ShouldContain("To be printed and posted");
        var posted = await course.Jo.Fill(made.Location!, ("PostedOn.Day", "5"), ("PostedOn.Month", "10"), ("PostedOn.Year", "2026"));
        posted.Status.ShouldBe(303);
        (await site.Record.Read(Streams.Referral(ACourse.Referral))).Last<LetterPosted>()!.PostedOn.ShouldBe(new(2026, 10, 5));
        (await course.Jo.Get("/letters")).Body.ShouldContain("No letter is waiting to be made or posted.");
        (await amy.Get("/me/letters")).Body.ShouldContain("posted 5 October. Nobody else got it.");
        var id = made.Location!.Split('/')[^1];
        (await amy.Get($"/me/letters/{id}")).Body.ShouldContain("Posted to you on Monday 5 October 2026.");
        (await (await site.Patient("0THERPERS0N00001")).Get($"/me/letters/{id}")).Status.ShouldBe(404);
        (await (await site.Patient(ACourse.Person, PatientStrength.Answer, $"referral/{ACourse.Referral}")).Get("/me/letters")).Status.ShouldBe(302);
    }

    [Fact]
    public async Task Without_an_address_that_is_safe_no_letter_is_made_and_the_reason_is_said()
    {
        await using var site = await ASite.Open();
        var course = await ACourse.On(site);
        var refused = await course.Jo.Fill(Letters, ("Kind", "YourPlan"), ("Format", "Print18"));
        refused.Status.ShouldBe(200);
        refused.Body.ShouldContain("No letter may go to Amy: Not a way they chose.");
    }

    [Fact]
    public async Task The_code_to_reply_is_on_the_sheet_at_printing_only_and_opens_the_reply()
    {
        await using var site = await ASite.Open();
        var desk = await site.Staff(Roles.Administrator);
        var (person, referral) = (Streams.Person("1V0MADEUP0000001"), Streams.Referral("1V0REFERRA100001"));
        await site.Record.Write(new("ivo", By.Worker), [person, referral], (_, _) => Decision.Accept(
                person,
                new PersonRegistered { FirstName = "Ivo", LastName = "Madeup", BirthDate = new(1988, 2, 29), FilledBy = FilledBy.Me },
                new ContactDetailsGiven { Chosen = [Ways.Letter], Address = "1 Sample Street", Postcode = "NM1 4AB" },
                new SafeContactRulesGiven { LetterHomeSafe = true, NeutralName = true })
            .And(
                referral,
                new ReferralReceived { Person = "1V0MADEUP0000001", ReceivedOn = new(2026, 9, 3), Source = "B1", Commissioner = "QT1", CameBy = CameBy.Web, FilledBy = FilledBy.Me },
                new ReferralAccepted()));
        var made = await desk.Fill("/pathways/1V0REFERRA100001/letters", ("Kind", "PleaseReply"), ("Format", "Print12"));
        var sheet = await desk.Get(made.Location!);
        sheet.Body.ShouldContain("the code that is printed here");
        sheet.Body.ShouldContain("<div class=\"candour-not-printed\"><article");
        sheet.Body.ShouldNotContain("Print it with your browser.");
        var printed = await desk.Fill(sheet, $"{made.Location}?handler=Print");
        var code = Printed().Match(printed.Body).Value;
        code.ShouldNotBeEmpty();
        printed.Body.ShouldContain("Print it with your browser.");
        printed.Body.ShouldNotContain("candour-not-printed\"><article");
        (await desk.Get(made.Location!)).Body.ShouldNotContain(code);

        var ivo = site.Visitor();
        (await ivo.Fill("/l", ("Code", code), ("BirthDate.Day", "29"), ("BirthDate.Month", "2"), ("BirthDate.Year", "1988"))).Location.ShouldBe("/reply/1V0REFERRA100001");
    }

    private static async Task<ACourse> WithAddress(ASite site)
    {
        var course = await ACourse.On(site);
        await course.Tell("address", new By(ACourse.Person, Roles.Patient), Streams.Person(ACourse.Person),
            new ContactDetailsGiven { Chosen = [Ways.Text, Ways.Letter], Mobile = "07700900123", Address = "2 Sample Street", Postcode = "NM1 4AB" },
            new SafeContactRulesGiven { TextsSafe = true, LetterHomeSafe = true, NeutralName = true });
        return course;
    }

    [GeneratedRegex("[2-9A-HJ-NP-Z]{4} [2-9A-HJ-NP-Z]{4}", RegexOptions.None, 1000)]
    private static partial Regex Printed();
}

using System.Net;
using Candour.CareRecord;
using Candour.CareRecord.Discharge;
using Candour.CareRecord.Letters;
using Candour.CareRecord.Referrals;
using Candour.Web.Tests.Hosting;
using Candour.Web.Tests.Pathways;

namespace Candour.Web.Tests.Letters;

[Trait("Hazard", "H38")]
public sealed class GpLetterPageTests
{
    private const string Pathway = $"/pathways/{ACourse.Referral}", ToGp = $"{Pathway}/letters/gp";
    private static readonly StreamId Referral = Streams.Referral(ACourse.Referral);

    [Fact]
    public async Task From_the_notice_to_the_copy_on_my_page_with_a_clinician_who_answers_for_it()
    {
        await using var site = await ASite.Open();
        var course = await Ending(site);
        var amy = await site.Patient(ACourse.Person);
        var notice = Text(await amy.Get("/me/ending"));
        notice.ShouldContain("A letter goes to your GP unless you say no. For us that is Invented Street Surgery.");
        notice.ShouldContain("You get a copy.");

        await Ended(course);
        Text(await amy.Get("/me/ending")).ShouldContain("A letter goes to your GP unless you say no.");
        Text(await course.Jo.Get("/today")).ShouldContain("1 letter to finish.");
        Text(await course.Jo.Get("/today")).ShouldContain("Letter to the GP of Amira Testwell");
        Text(await course.Jo.Get($"{Pathway}/ending")).ShouldContain("A letter goes to the GP, and is to be written. Amy has not said no.");
        var desk = await site.Staff(Roles.Administrator);
        // The front desk sees that a letter waits and with whom, and nothing of it (permissions.csv).
        Text(await desk.Get("/letters")).ShouldContain("A letter of those who treat them");
        (await desk.Get(ToGp)).Status.ShouldBe(403);

        var page = await course.Jo.Get(ToGp);
        Text(page).ShouldContain("Is Invented Street Surgery still the right surgery?");
        var refused = await course.Jo.Fill(page, ToGp, ("Asks", "Please look at the tablets."));
        refused.Body.ShouldContain("href=\"#Checked\"");
        refused.Body.ShouldContain("Please look at the tablets.");
        refused = await course.Jo.Fill(page, ToGp, ("Checked", "true"), ("Address", "Invented Street Surgery"));
        refused.Body.ShouldContain("href=\"#Address\"");
        var made = await course.Jo.Fill(page, ToGp, ("Checked", "true"), ("Address", "Invented Street Surgery\r\n1 Invented Street"), ("Asks", "Please look at the tablets."));
        made.Status.ShouldBe(303);

        var draft = await course.Jo.Get(made.Location!);
        Text(draft).ShouldContain("Please look at the tablets.");
        Text(draft).ShouldNotContain("Print it with your browser.");
        (await desk.Get(made.Location!)).Status.ShouldNotBe(200);
        (await course.Jo.Fill(draft, $"{made.Location}?handler=Approve")).Status.ShouldBe(303);

        var queue = Text(await course.Jo.Get("/letters"));
        queue.ShouldContain("To the GP: care has ended");
        queue.ShouldContain("To be printed and posted");
        var sheet = Text(await course.Jo.Get(made.Location!));
        sheet.ShouldContain("Print it with your browser.");
        sheet.ShouldContain("PHQ-9 (low mood, 0 to 27): 18 on");
        sheet.ShouldContain("Read and approved by Jo Demo on Monday 5 October 2026.");
        sheet.ShouldContain("Amy reads the copy on their page. No copy is printed");
        Text(await amy.Get("/me/letters")).ShouldContain("Nothing here yet.");
        (await course.Jo.Fill(made.Location!, ("PostedOn.Day", "5"), ("PostedOn.Month", "10"), ("PostedOn.Year", "2026"))).Location.ShouldBe(made.Location);
        queue = Text(await course.Jo.Get("/letters"));
        queue.ShouldContain("No letter is waiting to be made or posted.");
        queue.ShouldContain("Has a letter to a GP come back? 1 was posted in the last 30 days");

        Text(await amy.Get("/me/letters")).ShouldContain("To the GP: care has ended, posted to Invented Street Surgery 5 October. This is your copy.");
        var copy = Text(await amy.Get($"/me/letters/{made.Location!.Split('/')[^1]}"));
        copy.ShouldContain("You are getting a copy of what we wrote about you.");
        copy.ShouldContain("Please look at the tablets.");
        Text(await amy.Get("/me/ending")).ShouldContain("It was posted to Invented Street Surgery on Monday 5 October 2026. Read your copy");
        Text(await course.Jo.Get(Pathway)).ShouldContain("Letter to the GP posted");

        // It comes back: a task again.
        (await course.Jo.Fill(await course.Jo.Get(made.Location!), $"{made.Location}?handler=Back", ("Why", "Gone away"))).Status.ShouldBe(303);
        Text(await course.Jo.Get("/today")).ShouldContain("Letter to the GP of Amira Testwell");
        Text(await amy.Get("/me/letters")).ShouldContain("It came back.");
    }

    [Fact]
    public async Task A_no_after_the_end_stops_what_is_printed_already()
    {
        await using var site = await ASite.Open();
        var course = await Ending(site);
        await Ended(course);
        await course.Tell("made", new By(course.JoId, Roles.Pwp), Referral,
            new LetterMade { Letter = "7KLETTER00000001", Kind = LetterKind.GpEnding, Format = LetterFormat.Print12, Practice = "X99001", To = "Invented Street Surgery\n1 Invented Street", Body = "Dear colleagues," },
            new LetterApproved { Letter = "7KLETTER00000001" });
        var amy = await site.Patient(ACourse.Person);
        (await amy.Fill(await amy.Get("/me/ending"), "/me/ending?handler=Letter", ("send", "false"))).Status.ShouldBe(303);
        Text(await amy.Get("/me/ending")).ShouldContain("You said no. No letter about this ending goes to your GP.");

        var sheet = await course.Jo.Get($"{Pathway}/letters/7KLETTER00000001");
        Text(sheet).ShouldContain("Amy said no to a letter to their GP. Do not post it.");
        Text(sheet).ShouldNotContain("Print it with your browser.");
        var refused = await course.Jo.Fill(sheet, $"{Pathway}/letters/7KLETTER00000001?handler=Posted", ("PostedOn.Day", "5"), ("PostedOn.Month", "10"), ("PostedOn.Year", "2026"));
        refused.Status.ShouldBe(200);
        (await site.Record.Read(Referral)).Any<LetterPosted>().ShouldBeFalse();
    }

    [Fact]
    public async Task Without_a_surgery_the_ending_and_the_letter_say_so_and_where_to_put_it_right()
    {
        await using var site = await ASite.Open();
        var course = await ACourse.On(site);
        var page = await course.Jo.Get($"{Pathway}/ending");
        Text(page).ShouldContain("No GP surgery is recorded for Amy.");
        page.Body.ShouldContain($"href=\"{Pathway}/registration/gp\"");
        var refused = await course.Jo.Fill(page, $"{Pathway}/ending", ("Form.Reason", "FinishedTogether"), ("Form.Why", "You are well again."), ("Form.LetterToGp", "true"), ("Form.EndAnyway", "true"));
        refused.Status.ShouldBe(200);
        refused.Body.ShouldContain("Ask which it is and record it. Or take the tick away");
        refused.Body.ShouldContain("You are well again.");

        await Decided(course);
        Text(await (await site.Patient(ACourse.Person)).Get("/me/ending")).ShouldContain("We do not know your GP surgery, so none can go yet.");
        await Ended(course);
        page = await course.Jo.Get(ToGp);
        Text(page).ShouldContain("There is no surgery to write to");
        page.Body.ShouldContain($"href=\"{Pathway}/registration/gp\"");
        (await course.Jo.Fill(page, $"{ToGp}?handler=None", ("Why", ""))).Body.ShouldContain("Say why it is not posted");
        (await course.Jo.Fill(page, $"{ToGp}?handler=None", ("Why", "She has no GP and wants none told"))).Status.ShouldBe(303);
        Text(await course.Jo.Get($"{Pathway}/letters")).ShouldContain("It was decided that no letter goes to the GP.");
    }

    private static async Task<ACourse> Ending(ASite site)
    {
        var course = await ACourse.On(site);
        await course.Tell("gp", new By(ACourse.Person, Roles.Patient), Streams.Person(ACourse.Person), new GpPracticeGiven { Practice = "X99001", Name = "Invented Street Surgery" });
        await Decided(course);
        return course;
    }

    private static Task Decided(ACourse course) => course.Tell("end", new By(course.JoId, Roles.Pwp), Referral,
        new EndingDecided
        {
            Decision = "7KDEC10000000001", Reason = EndingReason.FinishedTogether, EndCode = "46", SessionsGiven = 8, SessionsPlanned = 8, BelowInARow = 2, Why = "You have had the sessions in your plan.",
            LetterToGp = true,
        },
        new EndingNotified { Decision = "7KDEC10000000001", Told = new(2026, 9, 21), Effective = new(2026, 10, 5) });

    private static Task Ended(ACourse course) => course.Tell("ended", By.Worker, Referral, new CareEnded
    {
        Decision = "7KDEC10000000001", Day = new(2026, 10, 5), Decided = new(2026, 9, 21), Told = new(2026, 9, 21), Reason = EndingReason.FinishedTogether, EndCode = "46",
    });

    /// <summary>The words of a page without its tags, a space for each run of white space.</summary>
    private static string Text(Answered page) => string.Join(' ', WebUtility.HtmlDecode(System.Text.RegularExpressions.Regex.Replace(page.Body, "<[^>]+>", "", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(2)))
        .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

using System.Globalization;

namespace Candour.Journeys;

/// <summary>What a person in care does over several pages: Amira Testwell, born 4 March 1991, by the links of her messages.</summary>
internal static class AsPatient
{
    private static readonly string[] Choices = ["Not at all", "Several days", "More than half the days", "Nearly every day"];

    public static async Task RefersHerself(this Someone amira, RunningSite site)
    {
        await amira.Opens("/refer");
        await amira.Presses("Start now");
        await amira.Answers("Yes");
        await amira.Answers("Me");
        await amira.Answers("Me");
        await amira.WritesDate(4, 3, 1991);
        await amira.Presses("Continue");
        await amira.Writes("Surgery name or postcode", "lane");
        await amira.Presses("Continue");
        await amira.Answers("Lane End Surgery");
        await amira.Writes("First name", "Amira");
        await amira.Writes("Last name", "Testwell");
        await amira.Presses("Continue");
        await amira.Chooses("Text");
        await amira.Writes("Mobile number", "07700 900123");
        await amira.Presses("Continue");
        await amira.Chooses("send texts that others may see?", "Yes");
        await amira.Presses("Continue");
        await amira.Answers("Northmere");
        await amira.Writes("Check your phone", await site.CodeIn("is your Northmere code"));
        await amira.Presses("Continue");
        await amira.Answers("No, nothing");
        await amira.Presses("Continue");
        await amira.Answers("No");
        await amira.Answers("No");
        await amira.Answers("A GP");
        await amira.Presses("Continue");
        await amira.Presses("Send my referral");
        await amira.Sees("We have your referral");
    }

    /// <summary>A link that leads to what can be read asks for a code as well.</summary>
    public static async Task OpensLinkToRead(this Someone amira, RunningSite site, string link)
    {
        await amira.OpensLink(link);
        await amira.Writes("Enter the code we sent you", await site.CodeIn("is your Northmere code"));
        await amira.Presses("Continue");
    }

    /// <summary>Asks for a new link and comes to her own page with it.</summary>
    public static async Task ComesToHerPage(this Someone amira, RunningSite site)
    {
        await amira.Opens("/new-link");
        await amira.WritesDate(4, 3, 1991);
        await amira.Writes("Your phone number or e-mail address", "07700 900123");
        await amira.Presses("Send me a new link");
        await amira.Sees("If we know you, a new link is on its way.");
        await amira.OpensLinkToRead(site, await site.LinkIn("here is the new link you asked for"));
    }

    /// <summary>Starts the questions of a link and answers each, one a page, as far as the page before sending.</summary>
    /// <param name="answers">One figure a question, 0 to 3.</param>
    public static async Task AnswersByLink(this Someone amira, string link, string answers)
    {
        await amira.OpensLink(link);
        await amira.Chooses("Me");
        await amira.Presses("Start");
        for (var question = 1; question <= answers.Length; question++)
        {
            await amira.Sees($"Question {question} of {answers.Length}");
            await amira.Answers(Choices[answers[question - 1] - '0']);
        }

        await amira.Sees("Check your answers");
        (await amira.Page.Locator(".nhsuk-summary-list__value").AllInnerTextsAsync())
            .ShouldBe(answers.Select(answer => Choices[answer - '0']));
    }

    /// <summary>Reads the plan page by page and signs it.</summary>
    public static async Task Signs(this Someone amira, string usualSelf)
    {
        await amira.Presses("Continue");
        await amira.Presses("Continue");
        await amira.Presses("Continue");
        await amira.Writes("How would you know you are back to your usual self? (optional)", usualSelf);
        await amira.Presses("Continue");
        await amira.Sees(usualSelf);
        await amira.Chooses("I agree");
        await amira.Writes("Type your name", "Amira Testwell");
        await amira.Presses("Send my answer");
        await amira.Sees("You have agreed");
    }

    /// <summary>The figures of a chart's table, oldest first as on the page.</summary>
    /// <param name="instrument">As the caption says it: "PHQ-9".</param>
    public static async Task<int[]> ScoresInTable(this Someone one, string instrument)
    {
        var table = one.Page.Locator("table").Filter(new() { Has = one.Page.Locator("caption", new() { HasText = $"({instrument})" }) });
        var rows = await table.Locator("tbody tr td:nth-of-type(1)").AllTextContentsAsync();
        return [.. rows.Select(cell => int.Parse(cell.Trim(), CultureInfo.InvariantCulture))];
    }
}

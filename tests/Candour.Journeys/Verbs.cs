namespace Candour.Journeys;

/// <summary>What people do over several pages.</summary>
internal static class Verbs
{
    /// <summary>Password and the code that the demonstration shows, as the page asks for them.</summary>
    public static async Task SignsIn(this Someone staff, string email)
    {
        await staff.Opens("/sign-in");
        await staff.Writes("Work e-mail", email);
        await staff.Writes("Password", CareRecord.Access.Store.ReadyAccounts.Password);
        await staff.Presses("Continue");
        await staff.Writes("Enter your code", await staff.Page.Locator("main code").InnerTextAsync());
        await staff.Presses("Continue");
    }

    /// <summary>Opens a private link from a message and gives Amira's birth date.</summary>
    public static async Task OpensLink(this Someone amira, string link)
    {
        await amira.Opens(link);
        await amira.Sees("Is it you?");
        await amira.WritesDate(4, 3, 1991);
        await amira.Presses("Continue");
    }

    /// <summary>One question a page: chooses and goes on.</summary>
    public static async Task Answers(this Someone one, string label)
    {
        await one.Chooses(label);
        await one.Presses("Continue");
    }

    /// <summary>Answers questions of a set, the same each time, from one number to another.</summary>
    public static async Task Answers(this Someone amira, int from, int to, string answer)
    {
        for (var question = from; question <= to; question++)
        {
            await amira.Sees($"Question {question} of 16");
            await amira.Chooses(answer);
            await amira.Presses("Continue");
        }
    }

    /// <summary>Presses the browser's back button, again and again, as far as it goes. No page shows any of the words.</summary>
    public static async Task GoesBackAndSeesNothingOf(this Someone one, params string[] words)
    {
        const int most = 6;
        for (var back = 1; back <= most; back++)
        {
            await one.Page.GoBackAsync();
            var shown = await one.Page.ContentAsync();
            foreach (var word in words)
                shown.ShouldNotContain(word, Case.Sensitive, $"{back} pages back, on {one.Page.Url}");
        }
    }
}

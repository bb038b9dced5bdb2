using Candour.CareRecord.Assessment;
using Microsoft.Playwright;

namespace Candour.Journeys;

/// <summary>What people who work here do over several pages.</summary>
internal static class AsStaff
{
    /// <summary>Accepts the one referral in the inbox and asks by message whether help is wanted.</summary>
    /// <returns>The referral.</returns>
    public static async Task<string> AcceptsAndAsks(this Someone al)
    {
        await al.SignsIn(Northmere.AlEmail);
        await al.Opens("/inbox");
        await al.Sees("1 new");
        await al.Follows(al.Page.Locator("main table tbody a"));
        await al.Sees("Amira Testwell");
        var referral = al.Page.Url.Split('/')[^1];
        await al.Presses("Accept and contact");
        await al.Opens($"/reach/{referral}");
        await al.Presses("Ask by message whether they want help");
        return referral;
    }

    /// <summary>Books a contact of 45 minutes by video with Jo on the page for booking.</summary>
    /// <param name="kind">Assessment or Session.</param>
    public static async Task Books(this Someone al, string kind, DateOnly day, string time)
    {
        await al.Chooses(kind);
        await al.Chooses("Video");
        await al.Chooses("Jo Demo");
        await al.WritesDate(day.Day, day.Month, day.Year);
        await al.Writes("Time", time);
        await al.Presses("Book and tell Amira");
        await al.Sees($"{time} to ", "video, with Jo Demo");
    }

    /// <summary>From today's list to the person, and begins what is booked now. Her answers are in.</summary>
    /// <param name="button">As it stands on the pathway page.</param>
    /// <param name="start">As it stands on the page of the contact.</param>
    public static async Task Begins(this Someone jo, string button, string start)
    {
        await jo.SignsIn(Northmere.JoEmail);
        await jo.Opens("/today");
        await jo.Follows("Amira Testwell");
        await jo.Presses(button);
        await jo.Sees("Amira’s answers: in.");
        await jo.Writes("Ask: where are you now?", "At home");
        await jo.Writes("Ask: who could help? (optional)", "Her sister");
        await jo.Presses(start);
    }

    /// <summary>Asks and writes down every part of a block that the assessment needs, and saves it.</summary>
    public static async Task Saves(this Someone jo, AssessmentBlock block)
    {
        var part = AssessmentForm.Of(block);
        await jo.OpensTheBlocks();
        if (block != AssessmentBlock.Introduction)
            await jo.Follows(jo.Page.GetByRole(AriaRole.Link, new() { Name = part.Name, Exact = true }));
        await jo.Sees($"Block {(int)block + 1} of 10: {part.Name}");
        if (block == AssessmentBlock.Risk)
            await jo.Chooses("Spoken: did they say", "No");
        foreach (var field in part.Fields.Where(f => f.Needed))
        {
            if (field.Kind == FieldKind.YesNo)
                await jo.Chooses(field.Label, "Yes");
            else
                await jo.Writes(field.Label, $"{field.Label}: talked about, in her words.");
        }

        await jo.Presses("Save this block");
        await jo.Sees("Saved.");
        await jo.OpensTheBlocks();
        await jo.Sees($"{part.Name}: done");
    }

    /// <summary>On a telephone the list of blocks is folded away.</summary>
    private static async Task OpensTheBlocks(this Someone jo)
    {
        var folded = jo.Page.Locator("nav.candour-narrow details:not([open]) > summary");
        if (await folded.IsVisibleAsync())
            await jo.Presses(folded);
    }

    /// <summary>Chooses the main problem, which is open once risk has been talked about, and puts a plan to the person.</summary>
    public static async Task PutsAPlan(this Someone jo, string referral, string problem, string treatment, int sessions)
    {
        await jo.Opens($"/pathways/{referral}/problem");
        await jo.Chooses(problem);
        await jo.Writes("Why? Two lines are enough", "Low most of the day since spring, no pleasure, poor sleep. Worry comes after it.");
        await jo.Presses("Add a new value");
        await jo.Sees("Added. The earlier values stay.");
        await jo.Opens($"/pathways/{referral}/plan");
        await jo.Chooses(treatment);
        await jo.Writes("How many sessions?", $"{sessions}");
        await jo.Writes("Minutes a session (optional)", "35");
        await jo.Chooses("Video");
        await jo.Presses("Send to Amira");
    }

    /// <summary>Writes up the session that was begun: a draft first, then the whole with who came and when.</summary>
    public static async Task WritesUp(this Someone jo, RunningSite site, string ended)
    {
        await jo.Writes("What happened, in your words", "Went through the week.");
        site.Clock.Advance(TimeSpan.FromMinutes(15));
        await jo.Presses("Save draft");
        site.Clock.Advance(TimeSpan.FromMinutes(15));
        await jo.Writes("What happened, in your words", "Went through the week and chose what to try next.");
        await jo.Chooses("Talked about what was tried since last time");
        await jo.Chooses("Agreed what to try next");
        await jo.Chooses("Did they speak of thoughts", "No");
        await jo.Writes("What was said, what makes it safer or less safe, what you agreed", "No thoughts. Her sister is near.");
        await jo.Chooses("Came on time");
        await jo.Writes("Ended (optional)", ended);
        await jo.Chooses("Video log");
        await jo.Presses("Save the session");
    }
}

using Candour.Clinical;

namespace Candour.Journeys;

/// <summary>Somebody who cannot use a mouse refers themselves and answers questions with Tab, Space, Enter and arrows.</summary>
public sealed class KeyboardJourney(Chromium chromium)
{
    [Theory]
    [MemberData(nameof(Screen.All), MemberType = typeof(Screen))]
    public async Task A_person_refers_themselves_with_the_keyboard_alone(int width, bool script)
    {
        await using var site = await RunningSite.Open(Moment.Utc(2026, 10, 5, 9, 12));
        await using var bo = await Someone.With(chromium, site, new(width, script));
        await bo.Opens("/");
        if (width == Screen.Desk && script)
            await bo.Picture("front-page");
        await bo.SkipsToMain();
        await bo.Enters("Refer yourself");
        await bo.Enters("Start now");
        await bo.Ticks("Yes");
        await bo.Enters();
        await bo.Ticks("Me");
        await bo.Enters();
        await bo.Ticks("Me");
        await bo.Enters();
        await bo.Types("Day", "4");
        await bo.Types("Month", "3");
        await bo.Types("Year", "1991");
        await bo.Enters();
        await bo.Types("Surgery name or postcode", "lane");
        await bo.Enters();
        await bo.Ticks("Lane End Surgery");
        await bo.Enters();
        await bo.Types("First name", "Bo");
        await bo.Types("Last name", "Sample");
        await bo.Enters();
        await bo.Ticks("Text");
        await bo.Types("Mobile number", "07700 900124");
        await bo.Enters();
        await bo.Sees("Is it safe to…");
        await bo.Ticks("Yes");
        await bo.Ticks("Yes");
        await bo.Enters();
        await bo.TabsTo("Northmere", field: true);
        await bo.Key("ArrowDown");
        (await bo.Page.GetByLabel("Northmere Talking Therapies").IsCheckedAsync()).ShouldBeTrue();
        await bo.Enters();
        await bo.Types("Check your phone", await site.CodeIn("is your Northmere code"));
        await bo.Enters();
        await bo.Ticks("Large print");
        await bo.Enters();
        await bo.Types("What would you like help with? (optional)", "Worry that will not stop.");
        await bo.Enters();
        await bo.Sees("Have you had thoughts of ending your life in the last 2 weeks?");
        if (width == Screen.Desk && script)
            await bo.Picture("self-referral");
        await bo.Ticks("No");
        await bo.Enters();
        await bo.Ticks("No");
        await bo.Enters();
        await bo.Ticks("A GP");
        await bo.Enters();
        await bo.Enters();
        await bo.Sees("Check your answers", "Worry that will not stop.");
        await bo.Enters("Send my referral");
        await bo.Sees("We have your referral", "Your wait counts from today, Monday 5 October 2026.");
    }

    [Theory]
    [MemberData(nameof(Screen.All), MemberType = typeof(Screen))]
    public async Task A_person_answers_all_questions_with_the_keyboard_alone_is_shown_help_and_sends_them(int width, bool script)
    {
        await using var site = await RunningSite.Open(Moment.Utc(2026, 10, 1, 9));
        await site.HasAmira();
        await site.Until(London.At(new(2026, 11, 20), new(14, 0)));
        var link = await site.LinkIn("a few questions before Mon 23 Nov, 2pm");
        await using var amira = await Someone.With(chromium, site, new(width, script));
        await amira.Opens(link);
        await amira.Types("Day", "4");
        await amira.Types("Month", "3");
        await amira.Types("Year", "1991");
        await amira.Enters();
        await amira.Ticks("Me");
        await amira.Enters("Start");

        // Going on without an answer: the error names the question and leads to its first answer.
        await amira.Enters();
        await amira.TabsTo("Choose an answer, or press “I would rather not answer this one”.");
        await amira.Key("Enter");
        await amira.Key("Space");
        (await amira.Page.GetByLabel("Not at all").IsCheckedAsync()).ShouldBeTrue();
        await amira.Enters();

        for (var question = 2; question <= 16; question++)
        {
            await amira.Sees($"Question {question} of 16");
            await amira.TabsTo("Not at all");
            await amira.Key("Space");
            // Arrows choose and do not send.
            await amira.Key("ArrowDown");
            (await amira.Page.GetByLabel("Several days").IsCheckedAsync()).ShouldBeTrue();
            await amira.Sees($"Question {question} of 16");
            await amira.Enters();
            if (question == 9)
                await CarriesOn(amira);
        }

        await amira.Sees("Check your answers");
        await amira.Enters("Send to Jo");
        await amira.Sees("Thank you", "Jo can see your answers now.");
    }

    /// <summary>Question 9 is answered: help comes first, each way to it can be come to, and the questions go on.</summary>
    private static async Task CarriesOn(Someone amira)
    {
        await amira.Sees("Thank you for telling us");
        foreach (var way in new[] { "Call 111, choose option 2", "Call 116 123", "Text SHOUT to 85258" })
            await amira.TabsTo(way, begins: true);
        await amira.Ticks("Carry on with the questions");
        await amira.Enters();
    }
}

using Candour.Clinical;

namespace Candour.Journeys;

/// <summary>Somebody who cannot use a mouse refers themselves and answers questions with Tab, Space, Enter and arrows.</summary>
public sealed class KeyboardJourney(Chromium chromium)
{
    [Theory]
    [InlineData(Screen.Desk, true)]
    [InlineData(Screen.Phone, false)]
    public async Task A_person_refers_themselves_with_the_keyboard_alone(int width, bool script)
    {
        await using var site = await RunningSite.Open(Moment.Utc(2026, 10, 5, 9, 12));
        await using var bo = await Someone.With(chromium, site, new(width, script));
        await bo.Opens("/");
        if (script)
            await bo.Picture("front-page");
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
        if (script)
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

    [Fact]
    public async Task A_person_answers_all_questions_with_the_arrows_and_sends_them()
    {
        await using var site = await RunningSite.Open(Moment.Utc(2026, 10, 1, 9));
        await site.HasAmira();
        await site.Until(London.At(new(2026, 11, 20), new(14, 0)));
        var link = await site.LinkIn("a few questions before Mon 23 Nov, 2pm");
        await using var amira = await Someone.With(chromium, site, new(Screen.Desk, Script: true));
        await amira.Opens(link);
        await amira.Types("Day", "4");
        await amira.Types("Month", "3");
        await amira.Types("Year", "1991");
        await amira.Enters();
        await amira.Ticks("Me");
        await amira.Enters("Start");
        for (var question = 1; question <= 16; question++)
        {
            await amira.Sees($"Question {question} of 16");
            await amira.TabsTo("Not at all");
            await amira.Key("Space");
            // Arrows choose and do not send.
            await amira.Key(question == 9 ? "Tab" : "ArrowDown");
            if (question != 9)
                (await amira.Page.GetByLabel("Several days").IsCheckedAsync()).ShouldBeTrue();
            await amira.Page.Keyboard.PressAsync("Shift+Tab");
            await amira.Enters();
        }

        await amira.Sees("Check your answers");
        await amira.Enters("Send to Jo");
        await amira.Sees("Thank you", "Jo can see your answers now.");
    }
}

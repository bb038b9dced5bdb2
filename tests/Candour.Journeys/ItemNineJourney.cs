using Candour.CareRecord;
using Candour.CareRecord.Questionnaires;
using Candour.CareRecord.Safeguards;
using Candour.Clinical;

namespace Candour.Journeys;

/// <summary>Two in the morning, nobody at work: a worry is told, help is on the screen at once, the form is never sent.</summary>
public sealed class ItemNineJourney(Chromium chromium)
{
    [Fact]
    public async Task A_tab_closed_after_the_choice_leaves_a_task_that_says_no_help_was_shown()
    {
        var screen = new Screen(Screen.Phone, Script: true);
        await using var site = await RunningSite.Open(Moment.Utc(2026, 10, 1, 9));
        await site.HasAmira();
        await site.Until(London.At(new(2026, 11, 20), new(14, 0)));
        var link = await site.LinkIn("a few questions before Mon 23 Nov, 2pm");

        await using (var amira = await Someone.With(chromium, site, screen))
        {
            await amira.OpensLink(link);
            await amira.Chooses("Me");
            await amira.Presses("Start");
            await amira.Answers(1, 8, "Several days");
            await amira.Page.RunAndWaitForResponseAsync(
                () => amira.Chooses("Nearly every day"), response => response.Url.Contains("handler=Choose", StringComparison.Ordinal));
        }

        var told = await site.Record.Read(Streams.Person(Northmere.Amira));
        told.All<RiskDisclosed>().ShouldHaveSingleItem().HelpShown.ShouldBeFalse();
        told.Any<RiskHelpShown>().ShouldBeFalse();
        await using var jo = await Someone.With(chromium, site, screen);
        await jo.SignsIn(Northmere.JoEmail);
        await jo.Opens($"/risk/{told.All<RiskTaskOpened>().ShouldHaveSingleItem().Task}");
        await jo.Sees(
            "Amy answered question 9: \"nearly every day\"",
            "Amy chose the answer and did not press Continue: the crisis numbers were not shown. Form not sent.");
    }

    [Theory]
    [MemberData(nameof(Screen.All), MemberType = typeof(Screen))]
    public async Task A_worry_told_at_two_in_the_morning_shows_help_and_becomes_a_task_though_the_form_is_abandoned(int width, bool script)
    {
        var screen = new Screen(width, script);
        await using var site = await RunningSite.Open(Moment.Utc(2026, 10, 1, 9));
        await site.HasAmira();
        await site.Until(London.At(new(2026, 11, 20), new(14, 0)));
        var link = await site.LinkIn("a few questions before Mon 23 Nov, 2pm");
        await site.Until(London.At(new(2026, 11, 22), new(2, 0)));

        await using (var amira = await Someone.With(chromium, site, screen))
        {
            await amira.OpensLink(link);
            await amira.Sees("Questions before Monday's session", "tell a person here, even if you stop");
            await amira.Chooses("Me");
            await amira.Presses("Start");
            await amira.Answers(1, 8, "Several days");
            await amira.Sees("Question 9 of 16");
            await amira.SeesWithoutScrolling("Continue");
            if (width == Screen.Phone && script)
                await amira.Picture("question-9-phone");
            await amira.Chooses("Several days");
            await amira.Presses("Continue");
            await amira.Sees(
                "Thank you for telling us", "Call 111, choose option 2", "Call 116 123", "Text SHOUT to 85258",
                "Jo, or a colleague, will read your answer by 10am on Monday 23 November",
                "We are closed until then, so please do not wait for us if you need help sooner.");
            if (width == Screen.Phone && script)
                await amira.Picture("help-phone");
        }

        // The browser is closed and nothing was sent.
        await site.Until(London.At(new(2026, 11, 23), new(9, 5)));
        await using var jo = await Someone.With(chromium, site, screen);
        await jo.SignsIn(Northmere.JoEmail);
        await jo.Opens("/today");
        await jo.Sees("Today, Monday 23 November", "1 risk answer", "Amira Testwell: question 9, \"several days\"");
        if (width == Screen.Desk && script)
            await jo.Picture("today");
        await jo.Opens("/risk");
        await jo.Sees("Jo Demo");
        await jo.Follows("Open");
        await jo.Sees("several days", "Due 10am");
        if (width == Screen.Desk)
            await jo.SeesWithoutScrolling("I am dealing with this");
        if (width == Screen.Desk && script)
            await jo.Picture("risk-answer", whole: true);
        await jo.Presses("I am dealing with this");

        var told = await site.Record.Read(Streams.Person(Northmere.Amira));
        // With script the answer is saved at the choice; going on is what shows the help.
        (told.All<RiskDisclosed>().ShouldHaveSingleItem().HelpShown, told.Any<RiskHelpShown>()).ShouldBe(script ? (false, true) : (true, false));
        told.All<RiskTaskOpened>().ShouldHaveSingleItem();
        var referral = await site.Record.Read(Streams.Referral(Northmere.AmirasReferral));
        var form = referral.Last<QuestionsIssued>()!.Questionnaire;
        (await site.Record.Read(Streams.Questionnaire(form))).Any<QuestionnaireSubmitted>().ShouldBeFalse();

        if (script)
        {
            await jo.Opens($"/pathways/{Northmere.AmirasReferral}");
            await jo.Sees("Amira Testwell", "22 November Risk answer: question 9, \"several days\"");
            await jo.Picture(width == Screen.Phone ? "pathway-phone" : "pathway", whole: true);
        }
    }
}

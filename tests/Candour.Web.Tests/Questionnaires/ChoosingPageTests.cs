using Candour.CareRecord;
using Candour.CareRecord.Questionnaires;
using Candour.CareRecord.Safeguards;
using Candour.Clinical;
using static Candour.Web.Tests.Questionnaires.AnsweringByLinkTests;

namespace Candour.Web.Tests.Questionnaires;

/// <summary>Answers that a script saves as they are chosen, in whatever order they arrive.</summary>
public sealed class ChoosingPageTests
{
    [Fact]
    public async Task Choosing_with_script_saves_at_once_and_continue_adds_nothing()
    {
        await using var a = await ASession.Open();
        var amy = await a.Amy();
        await ASession.Start(amy);
        var page = await amy.Get($"/q/{ASession.Form}/9");
        page.Header("Content-Security-Policy")!.ShouldContain("connect-src 'self'");
        page.Body.ShouldContain($"data-save-answer=\"/q/{ASession.Form}/9?handler=Choose\"");
        var token = Hidden(page.Body, "__RequestVerificationToken");
        var shown = Hidden(page.Body, "Shown");
        foreach (var (choice, answer) in new[] { (1, 3), (2, 0), (3, 3) })
        {
            (await amy.Post($"/q/{ASession.Form}/9?handler=Choose", ("__RequestVerificationToken", token), ("Shown", shown), ("Answer", $"{answer}"), ("Choice", $"{choice}")))
                .Status.ShouldBe(204);
        }

        RiskTask.OpenOf(await a.OfPerson()).ShouldNotBeNull();
        (await amy.Fill(page, $"/q/{ASession.Form}/9", ("Answer", "3"))).Body.ShouldContain("Thank you for telling us");
        (await a.Answers()).Given.Select(g => g.Event.Value).ShouldBe([3, 0, 3]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(9)]
    [Trait("Hazard", "H02")]
    public async Task A_choice_that_arrives_after_continue_changes_no_answer_and_tells_its_worry_all_the_same(int number)
    {
        await using var a = await ASession.Open();
        var amy = await a.Amy();
        await ASession.Start(amy);
        var page = await amy.Get($"/q/{ASession.Form}/{number}");
        (await amy.Fill(page, $"/q/{ASession.Form}/{number}", ("Answer", "0"))).Location.ShouldBe($"/q/{ASession.Form}/{number + 1}");
        for (var twice = 0; twice < 2; twice++)
        {
            (await amy.Post($"/q/{ASession.Form}/{number}?handler=Choose",
                ("__RequestVerificationToken", Hidden(page.Body, "__RequestVerificationToken")), ("Shown", Hidden(page.Body, "Shown")), ("Answer", "3"), ("Choice", "1")))
                .Status.ShouldBe(409, "a page that is still there sends what is chosen on it now");
        }

        (await a.Answers()).Given.ShouldHaveSingleItem().Event.Value.ShouldBe(0);
        var person = await a.OfPerson();
        person.All<RiskDisclosed>().Select(t => (t.Value, t.HelpShown)).ShouldBe(number == 9 ? [((int?)3, false)] : []);
        (RiskTask.OpenOf(person) is not null).ShouldBe(number == 9);
        person.Any<RiskAnswerLowered>().ShouldBeFalse();
    }

    [Fact]
    public async Task A_choice_that_arrives_after_a_later_choice_of_its_page_changes_no_answer()
    {
        await using var a = await ASession.Open();
        var amy = await a.Amy();
        await ASession.Start(amy);
        var page = await amy.Get($"/q/{ASession.Form}/1");
        foreach (var (choice, answer) in new[] { (2, 0), (1, 3) })
        {
            await amy.Post($"/q/{ASession.Form}/1?handler=Choose",
                ("__RequestVerificationToken", Hidden(page.Body, "__RequestVerificationToken")), ("Shown", Hidden(page.Body, "Shown")), ("Answer", $"{answer}"), ("Choice", $"{choice}"));
        }

        (await amy.Fill(page, $"/q/{ASession.Form}/1", ("Answer", "0"))).Location.ShouldBe($"/q/{ASession.Form}/2");
        (await a.Answers()).Given.ShouldHaveSingleItem().Event.Value.ShouldBe(0);
    }
}

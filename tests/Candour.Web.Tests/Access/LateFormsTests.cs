using Candour.CareRecord;
using Candour.CareRecord.Access;
using Candour.CareRecord.Links;
using Candour.CareRecord.Questionnaires;
using Candour.CareRecord.Safeguards;
using Candour.Testing;
using Candour.Web.Tests.Hosting;
using Candour.Web.Tests.Questionnaires;

namespace Candour.Web.Tests.Access;

/// <summary>A person's form that arrives after their session ran out: kept, or told, and truly said which (H02, H18).</summary>
public sealed class LateFormsTests
{
    private static readonly (string, string)[] Born = [("BirthDate.Day", "4"), ("BirthDate.Month", "3"), ("BirthDate.Year", "1991")];

    [Fact]
    [Trait("Hazard", "H18")]
    public async Task A_late_answer_is_said_not_to_be_saved_and_comes_back_with_the_link_to_be_sent_once()
    {
        await using var a = await ASession.Open();
        var link = await Link(a);
        var amy = a.Site.Visitor();
        await amy.Fill($"/l/{link}", Born);
        await ASession.Start(amy);
        var page = await amy.Get($"/q/{ASession.Form}/4");
        a.Clock.Advance(TimeSpan.FromMinutes(31));
        var late = await amy.Fill(page, $"/q/{ASession.Form}/4", ("Answer", "2"));
        late.Status.ShouldBe(401);
        late.Body.ShouldContain("What you have just sent is not saved yet, but we kept it.");
        late.Body.ShouldNotContain("Your answers are saved");
        (await a.Answers()).Given.ShouldBeEmpty();

        var back = await amy.Fill($"/l/{link}", Born);
        back.Location.ShouldBe("/l/kept");
        var kept = await amy.Get("/l/kept");
        kept.Body.ShouldContain("We kept what you wrote");
        (await amy.Fill(kept, "")).Location.ShouldBe($"/q/{ASession.Form}/5");
        (await a.Answers()).Given.ShouldHaveSingleItem().Event.Value.ShouldBe(2);
        (await amy.Get("/l/kept")).Status.ShouldBe(404, "it was sent");
        (await amy.Fill($"/l/{link}", Born)).Location.ShouldBe($"/q/{ASession.Form}");
    }

    [Theory]
    [InlineData("", "3")]
    [InlineData("?handler=Choose", "1")]
    [Trait("Hazard", "H02")]
    public async Task A_late_worry_reaches_its_task_and_the_answer_shows_help(string handler, string value)
    {
        await using var a = await ASession.Open();
        var amy = await a.Amy();
        await ASession.Start(amy);
        var page = await amy.Get($"/q/{ASession.Form}/9");
        a.Clock.Advance(TimeSpan.FromMinutes(31));
        var late = await amy.Post($"/q/{ASession.Form}/9{handler}", ("Answer", value), ("Choice", "1"), ("Shown", AnsweringByLinkTests.Hidden(page.Body, "Shown")),
            ("__RequestVerificationToken", AnsweringByLinkTests.Hidden(page.Body, "__RequestVerificationToken")));
        late.Status.ShouldBe(401);
        late.Body.ShouldContain("Thank you for telling us");
        late.Body.ShouldContain("This answer is saved.");
        foreach (var way in new[] { "tel:999", "tel:111", "tel:116123", "sms:85258" })
            late.Body.ShouldContain(way);
        late.Body.ShouldContain("Jo, or a colleague, will read your answer <strong>by");
        RiskTask.OpenOf(await a.OfPerson())!.Told.ShouldHaveSingleItem().HelpShown.ShouldBeTrue();
        (await a.Answers()).Given.ShouldHaveSingleItem().Event.Value.ShouldBe(int.Parse(value));
    }

    [Fact]
    [Trait("Hazard", "H02")]
    public async Task A_choice_that_arrives_after_continue_and_after_the_session_tells_its_worry_and_changes_no_answer()
    {
        await using var a = await ASession.Open();
        var amy = await a.Amy();
        await ASession.Start(amy);
        var page = await amy.Get($"/q/{ASession.Form}/9");
        await amy.Fill(page, $"/q/{ASession.Form}/9", ("Answer", "0"));
        a.Clock.Advance(TimeSpan.FromMinutes(31));
        await amy.Post($"/q/{ASession.Form}/9?handler=Choose", ("Answer", "3"), ("Choice", "1"), ("Shown", AnsweringByLinkTests.Hidden(page.Body, "Shown")),
            ("__RequestVerificationToken", AnsweringByLinkTests.Hidden(page.Body, "__RequestVerificationToken")));
        (await a.Answers()).Given.ShouldHaveSingleItem().Event.Value.ShouldBe(0);
        RiskTask.OpenOf(await a.OfPerson()).ShouldNotBeNull().Told.ShouldHaveSingleItem().Value.ShouldBe(3);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [Trait("Hazard", "H02")]
    public async Task A_worry_from_a_page_that_gave_way_to_a_newer_one_reaches_its_task_and_the_answer_shows_help(bool sameBrowser)
    {
        await using var a = await ASession.Open();
        var (link, amy) = (await Link(a), a.Site.Visitor());
        await amy.Fill($"/l/{link}", Born);
        await ASession.Start(amy);
        var (fourth, ninth) = (await amy.Get($"/q/{ASession.Form}/4"), await amy.Get($"/q/{ASession.Form}/9"));
        await (sameBrowser ? amy : a.Site.Visitor()).Fill($"/l/{link}", Born);

        var late = await amy.Fill(ninth, $"/q/{ASession.Form}/9", ("Answer", "3"));
        late.Status.ShouldBe(401);
        late.Body.ShouldContain("Thank you for telling us");
        late.Body.ShouldContain("tel:116123");
        RiskTask.OpenOf(await a.OfPerson())!.Told.ShouldHaveSingleItem();
        (await amy.Fill(fourth, $"/q/{ASession.Form}/4", ("Answer", "2"))).Body.ShouldContain("What you have just sent is not saved yet, but we kept it.");
        (await amy.Fill($"/l/{link}", Born)).Location.ShouldBe("/l/kept");
    }

    [Fact]
    [Trait("Hazard", "H02")]
    public async Task A_form_opened_in_the_evening_and_answered_the_next_morning_tells_its_worry()
    {
        await using var a = await ASession.Open();
        var amy = await a.Amy();
        await ASession.Start(amy);
        var page = await amy.Get($"/q/{ASession.Form}/9");
        a.Clock.Advance(TimeSpan.FromHours(12.5));
        (await amy.Fill(page, $"/q/{ASession.Form}/9", ("Answer", "3"))).Body.ShouldContain("Thank you for telling us");
        RiskTask.OpenOf(await a.OfPerson()).ShouldNotBeNull();
    }

    [Fact]
    [Trait("Hazard", "H15")]
    public async Task Somebody_told_me_what_to_answer_sent_late_is_told_and_given_back_to_nobody_who_opens_the_link()
    {
        await using var a = await ASession.Open();
        var (link, amy) = (await Link(a), a.Site.Visitor());
        await amy.Fill($"/l/{link}", Born);
        await ASession.Start(amy);
        var page = await amy.Get($"/q/{ASession.Form}/tell-us");
        a.Clock.Advance(TimeSpan.FromMinutes(31));
        (await amy.Fill(page, $"/q/{ASession.Form}/tell-us", ("Said", "He tells me what to put"))).Body.ShouldContain("What you have just sent is saved.");
        (await a.Site.Record.Read(Streams.Questionnaire(ASession.Form))).Any<PressureReported>().ShouldBeTrue();
        (await a.Site.Visitor().Fill($"/l/{link}", Born)).Location.ShouldBe($"/q/{ASession.Form}");
    }

    [Fact]
    [Trait("Hazard", "H15")]
    public async Task Words_of_somebodys_own_come_back_after_a_code_and_not_to_a_link_and_a_birth_date()
    {
        await using var a = await ASession.Open();
        var (link, amy) = (await Link(a), a.Site.Visitor());
        await amy.Fill($"/l/{link}", Born);
        await ASession.Start(amy);
        var page = await amy.Get($"/q/{ASession.Form}/4");
        a.Clock.Advance(TimeSpan.FromMinutes(31));
        await amy.Fill(page, $"/q/{ASession.Form}/4", ("Answer", "2"), ("Said", "he reads this over my shoulder"));
        var household = a.Site.Visitor();
        await household.Fill($"/l/{link}", Born);
        var kept = await household.Get("/l/kept");
        kept.Body.ShouldContain("we send you a code before we show it");
        kept.Body.ShouldNotContain("over my shoulder");
        (await (await a.Site.Patient(ASession.Person)).Get("/l/kept")).Body.ShouldContain("he reads this over my shoulder");
    }

    [Fact]
    [Trait("Hazard", "H02")]
    public async Task Things_have_got_worse_told_too_late_reaches_its_task_too()
    {
        await using var a = await ASession.Open();
        var amy = await a.Site.Patient(ASession.Person);
        var page = await amy.Get("/me/worse");
        a.Clock.Advance(TimeSpan.FromMinutes(31));
        (await amy.Fill(page, "/me/worse", ("Said", "I do not sleep at all"))).Body.ShouldContain("Thank you for telling us");
        RiskTask.OpenOf(await a.OfPerson())!.Told.ShouldHaveSingleItem().Said.ShouldBe("I do not sleep at all");
    }

    [Fact]
    public async Task What_another_page_or_another_session_made_the_browser_send_is_neither_kept_nor_told()
    {
        await using var a = await ASession.Open();
        var amy = await a.Amy();
        await ASession.Start(amy);
        var others = await (await a.Amy()).Get($"/q/{ASession.Form}/9");
        a.Clock.Advance(TimeSpan.FromMinutes(31));
        foreach (var token in (string[])["", "stale", AnsweringByLinkTests.Hidden(others.Body, "__RequestVerificationToken")])
        {
            var late = await amy.Post($"/q/{ASession.Form}/9", ("Answer", "3"), ("__RequestVerificationToken", token));
            late.Body.ShouldContain("What you have just sent was not saved.");
            late.Body.ShouldNotContain("we kept it");
        }

        (await a.OfPerson()).Any<RiskDisclosed>().ShouldBeFalse();
    }

    [Fact]
    public async Task Words_from_a_page_of_the_record_come_back_only_to_somebody_who_may_read_it()
    {
        await using var a = await ASession.Open();
        var amy = await a.Site.Patient(ASession.Person);
        var page = await amy.Get("/me/details/ask/name");
        a.Clock.Advance(TimeSpan.FromMinutes(31));
        (await amy.Fill(page, "/me/details/ask/name", ("Wanted", "Amira Madeup, please"))).Body.ShouldContain("we kept it");
        (await (await a.Amy()).Get("/l/kept")).Status.ShouldBe(404);
        (await (await a.Site.Patient("PERS0N0000000002")).Get("/l/kept")).Status.ShouldBe(404);
        (await a.Site.Visitor().Get("/l/kept")).Status.ShouldBe(404);
        (await (await a.Site.Patient(ASession.Person)).Get("/l/kept")).Body.ShouldContain("Amira Madeup, please");
    }

    private static async Task<string> Link(ASession a)
    {
        var link = NewLink.ForMessage(new SeededRandomness(5));
        (await a.Site.Record.Write(new("link", By.Worker), [], (_, now) => CareRecord.Links.Link.Issue(link, new(LinkPurpose.AnswerQuestions, ASession.Form), ASession.Person, now)))
            .ShouldBeOfType<Outcome.Done>();
        return link.Token;
    }
}

using Candour.Testing;
using Candour.Web.Tests.Questionnaires;

namespace Candour.Web.Tests.Failures;

/// <summary>The connection to the database breaks in the middle of a COMMIT: the page never guesses.</summary>
public sealed class UnansweredTests
{
    [Fact]
    public async Task The_page_says_that_it_is_checking_and_the_same_form_again_is_stored_once()
    {
        await using var database = await FreshDatabase.Create();
        await using var wire = new Wire(database.Application, "AnswerGiven");
        await using var a = await ASession.Open(on: await OnPostgres.Of(database, wire.Through));
        var amy = await a.Amy();
        await ASession.Start(amy);

        wire.Next = Cut.BeforeTheServer;
        var checking = await ASession.Answer(amy, 1, 3);
        checking.Status.ShouldBe(503);
        checking.Body.ShouldContain("We are checking whether this was saved");
        checking.Body.ShouldContain("Call 116 123");
        checking.Body.ShouldNotContain("We cannot save");
        (await a.Answers()).Given.ShouldBeEmpty();

        (await amy.Fill(checking, "", ("Answer", "3"))).Location.ShouldBe($"/q/{ASession.Form}/2");
        (await amy.Fill(checking, "", ("Answer", "3"))).Location.ShouldBe($"/q/{ASession.Form}/2");
        (await a.Answers()).Given.Select(g => g.Event.Value).ShouldBe([3]);
    }

    [Fact]
    public async Task What_was_stored_without_an_answer_is_read_back_and_the_person_notices_nothing()
    {
        await using var database = await FreshDatabase.Create();
        await using var wire = new Wire(database.Application, "AnswerGiven");
        await using var a = await ASession.Open(on: await OnPostgres.Of(database, wire.Through));
        var amy = await a.Amy();
        await ASession.Start(amy);
        wire.Next = Cut.BeforeTheAnswer;
        (await ASession.Answer(amy, 1, 3)).Location.ShouldBe($"/q/{ASession.Form}/2");
        (await a.Answers()).Given.Select(g => g.Event.Value).ShouldBe([3]);
    }
}

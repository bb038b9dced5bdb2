using Candour.CareRecord;
using Candour.CareRecord.Safeguards;
using Candour.Web.Tests.Hosting;
using Candour.Web.Tests.Pathways;

namespace Candour.Web.Tests.Access;

/// <summary>A form is saved, its writer goes back, writes on and sends it again: the second is never taken for the first.</summary>
public sealed class SentBeforeTests
{
    private const string Plan = $"/safety-plan/{ACourse.Person}";

    [Fact]
    public async Task The_page_says_what_is_saved_and_what_is_not_and_keeps_what_was_written()
    {
        await using var site = await ASite.Open();
        var course = await ACourse.On(site);
        var shown = await course.Jo.Get(Plan);
        (await course.Jo.Fill(shown, Plan, ("Support", "My sister Bo"))).Status.ShouldBe(303);

        var said = await course.Jo.Fill(shown, Plan, ("Support", "My sister Bo, and the choir that meets on Thursdays"));
        said.Status.ShouldBe(409);
        said.Body.ShouldContain("You sent this form before");
        said.Body.ShouldContain("You sent it at 10:12am, and that is saved. The form has changed since: what it says now is not saved.");
        said.Body.ShouldContain("My sister Bo, and the choir that meets on Thursdays");
        said.Body.ShouldContain("Save this as well");
        (await Plans(site)).ShouldHaveSingleItem().Support.ShouldBe("My sister Bo");
    }

    [Fact]
    public async Task Sent_from_that_page_it_is_an_order_of_its_own_and_meets_what_was_saved_before()
    {
        await using var site = await ASite.Open();
        var course = await ACourse.On(site);
        var shown = await course.Jo.Get(Plan);
        await course.Jo.Fill(shown, Plan, ("Support", "My sister Bo"));
        var said = await course.Jo.Fill(shown, Plan, ("Support", "The choir"));

        var both = await course.Jo.Fill(said, Plan);
        both.Status.ShouldBe(200);
        both.Body.ShouldContain("My sister Bo");
        both.Body.ShouldContain("The choir");
        (await course.Jo.Fill(both, Plan, ("Support", "My sister Bo, the choir"))).Status.ShouldBe(303);
        (await Plans(site)).Select(p => p.Support).ShouldBe(["My sister Bo", "My sister Bo, the choir"]);
    }

    [Fact]
    public async Task The_same_form_pressed_twice_is_saved_once_and_nobody_is_told_anything()
    {
        await using var site = await ASite.Open();
        var course = await ACourse.On(site);
        var shown = await course.Jo.Get(Plan);
        await course.Jo.Fill(shown, Plan, ("Support", "My sister Bo"));
        (await course.Jo.Fill(shown, Plan, ("Support", "My sister Bo"))).Status.ShouldBe(303);
        (await Plans(site)).Count.ShouldBe(1);
    }

    private static async Task<List<SafetyPlanWritten>> Plans(ASite site) =>
        [.. (await site.Record.Read(Streams.Person(ACourse.Person))).All<SafetyPlanWritten>()];
}

using Candour.CareRecord;
using Candour.CareRecord.Access.Store;
using Candour.CareRecord.Referrals;
using Candour.Web.Tests.Hosting;
using Candour.Web.Tests.Pathways;

namespace Candour.Web.Tests.Pages.Referrals;

/// <summary>Who is not in one's own work is found for a reason, and can read it.</summary>
public sealed class LookUpTests
{
    private const string Bo = "7KB0SAMP1E000001";

    [Fact]
    public async Task Ones_own_people_need_no_reason_and_others_are_named_to_nobody_without_one()
    {
        await using var site = await ASite.Open();
        var course = await ACourse.On(site);
        await course.Tell("bo", By.Worker, Streams.Person(Bo), new PersonRegistered { FirstName = "Amiral", LastName = "Sample", BirthDate = new(1970, 2, 1), FilledBy = FilledBy.Me });

        var found = await course.Jo.Fill("/look-up", ("Name", "amira"));
        found.Body.ShouldContain("2 people match.");
        found.Body.ShouldContain("Amira Testwell");
        found.Body.ShouldNotContain("Amiral Sample");
        found.Body.ShouldContain("1 of them is not in your own work.");
        found.Body.ShouldContain("href=\"#Why\"");
        (await Searches(site, Bo)).ShouldBeEmpty();

        var again = await course.Jo.Fill(found, "/look-up", ("Name", "amira"), ("Why", "TheyAreHere"));
        again.Body.ShouldContain("Amiral Sample");
        again.Body.ShouldNotContain("not in your own work.</strong>");
        (await Searches(site, Bo)).ShouldBe(["a search. Why: you called, wrote or were here"]);
        (await Searches(site, ACourse.Person)).ShouldAllBe(why => why == "a search by name, birth date or number");
    }

    [Fact]
    public async Task Another_reason_is_said_in_words()
    {
        await using var site = await ASite.Open();
        var course = await ACourse.On(site);
        await course.Tell("bo", By.Worker, Streams.Person(Bo), new PersonRegistered { FirstName = "Bo", LastName = "Sample", BirthDate = new(1970, 2, 1), FilledBy = FilledBy.Me });
        var refused = await course.Jo.Fill("/look-up", ("Name", "bo"), ("Why", "Another"), ("WhyWords", "because"));
        refused.Body.ShouldContain("href=\"#WhyWords\"");
        refused.Body.ShouldNotContain("Bo Sample");
        (await course.Jo.Fill("/look-up", ("Name", "bo"), ("Why", "Another"), ("WhyWords", "A letter came back to us"))).Body.ShouldContain("Bo Sample");
        (await Searches(site, Bo)).ShouldBe(["a search. Why: A letter came back to us"]);
    }

    private static async Task<IReadOnlyList<string>> Searches(ASite site, string person) =>
        [.. (await site.Get<WhoLooked>().At(person)).Where(look => look.Part.EndsWith("in a search", StringComparison.Ordinal)).Select(look => look.Why)];
}

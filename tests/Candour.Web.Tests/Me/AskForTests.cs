using Candour.CareRecord;
using Candour.CareRecord.Referrals;
using Candour.Web.Tests.Hosting;
using Candour.Web.Tests.Pathways;

namespace Candour.Web.Tests.Me;

/// <summary>"Things you can ask for": each reaches the front desk as a task, and its answer the person.</summary>
public sealed class AskForTests
{
    private const string Words = "Somebody I can talk with in Welsh";

    [Theory]
    [InlineData("another-therapist", "Another therapist", DetailAsked.AnotherTherapist)]
    [InlineData("earlier-time", "An earlier time", DetailAsked.EarlierTime)]
    [InlineData("stop", "Stop my care", DetailAsked.StopMyCare)]
    [InlineData("another-way", "Get this another way", DetailAsked.AnotherWay)]
    public async Task What_a_person_asks_for_is_the_front_desks_task_and_its_answer_stands_on_their_page(string page, string link, DetailAsked what)
    {
        await using var site = await ASite.Open();
        var course = await ACourse.On(site);
        var amy = await site.Patient(ACourse.Person);
        (await amy.Get("/me")).Body.ShouldMatch($"<a (class=\"[^\"]*\" )?href=\"/me/ask/{page}\">\\s*{link}\\s*</a>");
        (await amy.Fill($"/me/ask/{page}", ("Wanted", Words))).Location.ShouldBe("/me");
        (await amy.Get("/me")).Body.ShouldContain($"You asked on 5 October: {AskFor.Of(what)}. We have not settled it yet.");

        var desk = await site.Staff(Roles.Administrator);
        (await desk.Get("/inbox")).Body.ShouldContain("1 thing people asked for on their own page");
        var asked = await desk.Get("/asked");
        asked.Body.ShouldContain(AskFor.Of(what));
        asked.Body.ShouldContain(Words);
        (await course.Jo.Get("/asked")).Status.ShouldBeOneOf(403, 404);
        (await course.Jo.Get($"/pathways/{ACourse.Referral}")).Body.ShouldNotContain(Words);

        (await desk.Fill(asked, "/asked", ("InWords", "Nobody here speaks it. We are asking another service"))).Status.ShouldBe(303);
        (await amy.Get("/me")).Body.ShouldContain("We could not: Nobody here speaks it. We are asking another service");
        (await desk.Get("/inbox")).Body.ShouldNotContain("people asked for on their own page");
    }

    [Fact]
    public async Task Nothing_is_needed_but_to_say_which_way_and_asking_twice_is_said()
    {
        await using var site = await ASite.Open();
        await ACourse.On(site);
        var amy = await site.Patient(ACourse.Person);
        (await amy.Fill("/me/ask/another-way", ("Wanted", " "))).Body.ShouldContain("Write what would suit you, like large print or a language");
        (await amy.Fill("/me/ask/stop", ("Wanted", ""))).Status.ShouldBe(303);
        (await amy.Fill("/me/ask/stop", ("Wanted", ""))).Body.ShouldContain("You have asked for this already.");
        (await site.Record.Read(Streams.Person(ACourse.Person))).All<DetailsChangeAsked>().ShouldHaveSingleItem().What.ShouldBe(DetailAsked.StopMyCare);
    }
}

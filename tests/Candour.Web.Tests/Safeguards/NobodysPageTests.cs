using Candour.CareRecord;
using Candour.CareRecord.Access.Store;
using Candour.CareRecord.Referrals;
using Candour.CareRecord.Safeguards;
using Candour.Testing;
using Candour.Web.Tests.Hosting;

namespace Candour.Web.Tests.Safeguards;

/// <summary>A fresh service: no rota, no lead, no supervisor named, and somebody says danger.</summary>
[Trait("Hazard", "H08")]
public sealed class NobodysPageTests
{
    private const string Bo = "B0SAMP1E00000001";

    [Theory]
    [InlineData(Roles.Pwp)]
    [InlineData(Roles.HighIntensity)]
    [InlineData(Roles.PwpTrainee)]
    public async Task Whoever_could_be_given_it_sees_who_it_is_opens_it_and_each_look_is_stored(string role)
    {
        await using var site = await Fresh();
        var clinician = await site.Staff(role);
        var today = (await clinician.Get("/today")).Body;
        today.ShouldContain("Bo Sample: told us: I feel worse");
        (await Looks(site)).ShouldBe(["a task about your care that nobody had yet"]);
        var task = await Task(site);
        today.ShouldContain($"href=\"/risk/{task}\"");
        (await clinician.Get($"/risk/{task}")).Status.ShouldBe(200);
        (await Looks(site)).ShouldBe(["a task about your care that nobody had yet", "a task about your care that nobody had yet"]);
        (await clinician.Get("/risk")).Body.ShouldContain($"href=\"/risk/{task}\"");
        (await clinician.Get($"/risk/{task}")).Body.ShouldContain("nobody is named who could be given it");
    }

    [Theory]
    [InlineData(Roles.Administrator)]
    [InlineData(Roles.EmploymentAdviser)]
    public async Task Whoever_may_not_open_it_is_told_whom_to_ring_and_of_nobody(string role)
    {
        await using var site = await Fresh();
        var desk = await site.Staff(role);
        var alone = (await desk.Get("/today")).Body;
        alone.ShouldContain("A task about someone&#x27;s safety that nobody has yet. No one at work here can open it. Tell whoever runs the service now.");
        await site.Get<Accounts>().Add("5TAFF5AM00000001", "sam@northmere.example", "Sam Demo", [Roles.Supervisor]);
        await site.Get<Accounts>().Add("5TAFFD0E00000001", "dee@northmere.example", "Dee Demo", [Roles.Pwp]);
        var page = await desk.Get("/today");
        page.Body.ShouldContain("nobody has yet. Ring Sam Demo or Dee Demo now: they can open it.");
        page.Body.ShouldContain("1 risk answer.");
        page.Body.ShouldNotContain("Sample");
        page.Body.ShouldNotContain("/risk/");
        (await Looks(site)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_hands_a_worry_on_is_not_told_that_somebody_has_it()
    {
        await using var site = await Fresh();
        var desk = await site.Staff(Roles.Administrator);
        var handed = await desk.Fill($"/worry/{Bo}", ("Source", "FrontDesk"), ("Said", "He said goodbye."), ("Now", "yes"));
        var page = (await desk.Get(handed.Location!)).Body;
        page.ShouldContain("Nobody is named who could be given it. No one at work here can open it. Tell whoever runs the service now. In danger now: call 999 as well.");
        page.ShouldNotContain("duty clinician");
    }

    private static Task<ASite> Fresh() => ASite.Open(seed: async record =>
    {
        var person = Streams.Person(Bo);
        await record.Write(new("bo", By.Worker), [person], (_, _) => Decision.Accept(
            person, new PersonRegistered { FirstName = "Bo", LastName = "Sample", CalledName = "Bo", BirthDate = new(1991, 3, 4), FilledBy = FilledBy.Me }));
        (await new HandOnWorry(Bo, null, RiskSource.FeelsWorse, null, Now: false, HelpShown: true).Write(record, new("worse", By.Worker), new SeededRandomness(7)))
            .ShouldBeOfType<Outcome.Done>();
    });

    private static async Task<string> Task(ASite site) => RiskTask.OpenOf(await site.Record.Read(Streams.Person(Bo)))!.Id;

    private static async Task<IReadOnlyList<string>> Looks(ASite site) => [.. (await site.Get<WhoLooked>().At(Bo)).Select(l => l.Why)];
}

using Candour.CareRecord.Safeguards;
using Candour.Web.Hosting;
using Candour.Web.Tests.Questionnaires;

namespace Candour.Web.Tests.Failures;

/// <summary>The database has stopped answering in time.</summary>
public sealed class CircuitTests
{
    [Fact]
    public async Task Staff_pages_are_shed_first_then_all_and_both_come_back_with_the_database()
    {
        await using var a = await ASession.Open();
        var (amy, jo) = (await a.Amy(), await a.Jo());
        await ASession.Start(amy);
        var (staff, risk, patient) = ("/today", "/risk", $"/q/{ASession.Form}/1");
        var circuit = a.Site.Get<Circuit>();
        async Task<(int Staff, int Risk, int Patient)> Now() =>
            ((await jo.Get(staff)).Status, (await jo.Get(risk)).Status, (await amy.Get(patient)).Status);

        for (var i = 1; i < Circuit.ShedsStaff; i++)
            circuit.TooLate();
        (await Now()).ShouldBe((200, 200, 200));
        circuit.TooLate();
        (await Now()).ShouldBe((503, 200, 200));
        while (circuit.LetsThrough(staff: false))
            circuit.TooLate();
        (await Now()).ShouldBe((503, 503, 503));
        var shed = await amy.Get(patient);
        shed.Body.ShouldContain("We cannot save anything right now.");
        shed.Body.ShouldContain("Call 116 123");
        (await amy.Get("/help-now")).Status.ShouldBe(200);

        // A second on, the next request has the database asked; it answers.
        a.Clock.Skip(TimeSpan.FromSeconds(1));
        var deadline = System.Diagnostics.Stopwatch.StartNew();
        while (await Now() != (200, 200, 200))
            deadline.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(20));
        (await a.OfPerson()).All<RiskDisclosed>().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_few_late_answers_in_a_long_time_shed_nobody()
    {
        await using var a = await ASession.Open();
        var (jo, circuit) = (await a.Jo(), a.Site.Get<Circuit>());
        for (var i = 0; i < 20; i++)
        {
            circuit.TooLate();
            a.Clock.Skip(TimeSpan.FromSeconds(6));
        }

        (await jo.Get("/today")).Status.ShouldBe(200);
    }
}

using Candour.CareRecord;
using Candour.CareRecord.Timers;
using Candour.Web.Components.Frame;
using Candour.Web.Tests.Hosting;

namespace Candour.Web.Tests.Messages;

public sealed class LateTimersTests
{
    private const string Words = "Reminders and escalations may have stopped.";

    [Fact]
    public async Task Two_minutes_without_a_heartbeat_are_said_to_staff_on_every_page_and_unsaid_when_it_beats_again()
    {
        await using var site = await ASite.Open();
        var desk = await site.Staff(Roles.Administrator);
        (await desk.Get("/messages")).Body.ShouldNotContain(Words);

        await site.Get<TimerLoop>().StopAsync(CancellationToken.None);
        site.Clock.Advance(TimeSpan.FromMinutes(3));
        (await desk.Get("/messages")).Body.ShouldContain(Words);
        (await site.Visitor().Get("/new-link")).Body.ShouldNotContain(Words);

        await site.Get<TimerLoop>().Turn();
        site.Clock.Advance(TimeSpan.FromSeconds(6));
        (await site.Get<LateTimers>().AreLate()).ShouldBeFalse();
        (await desk.Get("/messages")).Body.ShouldNotContain(Words);
    }
}

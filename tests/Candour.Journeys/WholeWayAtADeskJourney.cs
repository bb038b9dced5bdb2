namespace Candour.Journeys;

/// <summary>The whole way at a desk, with script. A class of its own, so that it runs beside the others.</summary>
public sealed class WholeWayAtADeskJourney(Chromium chromium) : WholeWay(chromium)
{
    [Fact]
    public Task A_person_refers_themselves_has_six_sessions_answered_by_link_and_ends_with_notice() => Goes(new(Screen.Desk, Script: true));
}

namespace Candour.Journeys;

// The whole way on each screen, and once by the keyboard alone. A class each, so that they run beside one another. On a proposed
// change those of Run=full are left out: each screen and each way of going is there once, and the run stays short.

[Trait("Run", "full")]
public sealed class WholeWayByPhoneJourney(Chromium chromium) : WholeWay(chromium)
{
    [Fact]
    public Task A_person_refers_themselves_has_six_sessions_answered_by_link_and_ends_with_notice() => Goes(new(Screen.Phone, Script: true));
}

public sealed class WholeWayByPhoneWithoutScriptJourney(Chromium chromium) : WholeWay(chromium)
{
    [Fact]
    public Task A_person_refers_themselves_has_six_sessions_answered_by_link_and_ends_with_notice() => Goes(new(Screen.Phone, Script: false));
}

[Trait("Run", "full")]
public sealed class WholeWayAtADeskJourney(Chromium chromium) : WholeWay(chromium)
{
    [Fact]
    public Task A_person_refers_themselves_has_six_sessions_answered_by_link_and_ends_with_notice() => Goes(new(Screen.Desk, Script: true));
}

[Trait("Run", "full")]
public sealed class WholeWayAtADeskWithoutScriptJourney(Chromium chromium) : WholeWay(chromium)
{
    [Fact]
    public Task A_person_refers_themselves_has_six_sessions_answered_by_link_and_ends_with_notice() => Goes(new(Screen.Desk, Script: false));
}

public sealed class WholeWayByKeyboardJourney(Chromium chromium) : WholeWay(chromium)
{
    [Fact]
    public Task A_person_and_those_who_work_with_them_go_the_whole_way_with_the_keyboard_alone() =>
        Goes(new(Screen.Desk, Script: true, Keyboard: true));
}

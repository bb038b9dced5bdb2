using Candour.Clinical;

namespace Candour.Simulation.Tests;

public sealed class HonestYearTests
{
    private static readonly DateOnly LastDay = new(2026, 11, 20);
    private static readonly Scenario Year = new HonestYear(7, LastDay).Make();

    [Fact]
    public void Nothing_is_told_of_what_has_not_happened_and_appointments_ahead_stay()
    {
        var now = London.At(LastDay, new(10, 30));
        var people = new HonestYear(7, LastDay, until: now).Make().People;
        people.SelectMany(p => p.Intentions).ShouldAllBe(i => i.At < now);
        Year.People.SelectMany(p => p.Intentions).ShouldContain(i => i.At >= now);
        people.SelectMany(p => p.Intentions).OfType<IsBooked>().ShouldContain(b => b.Starts > now);
    }

    [Fact]
    public void The_same_seed_and_last_day_make_the_same_year()
    {
        var again = new HonestYear(7, LastDay).Make();
        again.People.Select(p => p with { Intentions = [] }).ShouldBe(Year.People.Select(p => p with { Intentions = [] }), ignoreOrder: false);
        again.People.Sum(p => p.Intentions.Count).ShouldBe(Year.People.Sum(p => p.Intentions.Count));
        new HonestYear(8, LastDay).Make().People[0].Intentions[0].At.ShouldNotBe(Year.People[0].Intentions[0].At);
    }

    [Fact]
    public void Everyone_is_obviously_invented_and_different()
    {
        Year.People.Count.ShouldBe(400);
        Year.People.ShouldAllBe(p => NhsNumber.Parse(p.NhsNumber).IsExample);
        Year.People.Select(p => p.NhsNumber).Distinct().Count().ShouldBe(400);
        Year.People.ShouldAllBe(p => p.Mobile.StartsWith("07700900", StringComparison.Ordinal) && p.Email.EndsWith("@example.org", StringComparison.Ordinal));
    }

    [Fact]
    public void Intentions_come_in_order_and_none_lies_after_the_last_day()
    {
        foreach (var person in Year.People)
            person.Intentions.Select(i => i.At).ShouldBeInOrder();
        Year.People.SelectMany(p => p.Intentions).Max(i => i.At).ShouldBeLessThan(London.StartOf(LastDay.AddDays(1)));
    }

    [Fact]
    public void Nobody_is_in_two_places_at_once()
    {
        var hours = Year.People.SelectMany(p => p.Intentions.OfType<IsBooked>()).Select(b => (b.Staff, b.Starts)).ToList();
        hours.Count.ShouldBeGreaterThan(800);
        hours.Distinct().Count().ShouldBe(hours.Count);
    }

    [Fact]
    public void The_last_day_has_people_to_see_and_answers_that_are_in()
    {
        var today = Year.People.SelectMany(p => p.Intentions.OfType<IsBooked>()).Count(b => London.DayOf(b.Starts) > LastDay);
        today.ShouldBeGreaterThan(10);
    }

    [Fact]
    public void About_three_in_four_forms_are_answered_at_home()
    {
        double home = Year.People.Sum(p => p.Intentions.Count(i => i is AnswersAtHome));
        double staff = Year.People.Sum(p => p.Intentions.Count(i => i is StaffReadAloud));
        (home / (home + staff)).ShouldBeInRange(0.71, 0.81);
    }

    [Fact]
    public void Nobody_stays_to_be_reached_for_good()
    {
        var longAgo = Year.People.Where(p => p.Intentions[0].At < London.StartOf(LastDay.AddDays(-90))).ToList();
        longAgo.Where(p => !p.Intentions.Any(i => i is IsBooked or IsClosedForNoReply or IsClosedAsAsked)).ShouldBeEmpty();
        longAgo.Count(p => p.Intentions.Any(i => i is IsClosedAsAsked)).ShouldBeGreaterThan(5);
    }

    [Fact]
    public void Silence_of_somebody_who_may_not_be_texted_is_never_taken_for_an_answer()
    {
        var noTexts = Enumerable.Range(1, 5).SelectMany(seed => new HonestYear((ulong)seed, LastDay).Make().People).Where(p => !p.TextsAreSafe).ToList();
        noTexts.Count.ShouldBeGreaterThan(50);
        noTexts.Where(p => p.Intentions.Any(i => i is IsClosedForNoReply)).ShouldBeEmpty();
    }
}

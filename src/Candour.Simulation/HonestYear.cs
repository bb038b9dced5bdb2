using Candour.Clinical;

namespace Candour.Simulation;

/// <summary>
/// An honest service over a year: how many come, how they fare, how long they wait. Same seed and last day, same scenario.
/// Nothing is meant for <c>until</c> or later: what has not happened is not told. Nobody here bends anything; its figures are what the statistics of a fair service look like.
/// </summary>
public sealed class HonestYear(ulong seed, DateOnly lastDay, int referrals = 400, int days = 365, Moment? until = null)
{
    /// <summary>Days closed, as far as the simulation keeps them: fixed holidays of the years it spans.</summary>
    public IReadOnlySet<DateOnly> ClosedDays { get; } = new HashSet<DateOnly>(
        Enumerable.Range(lastDay.Year - 2, 5).SelectMany(y => new DateOnly[] { new(y, 1, 1), new(y, 12, 25), new(y, 12, 26) }));

    public static IReadOnlyList<SimulatedStaff> Staff { get; } =
    [
        new("Jo Demo", "jo.demo@example.org", "pwp", "10"),
        new("Ash Demo", "ash.demo@example.org", "pwp", "10"),
        new("Remi Demo", "remi.demo@example.org", "pwp", "10"),
        new("Tam Demo", "tam.demo@example.org", "pwp_trainee", "10"),
        new("Ellis Demo", "ellis.demo@example.org", "hi_therapist", "11"),
        new("Indra Demo", "indra.demo@example.org", "hi_therapist", "11"),
        new("Cory Demo", "cory.demo@example.org", "hi_therapist", "12"),
        new("Sky Demo", "sky.demo@example.org", "supervisor", "11"),
        new("Robin Demo", "robin.demo@example.org", "clinical_lead", null, "safeguarding_lead"),
        new("Alex Demo", "alex.demo@example.org", "administrator", null),
        new("Sam Lead", "sam.lead@example.org", "service_lead", null),
        new("Dana Demo", "dana.demo@example.org", "data_manager", null),
    ];

    public Scenario Make()
    {
        var dice = new Dice(seed);
        var open = new OpenDays(ClosedDays);
        var diaries = new Diaries(open);
        var over = London.StartOf(lastDay.AddDays(1));
        var last = until is { } stop && stop < over ? stop : over;
        var first = lastDay.AddDays(1 - days);

        // Everyone's day of referral first, so that earlier people take earlier hours in the diaries.
        var arrivals = Enumerable.Range(0, referrals).Select(_ => Arrival(dice, first)).Order().ToList();
        var people = arrivals.Select((at, n) => Person(n, at, dice.For(n), diaries, open, last)).ToList();
        return new(Staff, people);
    }

    private Moment Arrival(Dice dice, DateOnly first) =>
        London.At(first.AddDays(dice.Whole(0, days - 2)), new TimeOnly(dice.Whole(7, 22), dice.Whole(0, 59), dice.Whole(0, 59)));

    private static SimulatedPerson Person(int n, Moment referred, Dice dice, Diaries diaries, OpenDays open, Moment last)
    {
        var firstName = Invented.FirstName(dice);
        var lastName = Invented.LastName(dice);
        var life = new Life(referred, dice, diaries, open, Staff);
        var person = new SimulatedPerson
        {
            Number = n,
            FirstName = firstName,
            LastName = lastName,
            CalledName = dice.Happens(0.15) ? firstName[..Math.Min(3, firstName.Length)] : null,
            Born = London.DayOf(referred).AddDays(-dice.Whole(17 * 366, 78 * 365)),
            NhsNumber = Invented.NhsNumber(n),
            Mobile = Invented.Mobile(n),
            Email = Invented.Email(firstName, lastName, n),
            Gender = dice.Weighted([("2", 0.66), ("1", 0.32), ("9", 0.02)]),
            Ethnicity = dice.Weighted<string>([("A", 0.74), ("C", 0.06), ("H", 0.04), ("J", 0.04), ("N", 0.04), ("M", 0.02), ("F", 0.02), ("Z", 0.04)]),
            TextsAreSafe = dice.Happens(0.93),
            NeedsLargePrint = dice.Happens(0.03),
            NeedsInterpreter = dice.Happens(0.02),
            Intentions = [],
        };
        return person with { Intentions = [.. life.Live(person.TextsAreSafe).TakeWhile(i => i.At < last)] };
    }
}

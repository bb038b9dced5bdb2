using Candour.Clinical;

namespace Candour.Simulation;

/// <summary>Free hours of the simulated staff: weekdays, five an agreed day, a break kept free.</summary>
internal sealed class Diaries(OpenDays open)
{
    private static readonly TimeOnly[] Hours = [new(9, 0), new(10, 0), new(11, 30), new(14, 0), new(15, 0), new(16, 0)];

    private readonly HashSet<(int Staff, Moment Starts)> _taken = [];

    /// <summary>Takes the first free hour of a member of staff on or after a day, at that day's hour if it can be.</summary>
    public Moment Take(int staff, DateOnly from, Dice dice)
    {
        for (var day = from; ; day = day.AddDays(1))
        {
            if (!open.Holds(day))
                continue;
            var first = dice.Whole(0, Hours.Length - 1);
            for (var i = 0; i < Hours.Length; i++)
            {
                var starts = London.At(day, Hours[(first + i) % Hours.Length]);
                if (_taken.Add((staff, starts)))
                    return starts;
            }
        }
    }
}

/// <summary>Weekdays without the closed days.</summary>
public sealed class OpenDays(IReadOnlySet<DateOnly> closed)
{
    public bool Holds(DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !closed.Contains(day);

    public DateOnly OnOrAfter(DateOnly day)
    {
        while (!Holds(day))
            day = day.AddDays(1);
        return day;
    }
}

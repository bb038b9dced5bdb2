using Candour.CareRecord.Policies;
using Candour.Clinical;

namespace Candour.CareRecord.Appointments;

/// <summary>Times at which a clinician could see someone: opening hours, on the quarter hour, not taken.</summary>
public static class FreeSlots
{
    /// <param name="taken">Squares taken in the diary.</param>
    /// <param name="every">Minutes between offered starts: 15 for staff, 30 or 60 keep a patient's list short.</param>
    public static IEnumerable<Slot> On(DateOnly day, int minutes, OpeningHours hours, IReadOnlySet<Moment> taken, Moment earliest, int every = 30)
    {
        for (var minute = 7 * 60; minute + minutes <= 22 * 60; minute += every)
        {
            var slot = new Slot(day, new TimeOnly(minute / 60, minute % 60), minutes);
            if (slot.Starts >= earliest && slot.Wrong(earliest) is null
                && slot.IsIn(hours)
                && !Slot.Squares(slot.Starts, slot.Ends).Any(taken.Contains))
            {
                yield return slot;
            }
        }
    }

    /// <summary>Days ahead, and minutes between starts, of the times a person moves an appointment to by themselves.</summary>
    public const int DaysToMove = 21, MinutesToMove = 60;

    /// <summary>Up to 12 times a person may move an appointment to.</summary>
    public static IReadOnlyList<Slot> ToMoveTo(DateOnly today, int minutes, OpeningHours hours, IReadOnlySet<Moment> taken, Moment now) =>
        [.. Enumerable.Range(1, DaysToMove).SelectMany(d => On(today.AddDays(d), minutes, hours, taken, now, MinutesToMove)).Take(12)];

    /// <summary>Whether a time could have been among them, taken meanwhile or not: what nobody was offered is not booked.</summary>
    public static bool CouldMoveTo(Slot slot, DateOnly today, OpeningHours hours, Moment now) =>
        slot.Day > today && slot.Day <= today.AddDays(DaysToMove) && On(slot.Day, slot.Minutes, hours, System.Collections.Frozen.FrozenSet<Moment>.Empty, now, MinutesToMove).Contains(slot);
}

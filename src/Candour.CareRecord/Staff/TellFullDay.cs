namespace Candour.CareRecord.Staff;

/// <summary>A clinician tells their supervisor that a day holds more people than was agreed. Told once for each number of people.</summary>
/// <param name="To">Staff id of who covers; null: nobody is named.</param>
public sealed record TellFullDay(DateOnly Day, int People, string? To)
{
    public Decision Decide(History staff)
    {
        if (Colleague.Of(staff) is not { PeopleADay: { } agreed } || People <= agreed)
            return new DayIsNotTooFull();
        if (To is null || To == staff.Stream.Id)
            return new NobodyToTell();
        return staff.Last<FullDayTold>() is { } last && (last.Day, last.People, last.To) == (Day, People, To)
            ? Decision.AlreadySo
            : Decision.Accept(staff.Stream, new FullDayTold { Day = Day, People = People, Agreed = agreed, To = To });
    }
}

namespace Candour.Clinical;

/// <summary>Age in whole years, as English law counts: reached at the start of the birthday; born on 29 February, on 1 March in other years.</summary>
public static class Age
{
    /// <summary>Whole years on the day; negative when born after it.</summary>
    public static int On(DateOnly birth, DateOnly day) =>
        day.Year - birth.Year - (((day.Month, day.Day).CompareTo((birth.Month, birth.Day)) < 0) ? 1 : 0);
}

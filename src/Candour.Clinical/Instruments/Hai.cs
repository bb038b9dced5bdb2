namespace Candour.Clinical.Instruments;

/// <summary>HAI, short form, week version: worry about health. The sum of 18 items, not the 14-item main section.</summary>
internal static class Hai
{
    public static readonly Instrument Definition = new()
    {
        Token = "AnxietyInventory",
        Name = "HAI",
        FullName = "Health Anxiety Inventory, short form, week version",
        Measures = "worry about health",
        AdsmToken = "AnxietyInventory",
        Items = Item.Scale(18, 0, 3),
        Scoring = Scoring.Sum,
        Lowest = 0,
        Highest = 54,
        Period = "the last week",
        MissingRule = "Official score: all 18 answers.",
        Snomed = "446793008",
        Rights = "Salkovskis; permission needed for the words.",
        Source = "IAPT data set v2.1",
    };
}

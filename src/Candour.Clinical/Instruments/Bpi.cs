namespace Candour.Clinical.Instruments;

/// <summary>Brief Pain Inventory, interference: how much pain gets in the way, the seven items added up.</summary>
internal static class Bpi
{
    public static readonly Instrument Definition = new()
    {
        Token = "BPI",
        Name = "BPI",
        FullName = "Brief Pain Inventory, interference",
        Measures = "pain in the way of life",
        Items = Item.Scale(7, 0, 10),
        Scoring = Scoring.Sum,
        Lowest = 0,
        Highest = 70,
        MissingRule = "Official score: all seven answers.",
        Snomed = "443223005",
        Rights = "MD Anderson; licence needed for the words.",
        Source = "IAPT data set v2.1",
    };
}

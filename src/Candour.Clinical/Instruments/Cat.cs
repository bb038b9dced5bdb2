namespace Candour.Clinical.Instruments;

/// <summary>COPD Assessment Test.</summary>
internal static class Cat
{
    public static readonly Instrument Definition = new()
    {
        Token = "CAT",
        Name = "CAT",
        FullName = "COPD Assessment Test",
        Measures = "lung symptoms",
        Items = Item.Scale(8, 0, 5),
        Scoring = Scoring.Sum,
        Lowest = 0,
        Highest = 40,
        MissingRule = "Official score: all eight answers.",
        Snomed = "446660005",
        Rights = "GSK; permission needed for the words.",
        Source = "IAPT data set v2.1",
    };
}

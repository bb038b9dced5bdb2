namespace Candour.Clinical.Instruments;

/// <summary>CFQ-11, Chalder: tiredness. Each answer counts 0 to 3.</summary>
internal static class Cfq
{
    public static readonly Instrument Definition = new()
    {
        Token = "CFQ",
        Name = "CFQ-11",
        FullName = "Chalder Fatigue Scale, 11 items",
        Measures = "tiredness",
        AdsmToken = "CFQ",
        AdsmFrom = new(2022, 4, 1),
        Items = Item.Scale(11, 0, 3),
        Scoring = Scoring.Sum,
        Lowest = 0,
        Highest = 33,
        MissingRule = "Official score: all 11 answers.",
        Snomed = "1077511000000101",
        Rights = "Chalder; permission needed for the words.",
        Source = "IAPT data set v2.1",
    };
}

namespace Candour.Clinical.Instruments;

/// <summary>SPIN: social anxiety.</summary>
internal static class Spin
{
    public static readonly Instrument Definition = new()
    {
        Token = "SocialPhobia",
        Name = "SPIN",
        FullName = "Social Phobia Inventory",
        Measures = "social anxiety",
        AdsmToken = "SocialPhobia",
        Items = Item.Scale(17, 0, 4),
        Scoring = Scoring.Sum,
        Lowest = 0,
        Highest = 68,
        Period = "the last week",
        MissingRule = "Official score: all 17 answers.",
        Snomed = "445552006",
        Rights = "Copyright Davidson; permission needed for the words.",
        Source = "IAPT data set v2.1",
    };
}

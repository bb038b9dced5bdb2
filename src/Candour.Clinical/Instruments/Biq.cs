namespace Candour.Clinical.Instruments;

/// <summary>Body Image Questionnaire, weekly version.</summary>
internal static class Biq
{
    public static readonly Instrument Definition = new()
    {
        Token = "BIQ",
        Name = "BIQ",
        FullName = "Body Image Questionnaire, weekly",
        Measures = "worry about looks",
        AdsmToken = "BIQ",
        AdsmFrom = new(2022, 4, 1),
        Items = Item.Scale(9, 0, 8),
        Scoring = Scoring.Sum,
        Lowest = 0,
        Highest = 72,
        Period = "the last week",
        MissingRule = "Official score: all nine answers.",
        Snomed = "1128221000000100",
        Rights = "Veale; permission needed for the words.",
        Source = "IAPT data set v2.1",
    };
}

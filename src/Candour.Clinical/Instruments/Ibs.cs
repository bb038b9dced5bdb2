namespace Candour.Clinical.Instruments;

/// <summary>IBS-SSS, Francis: how bad the bowel symptoms are.</summary>
internal static class Ibs
{
    public static readonly Instrument Definition = new()
    {
        Token = "IBS",
        Name = "IBS-SSS",
        FullName = "Irritable Bowel Syndrome Severity Scoring System",
        Measures = "bowel symptoms",
        AdsmToken = "IBS",
        AdsmFrom = new(2022, 4, 1),
        Items = Item.Scale(5, 0, 100),
        Scoring = Scoring.Sum,
        Lowest = 0,
        Highest = 500,
        Bands = [new(0, 74, "below mild"), new(75, 174, "mild"), new(175, 299, "moderate"), new(300, 500, "severe")],
        MissingRule = "Official score: all five answers.",
        Snomed = "1083671000000108",
        Rights = "Francis; permission needed for the words.",
        Source = "IAPT data set v2.1",
    };
}

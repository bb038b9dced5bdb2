namespace Candour.Clinical.Instruments;

/// <summary>PDSS, self-report: panic.</summary>
internal static class Pdss
{
    public static readonly Instrument Definition = new()
    {
        Token = "PanicDisorder",
        Name = "PDSS",
        FullName = "Panic Disorder Severity Scale, self-report",
        Measures = "panic",
        AdsmToken = "PanicDisorder",
        Items = Item.Scale(7, 0, 4),
        Scoring = Scoring.Sum,
        Lowest = 0,
        Highest = 28,
        Period = "the last week",
        MissingRule = "Official score: all seven answers.",
        Snomed = "450326007",
        Rights = "Copyright Shear; permission needed for the words.",
        Source = "IAPT data set v2.1",
    };
}

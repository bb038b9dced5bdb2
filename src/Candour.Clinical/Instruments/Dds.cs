namespace Candour.Clinical.Instruments;

/// <summary>Diabetes Distress Scale: the mean of 17 answers in tenths (before v2.1 the total, 17 to 102).</summary>
internal static class Dds
{
    public static readonly Instrument Definition = new()
    {
        Token = "DDS",
        Name = "DDS",
        FullName = "Diabetes Distress Scale, 17 items",
        Measures = "strain of diabetes",
        Items = Item.Scale(17, 1, 6),
        Scoring = Scoring.MeanInTenths,
        Lowest = 10,
        Highest = 60,
        Period = "the last month",
        MissingRule = "Official score: all 17 answers.",
        Snomed = "910931000000101",
        Rights = "Licence needed for the words.",
        Source = "IAPT data set v2.1",
    };
}

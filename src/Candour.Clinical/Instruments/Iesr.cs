namespace Candour.Clinical.Instruments;

/// <summary>IES-R: the measure of post-traumatic stress before PCL-5. For data before September 2020 only.</summary>
internal static class Iesr
{
    public static readonly Instrument Definition = new()
    {
        Token = "IESR",
        Name = "IES-R",
        FullName = "Impact of Event Scale, revised",
        Measures = "trauma",
        AdsmToken = "PTSD",
        UsedTo = new(2020, 8, 31),
        Items = Item.Scale(22, 0, 4),
        Scoring = Scoring.Sum,
        Lowest = 0,
        Highest = 88,
        Period = "the last week",
        MissingRule = "Official score: all 22 answers.",
        Rights = "Weiss; permission needed for the words.",
        Source = "Clark 2018; not re-checked",
    };
}

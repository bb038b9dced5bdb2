namespace Candour.Clinical.Instruments;

/// <summary>The programme's old phobia scale: three single answers, each with its own cut-off. Not carried in data set v2.1.</summary>
internal static class PhobiaScale
{
    public static readonly Instrument Definition = new()
    {
        Token = "Phobia",
        Name = "Phobia scale",
        FullName = "IAPT phobia scale, three single items",
        Measures = "phobias",
        UsedTo = new(2022, 3, 31),
        Items =
        [
            new(1, 0, 8) { Topic = "social situations" },
            new(2, 0, 8) { Topic = "panic and places hard to leave" },
            new(3, 0, 8) { Topic = "one particular thing" },
        ],
        Scoring = Scoring.None,
        Lowest = 0,
        Highest = 8,
        MissingRule = "Each answer stands alone; there is no total.",
        Rights = "Programme form, Crown copyright; to be checked before the words are shipped.",
        Source = "IAPT data handbook, historic",
    };
}

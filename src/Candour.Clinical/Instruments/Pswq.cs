namespace Candour.Clinical.Instruments;

/// <summary>PSWQ: worry. Five items count from the other end. Local use; never a disorder measure in v2.1.</summary>
internal static class Pswq
{
    public static readonly Instrument Definition = new()
    {
        Token = "PSWQ",
        Name = "PSWQ",
        FullName = "Penn State Worry Questionnaire",
        Measures = "worry",
        Items = [.. Item.Scale(16, 1, 5).Select(i => i with { Reversed = i.Number is 1 or 3 or 8 or 10 or 11 })],
        Scoring = Scoring.Sum,
        Lowest = 16,
        Highest = 80,
        MissingRule = "Official score: all 16 answers.",
        Snomed = "446517006",
        Rights = "Meyer and colleagues; usually free, to be checked before the words are shipped.",
        Source = "IAPT data set v2.1",
    };
}

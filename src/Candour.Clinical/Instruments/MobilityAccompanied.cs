namespace Candour.Clinical.Instruments;

/// <summary>Mobility Inventory, accompanied: the same places with somebody. Informative, no cut-off.</summary>
internal static class MobilityAccompanied
{
    public static readonly Instrument Definition = new()
    {
        Token = "AgoraAccom",
        Name = "Mobility Inventory, accompanied",
        FullName = "Mobility Inventory for Agoraphobia, accompanied",
        Measures = "avoided places",
        Items = [.. Item.Scale(26, 1, 5).Select(i => i with { MayNotApply = true })],
        Scoring = Scoring.MeanInHundredths,
        Lowest = 100,
        Highest = 500,
        MissingRule = "Mean of the places that apply, two decimals, half up. Every one of the 26 named places is answered or marked as not applying.",
        Snomed = "473354003",
        Rights = "Chambless; permission needed for the words.",
        Source = "IAPT data set v2.1",
    };
}

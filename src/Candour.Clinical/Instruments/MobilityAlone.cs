namespace Candour.Clinical.Instruments;

/// <summary>Mobility Inventory, alone: places avoided when alone. A mean in hundredths; the only cut-off that is strict.</summary>
internal static class MobilityAlone
{
    public static readonly Instrument Definition = new()
    {
        Token = "AgoraAlone",
        Name = "Mobility Inventory, alone",
        FullName = "Mobility Inventory for Agoraphobia, alone",
        Measures = "avoided places",
        AdsmToken = "AgoraAlone",
        Items = [.. Item.Scale(26, 1, 5).Select(i => i with { MayNotApply = true })],
        Scoring = Scoring.MeanInHundredths,
        Lowest = 100,
        Highest = 500,
        MissingRule = "Mean of the places that apply, two decimals, half up. Every one of the 26 named places is answered or marked as not applying.",
        Snomed = "473355002",
        Rights = "Chambless; permission needed for the words.",
        Source = "IAPT data set v2.1",
    };
}

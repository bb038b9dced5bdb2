namespace Candour.Clinical.Instruments;

/// <summary>OCI: obsessions and compulsions, the distress scale of the 42-item form.</summary>
internal static class Oci
{
    public static readonly Instrument Definition = new()
    {
        Token = "OCD",
        Name = "OCI",
        FullName = "Obsessive-Compulsive Inventory, 42 items, distress",
        Measures = "obsessions and compulsions",
        AdsmToken = "OCD",
        Items = Item.Scale(42, 0, 4),
        Scoring = Scoring.Sum,
        Lowest = 0,
        Highest = 168,
        Period = "the last month",
        MissingRule = "Official score: all 42 answers.",
        Snomed = "450324005",
        Rights = "Foa and colleagues; permission needed for the words.",
        Source = "IAPT data set v2.1",
    };
}

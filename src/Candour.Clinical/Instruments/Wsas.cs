namespace Candour.Clinical.Instruments;

/// <summary>WSAS: how much the problem gets in the way, in five parts of life. Each part is returned by itself.</summary>
internal static class Wsas
{
    public static readonly Instrument Definition = new()
    {
        Token = "WSAS",
        Name = "WSAS",
        FullName = "Work and Social Adjustment Scale",
        Measures = "getting on with life",
        Items =
        [
            new(1, 0, 8) { Topic = "work", MayNotApply = true, NotApplicableCode = "9", Snomed = "932621000000100", Token = "WASAS_Work" },
            new(2, 0, 8) { Topic = "home management", Snomed = "932581000000100", Token = "WASAS_HomeManagement" },
            new(3, 0, 8) { Topic = "social leisure", Snomed = "932611000000106", Token = "WASAS_SocialLeisureActivities" },
            new(4, 0, 8) { Topic = "private leisure", Snomed = "932591000000103", Token = "WASAS_PrivateLeisureActivities" },
            new(5, 0, 8) { Topic = "relationships", Snomed = "932601000000109", Token = "WASAS_Relationships" },
        ],
        Scoring = Scoring.ItemByItem,
        Lowest = 0,
        Highest = 40,
        Bands = [new(0, 9, "below significant"), new(10, 20, "significant"), new(21, 40, "moderately severe or worse")],
        MissingRule = "Each part is official by itself. Total for information: all five, or five times the mean of four when work does not apply (answer 9).",
        Rights = "Free for clinical and research use, the author asks for citation; words to be checked before they are shipped.",
        Source = "IAPT data set v2.1; Mundt and colleagues 2002",
    };
}

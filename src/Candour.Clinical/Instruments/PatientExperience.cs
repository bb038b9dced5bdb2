namespace Candour.Clinical.Instruments;

/// <summary>
/// The two patient experience forms. Higher is better, no total, no outcome flag. Topics are ours; the words of the form
/// come from the official form once its licence is checked. Sent so that no member of staff sees one person's answers.
/// </summary>
internal static class PatientExperience
{
    private const string Rights = "Crown copyright; words to be checked against the official form before they are shipped.";

    private const string Alone = "Each answer stands alone; there is no total, and a form with gaps still counts.";

    public static readonly Instrument Treatment = new()
    {
        Token = "PEQT",
        Name = "Patient experience, treatment",
        FullName = "Patient experience questionnaire, treatment",
        Measures = "how treatment was",
        Items =
        [
            Never("staff listened and took concerns seriously", "747901000000107", 1),
            Never("helped to understand and address difficulties", "747911000000109", 2),
            Never("involved in choices", "747921000000103", 3),
            Never("got the help that mattered", "747931000000101", 4),
            Never("confidence in the therapist", "747941000000105", 5),
            Never("help with employment needs", "747951000000108", 6) with { MayNotApply = true },
        ],
        Scoring = Scoring.None,
        Lowest = 0,
        Highest = 4,
        HigherIsWorse = false,
        MissingRule = Alone,
        Rights = Rights,
        Source = "IAPT data set v2.1",
    };

    public static readonly Instrument Assessment = new()
    {
        Token = "PEQA",
        Name = "Patient experience, assessment",
        FullName = "Patient experience questionnaire, assessment",
        Measures = "how assessment was",
        Items =
        [
            new(1, 0, 1) { YesNo = true, Topic = "given information about options", Snomed = "747861000000100" },
            new(2, 0, 1) { YesNo = true, Topic = "prefers any of them", Snomed = "747871000000107" },
            new(3, 0, 1) { YesNo = true, MayNotApply = true, Topic = "offered the preferred one", Snomed = "747881000000109" },
            new(4, 0, 1) { YesNo = true, MayNotApply = true, Topic = "employment needs covered", Snomed = "904691000000103" },
            new(5, 0, 4) { Topic = "satisfied with the assessment", Snomed = "747891000000106" },
        ],
        Scoring = Scoring.None,
        Lowest = 0,
        Highest = 4,
        HigherIsWorse = false,
        MissingRule = Alone,
        Rights = Rights,
        Source = "IAPT data set v2.1",
    };

    /// <summary>0 never to 4 all of the time.</summary>
    private static Item Never(string topic, string snomed, int number) => new(number, 0, 4) { Topic = topic, Snomed = snomed };
}

namespace Candour.Clinical.Instruments;

/// <summary>PHQ-9: low mood over the last two weeks. Item 9 asks about thoughts of being better off dead or of self-harm.</summary>
internal static class Phq9
{
    /// <summary>How often in two weeks: the answers of PHQ-9 and GAD-7.</summary>
    public static readonly IReadOnlyList<Choice> HowOften =
    [
        new(0, "Not at all"),
        new(1, "Several days"),
        new(2, "More than half the days"),
        new(3, "Nearly every day"),
    ];

    public const string MadeBy =
        "Developed by Drs Robert L. Spitzer, Janet B.W. Williams, Kurt Kroenke and colleagues, with an educational grant from Pfizer Inc.";

    public const string Permission = "No permission required to reproduce, translate, display or distribute.";

    public static readonly Instrument Definition = new()
    {
        Token = "PHQ9",
        Name = "PHQ-9",
        FullName = "Patient Health Questionnaire, nine items",
        Measures = "low mood",
        Items = [.. Item.Scale(8, 0, 3), new Item(9, 0, 3) { Safety = true }],
        Scoring = Scoring.Sum,
        Lowest = 0,
        Highest = 27,
        Period = "the last 2 weeks",
        Bands =
        [
            new(0, 4, "minimal"),
            new(5, 9, "mild"),
            new(10, 14, "moderate"),
            new(15, 19, "moderately severe"),
            new(20, 27, "severe"),
        ],
        EstimateWithMissing = 2,
        MissingRule = "Official score: all nine answers. With one or two missing clinicians may see nine times the mean of the rest, marked as an estimate.",
        Snomed = "720433000",
        LoincPanel = "44249-1",
        LoincTotal = "44261-6",
        Rights = "Free: no permission needed to reproduce, translate, display or distribute (Pfizer).",
        Source = "IAPT data set v2.1; Kroenke, Spitzer and Williams 2001",
        Wording = new()
        {
            Instrument = "PHQ9",
            Version = "1",
            Language = "en-GB",
            Stem = "Over the last 2 weeks, how often have you been bothered by any of the following problems?",
            Choices = HowOften,
            Items =
            [
                new(1, "Little interest or pleasure in doing things"),
                new(2, "Feeling down, depressed, or hopeless"),
                new(3, "Trouble falling or staying asleep, or sleeping too much"),
                new(4, "Feeling tired or having little energy"),
                new(5, "Poor appetite or overeating"),
                new(6, "Feeling bad about yourself – or that you are a failure or have let yourself or your family down"),
                new(7, "Trouble concentrating on things, such as reading the newspaper or watching television"),
                new(8, "Moving or speaking so slowly that other people could have noticed. Or the opposite – being so fidgety or restless that you have been moving around a lot more than usual"),
                new(9, "Thoughts that you would be better off dead, or of hurting yourself in some way"),
            ],
            After = new(
                "If you checked off any problems, how difficult have these problems made it for you to do your work, take care of things at home, or get along with other people?",
                [new(0, "Not difficult at all"), new(1, "Somewhat difficult"), new(2, "Very difficult"), new(3, "Extremely difficult")]),
            Source = MadeBy,
            Permission = Permission,
        },
    };
}

namespace Candour.Clinical.Instruments;

/// <summary>PHQ-15: bodily symptoms over the last four weeks. Item 4 is asked of women only and may not apply.</summary>
internal static class Phq15
{
    private static readonly IReadOnlyList<Choice> HowMuch =
        [new(0, "Not bothered at all"), new(1, "Bothered a little"), new(2, "Bothered a lot")];

    public static readonly Instrument Definition = new()
    {
        Token = "PHQ15",
        Name = "PHQ-15",
        FullName = "Patient Health Questionnaire, fifteen bodily symptoms",
        Measures = "bodily symptoms",
        AdsmToken = "MUS",
        AdsmFrom = new(2022, 4, 1),
        Items = [.. Item.Scale(15, 0, 2).Select(i => i with { MayNotApply = i.Number == 4 })],
        Scoring = Scoring.Sum,
        Lowest = 0,
        Highest = 30,
        Period = "the past 4 weeks",
        MissingRule = "Official score: all fifteen answers; item 4 may be marked as not applying and then adds nothing.",
        Snomed = "1065441000000103",
        Rights = "Free: no permission needed to reproduce, translate, display or distribute (Pfizer).",
        Source = "IAPT data set v2.1; Kroenke, Spitzer and Williams 2002",
        Wording = new()
        {
            Instrument = "PHQ15",
            Version = "1",
            Language = "en-GB",
            Stem = "During the past 4 weeks, how much have you been bothered by any of the following problems?",
            Choices = HowMuch,
            Items =
            [
                new(1, "Stomach pain"),
                new(2, "Back pain"),
                new(3, "Pain in your arms, legs, or joints (knees, hips, etc.)"),
                new(4, "Menstrual cramps or other problems with your periods (women only)", [.. HowMuch, new(Item.NotApplicable, "Does not apply to me")]),
                new(5, "Headaches"),
                new(6, "Chest pain"),
                new(7, "Dizziness"),
                new(8, "Fainting spells"),
                new(9, "Feeling your heart pound or race"),
                new(10, "Shortness of breath"),
                new(11, "Pain or problems during sexual intercourse"),
                new(12, "Constipation, loose bowels, or diarrhea"),
                new(13, "Nausea, gas, or indigestion"),
                new(14, "Feeling tired or having low energy"),
                new(15, "Trouble sleeping"),
            ],
            Source = Phq9.MadeBy,
            Permission = Phq9.Permission,
        },
    };
}

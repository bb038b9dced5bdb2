namespace Candour.Clinical.Instruments;

/// <summary>GAD-7: anxiety over the last two weeks. The measure of every problem that has none of its own.</summary>
internal static class Gad7
{
    public static readonly Instrument Definition = new()
    {
        Token = "GAD7",
        Name = "GAD-7",
        FullName = "Generalised Anxiety Disorder scale, seven items",
        Measures = "anxiety",
        AdsmToken = "GAD7",
        Items = Item.Scale(7, 0, 3),
        Scoring = Scoring.Sum,
        Lowest = 0,
        Highest = 21,
        Period = "the last 2 weeks",
        Bands = [new(0, 4, "minimal"), new(5, 9, "mild"), new(10, 14, "moderate"), new(15, 21, "severe")],
        EstimateWithMissing = 1,
        MissingRule = "Official score: all seven answers. With one missing clinicians may see seven times the mean of the rest, marked as an estimate.",
        Snomed = "445455005",
        LoincPanel = "69737-5",
        LoincTotal = "70274-6",
        Rights = "Free: no permission needed to reproduce, translate, display or distribute (Pfizer).",
        Source = "IAPT data set v2.1; Spitzer, Kroenke, Williams and Löwe 2006",
        Wording = new()
        {
            Instrument = "GAD7",
            Version = "1",
            Language = "en-GB",
            Stem = "Over the last 2 weeks, how often have you been bothered by the following problems?",
            Choices = Phq9.HowOften,
            Items =
            [
                new(1, "Feeling nervous, anxious or on edge"),
                new(2, "Not being able to stop or control worrying"),
                new(3, "Worrying too much about different things"),
                new(4, "Trouble relaxing"),
                new(5, "Being so restless that it is hard to sit still"),
                new(6, "Becoming easily annoyed or irritable"),
                new(7, "Feeling afraid as if something awful might happen"),
            ],
            Source = Phq9.MadeBy,
            Permission = Phq9.Permission,
        },
    };
}

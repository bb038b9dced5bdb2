namespace Candour.Clinical.Instruments;

/// <summary>iPCQ questions 7 to 9: work missed and work hindered.</summary>
internal static class Ipcq
{
    public static readonly Instrument Definition = new()
    {
        Token = "IPCQ",
        Name = "iPCQ 7 to 9",
        FullName = "iMTA Productivity Cost Questionnaire, questions 7 to 9",
        Measures = "work",
        Items =
        [
            new(1, 0, 1) { YesNo = true, Topic = "missed work for illness", Snomed = "748161000000109" },
            new(2, 0, 28) { Topic = "days missed in four weeks", Snomed = "760741000000102" },
            new(3, 0, 10) { Topic = "how much work was hindered", Snomed = "761051000000105" },
        ],
        Scoring = Scoring.None,
        Lowest = 0,
        Highest = 28,
        Period = "the last 4 weeks",
        MissingRule = "Each answer stands alone; there is no total.",
        Rights = "iMTA; licence needed for the words.",
        Source = "IAPT data set v2.1",
    };
}

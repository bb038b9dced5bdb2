namespace Candour.CareRecord.Referrals;

/// <summary>
/// Languages offered in forms, by ISO 639-1, and the national data set's own q1 to q5 for ways of talking that are no
/// spoken language. Any other ISO code may be typed by staff and is kept.
/// </summary>
public static class Languages
{
    public static IReadOnlyList<(string Code, string Name)> Offered { get; } =
    [
        ("en", "English"), ("ar", "Arabic"), ("bn", "Bengali"), ("zh", "Chinese"), ("fa", "Farsi"), ("fr", "French"), ("de", "German"),
        ("gu", "Gujarati"), ("hi", "Hindi"), ("it", "Italian"), ("ku", "Kurdish"), ("lt", "Lithuanian"), ("pl", "Polish"),
        ("pt", "Portuguese"), ("pa", "Punjabi"), ("ro", "Romanian"), ("ru", "Russian"), ("so", "Somali"), ("es", "Spanish"),
        ("ta", "Tamil"), ("tr", "Turkish"), ("uk", "Ukrainian"), ("ur", "Urdu"), ("vi", "Vietnamese"), ("cy", "Welsh"), ("yo", "Yoruba"),
        ("q4", "British Sign Language"), ("q1", "Braille"), ("q2", "American Sign Language"), ("q3", "Australian Sign Language"), ("q5", "Makaton"),
    ];

    private static readonly Dictionary<string, string> Names = Offered.ToDictionary(l => l.Code, l => l.Name);

    public static string NameOf(string code) => Names.GetValueOrDefault(code, code);

    /// <summary>Two letters, or q1 to q5.</summary>
    public static bool IsCode(string? code) =>
        code is { Length: 2 } && ((char.IsAsciiLetterLower(code[0]) && char.IsAsciiLetterLower(code[1])) || (code[0] == 'q' && code[1] is >= '1' and <= '5'));
}

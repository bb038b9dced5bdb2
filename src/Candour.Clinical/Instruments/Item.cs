namespace Candour.Clinical.Instruments;

/// <summary>One question of an instrument: which answers are possible and how they count. Its words are in <see cref="Wording"/>.</summary>
/// <param name="Number">1, 2, 3 … as printed on the form.</param>
/// <param name="Lowest">Lowest possible answer.</param>
/// <param name="Highest">Highest possible answer.</param>
public sealed record Item(int Number, int Lowest, int Highest)
{
    /// <summary>The answer that says "this does not apply to me": given, but never a score.</summary>
    public const int NotApplicable = 9;

    /// <summary>What it asks about in our own words, for staff; never shown as the question.</summary>
    public string? Topic { get; init; }

    /// <summary>Answered yes (1) or no (0).</summary>
    public bool YesNo { get; init; }

    /// <summary>How the national data set writes <see cref="NotApplicable"/>.</summary>
    public string NotApplicableCode { get; init; } = "NA";

    /// <summary>Counts from the other end: lowest + highest - answer.</summary>
    public bool Reversed { get; init; }

    /// <summary>Whether <see cref="NotApplicable"/> may be answered.</summary>
    public bool MayNotApply { get; init; }

    /// <summary>Any answer above the lowest opens a risk task at once (PHQ-9 item 9).</summary>
    public bool Safety { get; init; }

    /// <summary>The SNOMED CT code where the item is returned by itself (WSAS, patient experience); else null.</summary>
    public string? Snomed { get; init; }

    /// <summary>The national token of an item returned by itself, as WASAS_Work; else null.</summary>
    public string? Token { get; init; }

    /// <summary>Whether this answer can be given.</summary>
    public bool Allows(int answer) =>
        (answer >= Lowest && answer <= Highest) || (MayNotApply && answer == NotApplicable);

    /// <summary>Whether this answer must open a risk task: on a safety item, anything but the lowest.</summary>
    public bool RaisesConcern(int answer) => Safety && answer > Lowest;

    /// <summary>The answer as the national data set writes it: a number, Y, N or NA.</summary>
    public string NationalText(int answer) =>
        MayNotApply && answer == NotApplicable ? NotApplicableCode
        : YesNo ? (answer == 1 ? "Y" : "N")
        : answer.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The answer as it counts, with reversed items turned round.</summary>
    internal int Counted(int answer) => Reversed ? Lowest + Highest - answer : answer;

    /// <summary>Items 1 to <paramref name="count"/>, all on the same scale.</summary>
    internal static IReadOnlyList<Item> Scale(int count, int lowest, int highest) =>
        [.. Enumerable.Range(1, count).Select(n => new Item(n, lowest, highest))];
}

/// <summary>A possible answer and its words.</summary>
public sealed record Choice(int Value, string Text);

namespace Candour.Clinical.Instruments;

/// <summary>
/// The words of one version of an instrument in one language. Immutable: another translation or a mended comma is another
/// wording with its own version. Shipped only where the owner allows it; others are read from a licensed provider's file
/// with an importer.
/// </summary>
public sealed record Wording
{
    /// <summary>Token of the instrument.</summary>
    public required string Instrument { get; init; }

    /// <summary>Version of these words, as "1" or "2018-06".</summary>
    public required string Version { get; init; }

    /// <summary>BCP 47 language, as "en-GB".</summary>
    public required string Language { get; init; }

    /// <summary>Read once before the first question; null when the form has none.</summary>
    public string? Instructions { get; init; }

    /// <summary>The stem, shown over every question.</summary>
    public required string Stem { get; init; }

    public required IReadOnlyList<ItemWording> Items { get; init; }

    /// <summary>The answers where every question has the same ones. Values without words are shown as numbers.</summary>
    public required IReadOnlyList<Choice> Choices { get; init; }

    /// <summary>A question after the last that is asked and kept but never scored; null when there is none.</summary>
    public UnscoredQuestion? After { get; init; }

    /// <summary>Who made it, shown under the form.</summary>
    public required string Source { get; init; }

    /// <summary>The permission under which it is shown, shown under the form.</summary>
    public required string Permission { get; init; }

    /// <summary>
    /// Stands in where no words may be shown: staff copy numbered answers from the paper form the service holds. Never shown
    /// to the person.
    /// </summary>
    public static Wording FromPaper(Instrument instrument) => new()
    {
        Instrument = instrument.Token,
        Version = "paper",
        Language = "en-GB",
        Stem = $"Copy the answers from the paper form of {instrument.Name}",
        Choices = Numbers(instrument.Items[0]),
        Items = [.. instrument.Items.Select(i => new ItemWording(i.Number, i.Topic is { } topic ? $"Question {i.Number}: {topic}" : $"Question {i.Number}", Numbers(i)))],
        Source = instrument.Source,
        Permission = instrument.Rights,
    };

    /// <summary>Words of the question, 1 to the number of items.</summary>
    public ItemWording Item(int number) => Items[number - 1];

    /// <summary>The answers of one question: its own, or those common to all.</summary>
    public IReadOnlyList<Choice> ChoicesOf(int number) => Item(number).Choices ?? Choices;

    private static IReadOnlyList<Choice> Numbers(Item item) =>
    [
        .. Enumerable.Range(item.Lowest, item.Highest - item.Lowest + 1)
            .Select(value => new Choice(value, item.YesNo ? (value == 1 ? "Yes" : "No") : value.ToString(System.Globalization.CultureInfo.InvariantCulture))),
        .. item.MayNotApply ? new[] { new Choice(Instruments.Item.NotApplicable, "Does not apply") } : [],
    ];
}

/// <summary>The words of one question, with its own answers where they differ from the common ones.</summary>
public sealed record ItemWording(int Number, string Text, IReadOnlyList<Choice>? Choices = null);

/// <summary>A question that follows the scored ones and never counts.</summary>
public sealed record UnscoredQuestion(string Text, IReadOnlyList<Choice> Choices);

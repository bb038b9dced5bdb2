using System.Globalization;

namespace Candour.Clinical.Instruments;

/// <summary>
/// Reads the words of an instrument from a text file that a licensed provider supplies. One field a line, name and value
/// parted by a colon; lines that start with # are notes; order is free except that answers of one question follow it.
/// <code>
/// instrument: SocialPhobia
/// version: 1
/// language: en-GB
/// source: who made it
/// permission: the licence it is shown under
/// stem: the words over every question
/// answer 0: words of the answer with value 0
/// item 1: words of question 1
/// item 1 answer 0: words, where this question has its own answers
/// </code>
/// </summary>
public static class WordingFile
{
    private static readonly string[] Once = ["instrument", "version", "language", "source", "permission", "instructions", "stem"];

    /// <summary>The words, or every fault with its line. Pure: the caller reads the file and stores the result.</summary>
    public static WordingResult Parse(string text)
    {
        var faults = new List<WordingFault>();
        var fields = new Dictionary<string, (int Line, string Value)>();
        var line = 0;
        foreach (var raw in text.Split('\n'))
        {
            line++;
            var trimmed = raw.Trim();
            if (trimmed.Length == 0 || trimmed[0] == '#')
                continue;
            var colon = trimmed.IndexOf(':', StringComparison.Ordinal);
            var name = colon < 0 ? "" : string.Join(' ', trimmed[..colon].ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries));
            var value = colon < 0 ? "" : trimmed[(colon + 1)..].Trim();
            if (colon < 0)
                faults.Add(new(line, "", "Write a name, a colon and the words"));
            else if (!Once.Contains(name) && AnswerOrItem(name) is null)
                faults.Add(new(line, name, "This name is not known"));
            else if (value.Length == 0)
                faults.Add(new(line, name, "The words are missing"));
            else if (!fields.TryAdd(name, (line, value)))
                faults.Add(new(line, name, $"Given before, in line {fields[name].Line}"));
        }

        foreach (var needed in Once.Where(n => n != "instructions" && !fields.ContainsKey(n)))
            faults.Add(new(0, needed, "Missing"));
        if (!fields.TryGetValue("instrument", out var token))
            return new(null, faults);
        if (!Instrument.TryFind(token.Value, out var instrument))
            return new(null, [.. faults, new(token.Line, "instrument", $"No instrument has the token '{token.Value}'")]);
        CheckItems(instrument, fields, faults);
        return faults.Count > 0 ? new(null, [.. faults.OrderBy(f => f.Line)]) : new(Build(instrument, fields), []);
    }

    private static void CheckItems(Instrument instrument, Dictionary<string, (int Line, string Value)> fields, List<WordingFault> faults)
    {
        foreach (var item in instrument.Items.Where(i => !fields.ContainsKey($"item {i.Number}")))
            faults.Add(new(0, $"item {item.Number}", $"Missing: {instrument.Name} has {instrument.Items.Count} questions"));
        foreach (var (name, (line, _)) in fields)
        {
            if (AnswerOrItem(name) is not { } parts)
                continue;
            var (number, answer) = parts;
            if (number is { } n && (n < 1 || n > instrument.Items.Count))
                faults.Add(new(line, name, $"{instrument.Name} has {instrument.Items.Count} questions"));
            else if (answer is { } value && !instrument.Items.Any(i => (number is null || i.Number == number) && i.Allows(value)))
                faults.Add(new(line, name, $"{value} is no answer of this form"));
        }
    }

    private static Wording Build(Instrument instrument, Dictionary<string, (int Line, string Value)> fields) => new()
    {
        Instrument = instrument.Token,
        Version = fields["version"].Value,
        Language = fields["language"].Value,
        Instructions = fields.TryGetValue("instructions", out var instructions) ? instructions.Value : null,
        Stem = fields["stem"].Value,
        Choices = Choices(instrument.Items[0], null, fields),
        Items = [.. instrument.Items.Select(item => new ItemWording(
            item.Number,
            fields[$"item {item.Number}"].Value,
            OwnChoices(item, instrument, fields)))],
        Source = fields["source"].Value,
        Permission = fields["permission"].Value,
    };

    private static IReadOnlyList<Choice>? OwnChoices(Item item, Instrument instrument, Dictionary<string, (int Line, string Value)> fields)
    {
        var hasOwn = fields.Keys.Any(name => AnswerOrItem(name) is ({ } number, not null) && number == item.Number);
        var first = instrument.Items[0];
        var differs = item.MayNotApply != first.MayNotApply || item.Lowest != first.Lowest || item.Highest != first.Highest;
        return hasOwn || differs ? Choices(item, hasOwn ? item.Number : null, fields) : null;
    }

    /// <summary>Every answer the item allows; those without words in the file are shown as their number.</summary>
    private static IReadOnlyList<Choice> Choices(Item item, int? number, Dictionary<string, (int Line, string Value)> fields)
    {
        var prefix = number is null ? "" : $"item {number} ";
        var values = Enumerable.Range(item.Lowest, item.Highest - item.Lowest + 1);
        if (item.MayNotApply)
            values = values.Append(Item.NotApplicable);
        return [.. values.Select(value => new Choice(value, Text(value)))];

        string Text(int value) =>
            fields.TryGetValue($"{prefix}answer {value}", out var own) ? own.Value
            : item.MayNotApply && value == Item.NotApplicable ? "Does not apply to me"
            : value.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>"answer 2" is (null, 2), "item 4" is (4, null), "item 4 answer 2" is (4, 2); anything else null.</summary>
    private static (int? Item, int? Answer)? AnswerOrItem(string name) => name.Split(' ') switch
    {
        ["answer", var a] when Number(a, out var answer) => (null, answer),
        ["item", var i] when Number(i, out var item) => (item, null),
        ["item", var i, "answer", var a] when Number(i, out var item) && Number(a, out var answer) => (item, answer),
        _ => null,
    };

    private static bool Number(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}

/// <summary>What reading a wording file gave: the words, or the faults.</summary>
public sealed record WordingResult(Wording? Wording, IReadOnlyList<WordingFault> Faults);

/// <summary>A fault in a wording file. Line 0: something is missing from the file.</summary>
public sealed record WordingFault(int Line, string Field, string Message);

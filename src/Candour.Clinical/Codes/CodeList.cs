using System.Collections.Frozen;

namespace Candour.Clinical.Codes;

/// <summary>
/// A national code list as the data set prints it: the table <c>codes.csv</c> beside this file, each row with its source.
/// S1 to S10 name the public sources (NHS England code library, NHS Data Dictionary, metadata of the publications).
/// </summary>
public sealed class CodeList
{
    /// <summary>The words people are shown, where the official label is a sentence for a form: the table <c>plain.csv</c>, our own.</summary>
    private static readonly FrozenDictionary<(string List, string Code), string> PlainWords =
        Csv.Embedded("plain.csv").ToFrozenDictionary(row => (row["list"], row["code"]), row => row["words"]);

    private static readonly FrozenDictionary<string, CodeList> ByName =
        Csv.Embedded("codes.csv")
            .GroupBy(row => row["list"], row => NationalCode.Read(row, PlainWords.GetValueOrDefault((row["list"], row["code"]))))
            .Select(group => new CodeList(group.Key, [.. group]))
            .Append(new CodeList("accommodation_type", [])) // known to exist; none of its codes is printed in our sources
            .ToFrozenDictionary(list => list.Name);

    /// <summary>Lists of which the sources print only a part: another code may be right and is never refused.</summary>
    private static readonly FrozenSet<string> Open =
        ["accommodation_type", "long_term_condition", "presenting_complaint", "social_personal_circumstance"];

    private readonly FrozenDictionary<string, NationalCode> _byCode;

    private CodeList(string name, IReadOnlyList<NationalCode> codes)
    {
        Name = name;
        Codes = codes;
        _byCode = codes.ToFrozenDictionary(c => c.Code);
    }

    public static IReadOnlyList<CodeList> All => [.. ByName.Values.OrderBy(l => l.Name, StringComparer.Ordinal)];

    public string Name { get; }

    public IReadOnlyList<NationalCode> Codes { get; }

    /// <summary>False when the sources print only a part of the list.</summary>
    public bool IsClosed => !Open.Contains(Name);

    /// <summary>The list of this name. Throws for an unknown one: names come from code, not from people.</summary>
    public static CodeList Find(string name) =>
        ByName.TryGetValue(name, out var list) ? list : throw new KeyNotFoundException($"No code list is called '{name}'.");

    /// <summary>The codes that may be used on a day.</summary>
    public IEnumerable<NationalCode> On(DateOnly day) => Codes.Where(c => c.HoldsOn(day));

    /// <summary>The code exactly as written, or by its beginning where the list prints a family (F42%); else null.</summary>
    public NationalCode? this[string code] =>
        _byCode.TryGetValue(code, out var found) ? found : Codes.FirstOrDefault(c => c.IsFamilyOf(code));

    public bool Knows(string code) => this[code] is not null;

    /// <summary>Whether the code may be used on a day.</summary>
    public bool Knows(string code, DateOnly day) => this[code] is { } found && found.HoldsOn(day);

    /// <summary>The official label. Throws for a code the list does not hold.</summary>
    public string LabelOf(string code) =>
        this[code]?.Label ?? throw new KeyNotFoundException($"'{code}' is not in the list {Name}.");

    /// <summary>
    /// Reads a code from a file, where blanks, small letters and lost or added leading zeros occur (2 for 02, 05 for 5).
    /// Null when it is in no such form in the list.
    /// </summary>
    public string? Read(string? text)
    {
        if (text is null)
            return null;
        var tidy = text.Trim().ToUpperInvariant();
        return _byCode.ContainsKey(tidy) ? tidy
            : _byCode.ContainsKey("0" + tidy) ? "0" + tidy
            : tidy.Length > 1 && tidy[0] == '0' && _byCode.ContainsKey(tidy[1..]) ? tidy[1..]
            : null;
    }
}

/// <summary>One code of a national list.</summary>
/// <param name="Code">As sent. A code that ends with % stands for all that begin so.</param>
/// <param name="Label">The official label.</param>
/// <param name="Group">Heading or range the publications use; may be empty.</param>
/// <param name="From">First day; null: since ever.</param>
/// <param name="To">Last day; null: still.</param>
public sealed record NationalCode(
    string Code, string Label, string Group, DateOnly? From, DateOnly? To, string Certainty, string Source, string Note)
{
    /// <summary>What people are shown: plain words where we have some, else the official label.</summary>
    public string Plain { get; init; } = Label;

    public bool HoldsOn(DateOnly day) => (From is null || day >= From) && (To is null || day <= To);

    internal bool IsFamilyOf(string code) =>
        Code.EndsWith('%') && code.StartsWith(Code.AsSpan(0, Code.Length - 1), StringComparison.Ordinal);

    internal static NationalCode Read(IReadOnlyDictionary<string, string> row, string? plain) => new(
        row["code"], row["label"], row["group"], Csv.Day(row["from"]), Csv.Day(row["to"]),
        row["certainty"], row["source"], row["note"]) { Plain = plain ?? row["label"] };
}

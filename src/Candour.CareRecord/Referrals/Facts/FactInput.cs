using System.Globalization;
using System.Text.RegularExpressions;
using Candour.Clinical;
using Candour.Clinical.Codes;

namespace Candour.CareRecord.Referrals.Facts;

/// <summary>What somebody typed for a fact. Reading a value writes down what is wrong with it, in words, at its field.</summary>
/// <param name="typed">By field name; a day as yyyy-MM-dd.</param>
public sealed partial class FactInput(IReadOnlyDictionary<string, IReadOnlyList<string>> typed, DateOnly today)
{
    private const int LongestText = 10_000;
    private readonly List<(string Field, string Words)> _errors = [];

    public IReadOnlyList<(string Field, string Words)> Errors => _errors;

    public DateOnly Today => today;

    /// <summary>Why it is added or changed.</summary>
    public string? Why => Text("why");

    public void Fail(string field, string words) => _errors.Add((field, words));

    public string? Text(string name) => Short(name, typed.GetValueOrDefault(name) is [var first, ..] && first.Trim() is { Length: > 0 } text ? text : null);

    public IReadOnlyList<string> Many(string name) => [.. (typed.GetValueOrDefault(name) ?? []).Where(v => v.Length > 0)];

    public bool? YesNo(string name) => Text(name) switch
    {
        "yes" => true,
        "no" => false,
        _ => null,
    };

    public string? Code(string name, string list)
    {
        if (Text(name) is not { } code)
            return null;
        var codes = CodeList.Find(list);
        if (codes.Knows(code, today))
            return code;
        if (!codes.IsClosed && code.Length is >= 2 and <= 18 && code.All(char.IsAsciiLetterOrDigit))
            return code;
        Fail(name, "Choose one of the answers");
        return null;
    }

    public IReadOnlyList<string> Codes(string name, string list)
    {
        var codes = CodeList.Find(list);
        var chosen = Many(name);
        if (chosen.All(c => codes.Knows(c, today) || (!codes.IsClosed && SnomedCode().IsMatch(c))))
            return chosen;
        Fail(name, "Choose from the answers");
        return [];
    }

    /// <summary>A day from 1 January 1900 on; not in the future unless allowed.</summary>
    public DateOnly? Day(string name, bool mayBeAhead = false)
    {
        if (Text(name) is not { } text)
            return null;
        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            Fail(name, "That is not a real date. Check the day and month");
        else if (day.Year < 1900)
            Fail(name, "Check the year");
        else if (day > today && !mayBeAhead)
            Fail(name, "The date must be today or in the past");
        else
            return day;
        return null;
    }

    public string? Month(string name)
    {
        if (Text(name) is not { } text)
            return null;
        if (!DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) || month.Year < 1900)
            Fail(name, "Enter a month and year, like 2026-03");
        else if (month > today)
            Fail(name, "The month must be this one or in the past");
        else
            return text;
        return null;
    }

    /// <summary>HH:MM:SS, as the national data set sends it.</summary>
    public string? Time(string name)
    {
        if (Text(name) is not { } text)
            return null;
        if (ClockTime.Read(text) is { } time || TimeOnly.TryParseExact(text, "HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out time))
            return time.ToString("HH:mm:ss", CultureInfo.InvariantCulture);
        Fail(name, "Enter a time, like 2:30pm or 14:30");
        return null;
    }

    public string? Language(string name)
    {
        if (Text(name) is not { } code || Languages.IsCode(code))
            return Text(name);
        Fail(name, "Choose a language");
        return null;
    }

    public string? NhsNumber(string name)
    {
        if (Text(name) is not { } text)
            return null;
        if (Clinical.NhsNumber.Check(text, out var number) is { } fault)
        {
            Fail(name, new NhsNumberWrong(fault).Message);
            return null;
        }

        return number.Digits;
    }

    public string? Postcode(string name)
    {
        if (Text(name) is not { } text)
            return null;
        var postcode = Tidy.PostcodeSpaced(text);
        if (AnyPostcode().IsMatch(postcode))
            return postcode;
        Fail(name, new NotAPostcode().Message);
        return null;
    }

    /// <summary>An organisation's code: 3 to 6 letters and digits, in capitals.</summary>
    public string? Organisation(string name, int shortest, int longest)
    {
        if (Text(name)?.ToUpperInvariant() is not { } code)
            return null;
        if (code.Length >= shortest && code.Length <= longest && code.All(char.IsAsciiLetterOrDigit))
            return code;
        Fail(name, $"Enter a code of {(shortest == longest ? $"{longest}" : $"{shortest} to {longest}")} letters and numbers");
        return null;
    }

    internal void Demand(FactField field)
    {
        if (Many(field.Name).All(string.IsNullOrWhiteSpace))
            Fail(field.Name, $"{(field.Kind is FieldKind.Code or FieldKind.Codes or FieldKind.YesNo or FieldKind.Language ? "Choose" : "Enter")}: {field.Label.ToLowerInvariant()}");
    }

    private string? Short(string name, string? text)
    {
        if (text is null || text.Length <= LongestText)
            return text;
        Fail(name, "This is longer than 10,000 characters. Shorten it or add it in two parts");
        return null;
    }

    [GeneratedRegex("^[A-Z]{1,2}[0-9][A-Z0-9]? [0-9][A-Z]{2}$", RegexOptions.None, 1000)]
    private static partial Regex AnyPostcode();

    [GeneratedRegex("^[0-9]{6,18}$", RegexOptions.None, 1000)]
    private static partial Regex SnomedCode();
}

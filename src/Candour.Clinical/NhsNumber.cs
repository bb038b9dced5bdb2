namespace Candour.Clinical;

/// <summary>
/// An NHS number: ten digits, the last a check digit (weights 10 to 2, modulus 11; remainder 11 counts as 0, 10 is never
/// issued). Source: NHS Data Dictionary, NHS NUMBER. Numbers that start 999 belong to nobody and serve as examples.
/// </summary>
public readonly record struct NhsNumber
{
    private readonly string? _digits;

    private NhsNumber(string digits) => _digits = digits;

    /// <summary>The ten digits without spaces, as stored and sent.</summary>
    public string Digits => _digits ?? throw new InvalidOperationException("No NHS number was given.");

    /// <summary>As people read it: 999 012 3456.</summary>
    public string Spaced => $"{Digits[..3]} {Digits[3..6]} {Digits[6..]}";

    /// <summary>An example number (999…), never a person's.</summary>
    public bool IsExample => Digits.StartsWith("999", StringComparison.Ordinal);

    /// <summary>Reads the same backwards; a valid number, but a national file that carries one is refused (IDSREJ006).</summary>
    public bool IsPalindrome => Digits.SequenceEqual(Digits.Reverse());

    /// <summary>Reads ten digits, with or without spaces anywhere. Throws <see cref="FormatException"/> for anything else.</summary>
    public static NhsNumber Parse(string text) =>
        Check(text, out var number) is { } fault
            ? throw new FormatException($"Not an NHS number: {fault}.")
            : number;

    /// <summary>For reading: in groups of three, three and four; what is no NHS number (an old import) as it stands.</summary>
    public static string InGroups(string text) => TryParse(text, out var number) ? number.Spaced : text;

    /// <summary>Reads ten digits, with or without spaces anywhere.</summary>
    public static bool TryParse(string? text, out NhsNumber number) => Check(text, out number) is null;

    /// <summary>Null when the text is an NHS number, else what is wrong with it, so that a form can say so.</summary>
    public static NhsNumberFault? Check(string? text, out NhsNumber number)
    {
        number = default;
        Span<char> digits = stackalloc char[10];
        var count = 0;
        foreach (var c in text ?? "")
        {
            if (char.IsWhiteSpace(c))
                continue;
            if (!char.IsAsciiDigit(c))
                return NhsNumberFault.NotDigits;
            if (count < 10)
                digits[count] = c;
            count++;
        }

        if (count == 0)
            return NhsNumberFault.Empty;
        if (count != 10)
            return NhsNumberFault.NotTenDigits;
        if (CheckDigit(digits[..9]) != digits[9] - '0')
            return NhsNumberFault.CheckDigit;
        number = new NhsNumber(new string(digits));
        return null;
    }

    /// <summary>The check digit of nine digits, 0 to 9; null when the nine are never issued (remainder 10).</summary>
    public static int? CheckDigit(ReadOnlySpan<char> nine)
    {
        if (nine.Length != 9)
            throw new ArgumentException("The check digit is worked out from nine digits.", nameof(nine));
        var sum = 0;
        for (var i = 0; i < 9; i++)
            sum += (nine[i] - '0') * (10 - i);
        return (11 - (sum % 11)) switch { 11 => 0, 10 => null, var digit => digit };
    }

    public override string ToString() => _digits is null ? "" : Spaced;
}

/// <summary>What can be wrong with a text that should be an NHS number.</summary>
public enum NhsNumberFault
{
    Empty,

    /// <summary>Holds a letter or a sign.</summary>
    NotDigits,

    NotTenDigits,

    /// <summary>Ten digits, but the last does not agree with the other nine: most often a slip of typing.</summary>
    CheckDigit,
}

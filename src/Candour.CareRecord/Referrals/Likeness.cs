using System.Globalization;
using System.Text;

namespace Candour.CareRecord.Referrals;

/// <summary>The facts by which two people are compared. Absent facts say nothing.</summary>
public sealed record Traits(
    string? FirstName, string? LastName, DateOnly? BirthDate, string? NhsNumber, IReadOnlyCollection<string> Phones, string? Email, string? Postcode)
{
    public static Traits Of(Person person) => new(
        person.FirstName, person.LastName, person.BirthDate, person.NhsNumber,
        [.. new[] { person.Contact?.Mobile, person.Contact?.Phone }.OfType<string>().Select(Tidy.Phone).Where(p => p.Length > 0).Distinct()],
        person.Contact?.Email, person.Contact?.Postcode);
}

/// <summary>
/// Whether two people may be one (hazard H13). The NHS number decides where both have one: different numbers are two
/// people, always. Else name and birth date with a telephone, e-mail or postcode; a transposed date, a married name or a
/// short form keep the question open for a person to answer. Names alike with another birth date are never offered.
/// </summary>
public static class Likeness
{
    public const string SameNumber = "same NHS number";
    public const string SameNameAndBirthDate = "same name and birth date";
    public const string BirthDateTurned = "day and month of birth the other way round";
    public const string OtherLastName = "another last name";
    public const string OtherFirstName = "another form of the first name";
    public const string SamePhone = "same telephone";
    public const string SameEmail = "same e-mail";
    public const string SamePostcode = "same postcode";

    /// <summary>Why they may be one person; empty when there is no reason to ask.</summary>
    public static IReadOnlyList<string> Between(Traits a, Traits b)
    {
        if (a.NhsNumber is not null && b.NhsNumber is not null)
            return a.NhsNumber == b.NhsNumber ? [SameNumber] : [];
        if (a.BirthDate is not { } born || b.BirthDate is not { } other)
            return [];

        var firstSame = SameName(a.FirstName, b.FirstName);
        var firstAlike = firstSame || AlikeFirst(a.FirstName, b.FirstName);
        var lastSame = SameName(a.LastName, b.LastName);
        var places = Places(a, b);

        if (born != other)
        {
            return Turned(born, other) && firstSame && lastSame && places.Count > 0
                ? [BirthDateTurned, .. places]
                : [];
        }

        if (firstSame && lastSame)
            return [SameNameAndBirthDate, .. places];
        if (places.Count == 0)
            return [];
        return (firstAlike, lastSame) switch
        {
            (true, false) => [OtherLastName, .. places],
            (true, true) => [OtherFirstName, .. places],
            _ => [],
        };
    }

    /// <summary>Birth date equal, with the NHS number or with the name and the same telephone or e-mail: enough to keep somebody's first day, never to join records.</summary>
    public static bool IsReturn(Traits a, Traits b)
    {
        var why = Between(a, b);
        return (why.Contains(SameNumber) && a.BirthDate is not null && a.BirthDate == b.BirthDate)
            || (why.Contains(SameNameAndBirthDate) && (why.Contains(SamePhone) || why.Contains(SameEmail)));
    }

    private static List<string> Places(Traits a, Traits b)
    {
        var places = new List<string>();
        if (a.Phones.Intersect(b.Phones).Any())
            places.Add(SamePhone);
        if (a.Email is not null && string.Equals(a.Email, b.Email, StringComparison.OrdinalIgnoreCase))
            places.Add(SameEmail);
        if (a.Postcode is not null && Tidy.Postcode(a.Postcode) == Tidy.Postcode(b.Postcode))
            places.Add(SamePostcode);
        return places;
    }

    private static bool Turned(DateOnly a, DateOnly b) => a.Year == b.Year && a.Month == b.Day && a.Day == b.Month;

    private static bool SameName(string? a, string? b) => Tidy.Name(a) is { Length: > 0 } name && name == Tidy.Name(b);

    // Liz for Lizzie, Sam for Samuel: one begins the other, three letters at least.
    private static bool AlikeFirst(string? a, string? b)
    {
        var (one, two) = (Tidy.Name(a), Tidy.Name(b));
        return one.Length >= 3 && two.Length >= 3 && (one.StartsWith(two, StringComparison.Ordinal) || two.StartsWith(one, StringComparison.Ordinal));
    }
}

/// <summary>Names, numbers and postcodes in the one form in which they are compared. What people typed is kept as typed.</summary>
public static class Tidy
{
    /// <summary>Letters and digits only, without accents, in small letters; other scripts as they are.</summary>
    public static string Name(string? text)
    {
        if (text is null)
            return "";
        var tidy = new StringBuilder(text.Length);
        foreach (var rune in text.Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
                tidy.Append(Rune.ToLowerInvariant(rune).ToString());
        }

        return tidy.ToString();
    }

    /// <summary>Digits with the leading 0: +44 7700 900123 and 07700 900 123 are one. Empty for a text without digits.</summary>
    public static string Phone(string? text)
    {
        var digits = string.Concat((text ?? "").Where(char.IsAsciiDigit));
        if (digits.StartsWith("0044", StringComparison.Ordinal))
            digits = "0" + digits[4..].TrimStart('0');
        else if (digits.StartsWith("44", StringComparison.Ordinal) && digits.Length >= 12)
            digits = "0" + digits[2..].TrimStart('0');
        return digits;
    }

    /// <summary>Upper case without spaces.</summary>
    public static string Postcode(string? text) => string.Concat((text ?? "").Where(char.IsAsciiLetterOrDigit)).ToUpper(CultureInfo.InvariantCulture);

    /// <summary>Upper case with its one space: NM1 4AB. As typed when it has no form of a postcode.</summary>
    public static string PostcodeSpaced(string text)
    {
        var tidy = Postcode(text);
        return tidy.Length is >= 5 and <= 7 ? $"{tidy[..^3]} {tidy[^3..]}" : text.Trim();
    }
}

namespace Candour.CareRecord.Referrals;

/// <summary>What can be wrong with ways to reach somebody, in words, by field.</summary>
public static class ContactCheck
{
    private const int LongestEmail = 254;

    public static IEnumerable<(string Field, string Words)> Faults(
        IReadOnlyCollection<string> ways, string? mobile, string? phone, string? email, string? address)
    {
        if (ways.Count == 0)
            yield return ("ways", "Choose at least one way");
        if (ways.Contains(Ways.Text) && !IsMobile(mobile))
            yield return ("mobile", "Enter a mobile number, like 07700 900 123");
        if (ways.Contains(Ways.Call) && !IsPhone(phone) && !(string.IsNullOrWhiteSpace(phone) && IsMobile(mobile)))
            yield return ("phone", "Enter a phone number, like 01632 960 001 or 07700 900 123");
        if (ways.Contains(Ways.Email) && !IsEmail(email))
            yield return ("email", "Enter an e-mail address, like name@example.com");
        if (ways.Contains(Ways.Letter) && string.IsNullOrWhiteSpace(address))
            yield return ("address", "Enter your address");
    }

    /// <summary>A number to which a text can go: 07 and nine more digits, or another country's with its code.</summary>
    public static bool IsMobile(string? text)
    {
        var digits = Tidy.Phone(text);
        return (digits.StartsWith("07", StringComparison.Ordinal) && digits.Length == 11)
            || (text?.TrimStart().StartsWith('+') == true && !digits.StartsWith('0') && digits.Length is >= 8 and <= 15);
    }

    public static bool IsPhone(string? text)
    {
        var digits = Tidy.Phone(text);
        return IsMobile(text) || (digits.StartsWith('0') && digits.Length is 10 or 11);
    }

    /// <summary>One @ with something before it and a dot after it; nothing finer: only a message that arrives proves an address.</summary>
    public static bool IsEmail(string? text)
    {
        var at = text?.IndexOf('@', StringComparison.Ordinal) ?? -1;
        return at > 0 && text!.Length <= LongestEmail && text.LastIndexOf('@') == at && text.LastIndexOf('.') > at + 1 && !text.EndsWith('.')
            && !text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c));
    }
}

using System.Globalization;

namespace Candour.Clinical;

/// <summary>A time of day as people write it: 2pm, 2:30 pm, 2.30pm, 14:30, 1430, midday, midnight.</summary>
public static class ClockTime
{
    private static readonly string[] Forms = ["H:mm", "HHmm", "htt", "h:mmtt"];

    /// <summary>Null for anything that is not plainly one time of day. "2" alone is not: it may be night or day.</summary>
    public static TimeOnly? Read(string? text)
    {
        var tidy = string.Concat((text ?? "").Where(c => !char.IsWhiteSpace(c))).ToUpperInvariant()
            .Replace("A.M.", "AM", StringComparison.Ordinal).Replace("P.M.", "PM", StringComparison.Ordinal).Replace('.', ':');
        return tidy switch
        {
            "MIDDAY" or "NOON" or "12MIDDAY" or "12NOON" => new TimeOnly(12, 0),
            "MIDNIGHT" or "12MIDNIGHT" => TimeOnly.MinValue,
            _ => TimeOnly.TryParseExact(tidy, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null,
        };
    }
}

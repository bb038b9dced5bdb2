namespace Candour.Architecture.Tests.Safety;

/// <summary>
/// The clinical risk matrix of DCB0129 and DCB0160, as in NHS England's UK Core hazard log. Severity: minor, significant,
/// considerable, major, catastrophic. Likelihood: very low to very high. Rating 1 to 5.
/// </summary>
internal static class RiskMatrix
{
    private static readonly string[] Severities = ["Mi", "Si", "Co", "Ma", "Ct"];

    private static readonly Dictionary<string, int[]> Ratings = new()
    {
        ["VH"] = [3, 4, 4, 5, 5],
        ["H"] = [2, 3, 3, 4, 5],
        ["M"] = [2, 2, 3, 3, 4],
        ["L"] = [1, 2, 2, 3, 4],
        ["VL"] = [1, 1, 2, 2, 3],
    };

    /// <summary>Reads "Ma·L=3": the rating stated and the one the matrix gives; null for anything else.</summary>
    public static (int Stated, int ByMatrix)? Read(string text)
    {
        var equals = text.Split('=');
        var pair = equals[0].Split('·');
        return equals.Length == 2 && pair.Length == 2 && int.TryParse(equals[1], out var stated)
            && Array.IndexOf(Severities, pair[0]) is >= 0 and var severity && Ratings.TryGetValue(pair[1], out var row)
            ? (stated, row[severity])
            : null;
    }
}

using System.Globalization;
using Candour.Clinical;

namespace Candour.Web.Components.Crisis;

/// <summary>Where to get help now: dated data for an area (crisis-lines.csv beside this file), tried every month by the service.</summary>
public sealed record CrisisLines
{
    /// <summary>The day on which each was looked up for this release; the service's own later check is policy.</summary>
    public required DateOnly CheckedOn { get; init; }

    /// <summary>The ways to talk to someone, in the order shown; three fit on the first screen of a phone.</summary>
    public required IReadOnlyList<CrisisWay> Ways { get; init; }

    /// <summary>For people who are deaf, hard of hearing, or speak another language: one short paragraph each.</summary>
    public required IReadOnlyList<string> OtherWays { get; init; }

    /// <summary>The line for people whom someone is hurting.</summary>
    public required CrisisWay AbuseLine { get; init; }

    /// <summary>England, all ages: the rows in force. A service adds nothing that is not checked.</summary>
    public static CrisisLines England { get; } = Of("England", Csv.Embedded(typeof(CrisisLines).Assembly, "crisis-lines.csv"));

    /// <summary>The rows of an area that have no end: a number that changes gets an end, and a new row.</summary>
    /// <exception cref="FormatException">A day cannot be read.</exception>
    internal static CrisisLines Of(string area, IEnumerable<IReadOnlyDictionary<string, string>> rows)
    {
        var here = rows.Where(r => r["area"] == area && r["to"].Length == 0).ToList();
        CrisisWay Way(IReadOnlyDictionary<string, string> row) => new(row["act"], row["href"], row["words"]);
        return new()
        {
            CheckedOn = here.Min(r => DateOnly.ParseExact(r["checked_on"], "yyyy-MM-dd", CultureInfo.InvariantCulture)),
            Ways = [.. here.Where(r => r["kind"] == "way").Select(Way)],
            OtherWays = [.. here.Where(r => r["kind"] == "other").Select(r => r["words"])],
            AbuseLine = Way(here.Single(r => r["kind"] == "abuse")),
        };
    }
}

/// <param name="Act">What to do; also the name of the link.</param>
/// <param name="Href"><c>tel:</c> or <c>sms:</c>.</param>
/// <param name="Words">What happens then.</param>
public sealed record CrisisWay(string Act, string Href, string Words);

using Candour.Clinical;

namespace Candour.Web.Components.Charts;

/// <summary>How many people have waited how many whole weeks. The picture, the bars of a narrow screen and the table are made of it.</summary>
/// <param name="Bands">Four weeks each, the shortest wait first; the last one has no end where somebody has waited a year.</param>
public sealed record WeeksWaited(IReadOnlyList<WeekBand> Bands)
{
    /// <summary>From this week on a wait is in the last band.</summary>
    public const int AYear = 52;

    private const int InABand = 4;

    public static WeeksWaited None { get; } = new([]);

    public int People => Bands.Sum(band => band.People);

    /// <summary>Each week on its own; four weeks of nobody together, and those who have waited a year or more.</summary>
    public IEnumerable<(string Name, int People)> Weeks => Bands.SelectMany(band => band.ByWeek.Count == 0 || band.People == 0
        ? [(band.Name, band.People)]
        : band.ByWeek.Select((people, i) => (Words.Count(band.From + i, "week", "weeks"), people)));

    public string InWords => $"{Words.Count(People, "person waits", "people wait")} here. The most, {Most.People}, have waited {Most.Name}.";

    private WeekBand Most => Bands.MaxBy(band => band.People)!;

    /// <param name="byWeek">People by whole weeks since referral; weeks of nobody may be left out.</param>
    public static WeeksWaited Of(IReadOnlyDictionary<int, int> byWeek)
    {
        if (byWeek.Values.Sum() == 0)
            return None;
        var bands = new List<WeekBand>();
        var last = byWeek.Where(w => w.Value > 0 && w.Key < AYear).Select(w => w.Key).DefaultIfEmpty(-1).Max();
        for (var from = 0; from <= last; from += InABand)
        {
            var weeks = Enumerable.Range(from, InABand).Select(week => byWeek.GetValueOrDefault(week)).ToList();
            bands.Add(new($"{from} to {from + InABand - 1}", from, weeks, weeks.Sum()));
        }

        if (byWeek.Where(w => w.Key >= AYear).Sum(w => w.Value) is > 0 and var longest)
            bands.Add(new($"{AYear} or more", AYear, [], longest));
        return new(bands);
    }
}

/// <param name="Range">"4 to 7".</param>
/// <param name="From">The first week of it.</param>
/// <param name="ByWeek">People of each of its weeks; empty for the one without an end.</param>
public sealed record WeekBand(string Range, int From, IReadOnlyList<int> ByWeek, int People)
{
    public string Name => ByWeek.Count == 0 ? Range.Replace(" or", " weeks or", StringComparison.Ordinal) : $"{Range} weeks";
}

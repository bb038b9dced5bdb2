using Candour.CareRecord;
using Candour.CareRecord.Waiting.Store;
using Candour.Clinical;
using Candour.Clinical.Pathways.Readings;

namespace Candour.Web.Pages.Waiting;

/// <summary>
/// How long half of people wait, in a sentence for somebody who has just referred themselves, with how many people and which
/// days it is from. Counted once a day from everybody referred in the year to yesterday, people still waiting kept in.
/// </summary>
public sealed class HalfOfPeople(TheRecord record)
{
    /// <summary>Fewer than so many people are too few to say a wait of (screens 4.3).</summary>
    private const int Fewest = 20;

    private (DateOnly Day, string? Words) _counted;

    /// <summary>Null when there are too few people, or fewer than half of them have had their first talk.</summary>
    public async Task<string?> Words()
    {
        var today = London.Today(record.Clock);
        if (_counted is var (day, known) && day == today)
            return known;
        await using var lists = record.Lists();
        var words = Of(await WaitCohort.Of(lists, today.AddYears(-1), today.AddDays(-1)));
        _counted = (today, words);
        return words;
    }

    internal static string? Of(WaitCohort cohort)
    {
        var parts = new (string Name, HowLong Wait)[]
        {
            ("their first talk", cohort.ReferralToTalk), ("their first treatment", cohort.ReferralToFirst), ("the next", cohort.FirstToSecond),
        };
        var said = parts.TakeWhile(p => p.Wait.People >= Fewest && p.Wait.Half is not null).ToList();
        if (said.Count == 0)
            return null;
        var within = said.Select((p, i) => i switch
        {
            0 => $"{p.Name} within {Clinical.Words.Wait(p.Wait.Half!.Value)}",
            1 => $"{p.Name} within {Clinical.Words.Wait(p.Wait.Half!.Value)}",
            _ => $"{p.Name} within {Clinical.Words.Wait(p.Wait.Half!.Value)} after that",
        }).ToList();
        var list = within.Count == 1 ? within[0] : $"{string.Join(", ", within[..^1])} and {within[^1]}";
        return $"Half of people have {list}. From the {cohort.Referred} people referred from {Clinical.Words.Day(cohort.From, DateOnly.MinValue)} to "
            + $"{Clinical.Words.Day(cohort.To, DateOnly.MinValue)}. People still waiting are counted too.";
    }
}

using System.Globalization;

namespace Candour.CareRecord.Waiting;

/// <summary>
/// How a list came from what it was a month ago to what it is: the identity that shows nobody got lost.
/// </summary>
/// <param name="Before">On the list a month ago.</param>
/// <param name="Came">Put on since.</param>
/// <param name="Began">Left by beginning.</param>
/// <param name="Left">Left in any other way, or moved to another list.</param>
/// <param name="Now">On the list, counted by itself.</param>
public sealed record Stock(int Before, int Came, int Began, int Left, int Now)
{
    public int Unexplained => Now - (Before + Came - Began - Left);

    public string Words => string.Create(
        CultureInfo.InvariantCulture,
        $"{Before} last month + {Came} came − {Began} began − {Left} left = {Before + Came - Began - Left}. Unexplained: {Unexplained}.");
}

/// <summary>How long half of people wait, people still waiting and people who left kept in: the product-limit estimate.</summary>
public static class HalfWait
{
    /// <summary>Fewer people than this: too few to say.</summary>
    public const int Fewest = 20;

    /// <summary>The first day by which half have begun; null: too few people, or more than half not reached yet.</summary>
    /// <param name="waits">Days waited, and whether the wait ended by beginning.</param>
    public static int? Of(IReadOnlyCollection<(int Days, bool Began)> waits)
    {
        if (waits.Count < Fewest)
            return null;
        var still = 1.0;
        var atRisk = waits.Count;
        foreach (var day in waits.GroupBy(w => w.Days).OrderBy(g => g.Key))
        {
            still *= 1.0 - ((double)day.Count(w => w.Began) / atRisk);
            if (still <= 0.5)
                return day.Key;
            atRisk -= day.Count();
        }

        return null;
    }
}

/// <summary>The sentence of the wait on a patient's own page.</summary>
public static class WaitSentence
{
    /// <param name="forWhat">Plain name of the treatment; null: not chosen yet.</param>
    /// <param name="half">Days half of people wait; null: too few to say.</param>
    /// <param name="writeBy">The day by which we write next.</param>
    public static string Of(int days, string? forWhat, int? half, DateOnly writeBy, DateOnly today)
    {
        var waited = $"You have waited {Candour.Clinical.Words.Wait(days)} for {(forWhat is null ? "your treatment" : LowerFirst(forWhat))}.";
        var others = half is { } h ? $" Half of people wait {Candour.Clinical.Words.Wait(h)}." : "";
        return $"{waited}{others} We will write by {Candour.Clinical.Words.Day(writeBy, today)}.";
    }

    // A name all of capitals keeps them: CBT, EMDR.
    private static string LowerFirst(string name) => name.Length > 1 && char.IsLower(name[1]) ? char.ToLowerInvariant(name[0]) + name[1..] : name;
}

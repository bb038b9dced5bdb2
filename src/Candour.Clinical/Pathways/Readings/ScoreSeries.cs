using Candour.Clinical.Instruments;

namespace Candour.Clinical.Pathways.Readings;

/// <summary>The scores of one instrument in order of sessions: what the chart and its table show.</summary>
public static class ScoreSeries
{
    /// <summary>
    /// One point for every attended session up to the day, with its score or without one; before them points of sets that
    /// belong to no session. Late scores are shown and marked. The list is emptied first.
    /// </summary>
    public static void Of(Pathway pathway, Instrument instrument, DateOnly asOf, List<ScorePoint> into)
    {
        into.Clear();
        foreach (ref readonly var m in pathway.Measurements)
        {
            if (m.Contact < 0 && m.Item == 0 && m.Instrument.Token == instrument.Token && m.Day <= asOf && m.Value is { } value)
                Insert(into, new(m.Day, -1, value, Late: false, Repeats: 0));
        }

        foreach (var contact in pathway.ContactsInOrder)
        {
            ref readonly var c = ref pathway.Contacts[contact];
            if (!c.IsSeen || c.Day > asOf)
                continue;
            var counted = CountedScore.Of(pathway, contact, instrument);
            var shown = counted ?? CountedScore.ForReturn(pathway, contact, instrument);
            var value = shown is { } index ? pathway.Measurements[index].Value : null;
            Insert(into, new(c.Day, contact, value, shown is not null && counted is null, CountedScore.Repeats(pathway, contact, instrument)));
        }
    }

    /// <summary>
    /// For how many sessions in a row, counted back from the last, the score has been below the cut-off in force on its day.
    /// Late scores and sessions without a score are passed over: they neither count nor break the row.
    /// </summary>
    public static int BelowInARow(IReadOnlyList<ScorePoint> series, Instrument instrument)
    {
        var row = 0;
        for (var i = series.Count - 1; i >= 0; i--)
        {
            var point = series[i];
            if (point.Late || point.Value is not { } value)
                continue;
            if (instrument.IsCase(value, point.Day) != false)
                break;
            row++;
        }

        return row;
    }

    private static void Insert(List<ScorePoint> into, ScorePoint point)
    {
        var at = into.Count;
        while (at > 0 && into[at - 1].Day > point.Day)
            at--;
        into.Insert(at, point);
    }
}

/// <summary>A point of the chart.</summary>
/// <param name="Day">Day of the session, or of the set that belongs to none.</param>
/// <param name="Contact">Index of the session; -1 for none.</param>
/// <param name="Value">In the instrument's units; null: no complete answers.</param>
/// <param name="Late">Completed after the session's start.</param>
/// <param name="Repeats">How many more complete sets were given.</param>
public readonly record struct ScorePoint(DateOnly Day, int Contact, int? Value, bool Late, int Repeats);

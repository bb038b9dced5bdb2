using Candour.Clinical.Instruments;

namespace Candour.Clinical.Pathways.Readings;

/// <summary>The scores of one instrument in order of sessions: what the chart and its table show.</summary>
public static class ScoreSeries
{
    /// <summary>
    /// For every session up to the day the score that counts, or the late one, or a point without one; after it every further
    /// complete set as a repeat. Sets that belong to no session (fixed weeks, imports) stand on their day, and so do those of a
    /// session that did not take place: kept and not counted. The list is emptied first.
    /// </summary>
    /// <param name="withOpen">Also what is in for sessions still to come or to be written up: the clinician reads it before.</param>
    public static void Of(Pathway pathway, Instrument instrument, DateOnly asOf, List<ScorePoint> into, bool withOpen = false)
    {
        into.Clear();
        for (var i = 0; i < pathway.Measurements.Count; i++)
        {
            ref readonly var m = ref pathway.Measurements[i];
            if (m.Contact < 0 && IsScore(m, instrument) && m.Day <= asOf)
                Insert(into, Point(m, m.Day, i, CountedScore.Counts(pathway, i) ? ScoreMark.Counted : m.AfterWindow ? ScoreMark.Late : ScoreMark.Repeat));
        }

        foreach (var contact in pathway.ContactsInOrder)
        {
            ref readonly var c = ref pathway.Contacts[contact];
            if (c.IsSeen && c.Day <= asOf)
                AddSession(pathway, instrument, contact, c.Day, into);
            else if (c.IsNotHeld)
                AddNotHeld(pathway, instrument, contact, asOf, into);
            else if (withOpen && c is { Attendance: null, Planned: true } && CountedScore.Of(pathway, contact, instrument) is { } index)
                Insert(into, Point(pathway.Measurements[index], c.Day, index, ScoreMark.Counted));
        }
    }

    /// <summary>
    /// For how many sessions in a row, counted back from the last, the score has been below the cut-off in force on its day.
    /// Late scores, repeats and sessions without a score are passed over: they neither count nor break the row.
    /// </summary>
    public static int BelowInARow(IReadOnlyList<ScorePoint> series, Instrument instrument)
    {
        var row = 0;
        for (var i = series.Count - 1; i >= 0; i--)
        {
            var point = series[i];
            if (point.Mark != ScoreMark.Counted || point.Value is not { } value)
                continue;
            if (instrument.IsCase(value, point.Day) != false)
                break;
            row++;
        }

        return row;
    }

    private static void AddSession(Pathway pathway, Instrument instrument, int contact, DateOnly day, List<ScorePoint> into)
    {
        var counted = CountedScore.Of(pathway, contact, instrument);
        var shown = counted ?? CountedScore.ForReturn(pathway, contact, instrument);
        if (shown is not { } index)
            Insert(into, new(day, contact, -1, null, ScoreMark.None, ByStaff: false, Disputed: false));
        else
            Insert(into, Point(pathway.Measurements[index], day, index, counted is null ? MarkOf(pathway, index) : ScoreMark.Counted));
        for (var i = 0; i < pathway.Measurements.Count; i++)
        {
            ref readonly var m = ref pathway.Measurements[i];
            if (m.Contact == contact && i != shown && IsScore(m, instrument))
                Insert(into, Point(m, day, i, ScoreMark.Repeat));
        }
    }

    /// <summary>Answers for a session that did not take place: what somebody said is not lost with it.</summary>
    private static void AddNotHeld(Pathway pathway, Instrument instrument, int contact, DateOnly asOf, List<ScorePoint> into)
    {
        int? first = null;
        for (var i = 0; i < pathway.Measurements.Count; i++)
        {
            ref readonly var m = ref pathway.Measurements[i];
            if (m.Contact == contact && IsScore(m, instrument) && !m.IsLeftOut
                && (first is null || CountedScore.IsBefore(m, pathway.Measurements[first.Value])))
            {
                first = i;
            }
        }

        for (var i = 0; i < pathway.Measurements.Count; i++)
        {
            ref readonly var m = ref pathway.Measurements[i];
            var day = m.Completed is { } completed ? London.DayOf(completed) : m.Day;
            if (m.Contact == contact && IsScore(m, instrument) && day <= asOf)
                Insert(into, Point(m, day, i, i == first ? ScoreMark.NotHeld : ScoreMark.Repeat));
        }
    }

    /// <summary>Shown though it does not count: late, or in the window and disputed or not confirmed.</summary>
    private static ScoreMark MarkOf(Pathway pathway, int index) =>
        CountedScore.TimingOf(pathway, pathway.Measurements[index]) == Timing.Late ? ScoreMark.Late : ScoreMark.Repeat;

    private static bool IsScore(in Measurement m, Instrument instrument) =>
        m.Item == 0 && m.IsComplete && m.Instrument.Token == instrument.Token;

    private static ScorePoint Point(in Measurement m, DateOnly day, int index, ScoreMark mark) =>
        new(day, m.Contact, index, m.Value, mark, m.EnteredBy == EnteredBy.Staff, m.Disputed);

    private static void Insert(List<ScorePoint> into, ScorePoint point)
    {
        var at = into.Count;
        while (at > 0 && into[at - 1].Day > point.Day)
            at--;
        into.Insert(at, point);
    }
}

/// <summary>A point of the chart.</summary>
/// <param name="Day">Day of the session, or of the set that belongs to none or to one that did not take place.</param>
/// <param name="Contact">Index of the session; -1 for none.</param>
/// <param name="Measurement">Index of the measurement, for its provenance; -1 for a session without one.</param>
/// <param name="Value">In the instrument's units; null: no complete answers.</param>
/// <param name="Mark">Whether it counts.</param>
/// <param name="ByStaff">Read aloud and written down by staff.</param>
/// <param name="Disputed">The person said "this is not what I said".</param>
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
public readonly record struct ScorePoint(
    DateOnly Day, int Contact, int Measurement, int? Value, ScoreMark Mark, bool ByStaff, bool Disputed);

/// <summary>How a point of the chart is drawn.</summary>
public enum ScoreMark
{
    /// <summary>A session without complete answers.</summary>
    None,

    /// <summary>The score of the session.</summary>
    Counted,

    /// <summary>After the session began: shown, outside protocol figures.</summary>
    Late,

    /// <summary>Asked again, disputed or not confirmed: kept, not counted.</summary>
    Repeat,

    /// <summary>Answers for a session that did not take place: kept, not counted, on the day they were given.</summary>
    NotHeld,
}

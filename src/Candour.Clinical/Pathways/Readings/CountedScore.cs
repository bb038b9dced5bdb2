using Candour.Clinical.Instruments;

namespace Candour.Clinical.Pathways.Readings;

/// <summary>
/// Which of several sets of answers is the score of a session: the first complete one in the window from 72 hours before to
/// the start of the session. Later ones are marked late, repeats are kept and never replace it. A session that did not take
/// place has no score.
/// Source: declared protocol, rules 2 and 3.
/// </summary>
public static class CountedScore
{
    public static readonly TimeSpan OpensBefore = TimeSpan.FromHours(72);

    /// <summary>
    /// Index of the score that counts for a session, by the protocol: the first complete one sent in the window that the person
    /// does not dispute and, where staff entered it, was there for. Null when none.
    /// </summary>
    /// <param name="item">0 for the score of the form; the number of an item returned by itself (WSAS).</param>
    public static int? Of(Pathway pathway, int contact, Instrument instrument, int item = 0) =>
        First(pathway, contact, instrument, item, Timing.InWindow, withLeftOut: false);

    /// <summary>
    /// Index of the one score the national return carries: the first complete one in the window or, if none, the first
    /// complete late one, left out of the protocol figure or not. Null when none.
    /// </summary>
    /// <param name="item">0 for the score of the form; the number of an item returned by itself (WSAS).</param>
    public static int? ForReturn(Pathway pathway, int contact, Instrument instrument, int item = 0) =>
        First(pathway, contact, instrument, item, Timing.InWindow, withLeftOut: true)
        ?? First(pathway, contact, instrument, item, Timing.Late, withLeftOut: true);

    /// <summary>
    /// Whether the measurement is the score of its occasion: its session, or its fixed week. A set that belongs to neither
    /// counts unless it is a repeat.
    /// </summary>
    public static bool Counts(Pathway pathway, int index)
    {
        ref readonly var m = ref pathway.Measurements[index];
        if (m.Contact >= 0)
            return Of(pathway, m.Contact, m.Instrument, m.Item) == index;
        if (!m.IsComplete || m.IsLeftOut || m.AfterWindow || (m.Week is null && m.RepeatReason is not null))
            return false;
        for (var i = 0; i < pathway.Measurements.Count && m.Week is not null; i++)
        {
            ref readonly var other = ref pathway.Measurements[i];
            if (other.Contact < 0 && other.Week == m.Week && other.Item == m.Item && other.Instrument.Token == m.Instrument.Token
                && other is { IsComplete: true, IsLeftOut: false, AfterWindow: false } && IsBefore(other, m))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>How many complete sets beside the counted one were given for the session.</summary>
    public static int Repeats(Pathway pathway, int contact, Instrument instrument)
    {
        var complete = 0;
        foreach (ref readonly var m in pathway.Measurements)
        {
            if (m.Contact == contact && m.Item == 0 && m.Instrument.Token == instrument.Token && m.IsComplete)
                complete++;
        }

        return Math.Max(0, complete - 1);
    }

    /// <summary>Where a measurement lies beside its session's window. Of imported scores only the day is known: in the window.</summary>
    public static Timing TimingOf(Pathway pathway, in Measurement measurement)
    {
        if (measurement.Contact < 0)
            return Timing.NoSession;
        if (!measurement.IsComplete)
            return Timing.Incomplete;
        if (measurement.Completed is not { } completed || pathway.Contacts[measurement.Contact].Start is not { } start)
            return Timing.InWindow;
        return completed > start ? Timing.Late : completed < start.Minus(OpensBefore) ? Timing.Early : Timing.InWindow;
    }

    private static int? First(Pathway pathway, int contact, Instrument instrument, int item, Timing timing, bool withLeftOut)
    {
        int? first = null;
        if (pathway.Contacts[contact].IsNotHeld)
            return null;
        for (var i = 0; i < pathway.Measurements.Count; i++)
        {
            ref readonly var m = ref pathway.Measurements[i];
            if (m.Contact == contact && m.Item == item && m.Instrument.Token == instrument.Token
                && TimingOf(pathway, m) == timing && (withLeftOut || !m.IsLeftOut)
                && (first is null || IsBefore(m, pathway.Measurements[first.Value])))
            {
                first = i;
            }
        }

        return first;
    }

    /// <summary>By the sending, which nobody types; by the time of the last answer where the sending is not known (files).</summary>
    internal static bool IsBefore(in Measurement a, in Measurement b) =>
        (a.Submitted ?? a.Completed) is { } x && (b.Submitted ?? b.Completed) is { } y && x != y ? x < y : a.Row < b.Row;
}

/// <summary>When a set of answers was completed, seen from its session.</summary>
public enum Timing
{
    /// <summary>Belongs to no session.</summary>
    NoSession,

    Incomplete,

    /// <summary>More than 72 hours before the start.</summary>
    Early,

    /// <summary>72 hours before to the start, both included.</summary>
    InWindow,

    /// <summary>After the start: accepted, marked, outside protocol figures.</summary>
    Late,
}

using Candour.Clinical.Problems;

namespace Candour.Clinical.Pathways.Readings;

/// <summary>
/// The session list of a referral by the official rule: contacts that were seen, typed as treatment, in the window and
/// without employment support, by day; and internet therapy logs by their start. Contacts first within a day, by time.
/// Source: NHS Talking Therapies monthly metadata; order within a day inferred.
/// </summary>
public static class OfficialSessions
{
    /// <summary>
    /// Puts the sessions in order <paramref name="into"/> the list, where one is given, and answers how many there are. The
    /// state of knowledge is that of <paramref name="asOf"/>: later contacts are not yet known.
    /// </summary>
    public static int Find(Pathway pathway, DateOnly asOf, List<Session>? into = null)
    {
        var count = 0;
        into?.Clear();
        foreach (var index in pathway.ContactsInOrder)
        {
            if (!IsTreatment(pathway, index, asOf))
                continue;
            count++;
            into?.Add(new(pathway.Contacts[index].Day, index, -1));
        }

        for (var log = 0; log < pathway.InternetLogs.Count; log++)
        {
            if (!IsKnown(pathway, pathway.InternetLogs[log], asOf))
                continue;
            count++;
            if (into is not null)
                Insert(pathway, into, log);
        }

        return count;
    }

    /// <summary>Whether a contact is a treatment contact of official figures.</summary>
    public static bool IsTreatment(Pathway pathway, int contact, DateOnly asOf)
    {
        ref readonly var c = ref pathway.Contacts[contact];
        if (!c.IsSeen || !c.HasTreatment || !pathway.Referral.Covers(c.Day, asOf))
            return false;
        foreach (ref readonly var activity in pathway.ActivitiesOf(contact))
        {
            if (Therapy.OfCode(activity.Procedure) is { Kind: TherapyKind.EmploymentSupport })
                return false;
        }

        return true;
    }

    /// <summary>A log begun in the window and ended by the day of knowledge: it is sent when it has ended, never before.</summary>
    internal static bool IsKnown(Pathway pathway, in InternetLog log, DateOnly asOf) =>
        log.End <= asOf && pathway.Referral.Covers(log.Start, asOf);

    /// <summary>After every session of its day, logs by row: contacts come first within a day.</summary>
    internal static void Insert(Pathway pathway, List<Session> into, int log)
    {
        ref readonly var l = ref pathway.InternetLogs[log];
        var at = into.Count;
        while (at > 0 && (into[at - 1].Day > l.Start || (into[at - 1].Day == l.Start && IsLaterLog(pathway, into[at - 1], l.Row))))
            at--;
        into.Insert(at, new(l.Start, -1, log));
    }

    private static bool IsLaterLog(Pathway pathway, Session session, long row) =>
        session.Log >= 0 && pathway.InternetLogs[session.Log].Row > row;
}

/// <summary>A session: a contact or an internet log, the other index being -1.</summary>
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
public readonly record struct Session(DateOnly Day, int Contact, int Log);

namespace Candour.Clinical.Pathways.Readings;

/// <summary>
/// The waits of a referral, in days. Every clock starts on the day the referral was received, or the one whose wait it goes on with
/// (official figures: always its own), and none is ever paused.
/// Source: NHS Talking Therapies monthly metadata (official); declared protocol, rule 6 (protocol).
/// </summary>
public static class Waits
{
    /// <summary>Days the pathway has been open, or was open until it ended.</summary>
    public static int DaysOpen(Pathway pathway, DateOnly today)
    {
        ref readonly var referral = ref pathway.Referral;
        var end = referral.Discharged is { } discharged && discharged < today ? discharged : today;
        return end.DayNumber - referral.CountsFrom.DayNumber;
    }

    /// <summary>Day of the first assessment: seen, typed 01 or 03, in the window.</summary>
    public static DateOnly? FirstAssessment(Pathway pathway, DateOnly asOf)
    {
        foreach (var index in pathway.ContactsInOrder)
        {
            ref readonly var contact = ref pathway.Contacts[index];
            if (contact.IsSeen && contact.HasAssessment && pathway.Referral.Covers(contact.Day, asOf))
                return contact.Day;
        }

        return null;
    }

    /// <summary>Day of the first treatment by the given rule; null before it.</summary>
    public static DateOnly? FirstTreatment(Pathway pathway, TreatmentRule rule, DateOnly asOf) => Treatment(pathway, rule, asOf, 1);

    /// <summary>Day of the second treatment by the given rule; two on one day are two.</summary>
    public static DateOnly? SecondTreatment(Pathway pathway, TreatmentRule rule, DateOnly asOf) => Treatment(pathway, rule, asOf, 2);

    /// <summary>Days from referral to first assessment; null before it.</summary>
    public static int? ToAssessment(Pathway pathway, DateOnly asOf) => Days(pathway.Referral.CountsFrom, FirstAssessment(pathway, asOf));

    /// <summary>Days from referral to first treatment; null before it.</summary>
    public static int? ToTreatment(Pathway pathway, TreatmentRule rule, DateOnly asOf) =>
        Days(rule == TreatmentRule.Official ? pathway.Referral.Received : pathway.Referral.CountsFrom, FirstTreatment(pathway, rule, asOf));

    /// <summary>Days from first to second treatment: the wait that figures hide. Null before the second.</summary>
    public static int? FirstToSecond(Pathway pathway, TreatmentRule rule, DateOnly asOf) =>
        FirstTreatment(pathway, rule, asOf) is { } first ? Days(first, SecondTreatment(pathway, rule, asOf)) : null;

    /// <summary>Day on which the person was last seen, whatever for; null before the first time.</summary>
    public static DateOnly? LastSeen(Pathway pathway, DateOnly asOf)
    {
        DateOnly? last = null;
        foreach (ref readonly var contact in pathway.Contacts)
        {
            if (contact.IsSeen && contact.Day <= asOf && !(last > contact.Day))
                last = contact.Day;
        }

        return last;
    }

    private static DateOnly? Treatment(Pathway pathway, TreatmentRule rule, DateOnly asOf, int number)
    {
        DateOnly? day = null;
        var found = 0;
        foreach (var index in pathway.ContactsInOrder)
        {
            var counts = rule == TreatmentRule.Official
                ? OfficialSessions.IsTreatment(pathway, index, asOf)
                : ProtocolSessions.IsTreatment(pathway, index, asOf);
            if (counts && ++found == number)
            {
                day = pathway.Contacts[index].Day;
                break;
            }
        }

        return pathway.InternetLogs.Count == 0 ? day : WithLogs(pathway, rule, asOf, number);
    }

    /// <summary>With logs the list has to be merged; few pathways have any.</summary>
    private static DateOnly? WithLogs(Pathway pathway, TreatmentRule rule, DateOnly asOf, int number)
    {
        var sessions = new List<Session>();
        if (rule == TreatmentRule.Official)
            OfficialSessions.Find(pathway, asOf, sessions);
        else
            ProtocolSessions.Find(pathway, asOf, sessions);
        return sessions.Count >= number ? sessions[number - 1].Day : null;
    }

    private static int? Days(DateOnly from, DateOnly? to) => to is { } end ? end.DayNumber - from.DayNumber : null;
}

/// <summary>Two figures for everything: which rule says when treatment began.</summary>
public enum TreatmentRule
{
    /// <summary>What the appointment type says.</summary>
    Official,

    /// <summary>Attended, with the named treatment in it, on or after the person signed to it.</summary>
    Protocol,
}

using Candour.Clinical.Codes;
using Candour.Clinical.Problems;

namespace Candour.Clinical.Pathways.Readings;

/// <summary>
/// The sessions of a referral by the declared protocol: attended, treatment by the evidence (a kind said afterwards moves official
/// figures alone), with a treatment in it to which the person had signed before it ended and which was neither taken back nor
/// replaced before it began. Employment support, signposting and assessment are never one; an unplanned contact needs an
/// attendance code like any other. Internet logs count from their start while any plan is signed, and where somebody of the service
/// spent time on them: one without a minute is a week in which nobody treated the person.
/// Source: declared protocol, rule 6 (treatment starts at signed consent).
/// </summary>
public static class ProtocolSessions
{
    /// <summary>Puts the sessions in order <paramref name="into"/> the list, where one is given, and answers how many there are.</summary>
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
            ref readonly var l = ref pathway.InternetLogs[log];
            if (l.Minutes is not > 0 || !OfficialSessions.IsKnown(pathway, l, asOf) || !AnySignedBy(pathway, l.Start))
                continue;
            count++;
            if (into is not null)
                OfficialSessions.Insert(pathway, into, log);
        }

        return count;
    }

    /// <summary>Whether treatment took place in a contact by the protocol.</summary>
    public static bool IsTreatment(Pathway pathway, int contact, DateOnly asOf)
    {
        ref readonly var c = ref pathway.Contacts[contact];
        if (!c.IsAttended || !AppointmentType.HasTreatment(c.WorkedOutType) || !pathway.Referral.Covers(c.Day, asOf))
            return false;
        foreach (ref readonly var activity in pathway.ActivitiesOf(contact))
        {
            if (Therapy.OfCode(activity.Procedure) is { IsTreatment: true } therapy && SignedBy(pathway, therapy, c.Start ?? London.StartOf(c.Day), c.End))
                return true;
        }

        return false;
    }

    /// <summary>Whether a signature to this treatment held. What was signed in the session counts for it, and what was taken back in it.</summary>
    private static bool SignedBy(Pathway pathway, Therapy therapy, Moment began, Moment over)
    {
        foreach (ref readonly var plan in pathway.Plans)
        {
            if (plan.Therapy.Code == therapy.Code && plan.Signed <= over && !(plan.Ended < began))
                return true;
        }

        return false;
    }

    private static bool AnySignedBy(Pathway pathway, DateOnly day)
    {
        foreach (ref readonly var plan in pathway.Plans)
        {
            if (plan.SignedOn <= day && !(plan.Ended < London.StartOf(day)))
                return true;
        }

        return false;
    }
}

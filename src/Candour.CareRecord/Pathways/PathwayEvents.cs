using Candour.CareRecord.Discharge;
using Candour.CareRecord.OptIn;
using Candour.CareRecord.Referrals;
using Candour.CareRecord.Sessions;
using Candour.Clinical;
using Candour.Clinical.Pathways;

namespace Candour.CareRecord.Pathways;

/// <summary>The rest of a pathway: plans, problems, waiting, tries, pauses, logs, changed values; one pass over the events.</summary>
internal static class PathwayEvents
{
    public static void Into(Pathway pathway, History referral, IReadOnlyDictionary<string, int> contacts)
    {
        var proposedTypes = new Dictionary<string, ContactTypeSaid>();
        var pauses = new List<Pause>();
        var endCode = (string?)null;
        var takenBack = referral.All<InternetTherapyTakenBack>().Select(x => x.LogSequence).ToHashSet();
        foreach (var (envelope, e) in referral.Events.Select(r => (r.Envelope, r.Event)))
        {
            switch (e)
            {
                case InternetTherapyLogged log when !takenBack.Contains(envelope.Sequence):
                    pathway.InternetLogs.Add(new()
                    {
                        Start = log.From,
                        End = log.To,
                        Programme = log.Programme,
                        Minutes = log.Minutes,
                        StaffId = log.Clinician,
                        IntegratedSoftware = log.IntegratedSoftware is { } yes ? yes == "Y" : null,
                        Row = envelope.Sequence,
                    });
                    break;
                case NotReadyRecorded x:
                    pauses.Add(new(x.Pause, x.From, null, x.Reason));
                    break;
                case ReadyAgain x:
                    for (var i = 0; i < pauses.Count; i++)
                        pauses[i] = pauses[i].Id == x.Pause ? pauses[i] with { End = x.On } : pauses[i];
                    break;
                case ContactTried x:
                    pathway.Approaches.Add(new(ApproachKind.ContactAttempt, x.Way, x.TriedAt, x.Outcome == TryOutcome.Delivered ? x.TriedAt : null, null));
                    break;
                case OptInAsked x:
                    pathway.Approaches.Add(new(ApproachKind.OptIn, x.Way, envelope.At, null, null));
                    break;
                case OnwardReferralMade x:
                    pathway.OnwardReferrals.Add(new(x.MadeOn, null, x.Reason, x.Receiving));
                    break;
                case LongTermConditionsGiven x:
                    foreach (var condition in x.Conditions)
                        pathway.Facts.Add(new(PersonFactKind.LongTermCondition, condition, x.Scheme, London.DayOf(envelope.At)));
                    break;
                case ContactTypeSaid x:
                    proposedTypes[x.Appointment] = x;
                    break;
                case ContactTypeAgreed { Agreed: true } x when proposedTypes.TryGetValue(x.Appointment, out var said)
                    && contacts.TryGetValue(x.Appointment, out var contact):
                    pathway.Changes.Add(new(
                        ChangeOf.AppointmentType, contact, pathway.Contacts[contact].TypeByRecord, said.ContactType, envelope.At, envelope.By.Actor, said.Why));
                    break;
                case CareEnded x:
                    endCode = x.EndCode;
                    break;
                case EndReasonAdded x:
                    pathway.Changes.Add(new(ChangeOf.EndReason, 0, endCode, x.EndCode, envelope.At, envelope.By.Actor, x.Why));
                    endCode = x.EndCode;
                    break;
            }
        }

        CarePlans.Into(pathway, referral);
        foreach (var pause in pauses)
            pathway.Pauses.Add(pause);
    }
}

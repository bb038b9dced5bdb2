using Candour.CareRecord.Appointments;
using Candour.CareRecord.Discharge;
using Candour.CareRecord.OptIn;
using Candour.CareRecord.Referrals;
using Candour.CareRecord.Sessions;
using Candour.Clinical;
using Candour.Clinical.Problems;

namespace Candour.CareRecord.Waiting;

/// <summary>How a stay on a list came to an end.</summary>
public enum LeftHow
{
    /// <summary>The first session with the treatment waited for.</summary>
    Began,

    /// <summary>To another list, or for another treatment; all days kept.</summary>
    Moved,

    /// <summary>Care ended.</summary>
    CareEnded,

    /// <summary>Taken off by a person, with the reason.</summary>
    TakenOff,
}

/// <summary>One stay on a waiting list. What ends it is worked out, so nobody is left standing on a list in error.</summary>
/// <param name="Number">1, 2, 3 … within the referral.</param>
/// <param name="Therapy">SNOMED CT code; null: not chosen yet.</param>
/// <param name="On">The day they were put on this list: not the start of their wait.</param>
public sealed record Stay(int Number, int Step, string? Therapy, DateOnly On, string? Wants, DateOnly? Left, LeftHow? How)
{
    /// <summary>
    /// The day of a session that would have ended this stay, had two people not said afterwards that it was no treatment. Nobody is taken
    /// off a list by the evidence against their word, and no figure changes by their word against the evidence: both are shown.
    /// </summary>
    public DateOnly? BegunByRecord { get; init; }

    /// <summary>Both facts in a sentence, for those who work here.</summary>
    public static string BothFacts(DateOnly session, DateOnly today) =>
        $"By what was done in it, the session on {Words.Day(session, today)} counts as treatment in our figures. Two of us said afterwards that it was none, so this wait goes on.";

    /// <summary>The stay that lasts; null when the person waits on no list.</summary>
    public static Stay? Open(History referral) => Of(referral) is [.., { Left: null } last] ? last : null;

    /// <summary>The day every wait counts from: the referral's, or that of the earlier referral it goes on from.</summary>
    public static DateOnly? CountsFrom(History referral) => referral.Any<ReferralReceived>() ? Standing.CountsFrom(referral) : null;

    /// <summary>Every stay, oldest first.</summary>
    public static IReadOnlyList<Stay> Of(History referral)
    {
        if (!referral.Any<PutOnWaitingList>())
            return [];
        var appointments = Appointments.Appointment.Of(referral).ToDictionary(a => a.Id);
        var stays = new List<Stay>();
        var ended = false;
        foreach (var (envelope, e) in referral.Events.Select(r => (r.Envelope, r.Event)))
        {
            switch (e)
            {
                // Written after care had ended, it puts nobody on a list.
                case PutOnWaitingList when ended:
                    break;
                case PutOnWaitingList x:
                    var begun = stays is [.., { Left: null, BegunByRecord: { } day }] ? day : (DateOnly?)null;
                    End(stays, x.On, LeftHow.Moved);
                    stays.Add(new(stays.Count + 1, x.Step, x.Therapy, x.On, x.Wants, null, null) { BegunByRecord = begun });
                    break;
                case LeftWaitingList x:
                    End(stays, x.On, LeftHow.TakenOff);
                    break;
                case SessionClosed x when appointments.TryGetValue(x.Appointment, out var there) && (there.WasTreatment || there.SaidNotTreatment)
                    && stays is [.., { Left: null } last] && there.Day >= last.On && StepGiven(there) is var step && (step is null || step == last.Step):
                    if (there.WasTreatment)
                        End(stays, there.Day, LeftHow.Began);
                    else
                        stays[^1] = last with { BegunByRecord = last.BegunByRecord ?? there.Day };
                    break;
                case CareEnded or ClosedForNoReply or ClosedAsAsked or ReferralNotForUs:
                    ended = true;
                    End(stays, DayOfEnd(e, envelope), LeftHow.CareEnded);
                    break;
                case EndingUndone or CameBack or Reopened or NotForUsTakenBack or NotForUsObjected:
                    ended = false;
                    if (stays is [.., { How: LeftHow.CareEnded } over])
                        stays[^1] = over with { Left = null, How = null };
                    break;
            }
        }

        return stays;
    }

    private static int? StepGiven(Appointment there) =>
        Clinical.Problems.Therapy.OfCode(there.Saved?.Therapy) is { } therapy ? (int?)Conformity.StepOf(therapy) : null;

    private static DateOnly DayOfEnd(Event e, Envelope envelope) => e switch
    {
        CareEnded x => x.Day,
        ClosedForNoReply x => x.ClosedOn,
        ClosedAsAsked x => x.ClosedOn,
        _ => London.DayOf(envelope.At),
    };

    private static void End(List<Stay> stays, DateOnly on, LeftHow how)
    {
        if (stays is [.., { Left: null } last])
            stays[^1] = last with { Left = on < last.On ? last.On : on, How = how };
    }
}

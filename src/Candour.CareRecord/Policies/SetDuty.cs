using Candour.Clinical;

namespace Candour.CareRecord.Policies;

/// <summary>Puts somebody on duty for risk answers. Where two times overlap the one entered last holds.</summary>
/// <param name="Until">Not included.</param>
public sealed record SetDuty(string Staff, Moment From, Moment Until)
{
    /// <param name="staff">The staff file of the one on duty.</param>
    public Decision Decide(History policy, History staff, Moment now)
    {
        if (!staff.Any<Staff.StaffJoined>() || staff.Stream != Streams.Staff(Staff))
            return new NobodyOfThatId(Staff);
        if (Until <= From)
            return new DutyEndsFirst();
        if (Until <= now)
            return new DutyIsPast();
        var entry = new DutySet { Staff = Staff, From = From, Until = Until };
        return policy.All<DutySet>().LastOrDefault(d => d.From < Until && From < d.Until) == entry
            ? Decision.AlreadySo
            : Decision.Accept(policy.Stream, entry);
    }
}

public sealed record NobodyOfThatId(string Id) : Refusal($"Nobody in the staff file has the id or e-mail '{Id}'.");

public sealed record DutyEndsFirst() : Refusal("A time of duty ends after it begins. 'until' is the first moment it no longer holds.");

public sealed record DutyIsPast() : Refusal("That time of duty is over already. A rota is made for times to come.");

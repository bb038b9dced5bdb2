using Candour.CareRecord.Safeguards;
using Candour.Clinical;

namespace Candour.CareRecord.Policies;

/// <summary>Puts somebody on duty for risk answers. Where two times overlap the one entered last holds.</summary>
/// <param name="Until">Not included.</param>
public sealed record SetDuty(string Staff, Moment From, Moment Until)
{
    /// <param name="staff">The staff file of the one on duty.</param>
    /// <param name="atWork">Who can take a worry: nobody else is put on duty for it.</param>
    public Decision Decide(History policy, History staff, AtWork atWork, Moment now)
    {
        if (!staff.Any<Staff.StaffJoined>() || staff.Stream != Streams.Staff(Staff))
            return new NobodyOfThatId(Staff);
        if (Until <= From)
            return new DutyEndsFirst();
        if (Until <= now)
            return new DutyIsPast();
        if (!atWork.Takes(Staff, London.DayOf(From > now ? From : now), onDuty: true))
            return new CannotTakeWorries();
        var entry = new DutySet { Staff = Staff, From = From, Until = Until };
        return policy.All<DutySet>().LastOrDefault(d => d.From < Until && From < d.Until) == entry
            ? Decision.AlreadySo
            : Decision.Accept(policy.Stream, entry);
    }
}

public sealed record NobodyOfThatId(string Id) : Refusal($"Nobody in the staff file has the id or e-mail '{Id}'.");

public sealed record CannotTakeWorries()
    : Refusal("They cannot open tasks about safety, so nobody would hear. Name a clinician who works here then and whose account is open.");

public sealed record CannotTakeConcerns()
    : Refusal("They cannot open safeguarding concerns, so nobody would hear. Name somebody who works here then, whose account is open and whose role may.");

public sealed record DutyEndsFirst() : Refusal("A time of duty ends after it begins. 'until' is the first moment it no longer holds.");

public sealed record DutyIsPast() : Refusal("That time of duty is over already. A rota is made for times to come.");

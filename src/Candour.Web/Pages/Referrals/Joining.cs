using Candour.CareRecord;
using Candour.CareRecord.Discharge;
using Candour.CareRecord.Policies;
using Candour.CareRecord.Referrals;
using Candour.Clinical;

namespace Candour.Web.Pages.Referrals;

/// <summary>What joining two records, or undoing it, changes for both beside the pair itself. In the same write.</summary>
internal static class Joining
{
    /// <summary>From now on a death in one stops the other, what is not safe in one binds the other, and the oldest open first day counts.</summary>
    public static Decision Agree(Decision agreed, JoinedStreams joined, Histories h)
    {
        if (agreed is not Accepted so)
            return agreed;
        var all = so.And(Joined.InStep(joined.PeopleIn(h))).And(Joined.OldestStands(joined.ReferralsIn(h)));
        return joined.PeopleIn(h).Any(Death.IsRecorded) ? all.And(joined.StoppedForDeath(h)) : all;
    }

    /// <summary>Each is bound by its own again. What was stopped goes out no more by itself; a notice that ran runs anew, with all its days.</summary>
    public static Decision Undo(Decision undone, IReadOnlyList<IReadOnlyList<string>> apart, JoinedStreams joined, Histories h, Moment now)
    {
        if (undone is not Accepted all)
            return undone;
        foreach (var group in apart)
        {
            List<History> people = [.. group.Select(p => h[Streams.Person(p)])];
            List<History> referrals = [.. joined.Referrals.Where(r => group.Contains(r.Person)).Select(r => h[r.Stream])];
            all = all.And(Joined.InStep(people)).And(Joined.OwnDaysAgain(people, referrals));
            if (people.Any(Death.IsRecorded) && !people.Any(Death.IsRecordedHere))
                all = all.And(EndOfCare.LiftStop(referrals, ServicePolicy.On(London.DayOf(now), h[Streams.Policy]).NoticeDays, now));
        }

        return all;
    }
}

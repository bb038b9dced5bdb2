using Candour.CareRecord.Messages;
using Candour.Clinical;

namespace Candour.CareRecord.Safeguards;

/// <summary>
/// Who is told about a new disclosure: its owner always; with an answer of 2 or 3 duty at any hour, and in staffed hours the
/// supervisor too. The words are "a task needs you": no name, score or reason.
/// </summary>
internal static class RiskPages
{
    public static Accepted Of(Told told, string owner, Cover cover, Moment now) =>
        Whom(told, owner, cover, now).Aggregate(new Accepted([]), (all, page) => all.And(To(page.Staff, page.Message, now)));

    /// <summary>Staff ids of those told who do not own it.</summary>
    public static IReadOnlyList<string> BesideOwner(Told told, string owner, Cover cover, Moment now) =>
        [.. Whom(told, owner, cover, now).Select(p => p.Staff).Where(staff => staff != owner && staff != Cover.Nobody)];

    private static IEnumerable<(string Staff, string Message)> Whom(Told told, string owner, Cover cover, Moment now)
    {
        var pages = new List<(string Staff, string Message)> { (owner, told.Ids.ToOwner) };
        if (told.PageAtOnce)
        {
            pages.Add((cover.Of(RiskOwnerAs.Duty), told.Ids.ToDuty));
            if (cover.Staffed <= now)
                pages.Add((cover.Of(RiskOwnerAs.Supervisor), told.Ids.ToSupervisor));
        }

        return pages.DistinctBy(p => p.Staff);
    }

    /// <summary>One message to one member of staff; none where nobody holds any post, and then the list of tasks alarms.</summary>
    public static Accepted To(string staff, string message, Moment now) =>
        staff == Cover.Nobody ? new Accepted([]) : Message.QueueForStaff(message, staff, now);
}

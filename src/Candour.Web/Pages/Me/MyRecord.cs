using Candour.CareRecord;
using Candour.CareRecord.Pathways;
using Candour.CareRecord.Treatment.Store;
using Candour.Clinical;
using Candour.Web.Access;

namespace Candour.Web.Pages.Me;

/// <summary>The record of the person who is signed in: the open referral, else the latest.</summary>
public sealed class MyRecord(TheRecord record, Who who)
{
    /// <summary>Null when there is no referral yet.</summary>
    public async Task<PathwayView?> View()
    {
        if (who.Patient?.Person is not { } me)
            return null;
        await using var lists = record.Lists();
        var referrals = await lists.ReferralsOf(me);
        if ((referrals.FirstOrDefault(r => r.IsOpen) ?? referrals.FirstOrDefault()) is not { } mine)
            return null;
        var (referral, person) = (Streams.Referral(mine.Referral), Streams.Person(me));
        var histories = await record.Read([referral, person]);
        return PathwayView.Of(histories[referral], histories[person], London.Today(record.Clock));
    }
}

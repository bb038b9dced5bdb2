using Candour.CareRecord.Timers;
using Candour.Clinical;

namespace Candour.CareRecord.Referrals.Store;

/// <summary>Takes away self-referrals that nobody sent within 24 hours, and counts danger told in them that reached nobody.</summary>
public sealed class TakesDraftsAway(Drafts drafts) : IDueWork
{
    public string Name => "drafts";

    public Task<int> Run(TheRecord record, Moment now) => drafts.TakeAway();
}

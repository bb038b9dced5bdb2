using Candour.CareRecord;
using Candour.CareRecord.Referrals;
using Candour.CareRecord.Referrals.Store;
using Candour.Clinical;

namespace Candour.Web.Pages.Referrals;

/// <summary>
/// Who may have another record, for the banner on every page about a person (H13). There are few, so all are read at once and
/// remembered for some seconds: the busiest page of the site asks the database nothing more for it.
/// </summary>
public sealed class PairedPeople(TheRecord record)
{
    private static readonly TimeSpan Remembered = TimeSpan.FromSeconds(10);

    private Known? _known;

    /// <summary>The words of the banner; null where no other record is known of.</summary>
    public async Task<string?> Of(string person)
    {
        var now = Moment.Now(record.Clock);
        if (_known is not { } known || now < known.Read || now > known.Read.Plus(Remembered))
            _known = known = new(now, await FindReferrals.Paired(record));
        return known.People.TryGetValue(person, out var state) ? Words(state) : null;
    }

    /// <summary>The words of the banner.</summary>
    public static string Words(PairState state) => state == PairState.Joined ? "Read as one person with another record." : "Another record may exist.";

    private sealed record Known(Moment Read, IReadOnlyDictionary<string, PairState> People);
}

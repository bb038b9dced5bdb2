using Candour.CareRecord.Policies;
using Candour.CareRecord.Safeguarding.Store;
using Candour.CareRecord.Safeguards;
using Candour.Clinical;

namespace Candour.CareRecord.Safeguarding;

/// <summary>
/// Whoever had a concern goes, or may not open it any more: the safeguarding lead whom the policy names has it, else the supervisor,
/// and is told. Where neither could take it, it stays where it is.
/// </summary>
/// <param name="From">Staff id of who had it.</param>
/// <param name="Message">Fresh id of the message to the new owner.</param>
public sealed record HandOnSafeguarding(string From, string Message)
{
    public Decision Decide(History entry, ServicePolicy policy, AtWork atWork, Moment now)
    {
        if (SafeguardingEntry.Of(entry) is not { IsOpen: true } there || there.Owner != From)
            return Decision.AlreadySo;
        string?[] named = [policy.SafeguardingLead, policy.Supervisor];
        return named.OfType<string>().FirstOrDefault(one => one != From && one != there.Raised.NotFor && atWork.TakesConcerns(one, London.DayOf(now))) is { } to
            ? Decision.Accept(entry.Stream, new SafeguardingHandedOn { To = to }).And(RiskPages.To(to, Message, now))
            : Decision.AlreadySo;
    }

    /// <summary>Every open concern of theirs, each by a write of its own.</summary>
    /// <param name="orders">The order of one entry, by its id.</param>
    public static async Task All(TheRecord record, Func<string, Order> orders, string from, Randomness randomness)
    {
        List<string> entries;
        await using (var lists = record.Lists())
            entries = await SafeguardingList.OpenOf(lists, from);
        var atWork = await AtWork.Now(record, randomness);
        foreach (var id in entries)
        {
            var (stream, handOn) = (Streams.Safeguarding(id), new HandOnSafeguarding(from, Ids.New(randomness)));
            await record.Write(
                orders(id), [stream, Streams.Policy],
                (all, now) => handOn.Decide(all[stream], ServicePolicy.On(London.DayOf(now), all[Streams.Policy]), atWork, now));
        }
    }
}

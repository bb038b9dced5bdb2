using Candour.CareRecord.Messages;
using Candour.CareRecord.Referrals;
using Candour.CareRecord.Referrals.Store;
using Candour.CareRecord.Store;
using Candour.Clinical;
using Microsoft.EntityFrameworkCore;

namespace Candour.CareRecord.OptIn.Store;

/// <summary>People being reached, with their tries and receipts.</summary>
public static class FindReach
{
    public const int Page = 50;

    /// <param name="page">0 for the first.</param>
    /// <param name="down">The largest first: of days waited, the longest.</param>
    public static async Task<(IReadOnlyList<(ReachRow Row, PersonRow Person)> Rows, int All)> List(
        TheRecord record, int page, ReachOrder order = ReachOrder.Waited, bool down = true)
    {
        await using var lists = record.Lists();
        var all = lists.Set<ReachRow>().AsNoTracking();
        var rows = await (order switch
        {
            ReachOrder.Person => all.Join(lists.Set<PersonRow>(), r => r.Person, p => p.Person, (r, p) => new { r, p })
                .By(x => x.p.LastKey, down).ThenBy(x => x.p.FirstKey, down).ThenBy(x => x.r.Referral).Select(x => x.r),
            ReachOrder.Tries => all.By(r => r.Tries, down).ThenBy(r => r.CountsFrom).ThenBy(r => r.Referral),
            // The longest waited is the earliest day.
            _ => all.By(r => r.CountsFrom, !down).ThenBy(r => r.Referral),
        }).Skip(page * Page).Take(Page).ToListAsync();
        var people = await FindPeople.Many(record, [.. rows.Select(r => r.Person).Distinct()]);
        return ([.. rows.Select(r => (r, people[r.Person]))], await all.CountAsync());
    }

    /// <summary>What is known of the arrival of the messages a referral names.</summary>
    public static async Task<Func<string, Receipt>> Receipts(TheRecord record, History referral)
    {
        var streams = MessagesOf(referral).Select(Streams.Message).ToList();
        var histories = await record.Read(streams);
        return message => Of(histories[Streams.Message(message)]);
    }

    /// <summary>Ids of the messages by which the person was tried.</summary>
    public static IEnumerable<string> MessagesOf(History referral) =>
        referral.All<OptInAsked>().Select(a => a.Message).Concat(referral.All<ContactTried>().Select(t => t.Message)).OfType<string>().Distinct();

    /// <summary>A receipt from a message's own stream: delivered, or failed for good.</summary>
    public static Receipt Of(History message)
    {
        var delivered = message.Recorded<MessageDelivered>().Select(d => (Moment?)d.Envelope.At).FirstOrDefault();
        var failed = MessageState.Of(message) is { Stage: MessageStage.Bounced or MessageStage.Failed or MessageStage.Blocked or MessageStage.Cancelled or MessageStage.TooLate };
        return new(failed ? null : delivered, failed);
    }
}

/// <summary>The column that people to reach are sorted by.</summary>
public enum ReachOrder
{
    Waited,
    Person,
    Tries,
}

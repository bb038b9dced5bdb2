using Candour.CareRecord.Messages;
using Candour.CareRecord.Referrals;
using Candour.CareRecord.Referrals.Store;
using Candour.Clinical;
using Microsoft.EntityFrameworkCore;

namespace Candour.CareRecord.OptIn.Store;

/// <summary>People being reached, with their tries and receipts.</summary>
public static class FindReach
{
    public const int Page = 50;

    /// <summary>The longest waiting first.</summary>
    public static async Task<(IReadOnlyList<(ReachRow Row, PersonRow Person)> Rows, int All)> List(TheRecord record, int page)
    {
        await using var lists = record.Lists();
        var all = lists.Set<ReachRow>().AsNoTracking();
        var rows = await all.OrderBy(r => r.CountsFrom).ThenBy(r => r.Referral).Skip(page * Page).Take(Page).ToListAsync();
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

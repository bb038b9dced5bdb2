using Candour.Clinical;
using Microsoft.EntityFrameworkCore;

namespace Candour.CareRecord.Messages.Store;

/// <summary>Messages looked up in their lists.</summary>
public static class FindMessages
{
    /// <summary>Ids of messages to be sent now: those to staff first, for somebody may be in danger, then the earliest due.</summary>
    /// <param name="way">text or email.</param>
    public static async Task<IReadOnlyList<string>> Due(TheRecord record, string way, Moment now, int most)
    {
        await using var lists = record.Lists();
        return await lists.Set<OutboxRow>().Where(m => m.Stage == MessageStage.Waiting && m.Way == way && m.Due <= now)
            .OrderBy(m => m.Staff == null).ThenBy(m => m.Due).ThenBy(m => m.Message).Select(m => m.Message).Take(most).ToListAsync();
    }

    /// <summary>Ids of messages whose handing over began before the moment and never ended: their sender died.</summary>
    public static async Task<IReadOnlyList<string>> LeftHalfway(TheRecord record, Moment before)
    {
        await using var lists = record.Lists();
        return await lists.Set<OutboxRow>().Where(m => m.Stage == MessageStage.HandingOver && m.Since < before)
            .OrderBy(m => m.Since).Select(m => m.Message).ToListAsync();
    }

    /// <summary>Ids of messages to the person that have not gone: cancelled when the person dies.</summary>
    public static async Task<IReadOnlyList<string>> WaitingFor(TheRecord record, string person)
    {
        await using var lists = record.Lists();
        return await lists.Set<OutboxRow>().Where(m => m.Person == person && m.Stage == MessageStage.Waiting).Select(m => m.Message).ToListAsync();
    }

    /// <summary>
    /// Streams of messages to the person of which nothing is said yet, in the outbox or on the call list: named in a write that
    /// moves or calls off what they are about, and withdrawn there.
    /// </summary>
    public static async Task<IReadOnlyList<StreamId>> Unsaid(TheRecord record, string person)
    {
        await using var lists = record.Lists();
        var called = await lists.Set<CallRow>().Where(c => c.Person == person).Select(c => c.Message).ToListAsync();
        return [.. (await WaitingFor(record, person)).Union(called).Select(Streams.Message)];
    }

    /// <summary>The outbox: what waits, what is under way, and what a person has to settle; the oldest first.</summary>
    public static async Task<IReadOnlyList<OutboxRow>> Outbox(TheRecord record, MessageStage stage, int skip, int most)
    {
        await using var lists = record.Lists();
        return await lists.Set<OutboxRow>().AsNoTracking().Where(m => m.Stage == stage)
            .OrderBy(m => m.Since).ThenBy(m => m.Message).Skip(skip).Take(most).ToListAsync();
    }

    public static async Task<int> Count(TheRecord record, MessageStage stage)
    {
        await using var lists = record.Lists();
        return await lists.Set<OutboxRow>().CountAsync(m => m.Stage == stage);
    }

    /// <summary>Handed over in the last days and not known to have arrived: asked after at channels that can tell.</summary>
    public static async Task<IReadOnlyList<OutboxRow>> Unconfirmed(TheRecord record, Moment since)
    {
        await using var lists = record.Lists();
        return await lists.Set<OutboxRow>().AsNoTracking()
            .Where(m => m.Stage == MessageStage.HandedOver && m.Reference != null && m.Since >= since).OrderBy(m => m.Since).ToListAsync();
    }

    /// <summary>People to call, the longest waiting first.</summary>
    public static async Task<IReadOnlyList<CallRow>> CallList(TheRecord record, int skip, int most)
    {
        await using var lists = record.Lists();
        return await lists.Set<CallRow>().AsNoTracking().OrderBy(c => c.Since).ThenBy(c => c.Message).Skip(skip).Take(most).ToListAsync();
    }

    /// <summary>Whether somebody at the front desk has something to do for this person: a call, or a message to settle.</summary>
    public static async Task<bool> HasWork(TheRecord record, string person)
    {
        await using var lists = record.Lists();
        return await lists.Set<CallRow>().AnyAsync(c => c.Person == person)
            || await lists.Set<OutboxRow>().AnyAsync(m => m.Person == person && m.Stage == MessageStage.MayHaveGone)
            || await lists.Set<Links.LinkRow>().AnyAsync(l => l.Person == person && l.State == Links.LinkState.Locked);
    }

    public static async Task<int> CountCallList(TheRecord record)
    {
        await using var lists = record.Lists();
        return await lists.Set<CallRow>().CountAsync();
    }
}

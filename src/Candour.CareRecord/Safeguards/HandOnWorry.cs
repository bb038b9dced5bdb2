using Candour.CareRecord.Policies;
using Candour.CareRecord.Treatment.Store;
using Candour.Clinical;

namespace Candour.CareRecord.Safeguards;

/// <summary>
/// Anybody who works here hands on what was said; the person says "I feel worse"; a letter, text or call tells of danger.
/// All open or join the same one task.
/// </summary>
/// <param name="Source">Where it was said.</param>
/// <param name="Referral">Known from the page it is handed on from; null when only the person is known.</param>
/// <param name="Now">Danger now, as the one who hands it on sees it: duty is paged at once.</param>
public sealed record HandOnWorry(string Person, string? Referral, RiskSource Source, string? Said, bool Now, bool HelpShown)
{
    /// <summary>"I feel worse", said by the person: of their open care where there is some, so that it goes to their own clinician first.</summary>
    public static async Task<HandOnWorry> FeelsWorse(TheRecord record, string person, string? said)
    {
        await using var lists = record.Lists();
        return new(person, await lists.OpenReferralOf(person), RiskSource.FeelsWorse, said, Now: false, HelpShown: true);
    }

    public async Task<Outcome> Write(TheRecord record, Order order, Randomness randomness)
    {
        var person = Streams.Person(Person);
        var referral = Referral is null ? (StreamId?)null : Streams.Referral(Referral);
        var ids = RiskIds.New(randomness);
        var atWork = await AtWork.Now(record, randomness);
        StreamId[] streams = referral is { } one ? [person, Streams.Policy, one] : [person, Streams.Policy];
        return await record.Write(order, streams, (all, now) => Decide(
            all[person],
            Cover.At(
                ServicePolicy.On(London.DayOf(now), all[Streams.Policy]),
                now,
                referral is { } known ? Allocation.Of(all[known]) : null,
                atWork.For(all[person])),
            ids,
            now));
    }

    public Decision Decide(History person, Cover cover, RiskIds ids, Moment now) =>
        string.IsNullOrWhiteSpace(Said) && Source is not RiskSource.FeelsWorse
            ? new SayTheWorry()
            : Risk.Disclose(
                person,
                new()
                {
                    Source = Source,
                    Referral = Referral,
                    Said = string.IsNullOrWhiteSpace(Said) ? null : Said.Trim(),
                    HelpShown = HelpShown,
                    PageAtOnce = Now,
                    Ids = ids,
                },
                cover,
                now);
}

using Candour.CareRecord;
using Candour.CareRecord.Discharge;
using Candour.CareRecord.Referrals;
using Candour.Clinical;

namespace Candour.Web.Pages.Consent;

/// <summary>One referral and its person, as the pages of plan, problem, step and assessment read them.</summary>
public sealed record CareAtHand(History Referral, History PersonHistory, Person Person, DateOnly Today)
{
    public string Id => Referral.Stream.Id;

    public Course Course { get; } = Course.Of(Referral);

    /// <summary>Days since the referral came, or since the earlier one it goes on from.</summary>
    public int DaysWaited => Today.DayNumber - (CareRecord.Waiting.Stay.CountsFrom(Referral) ?? Today).DayNumber;

    public string NeedsLine => NeedsWords.Strip(NeedsWords.Of(Person), Person.NeedsAskedOn, Person.Needs?.ReviewOn, Today);

    public bool HasNeeds => NeedsWords.Of(Person).Length > 0;

    /// <summary>Null when there is no such referral.</summary>
    public static async Task<CareAtHand?> Find(TheRecord record, string id)
    {
        if (!Ids.IsOne(id))
            return null;
        var referral = await record.Read(Streams.Referral(id));
        if (referral.First<ReferralReceived>() is not { } received)
            return null;
        var person = await record.Read(Streams.Person(received.Person));
        return Person.Of(person) is { } known ? new(referral, person, known, London.Today(record.Clock)) : null;
    }
}

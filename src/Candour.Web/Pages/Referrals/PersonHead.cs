using Candour.CareRecord;
using Candour.CareRecord.Referrals.Store;
using Candour.Clinical;
using Candour.Web.Components.Patterns;

namespace Candour.Web.Pages.Referrals;

/// <summary>The top of every front-desk page about a person: who, what they need, and whether another record may exist.</summary>
public sealed record PersonHead(PersonRow Person, ReferralRow? Referral, IReadOnlyList<PairRow> Pairs, DateOnly Today)
{
    public NameLine Name => new(Person.FullName, Person.Called, Person.BirthDate ?? Today, Today)
    {
        NhsNumber = Person.NhsNumber is { } number ? Clinical.NhsNumber.InGroups(number) : null,
        DaysOpen = Referral is null ? null : Today.DayNumber - Referral.CountsFrom.DayNumber,
    };

    public NeedsStrip Needs => new(Person.Needs.Length == 0 ? [] : [Person.Needs.TrimEnd('.')], Person.NeedsAskedOn, Today)
    {
        ReviewOn = Person.NeedsReviewOn,
        Href = Referral is null ? null : $"/pathways/{Referral.Referral}/registration/needs",
    };

    /// <summary>"Amira Testwell, born 4 March 1991, 999 012 3456": in the tab, so that two tabs are not mistaken (H12).</summary>
    public string TabTitle => string.Join(", ", new[]
    {
        Person.FullName,
        Person.BirthDate is { } born ? $"born {Words.Day(born, DateOnly.MinValue)}" : null,
        Name.NhsNumber,
    }.OfType<string>());

    public static async Task<PersonHead> Of(TheRecord record, string person, string? referral) => new(
        (await FindPeople.One(record, person))!,
        referral is null ? null : await FindReferrals.One(record, referral),
        await FindReferrals.Pairs(record, person),
        London.Today(record.Clock));
}

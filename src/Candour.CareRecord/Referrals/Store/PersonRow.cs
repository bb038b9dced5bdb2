using System.ComponentModel.DataAnnotations;

namespace Candour.CareRecord.Referrals.Store;

/// <summary>person_list: identity for strips, joins, search and matching. One row a person, from the person's stream alone.</summary>
public sealed record PersonRow
{
    [Key]
    public required string Person { get; init; }

    public required string Called { get; init; }

    public required string FullName { get; init; }

    /// <summary>First and last name as compared: <see cref="Tidy.Name"/>.</summary>
    public required string FirstKey { get; init; }

    public required string LastKey { get; init; }

    public DateOnly? BirthDate { get; init; }

    /// <summary>Ten digits.</summary>
    public string? NhsNumber { get; init; }

    /// <summary>Needs and safe contact in words, for the strip on top of every page about the person.</summary>
    public required string Needs { get; init; }

    public DateOnly? NeedsAskedOn { get; init; }

    public DateOnly? NeedsReviewOn { get; init; }

    /// <summary>Whether any need but safe contact is recorded.</summary>
    public bool HasNeeds { get; init; }

    /// <summary>"Text only, no voicemail".</summary>
    public required string SafeContact { get; init; }

    /// <summary>The ways that may be used, separated by spaces.</summary>
    public required string SafeWays { get; init; }

    /// <summary>As compared: <see cref="Tidy.Phone"/>.</summary>
    public string? MobileKey { get; init; }

    public string? PhoneKey { get; init; }

    /// <summary>In small letters.</summary>
    public string? EmailKey { get; init; }

    public string? PostcodeKey { get; init; }

    public bool NeutralName { get; init; }

    public bool HasDied { get; init; }

    internal static IEnumerable<PersonRow> RowsOf(History history)
    {
        if (Referrals.Person.Of(history) is not { } person)
            yield break;
        yield return new()
        {
            Person = person.Id,
            Called = person.Called,
            FullName = person.FullName,
            FirstKey = Tidy.Name(person.FirstName),
            LastKey = Tidy.Name(person.LastName),
            BirthDate = person.BirthDate,
            NhsNumber = person.NhsNumber,
            Needs = NeedsWords.Of(person),
            NeedsAskedOn = person.NeedsAskedOn,
            NeedsReviewOn = person.Needs?.ReviewOn,
            HasNeeds = person.Needs is { Needs.Count: > 0 },
            SafeContact = NeedsWords.SafeContact(person),
            SafeWays = string.Join(' ', person.SafeWays),
            MobileKey = Key(Tidy.Phone(person.Contact?.Mobile)),
            PhoneKey = Key(Tidy.Phone(person.Contact?.Phone)),
            EmailKey = Key(person.Contact?.Email?.ToLowerInvariant()),
            PostcodeKey = Key(Tidy.Postcode(person.Contact?.Postcode)),
            NeutralName = person.NeutralNameOnly,
            HasDied = person.HasDied,
        };
    }

    /// <summary>For comparing with somebody else.</summary>
    internal Traits Traits => new(
        FirstKey, LastKey, BirthDate, NhsNumber, [.. new[] { MobileKey, PhoneKey }.OfType<string>().Distinct()], EmailKey, PostcodeKey);

    private static string? Key(string? text) => string.IsNullOrEmpty(text) ? null : text;
}

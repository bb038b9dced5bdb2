using System.ComponentModel.DataAnnotations;
using Candour.CareRecord.Referrals;
using Candour.Clinical;

namespace Candour.CareRecord.Letters;

/// <summary>A letter for the front desk: to be made, or made and to be posted. What it says stays in the record.</summary>
public sealed record LetterRow
{
    /// <summary>In the place of an id: still to be made.</summary>
    public const string Owed = "owed";

    [Key]
    public required string Referral { get; init; }

    /// <summary>Its id, or <see cref="Owed"/>.</summary>
    [Key]
    public required string Letter { get; init; }

    public required string Person { get; init; }

    public required LetterKind Kind { get; init; }

    public required Moment Since { get; init; }

    public static IEnumerable<LetterRow> RowsOf(History referral)
    {
        if (referral.First<ReferralReceived>() is not { } received)
            yield break;
        foreach (var letter in Letters.Letter.All(referral).Where(l => l.Waits))
            yield return new() { Referral = referral.Stream.Id, Letter = letter.Id, Person = received.Person, Kind = letter.Made.Kind, Since = letter.MadeBy.At };

        if (OwesNotForUs(referral))
            yield return new() { Referral = referral.Stream.Id, Letter = Owed, Person = received.Person, Kind = LetterKind.NotForUs, Since = Decided(referral)!.At };
    }

    /// <summary>"They get these words in a letter": owed from the decision on, until it is made or they were told in another way.</summary>
    internal static bool OwesNotForUs(History referral) => Standing.Of(referral) == Stage.NotForUs && Decided(referral) is { } decided
        && !referral.Events.Any(e => e.Envelope.Sequence > decided.Sequence && (e.Event is LetterMade { Kind: LetterKind.NotForUs } or LetterNotPosted { Letter: Owed }));

    private static Envelope? Decided(History referral) => referral.Recorded<ReferralNotForUs>().LastOrDefault().Envelope;
}

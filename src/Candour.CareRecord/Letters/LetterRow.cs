using System.ComponentModel.DataAnnotations;
using Candour.CareRecord.Discharge;
using Candour.CareRecord.OptIn;
using Candour.CareRecord.Referrals;
using Candour.Clinical;
using Stage = Candour.CareRecord.Referrals.Stage;

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

        if (OwedOf(referral) is { } owed)
            yield return new() { Referral = referral.Stream.Id, Letter = Owed, Person = received.Person, Kind = owed.Kind, Since = owed.Since };
    }

    /// <summary>"They get a letter about this": owed from a decision on, until it is made or they were told in another way. Null: none.</summary>
    public static (LetterKind Kind, Moment Since)? OwedOf(History referral)
    {
        if (Course.Of(referral) is { IsInNotice: true, NotTold: true })
        {
            return Letters.Letter.All(referral).Any(l => l is { Waits: true, Made.Kind: LetterKind.CareIsEnding })
                ? null
                : (LetterKind.CareIsEnding, referral.Recorded<EndingNotTold>().Last().Envelope.At);
        }

        var kind = Standing.Of(referral) switch { Stage.NotForUs => LetterKind.NotForUs, Stage.Closed => LetterKind.Closed, _ => (LetterKind?)null };
        return kind is { } owed
            && referral.Events.LastOrDefault(e => e.Event is ReferralNotForUs or ClosedForNoReply or ClosedAsAsked)?.Envelope is { } decided
            && !referral.Events.Any(e => e.Envelope.Sequence > decided.Sequence
                && ((e.Event is LetterMade made && made.Kind == owed) || e.Event is LetterNotPosted { Letter: Owed }))
            ? (owed, decided.At)
            : null;
    }
}

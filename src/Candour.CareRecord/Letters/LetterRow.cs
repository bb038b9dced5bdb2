using System.ComponentModel.DataAnnotations;
using Candour.CareRecord.Discharge;
using Candour.CareRecord.OptIn;
using Candour.CareRecord.Referrals;
using Candour.Clinical;
using Stage = Candour.CareRecord.Referrals.Stage;

namespace Candour.CareRecord.Letters;

/// <summary>A letter to be made, or made and to be posted; one to a GP also while the post may bring it back. What it says stays in the record.</summary>
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

    /// <summary>Staff id of the clinician who writes to the GP, answers for the letter and posts it; null: a letter to the person.</summary>
    public string? Owner { get; init; }

    /// <summary>A letter to a GP that is in the post: it may come back. Null: it waits.</summary>
    public DateOnly? PostedOn { get; init; }

    public static IEnumerable<LetterRow> RowsOf(History referral)
    {
        if (referral.First<ReferralReceived>() is not { } received)
            yield break;
        var gp = GpLetter.Of(referral);
        foreach (var letter in Letters.Letter.All(referral).Where(l => l.Waits))
        {
            // A draft to a GP that nobody approved is on no printer: where it is not to be any more, nothing is left to do.
            var draft = letter is { IsToGp: true, Approved: null };
            if (!draft || gp.Stage == GpLetterStage.ToApprove)
                yield return new() { Referral = referral.Stream.Id, Letter = letter.Id, Person = received.Person, Kind = letter.Made.Kind, Since = letter.MadeBy.At, Owner = letter.IsToGp ? gp.Owner ?? letter.MadeBy.By.Actor : null };
        }

        if (gp is { Stage: GpLetterStage.Posted, Letter: { } sent })
            yield return new() { Referral = referral.Stream.Id, Letter = sent.Id, Person = received.Person, Kind = sent.Made.Kind, Since = gp.Since, Owner = gp.Owner, PostedOn = sent.PostedOn };

        if (OwedOf(referral) is { } owed)
            yield return new() { Referral = referral.Stream.Id, Letter = Owed, Person = received.Person, Kind = owed.Kind, Since = owed.Since, Owner = owed.Kind == LetterKind.GpEnding ? gp.Owner : null };
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

        if (GpLetter.Of(referral) is { Stage: GpLetterStage.ToWrite } gp)
            return (LetterKind.GpEnding, gp.Since);

        var kind = Standing.Of(referral) switch { Stage.NotForUs => LetterKind.NotForUs, Stage.Closed => LetterKind.Closed, _ => (LetterKind?)null };
        return kind is { } owed
            && referral.Events.LastOrDefault(e => e.Event is ReferralNotForUs or ClosedForNoReply or ClosedAsAsked)?.Envelope is { } decided
            && !referral.Events.Any(e => e.Envelope.Sequence > decided.Sequence
                && ((e.Event is LetterMade made && made.Kind == owed) || e.Event is LetterNotPosted { Letter: Owed }))
            ? (owed, decided.At)
            : null;
    }
}

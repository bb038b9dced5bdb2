using System.ComponentModel.DataAnnotations;
using Candour.CareRecord.Discharge;
using Candour.CareRecord.OptIn;
using Candour.Clinical;

namespace Candour.CareRecord.Referrals.Store;

/// <summary>referral_list: every referral, open or not, and where it stands.</summary>
public sealed record ReferralRow
{
    [Key]
    public required string Referral { get; init; }

    public required string Person { get; init; }

    /// <summary>The numbers of the reference, 4821-07: the letters before them are the service's.</summary>
    public required string ReferenceDigits { get; init; }

    public required Stage Stage { get; init; }

    public required DateOnly ReceivedOn { get; init; }

    /// <summary>The day the wait counts from.</summary>
    public required DateOnly CountsFrom { get; init; }

    public required string Source { get; init; }

    /// <summary>Closed before anything began, or not for us: until when they can come back, or object, on the first day's clock.</summary>
    public DateOnly? ComeBackUntil { get; init; }

    public DateOnly? EndedOn { get; init; }

    internal static IEnumerable<ReferralRow> RowsOf(History history)
    {
        if (history.First<ReferralReceived>() is not { } received)
            yield break;
        var stage = Standing.Of(history);
        yield return new()
        {
            Referral = history.Stream.Id,
            Person = received.Person,
            ReferenceDigits = Reference.Digits(history.Stream.Id),
            Stage = stage,
            ReceivedOn = received.ReceivedOn,
            CountsFrom = Standing.CountsFrom(history),
            Source = history.Last<ReferralSourceGiven>()?.Source ?? received.Source,
            ComeBackUntil = stage switch
            {
                Stage.Closed => Reopen.ComeBackUntil(history),
                Stage.NotForUs => Course.Of(history).ComeBackUntil,
                _ => null,
            },
            EndedOn = Course.Of(history).EndedOn,
        };
    }
}

/// <summary>inbox_list: referrals nobody has decided on.</summary>
public sealed record InboxRow
{
    [Key]
    public required string Referral { get; init; }

    public required string Person { get; init; }

    public required Moment Came { get; init; }

    public required DateOnly CountsFrom { get; init; }

    public required string Source { get; init; }

    public required CameBy CameBy { get; init; }

    /// <summary>Something in the form said danger. The words are for clinicians.</summary>
    public bool SaidDanger { get; init; }

    public SafeNow? SafeNow { get; init; }

    public Moment? ReadAt { get; init; }

    public Moment? ClinicianAskedAt { get; init; }

    public bool Triaged { get; init; }

    public bool Unconfirmed { get; init; }

    public bool OutsideArea { get; init; }

    /// <summary>Came back from "not for us": another person has to look.</summary>
    public bool Objected { get; init; }

    internal static IEnumerable<InboxRow> RowsOf(History history)
    {
        if (history.First<ReferralReceived>() is not { } received || Standing.Of(history) != Stage.Inbox)
            yield break;
        yield return new()
        {
            Referral = history.Stream.Id,
            Person = received.Person,
            Came = history.Events[0].Envelope.At,
            CountsFrom = Standing.CountsFrom(history),
            Source = history.Last<ReferralSourceGiven>()?.Source ?? received.Source,
            CameBy = received.CameBy,
            SaidDanger = Standing.SaidDanger(received),
            SafeNow = received.SafeNow,
            ReadAt = Time<ReferralRead>(history),
            ClinicianAskedAt = Time<ClinicianAsked>(history),
            Triaged = history.Any<TriageDone>(),
            Unconfirmed = received.Unconfirmed && !history.Any<ReferralConfirmed>(),
            OutsideArea = received.OutsideArea,
            Objected = history.Any<NotForUsObjected>(),
        };
    }

    private static Moment? Time<T>(History history)
        where T : Event => history.Recorded<T>().Select(e => (Moment?)e.Envelope.At).FirstOrDefault();
}

/// <summary>pair_list: two people who may be one, and how that stands.</summary>
public sealed record PairRow
{
    [Key]
    public required string Pair { get; init; }

    public required string PersonA { get; init; }

    public required string PersonB { get; init; }

    public required PairState State { get; init; }

    public required Moment Since { get; init; }

    internal static IEnumerable<PairRow> RowsOf(History history)
    {
        if (history.First<MayBeSamePerson>() is not { } pair)
            yield break;
        yield return new()
        {
            Pair = history.Stream.Id, PersonA = pair.PersonA, PersonB = pair.PersonB, State = SamePerson.StateOf(history), Since = history.Events[0].Envelope.At,
        };
    }
}

using System.ComponentModel.DataAnnotations;
using Candour.Clinical;

namespace Candour.CareRecord.Sessions;

/// <summary>
/// A note being written, on a stream of its own (one a tab): drafts never overwrite each other, only their author sees them,
/// and they never weigh on the referral they are about.
/// </summary>
public sealed record NoteDrafted : Event
{
    public required string Appointment { get; init; }

    [Words]
    public required string Text { get; init; }
}

/// <summary>The draft became a note, or was dropped.</summary>
public sealed record NoteDraftEnded : Event;

public static class NoteDraft
{
    public static StreamId Stream(string draft) => new("note-draft", draft);

    public static Decision Save(History draft, By by, string appointment, string text) =>
        draft.Exists && draft.Events[0].Envelope.By.Actor != by.Actor ? new NotYourDraft()
        : Text.OrNull(text) is not { } words || draft.Last<NoteDrafted>()?.Text == words ? Decision.AlreadySo
        : words.Length > Text.Most ? new TextTooLong(Text.Most)
        : Decision.Accept(draft.Stream, new NoteDrafted { Appointment = appointment, Text = words });

    public static Decision End(History draft) =>
        draft.Exists && draft.Events[^1].Event is not NoteDraftEnded ? Decision.Accept(draft.Stream, new NoteDraftEnded()) : Decision.AlreadySo;
}

public sealed record NotYourDraft() : Refusal("That draft is someone else's. Only its author can see it.");

/// <summary>draft_list: open drafts, without their words.</summary>
public sealed record NoteDraftRow
{
    [Key]
    public required string Draft { get; init; }

    public required string Appointment { get; init; }

    public required string Author { get; init; }

    public required Moment SavedAt { get; init; }

    public static IEnumerable<NoteDraftRow> RowsOf(History draft)
    {
        if (draft.Recorded<NoteDrafted>().LastOrDefault() is not { Event: not null } last || draft.Events[^1].Event is NoteDraftEnded)
            yield break;
        yield return new()
        {
            Draft = draft.Stream.Id, Appointment = last.Event.Appointment, Author = draft.Events[0].Envelope.By.Actor, SavedAt = last.Envelope.At,
        };
    }
}

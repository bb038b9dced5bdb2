using System.ComponentModel.DataAnnotations;
using Candour.CareRecord.Assessment;
using Candour.Clinical;

namespace Candour.CareRecord.Sessions;

/// <summary>
/// A note or a block of an assessment being written, on a stream of its own (one a tab): drafts never overwrite each other, only
/// their author sees them, and they never weigh on the referral they are about.
/// </summary>
public sealed record NoteDrafted : Event
{
    public required string Appointment { get; init; }

    /// <summary>The free box; may be empty for a block of an assessment.</summary>
    [Words]
    public required string Text { get; init; }

    /// <summary>The block of a guided assessment; null: the note of a session.</summary>
    public AssessmentBlock? Block { get; init; }

    /// <summary>Keys of the block's fields that hold something, in the order of <see cref="Said"/>.</summary>
    public IReadOnlyList<string> Fields { get; init; } = [];

    /// <summary>What each field holds.</summary>
    [Words]
    public IReadOnlyList<string>? Said { get; init; }

    internal bool IsEmpty => Text.Length == 0 && Fields.Count == 0;

    internal bool IsTooLong => Text.Length > Sessions.Text.Most || Said?.Any(said => said.Length > Sessions.Text.Most) == true;

    internal bool SaysTheSame(NoteDrafted? other) => other is not null && other.Text == Text && other.Block == Block
        && other.Fields.SequenceEqual(Fields) && (other.Said ?? []).SequenceEqual(Said ?? []);
}

/// <summary>The draft became a note, or was dropped.</summary>
public sealed record NoteDraftEnded : Event;

public static class NoteDraft
{
    public static StreamId Stream(string draft) => new("note-draft", draft);

    /// <summary>The note of a session as it is being written.</summary>
    public static Decision Save(History draft, By by, string appointment, string text) =>
        Save(draft, by, new NoteDrafted { Appointment = appointment, Text = Text.OrNull(text) ?? "" });

    /// <summary>A block of an assessment as it is being written.</summary>
    /// <param name="fields">Field key and what it holds.</param>
    public static Decision Save(
        History draft, By by, string appointment, AssessmentBlock block, IReadOnlyDictionary<string, string?> fields, string? notes)
    {
        var saved = AssessmentForm.Saved(appointment, block, fields, notes);
        return Save(draft, by, new NoteDrafted { Appointment = appointment, Text = saved.Notes ?? "", Block = block, Fields = saved.Fields, Said = saved.Said });
    }

    public static Decision End(History draft) =>
        draft.Exists && draft.Events[^1].Event is not NoteDraftEnded ? Decision.Accept(draft.Stream, new NoteDraftEnded()) : Decision.AlreadySo;

    /// <summary>The draft as it stands, for its author; null for anybody else, and where there is none.</summary>
    public static NoteDrafted? Of(History draft, string author) =>
        draft.Exists && draft.Events[0].Envelope.By.Actor == author ? draft.Last<NoteDrafted>() : null;

    private static Decision Save(History draft, By by, NoteDrafted typed) =>
        draft.Exists && draft.Events[0].Envelope.By.Actor != by.Actor ? new NotYourDraft()
        : typed.IsEmpty || typed.SaysTheSame(draft.Last<NoteDrafted>()) ? Decision.AlreadySo
        : typed.IsTooLong ? new TextTooLong(Text.Most)
        : Decision.Accept(draft.Stream, typed);
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

    /// <summary>Of a guided assessment; null: the note of a session.</summary>
    public AssessmentBlock? Block { get; init; }

    public static IEnumerable<NoteDraftRow> RowsOf(History draft)
    {
        if (draft.Recorded<NoteDrafted>().LastOrDefault() is not { Event: not null } last || draft.Events[^1].Event is NoteDraftEnded)
            yield break;
        yield return new()
        {
            Draft = draft.Stream.Id, Appointment = last.Event.Appointment, Author = draft.Events[0].Envelope.By.Actor, SavedAt = last.Envelope.At,
            Block = last.Event.Block,
        };
    }
}

using Candour.CareRecord.Appointments;
using Candour.CareRecord.Discharge;
using Candour.Clinical;

namespace Candour.CareRecord.Sessions;

/// <summary>
/// The author moves a note that stands on the wrong record (H12): two events, one on each, in one write. The original stays in
/// the record. Only the note moves; what was ticked or said about risk is put right where it stands.
/// </summary>
/// <param name="Appointment">The contact it was written on.</param>
/// <param name="NoteSequence">The note's place in that stream.</param>
/// <param name="To">The contact it belongs to.</param>
/// <param name="Move">Fresh id.</param>
public sealed record MoveNote(string Appointment, int NoteSequence, string? To, string? Why, string Move)
{
    /// <param name="from">The referral it stands on.</param>
    /// <param name="right">The referral it belongs to; may be the same.</param>
    public Decision Decide(History from, History right, By by)
    {
        if (Appointments.Appointment.Find(from, Appointment)?.Notes.Find(n => n.Envelope.Sequence == NoteSequence) is not { Event: not null } note)
            return new NoteIsNotThere();
        if (note.Envelope.By.Actor != by.Actor)
            return new NotYourNote();
        if (To is null || To == Appointment || Appointments.Appointment.Find(right, To) is not { Cancelled: null })
            return new ChooseWhereItBelongs();
        if (Text.OrNull(Why) is not { } why)
            return new SayWhyItMoves();
        return why.Length > Text.Most
            ? new TextTooLong(Text.Most)
            : Decision
                .Accept(from.Stream, new NoteMovedAway { Appointment = Appointment, NoteSequence = NoteSequence, Move = Move, Why = why })
                .And(right.Stream, new NoteMovedHere
                {
                    Appointment = To, Move = Move, Note = note.Event.Note, WrittenBy = by.Actor, WrittenAt = note.Envelope.At, Why = why,
                });
    }
}

public sealed record NoteIsNotThere() : Refusal("This note is not here any more. It may have been moved already.");

public sealed record NotYourNote() : Refusal("Only its author moves a note. Ask them.");

public sealed record ChooseWhereItBelongs() : Refusal("Choose the contact the note belongs to.")
{
    public override string? Field => "To";
}

public sealed record SayWhyItMoves() : Refusal("Say how the note came to stand on the wrong record. Do not name the other person.")
{
    public override string? Field => "Why";
}

using Candour.CareRecord.Appointments;
using Candour.CareRecord.Discharge;
using Candour.CareRecord.Sessions;
using Candour.CareRecord.Tests.Pathways;

namespace Candour.CareRecord.Tests.Sessions;

[Trait("Hazard", "H12")]
public sealed class MoveNoteTests
{
    private const string Wrong = "APP0000000000001", Right = "APP0000000000002";

    [Fact]
    public void Both_records_get_an_event_of_the_same_move_and_the_original_stays_marked()
    {
        var (from, right) = Two();
        var moved = Move(from).Decide(from.Referral, right.Referral, AStory.Jo).ShouldBeOfType<Accepted>();
        moved.Events.Select(e => e.Event.GetType()).ShouldBe([typeof(NoteMovedAway), typeof(NoteMovedHere)]);
        moved.Events.Select(e => e.Event is NoteMovedAway away ? away.Move : ((NoteMovedHere)e.Event).Move).Distinct().Count().ShouldBe(1);

        var after = from.Referral.With(moved.Events.Where(e => e.Event is NoteMovedAway).Select(e => e.Event), AStory.Jo, from.Now);
        after.All<SessionNoteWritten>().Select(n => n.Note).ShouldBe(["About Bo"]);
        var there = Appointment.Find(after, Wrong)!;
        there.Notes.ShouldBeEmpty();
        there.MovedAway.Single().Event.Why.ShouldBe("Two tabs");

        var here = Appointment.Find(right.Referral.With(moved.Events.Where(e => e.Event is NoteMovedHere).Select(e => e.Event), AStory.Jo, right.Now), Right)!.Notes.Single();
        (here.Event.Note, here.Envelope.By.Actor).ShouldBe(("About Bo", AStory.Jo.Actor));
        here.Envelope.At.ShouldBe(NoteOf(from).Envelope.At);
    }

    [Fact]
    public void It_needs_its_author_a_place_and_a_reason_and_goes_once()
    {
        var (from, right) = Two();
        Refused(Move(from), AStory.Sam).ShouldBeOfType<NotYourNote>();
        Refused(Move(from) with { To = null }, AStory.Jo).ShouldBeOfType<ChooseWhereItBelongs>();
        Refused(Move(from) with { To = Wrong }, AStory.Jo).ShouldBeOfType<ChooseWhereItBelongs>();
        Refused(Move(from) with { Why = "  " }, AStory.Jo).ShouldBeOfType<SayWhyItMoves>();
        var away = Move(from).Decide(from.Referral, right.Referral, AStory.Jo).ShouldBeOfType<Accepted>().Events[0].Event;
        var after = from.Referral.With([away], AStory.Jo, from.Now);
        Move(from).Decide(after, right.Referral, AStory.Jo).ShouldBeOfType<Refused>().Because.ShouldBeOfType<NoteIsNotThere>();

        Refusal Refused(MoveNote move, By by) => move.Decide(from.Referral, right.Referral, by).ShouldBeOfType<Refused>().Because;
    }

    private static MoveNote Move(AStory from) => new(Wrong, NoteOf(from).Envelope.Sequence, Right, "Two tabs", "M0VE000000000001");

    private static (Envelope Envelope, SessionNoteWritten Event) NoteOf(AStory story) => Appointment.Find(story.Referral, Wrong)!.Notes.Single();

    private static (AStory From, AStory Right) Two()
    {
        var day = new DateOnly(2026, 10, 12);
        var from = AStory.Referred().On(day.AddDays(-7)).Books(Wrong, day).On(day, 15)
            .Tell(AStory.Jo, Streams.Referral(AStory.ReferralId), new SessionNoteWritten { Appointment = Wrong, Note = "About Bo" });
        return (from, AStory.Referred().On(day.AddDays(-7)).Books(Right, day).On(day, 15));
    }
}

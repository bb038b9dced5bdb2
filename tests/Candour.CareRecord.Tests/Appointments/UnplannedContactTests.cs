using Candour.CareRecord.Appointments;
using Candour.CareRecord.Pathways;
using Candour.CareRecord.Tests.Pathways;
using Candour.Clinical;
using Candour.Clinical.Pathways.Readings;
using Shouldly;
using Xunit;

namespace Candour.CareRecord.Tests.Appointments;

/// <summary>A contact that nobody planned is entered when it has happened, and counts once somebody says who came.</summary>
public sealed class UnplannedContactTests
{
    private const string A = "APP0000000000001";
    private static readonly DateOnly Monday = new(2026, 9, 14);

    [Fact]
    public void It_cannot_be_entered_before_it_has_happened()
    {
        var story = AStory.Referred().On(Monday, 10);
        Enter(story, Monday, new(10, 1)).Refusal.ShouldBeOfType<UnplannedHasHappened>();
        story.Refusal!.Field.ShouldBe("Planned");
        Appointment.Of(story.Referral).ShouldBeEmpty();
    }

    [Fact]
    public void It_takes_no_slot_and_is_in_no_figure_until_somebody_says_who_came()
    {
        var story = Enter(AStory.Referred().On(Monday, 10), Monday, new(9, 7));
        story.Refusal.ShouldBeNull();
        var there = Appointment.Of(story.Referral).Single();
        there.IsAttended.ShouldBeFalse();
        DiaryRow.RowsOf(story.Referral).ShouldBeEmpty();
        var before = PathwayProjection.Of(story.Referral, story.Person, story.Today);
        (Waits.FirstAssessment(before, story.Today), Waits.LastSeen(before, story.Today)).ShouldBe((null, null));

        story.Does(AStory.Jo, s => new RecordAttendance { Appointment = A, Code = "5" }.Decide(s.Referral, s.Now)).Refusal.ShouldBeNull();
        var after = PathwayProjection.Of(story.Referral, story.Person, story.Today);
        (Waits.FirstAssessment(after, story.Today), Waits.LastSeen(after, story.Today)).ShouldBe((Monday, Monday));
        after.Contacts[0].Planned.ShouldBe(false);
    }

    [Fact]
    public void It_is_neither_moved_nor_called_off()
    {
        var story = Enter(AStory.Referred().On(Monday, 10), Monday, new(9, 7));
        story.Does(AStory.Jo, s => new CancelAppointment { Appointment = A, AskedBy = AskedBy.Us, Phone = "01632 960100", ClinicianName = "Jo" }.Decide(s.Referral, AStory.Jo, s.Now))
            .Refusal.ShouldBeOfType<UnplannedStays>();
    }

    [Fact]
    public void One_called_off_in_an_older_record_is_seen_in_no_figure()
    {
        var story = AStory.Referred().On(Monday, 9).Tell(AStory.Jo, Streams.Referral(AStory.ReferralId),
            new AppointmentBooked
            {
                Appointment = A, Person = AStory.PersonId, Clinician = AStory.Jo.Actor, Starts = London.At(Monday, new(11, 0)), Ends = London.At(Monday, new(11, 45)),
                Kind = "01", Medium = Media.Telephone, Planned = ForTheReturn.NotPlanned,
            },
            new AppointmentCancelled { Appointment = A, AskedBy = AskedBy.Us });
        Appointment.Of(story.Referral).Single().IsAttended.ShouldBeFalse();
        AppointmentRow.RowsOf(story.Referral).Single().State.ShouldBe(AppointmentState.Cancelled);
        Waits.FirstAssessment(PathwayProjection.Of(story.Referral, story.Person, Monday), Monday).ShouldBeNull();
    }

    private static AStory Enter(AStory story, DateOnly day, TimeOnly time) => story.Does(AStory.Jo, s => new BookAppointment
    {
        Appointment = A, Person = AStory.PersonId, With = new(AStory.Jo.Actor, "Jo Demo", 5, 5), Slot = new(day, time, 15), Kind = "01", Medium = Media.Telephone,
        Return = new() { Planned = ForTheReturn.NotPlanned },
    }.Decide(s.Person, s.Referral, AStory.Jo, s.Now));
}

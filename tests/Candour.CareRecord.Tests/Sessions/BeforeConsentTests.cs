using Candour.CareRecord.Appointments;
using Candour.CareRecord.Pathways;
using Candour.CareRecord.Sessions;
using Candour.CareRecord.Tests.Pathways;
using Candour.Clinical.Pathways;
using Candour.Clinical.Pathways.Readings;

namespace Candour.CareRecord.Tests.Sessions;

/// <summary>Part of a treatment was done before the person had agreed to it.</summary>
public sealed class BeforeConsentTests
{
    private const string A = "APP0000000000001";
    private const string Why = "She read the plan and said yes; the link would not open.";
    private static readonly DateOnly Monday = new(2026, 9, 14);

    [Fact]
    public void It_counts_as_an_assessment_and_the_sentence_says_why()
    {
        var story = Begun();
        story.Saves(story.Save(A) with { Therapy = AStory.GuidedSelfHelp, PartsDone = ["review"] });
        var kind = ContactType.Of(There(story), story.Referral, "Amy");
        (kind.Code, kind.BeforeConsent, kind.Why).ShouldBe(("01", true, "Amy has not agreed to a named treatment yet, so this counts as an assessment."));
    }

    [Fact]
    public void Kept_as_treatment_with_a_reason_it_still_counts_as_an_assessment_in_every_figure_until_a_second_person_agrees()
    {
        var story = Begun();
        story.Saves(story.Whole(A) with { KeepTreatment = Why });
        (There(story).Closed!.ContactType, There(story).Type, There(story).TypeProposed!.Value.Event.ContactType).ShouldBe(("01", "01", "02"));
        First(story, TreatmentRule.Official).ShouldBeNull();
        First(story, TreatmentRule.Protocol).ShouldBeNull();

        story.Does(AStory.Jo, s => new AgreeContactType(A, true, null).Decide(s.Referral, AStory.Jo)).Refusal.ShouldBeOfType<SecondPersonIsAnother>();
        story.Does(AStory.Sam, s => new AgreeContactType(A, true, null).Decide(s.Referral, AStory.Sam));
        var pathway = PathwayProjection.Of(story.Referral, story.Person, story.Today);
        var change = pathway.Changes[0];
        (change.Of, change.Before, change.After, change.Reason).ShouldBe((ChangeOf.AppointmentType, "01", "02", Why));
        First(story, TreatmentRule.Protocol).ShouldBeNull("by the declared rule treatment starts at the signature, whoever agrees to what");
    }

    [Fact]
    public void The_reason_waits_with_the_session_until_it_is_whole()
    {
        var story = Begun();
        story.Saves(story.Save(A) with { Therapy = AStory.GuidedSelfHelp, PartsDone = ["review"], KeepTreatment = Why });
        There(story).TypeProposed.ShouldBeNull();
        story.Saves(story.Whole(A) with { KeepTreatment = Why });
        There(story).TypeProposed!.Value.Event.Why.ShouldBe(Why);
    }

    [Fact]
    public void Signed_meanwhile_it_is_treatment_by_the_signature_and_nothing_is_kept_beside_it()
    {
        var story = Begun();
        story.Saves(story.Save(A) with { Therapy = AStory.GuidedSelfHelp, PartsDone = ["review"], KeepTreatment = Why });
        story.SignsPlan().Saves(story.Whole(A) with { KeepTreatment = Why });
        There(story).Closed!.ContactType.ShouldBe("02");
        There(story).TypeProposed.ShouldBeNull();
    }

    [Fact]
    public void Without_a_part_of_a_treatment_there_is_nothing_to_keep()
    {
        var story = Begun();
        story.Saves(story.Save(A) with { Therapy = AStory.GuidedSelfHelp, KeepTreatment = Why }).Refusal.ShouldBeOfType<SayWhatWasTreatment>();
        There(story).Saved.ShouldBeNull();
    }

    [Fact]
    public void Beside_an_assessment_it_is_kept_as_both()
    {
        var story = Begun();
        story.Saves(story.Whole(A) with { AssessmentDone = true, KeepTreatment = Why });
        There(story).TypeProposed!.Value.Event.ContactType.ShouldBe("03");
    }

    private static AStory Begun() =>
        AStory.Referred().Books(A, Monday).Answers(A, 12, 9).On(Monday, 14).Begins(A).On(Monday, 14, 40);

    private static Appointment There(AStory story) => Appointment.Of(story.Referral).Single();

    private static DateOnly? First(AStory story, TreatmentRule rule) =>
        Waits.FirstTreatment(PathwayProjection.Of(story.Referral, story.Person, story.Today), rule, story.Today);
}

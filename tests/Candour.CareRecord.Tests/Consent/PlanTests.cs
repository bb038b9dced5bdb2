using Candour.CareRecord.Consent;
using Candour.CareRecord.Discharge;
using Candour.CareRecord.Links;
using Candour.CareRecord.Messages;
using Candour.CareRecord.Pathways;
using Candour.CareRecord.Problem;
using Candour.CareRecord.Referrals;
using Candour.CareRecord.Sessions;
using Candour.CareRecord.Staff;
using Candour.CareRecord.Tests.Pathways;
using Candour.CareRecord.Tests.Staff;
using Candour.CareRecord.Waiting;

namespace Candour.CareRecord.Tests.Consent;

public sealed class PlanTests
{
    private const string Cbt = "304891004";
    private const string Emdr = "449030000";
    private const string OtherLow = "1026111000000108";
    private static readonly Sender Northmere = new("Northmere", "01632 960 100", Simulated: false);

    private static AStory With(string problem, bool cbtDeclined = false) => AStory.Referred()
        .Tell(AStory.Amy, Streams.Person(AStory.PersonId),
            new SafeContactRulesGiven { TextsSafe = true, NeutralName = true }, new ContactConfirmed { Way = Ways.Text, Address = "07700900123" })
        .Tell(AStory.Jo, Streams.Referral(AStory.ReferralId), new ProblemDescriptorRecorded
        {
            Scheme = "01", Code = problem, Significance = "1", RecordedOn = new(2026, 9, 7), Why = "As told.", CbtDeclined = cbtDeclined,
        });

    private static ProposePlan Plan(string therapy = AStory.GuidedSelfHelp, int step = 2, int sessions = 8) => new()
    {
        Plan = "PLAN1", Therapy = therapy, Step = step, Sessions = sessions, Minutes = 35, Medium = "11", Message = "MESSAGE1",
    };

    private static AStory Proposes(AStory story, ProposePlan plan, History? clinician = null) =>
        story.Does(AStory.Jo, s => plan.Decide(s.Person, s.Referral, clinician ?? AColleague.Jo(), AStory.Jo, Northmere, s.Now));

    private static AStory Signs(AStory story, string plan = "PLAN1", string? name = "Amira Testwell", SignedHow how = SignedHow.ByLink) =>
        story.Does(AStory.Amy, s => new SignPlan { Plan = plan, How = how, NameTyped = name }.Decide(s.Person, s.Referral, Northmere, s.Now));

    [Fact]
    public void A_plan_names_a_treatment()
    {
        Proposes(With("F329"), Plan(therapy: OtherLow)).Refusal!.Message.ShouldBe("Say which treatment. Nobody can agree to 'other'.");
        Proposes(With("F329"), Plan(therapy: "")).Refusal.ShouldBeOfType<SayWhichTreatment>();
    }

    [Fact]
    public void After_the_end_of_care_no_plan_is_answered_and_nobody_is_put_back_on_a_list()
    {
        var story = Proposes(With("F329"), Plan()).Tell(AStory.Jo, Streams.Referral(AStory.ReferralId), Ended());
        Signs(story).Refusal!.Message.ShouldBe("Your care ended on Monday 7 September 2026. You can come back until Sunday 7 March 2027 without starting again.");
        Signs(story, how: SignedHow.OnPaper).Refusal.ShouldBeOfType<CareHasEnded>();
        story.Does(AStory.Amy, s => new AnswerPlan("PLAN1", PlanAnswer.Think, null).Decide(s.Referral)).Refusal.ShouldBeOfType<NoticeIsOver>();
        story.Does(AStory.Amy, s => new WriteUsualSelf("PLAN1", "Back at choir").Decide(s.Referral)).Refusal.ShouldBeOfType<NoticeIsOver>();
        story.Referral.Any<PutOnWaitingList>().ShouldBeFalse();
    }

    [Fact]
    public void A_supervisors_yes_after_the_end_of_care_sends_the_person_nothing()
    {
        var story = Proposes(With("F329"), Plan(therapy: AStory.GuidedSelfHelp, step: 2) with { Sessions = 8 });
        var asked = story.Tell(AStory.Jo, Streams.Referral(AStory.ReferralId), story.Referral.Last<PlanProposed>()! with { Plan = "PLAN2", NeedsSupervisor = true })
            .Tell(AStory.Jo, Streams.Referral(AStory.ReferralId), Ended());
        asked.Does(AStory.Sam, s => new AnswerAgainstGuidance(true, null, "M").Decide(s.Person, s.Referral, AStory.Sam, Northmere, s.Now)).Refusal.ShouldBeOfType<CareHasEnded>();
    }

    private static CareEnded Ended() => new()
    {
        Decision = "D1", Day = new(2026, 9, 7), Decided = new(2026, 9, 7), Reason = EndingReason.FinishedTogether, EndCode = "46",
    };

    [Fact]
    public void A_plan_needs_a_main_problem() => Proposes(AStory.Referred(), Plan()).Refusal.ShouldBeOfType<NoMainProblemYet>();

    [Fact]
    public void PTSD_is_not_treated_at_step_2() => Proposes(With("F431"), Plan()).Refusal!.Message.ShouldBe(
        "PTSD is treated at step 3. Choose a step 3 treatment. If the main problem has changed, add the new one and say why.");

    [Fact]
    public void Social_anxiety_opens_at_step_2_only_to_someone_who_was_offered_CBT_and_said_no()
    {
        Proposes(With("F401"), Plan()).Refusal!.Message.ShouldContain("unless Amy was offered CBT and said no; record that");
        Proposes(With("F401", cbtDeclined: true), Plan()).Refusal.ShouldBeNull();
    }

    [Fact]
    public void Nobody_plans_a_therapy_they_are_not_qualified_for_on_that_day()
    {
        var refused = Proposes(With("F431"), Plan(Emdr, 3, 10)).Refusal!;
        refused.Message.ShouldBe(
            "Your record shows no EMDR qualification on Monday 7 September 2026. If that is wrong, ask your data manager. To record what you did, choose another therapy.");
        var later = AColleague.Jo(new QualificationAwarded { Qualification = "17", AwardedOn = new(2026, 9, 8) });
        Proposes(With("F431"), Plan(Emdr, 3, 10), later).Refusal.ShouldBeOfType<NoQualification>();
        var since = AColleague.Jo(new QualificationAwarded { Qualification = "17", AwardedOn = new(2026, 9, 7) });
        Proposes(With("F431"), Plan(Emdr, 3, 10), since).Refusal.ShouldBeNull();
    }

    [Fact]
    public void Sending_it_queues_one_message_with_a_link_to_read_and_agree()
    {
        var story = With("F329");
        var decision = (Accepted)Plan().Decide(story.Person, story.Referral, AColleague.Jo(), AStory.Jo, Northmere, story.Now);
        var queued = decision.Events.Select(e => e.Event).OfType<MessageQueued>().Single();
        (queued.Template, queued.LinkPurpose, queued.LinkTarget).ShouldBe(("T9", LinkPurpose.Agree, "PLAN1"));
        queued.Text.ShouldBe("Northmere: we have sent you something to read and agree. Take your time: {link}");
    }

    [Fact]
    public void What_guidance_does_not_name_needs_a_reason_and_a_supervisor_before_it_can_be_signed()
    {
        var counselling = AColleague.Jo(new QualificationAwarded { Qualification = "12", AwardedOn = new(2020, 1, 1) });
        var plan = Plan("286711000000107", 3, 12);
        var story = Proposes(With("F410"), plan, counselling);
        story.Refusal.ShouldBeOfType<SayWhyAgainstGuidance>();
        Proposes(story, plan with { AgainstGuidance = "Tried CBT twice." }, counselling).Refusal.ShouldBeNull();
        Signs(story).Refusal.ShouldBeOfType<PlanWaitsForSupervisor>();
        NextStep.Of(story.Referral)!.Owner.ShouldBe(NextStep.Supervisors);
        story.Does(AStory.Jo, s => new AnswerAgainstGuidance(true, null, "M").Decide(s.Person, s.Referral, AStory.Jo, Northmere, s.Now)).Refusal.ShouldBeOfType<AgreeOwnPlan>();
        story.Does(AStory.Sam, s => new AnswerAgainstGuidance(true, null, "M").Decide(s.Person, s.Referral, AStory.Sam, Northmere, s.Now)).Refusal.ShouldBeNull();
        Signs(story).Refusal.ShouldBeNull();
    }

    [Fact]
    public void Fewer_sessions_than_guidance_suggests_are_told_beside_it()
    {
        var story = Proposes(With("F329"), Plan(sessions: 4));
        PlanState.Latest(story.Referral)!.Plan.Suggested.ShouldBe("6 to 8 sessions");
    }

    [Fact]
    public void Signing_needs_a_name_and_freezes_the_version()
    {
        var story = Proposes(With("F329"), Plan());
        Signs(story, name: " ").Refusal!.Message.ShouldBe("Type your name to agree");
        Signs(story).Refusal.ShouldBeNull();
        SignedPlan.InForce(story.Referral)!.Plan.ShouldBe("PLAN1");
        Signs(story);
        story.Referral.All<PlanSigned>().Count().ShouldBe(1);
    }

    [Fact]
    public void Who_has_agreed_stands_on_the_list_with_every_day_so_far_until_it_begins()
    {
        var story = Signs(Proposes(With("F329"), Plan()));
        var row = WaitingRow.RowsOf(story.Referral).Single();
        (row.Step, row.Therapy, row.CountsFrom, row.IsWaiting).ShouldBe((2, AStory.GuidedSelfHelp, new(2026, 9, 7), true));
        WaitingRow.RowsOf(story.HasSession("APP1", new(2026, 10, 5)).Referral).Single().IsWaiting.ShouldBeFalse();
        Signs(Proposes(story, Plan(sessions: 12) with { Plan = "PLAN2" }), "PLAN2").Refusal.ShouldBeNull();
        WaitingRow.RowsOf(story.Referral).ShouldAllBe(r => !r.IsWaiting);
    }

    [Fact]
    public void What_was_hoped_for_is_kept_on_the_way_and_signed_with_the_plan()
    {
        var story = Proposes(With("F329"), Plan()).Does(AStory.Amy, s => new WriteUsualSelf("PLAN1", "Back at choir").Decide(s.Referral));
        SignedPlan.InForce(Signs(story).Referral)!.UsualSelf.ShouldBe("Back at choir");
    }

    [Fact]
    public void A_changed_plan_asks_again_with_what_is_new_first()
    {
        var story = Signs(Proposes(With("F329"), Plan()));
        Proposes(story, Plan(sessions: 12) with { Plan = "PLAN2" });
        PlanState.Latest(story.Referral)!.New.ShouldBe(["sessions"]);
        SignedPlan.InForce(story.Referral)!.Sessions.ShouldBe(8);
        Signs(story, "PLAN1").Refusal!.Message.ShouldBe("Your plan has changed. Please look at what is new.");
        Signs(story, "PLAN2").Refusal.ShouldBeNull();
        SignedPlan.InForce(story.Referral)!.Sessions.ShouldBe(12);
    }

    [Theory]
    [InlineData(PlanAnswer.SomethingElse, "Talk about the plan: wants something else")]
    [InlineData(PlanAnswer.Think, "Talk about the plan: wants to think")]
    public void Something_else_or_thinking_is_a_task_for_the_clinician_and_starts_nothing(PlanAnswer answer, string what)
    {
        var story = Proposes(With("F329"), Plan()).Does(AStory.Amy, s => new AnswerPlan("PLAN1", answer, "I would rather see someone.").Decide(s.Referral));
        SignedPlan.InForce(story.Referral).ShouldBeNull();
        NextStep.Of(story.Referral)!.What.ShouldBe(what);
        PlanState.Latest(story.Referral)!.Answer!.InTheirWords.ShouldBe("I would rather see someone.");
    }

    [Fact]
    public void Taking_consent_back_stops_the_treatment_and_keeps_the_place()
    {
        var story = Signs(Proposes(With("F329"), Plan())).Does(AStory.Amy, s => new WithdrawConsent("Not now.").Decide(s.Referral));
        SignedPlan.InForce(story.Referral).ShouldBeNull();
        NextStep.Of(story.Referral)!.What.ShouldBe("Talk about what next: took consent back");
        story.Does(AStory.Amy, s => new WithdrawConsent(null).Decide(s.Referral)).Refusal.ShouldBeNull();
        AStory.Referred().Does(AStory.Amy, s => new WithdrawConsent(null).Decide(s.Referral)).Refusal.ShouldBeOfType<NothingToTakeBack>();
    }

    [Fact]
    public void Agreed_by_phone_is_confirmed_by_link_and_a_no_takes_it_back()
    {
        var story = Signs(Proposes(With("F329"), Plan()), how: SignedHow.AloudByTelephone);
        story.Does(AStory.Amy, s => new AnswerSpokenConsent("PLAN1", false, "I did not say that.").Decide(s.Referral)).Refusal.ShouldBeNull();
        SignedPlan.InForce(story.Referral).ShouldBeNull();
        PlanState.Latest(story.Referral)!.SpokenRight.ShouldBe(false);
    }

    [Fact]
    public void Sessions_outside_1_to_60_are_refused()
    {
        Proposes(With("F329"), Plan(sessions: 0)).Refusal.ShouldBeOfType<SessionsAreOff>();
        Proposes(With("F329"), Plan(sessions: 61)).Refusal.ShouldBeOfType<SessionsAreOff>();
    }

    [Fact]
    public void Signposting_is_not_a_treatment_to_agree_to() =>
        Proposes(With("F329"), Plan("975131000000104")).Refusal!.Message.ShouldContain("is not a treatment");

    [Fact]
    public void CBT_at_step_2_is_refused_in_words() =>
        Proposes(With("F329"), Plan(Cbt)).Refusal.ShouldBeOfType<NotAtThisStep>();
}

using Candour.CareRecord.Access;
using Candour.CareRecord.Appointments;
using Candour.CareRecord.Consent;
using Candour.CareRecord.Discharge;
using Candour.CareRecord.Letters;
using Candour.CareRecord.OptIn;
using Candour.CareRecord.Policies;
using Candour.CareRecord.Problem;
using Candour.CareRecord.Referrals;
using Candour.CareRecord.Safeguarding;
using Candour.CareRecord.Safeguards;
using Candour.CareRecord.Sessions;
using Candour.CareRecord.Tests.Pathways;
using Candour.CareRecord.Waiting;
using Candour.Clinical;
using Candour.Testing;

namespace Candour.CareRecord.Tests.Safeguards;

/// <summary>
/// Whatever the record refuses of everyday work, with a risk answer open: the worry can be handed on, taken, written about and
/// given to a colleague, a safeguarding concern raised, a safety plan written, the record opened in an emergency and, while care
/// is open, the person handed over today (H46). Each state first shows what it refuses, so that none is empty.
/// </summary>
[Trait("Hazard", "H46")]
public sealed class NothingInTheWayTests
{
    private const string Session = "APP0000000000001";
    private static readonly DateOnly Day = new(2026, 9, 21);

    private static readonly Dictionary<string, (Func<AStory> Make, Func<AStory, Decision> Everyday, Type Refused)> States = new()
    {
        ["a risk answer and nothing else"] = (() => AStory.Referred(), s => new RecordProblem { Key = "F32", Why = "Low for months" }.Decide(s.Referral, s.Now), typeof(TalkAboutRiskFirst)),
        ["a referral that is not for us"] = (() => AStory.Referred(), s => Screening.NotForUs(s.Referral, s.Person, "Another service", "Their GP", AStory.Jo, s.Now), typeof(WorryStillOpen)),
        ["no safe way to reach them"] = (
            () => AStory.Referred().Tell(AStory.Amy, Streams.Person(AStory.PersonId), new SafeContactRulesGiven { TextsSafe = false, NeutralName = true }),
            s => Letter(s), typeof(LetterNotSafe)),
        ["a session that has not been started"] = (
            () => AStory.Referred().Books(Session, Day), s => s.Whole(Session).Decide(s.Person, s.Referral, s.Cover, AStory.Jo, s.Now), typeof(HasNotStartedYet)),
        ["a session without answers"] = (
            () => AStory.Referred().Books(Session, Day).On(Day, 14), s => s.Start(Session).Decide(s.Person, s.Referral, s.Now), typeof(SayWhyWithoutAnswers)),
        ["a remote session and nobody asked where they are"] = (
            () => AStory.Referred().Books(Session, Day).On(Day, 14),
            s => s.Start(Session, WithoutAnswers.CrisisFirst, where: null).Decide(s.Person, s.Referral, s.Now), typeof(AskWhereTheyAre)),
        ["somebody who is being reached"] = (
            () => AStory.Referred().Tell(AStory.Jo, Streams.Referral(AStory.ReferralId), new ReferralAccepted()),
            s => new CloseForNoReply(null).Decide(s.Referral, s.Person, _ => default!, 21, AStory.Jo, s.Now), typeof(WorryStillOpen)),
        ["a plan that nobody signed"] = (
            () => AStory.Referred().Tell(AStory.Jo, Streams.Referral(AStory.ReferralId), new PlanProposed { Plan = "P1", Therapy = AStory.GuidedSelfHelp, Step = 2, Sessions = 8 }),
            Ends, typeof(RiskAnswerIsOpen)),
        ["waiting on a list"] = (
            () => AStory.Referred().Tell(AStory.Jo, Streams.Referral(AStory.ReferralId), new PutOnWaitingList { Step = 3, On = new(2026, 9, 8) }),
            Ends, typeof(RiskAnswerIsOpen)),
        ["an ending under notice"] = (() => Ending(), Ends, typeof(AlreadyPlanned)),
        ["an ending objected to"] = (
            () => Ending().After(TimeSpan.FromDays(1)).Says(NoticeAnswer.CarryOn, "I am not ready"),
            Ends, typeof(AlreadyPlanned)),
        ["an ending that waits for a supervisor"] = (
            () => Treated().DecidesEnding(EndingReason.StoppedBeforePlan, anyway: true),
            s => new AgreeEnding(true, null, 14).Decide(s.Person, s.Referral, AStory.Jo, s.Now), typeof(AgreedBySomeoneElse)),
        ["answers that came after the page was opened"] = (
            () => Treated().On(new(2026, 10, 1)).Answers(null, 20, 18),
            s => s.Ending(EndingReason.WentElsewhere, without: NoNotice.MovedAway).Decide(s.Person, s.Referral, AStory.Jo, s.Now), typeof(RiskAnswerIsOpen)),
        ["care that has ended"] = (
            () => Ending().On(new(2026, 12, 30)).ClockStrikes(),
            s => new BookAppointment
            {
                Appointment = "APP0000000000099", Person = AStory.PersonId, With = new(AStory.Jo.Actor, "Jo Demo", 0, 5), Slot = new(new(2027, 1, 8), new(14, 0), 45),
                Kind = "02", Medium = Media.Video,
            }.Decide(s.Person, s.Referral, AStory.Jo, s.Now), typeof(NoBookingAfterEnd)),
        ["a death that is recorded, perhaps of another"] = (
            () => AStory.Referred().Does(AStory.Sam, s => new RecordDeath(null, "her sister").Decide(s.Person, s.Now)), s => Letter(s), typeof(PersonHasDied)),
    };

    public static TheoryData<string> EveryState => new(States.Keys);

    [Theory]
    [MemberData(nameof(EveryState))]
    public void Whatever_is_refused_of_everyday_work_the_urgent_ways_stay_open(string state)
    {
        var (make, everyday, because) = States[state];
        var story = make().Does(AStory.Amy, s => new HandOnWorry(AStory.PersonId, AStory.ReferralId, RiskSource.FeelsWorse, null, Now: true, HelpShown: true)
            .Decide(s.Person, s.Cover, RiskIds.New(new SeededRandomness(3)), s.Now));
        var task = RiskTask.OpenOf(story.Person)!.Id;
        Refusal(everyday(story))?.GetType().ShouldBe(because, $"everyday work: {state}");

        foreach (var (way, decision) in Urgent(story, task))
            Refusal(decision).ShouldBeNull($"{way}: {state}");

        if (Course.Of(story.Referral).IsOpen && !Death.IsRecorded(story.Person))
        {
            foreach (var without in new[] { NoNotice.CrisisOrSecondaryCare, NoNotice.Safeguarding })
                Refusal(HandOver(story, without)).ShouldBeNull($"{without}: {state}");
        }
    }

    [Fact]
    public void Handing_over_takes_the_place_of_an_ending_that_was_planned_and_ends_care_today()
    {
        var story = Ending().Does(AStory.Jo, s => HandOver(s, NoNotice.CrisisOrSecondaryCare));
        var course = Course.Of(story.Referral);
        (course.EndedOn, course.Ended!.WithoutNotice).ShouldBe((story.Today, NoNotice.CrisisOrSecondaryCare));
        story.On(new(2026, 12, 30)).ClockStrikes();
        story.Referral.All<CareEnded>().Count().ShouldBe(1, "the notice that ran before ends nothing a second time");
    }

    private static IEnumerable<(string Way, Decision Decision)> Urgent(AStory s, string task)
    {
        yield return ("handing a worry on", new HandOnWorry(AStory.PersonId, AStory.ReferralId, RiskSource.HandedOn, "He is on the bridge", Now: true, HelpShown: false)
            .Decide(s.Person, s.Cover, RiskIds.New(new SeededRandomness(4)), s.Now));
        yield return ("taking it", new ClaimRiskTask(task).Decide(s.Person, AStory.Jo, s.Now));
        yield return ("writing what was done", new TakeRiskAction(task, RiskContact.CalledEmergencyServices, s.Now, "They are on their way.", null) { Shown = s.Person.Version }.Decide(s.Person, s.Now));
        yield return ("giving it to a colleague", new HandOnRiskTask(task, AStory.Sam.Actor, "I am off now", [AStory.Sam.Actor], "M1").Decide(s.Person, AStory.Jo, s.Now));
        yield return ("raising a safeguarding concern", new RaiseSafeguarding(AStory.PersonId, AStory.ReferralId, ConcernAbout.Child, "A child is alone there", null, "M2")
            .Decide(History.Empty(Streams.Safeguarding("SAFEGXARD0000001")), ServicePolicy.On(s.Today, History.Empty(Streams.Policy)), s.Now));
        yield return ("writing a safety plan", new WriteSafetyPlan(AStory.ReferralId, "Not sleeping", null, "Her sister", null, null).Decide(s.Person));
        yield return ("opening the record in an emergency", BreakGlass.Open(
            s.Person, "OPEN1", AStory.Jo.Actor, BreakGlassReason.RiskToLife, "She is here and says she will not go home", OpeningHours.Parse("", ""), s.Now));
    }

    private static Decision Ends(AStory s) => s.Ending(EndingReason.FinishedTogether, shown: s.Referral.Version).Decide(s.Person, s.Referral, AStory.Jo, s.Now);

    private static Decision HandOver(AStory s, NoNotice without)
    {
        var takenOn = EndingFigures.Of(s.Person, s.Referral, s.Today).TakenOn;
        var reason = EndingReasons.All.First(c => c.Reason != EndingReason.Died && EndingReasons.CodeOf(c.Reason, takenOn) is not null).Reason;
        return (s.Ending(reason, without: without) with { Decision = "HANDS0VER0000001", Shown = 0 }).Decide(s.Person, s.Referral, AStory.Jo, s.Now);
    }

    private static AStory Treated() => AStory.Referred().SignsPlan().HasSession(Session, Day);

    private static AStory Ending() => Treated().DecidesEnding(EndingReason.StoppedBeforePlan, anyway: true)
        .Does(AStory.Sam, s => new AgreeEnding(true, null, 14).Decide(s.Person, s.Referral, AStory.Sam, s.Now));

    private static Decision Letter(AStory s) => new MakeLetter("LETTER1", LetterKind.PleaseReply, LetterFormat.Print12)
        .Decide(s.Referral, s.Person, new("01632 960123", "nm.example/reply", 21, []), AStory.Jo, s.Today);

    private static Refusal? Refusal(Decision decision) => (decision as Refused)?.Because;
}

using Candour.Clinical;

namespace Candour.CareRecord.Safeguards;

public sealed record NoSuchRiskTask() : Refusal("We cannot find that task. It may have been closed under another name. Look at the list of tasks.");

public sealed record RiskTaskIsClosed(Moment At)
    : Refusal($"This was closed at {Words.Time(At)} on {Words.LongDay(London.DayOf(At))}. A new worry opens a new task.");

public sealed record SayWhatYouDid() : Refusal("Say what you did before closing this.")
{
    public override string? Field => "Said";
}

public sealed record SayThePlan() : Refusal("Say what happens next: the plan you agreed, or the next step.")
{
    public override string? Field => "Plan";
}

public sealed record SayWhoWasInformed() : Refusal("Say whom you informed. If nobody, say why.")
{
    public override string? Field => "Informed";
}

public sealed record YouHadItOnce(Moment Until)
    : Refusal($"You had this until {Words.Time(Until)}, and nothing is written down yet. Write what you did or tried, even if nobody answered: that holds it for you again. If you cannot get to it, hand it on.")
{
    public override string? Field => "Contact";
}

public sealed record RecordAContact() : Refusal("Say how you reached the person or tried to: each call, text or visit, with its time.")
{
    public override string? Field => "Contact";
}

public sealed record MoreWasTold(Moment At)
    : Refusal($"More was told at {Words.Time(At)} on {Words.LongDay(London.DayOf(At))}, after you opened this page. It is at the top now: please read it first. Nothing you wrote is lost.");

public sealed record SayWhatYouDidSince(Moment At)
    : Refusal($"More was told at {Words.Time(At)} on {Words.LongDay(London.DayOf(At))}, after the last entry here. Say what you have done since, then close this.")
{
    public override string? Field => "Contact";
}

public sealed record OneMoreWayIsNeeded() : Refusal("One more way is needed: a call, the GP or the crisis team.")
{
    public override string? Field => "Contact";
}

public sealed record OnlyAClinicianCloses() : Refusal("A clinician closes this. Hand it to someone who can.");

public sealed record OnlyWriteInAnEmergency() : Refusal(
    "You opened this record in an emergency. Write what you did under \"What did you do?\"; whoever has this task, or a supervisor, closes it or hands it on.");

public sealed record NotYoursToActOn() : Refusal(
    "You can read this task, and it is not yours to act on. Tell whoever has it or a supervisor. If it cannot wait, open the record in an emergency and write here what you did.");

public sealed record SayWhenYouDidIt() : Refusal("Enter how many minutes ago you did this, up to a week. 0 is just now.")
{
    public override string? Field => "MinutesAgo";
}

public sealed record SayWhatWasSaid() : Refusal("Write what was said, or what you did.")
{
    public override string? Field => "ActSaid";
}

public sealed record WhenIsInTheFuture() : Refusal("The time you did this must be in the past.")
{
    public override string? Field => "MinutesAgo";
}

public sealed record NextStepTooFar() : Refusal("The next step has to be within 24 hours. Choose an earlier time.")
{
    public override string? Field => "NextHours";
}

public sealed record ChooseWhoTakesIt() : Refusal("Choose who takes this over.")
{
    public override string? Field => "To";
}

public sealed record TheyMayNotTakeIt() : Refusal("They cannot open tasks about safety. Choose a clinician from the list.")
{
    public override string? Field => "To";
}

public sealed record SayWhyYouHandItOn() : Refusal("Say why you hand it on, in a few words.")
{
    public override string? Field => "Why";
}

public sealed record NothingProposed() : Refusal("Nobody has asked for this to be closed. Say what was done and close it yourself.");

public sealed record ToldSinceItWasProposed(Moment At)
    : Refusal($"More was told at {Words.Time(At)} on {Words.LongDay(London.DayOf(At))}, after this closing was asked for. Somebody has to look at it first; then it can be asked for again.");

public sealed record NotYourOwnClosing() : Refusal("You proposed this closing. Another person agrees to it.");

public sealed record SayTheWorry() : Refusal("Write what was said, as near to the person's own words as you can.")
{
    public override string? Field => "Said";
}

public sealed record WriteSomeOfThePlan() : Refusal("Write at least one part of the plan.")
{
    public override string? Field => "WarningSigns";
}

public sealed record NoPlanYet() : Refusal("There is no safety plan yet. Write one together.")
{
    public override string? Field => "WarningSigns";
}

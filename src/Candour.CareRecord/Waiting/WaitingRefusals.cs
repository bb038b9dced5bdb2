using Candour.Clinical;

namespace Candour.CareRecord.Waiting;

/// <summary>The wait runs from the referral and nothing stops it.</summary>
public sealed record WaitIsNeverPaused(string Name)
    : Refusal($"A wait runs from the day the referral came and cannot be paused. You can record why {Name} is not ready; it is shown beside the wait.");

public sealed record ChooseAStep() : Refusal("Choose step 2 or step 3.")
{
    public override string Field => "Step";
}

public sealed record TreatmentOfOtherStep(string Treatment, int Step) : Refusal($"{Treatment} is a step {Step} treatment. Choose the step {Step} list.")
{
    public override string Field => "Therapy";
}

public sealed record ListDayIsOff() : Refusal("The day must lie between the referral and today.")
{
    public override string Field => "On";
}

public sealed record NotOnAList(string Name) : Refusal($"{Name} is not on a waiting list.");

public sealed record SayWhyOffTheList() : Refusal("Say why they are no longer on the list.")
{
    public override string Field => "InWords";
}

public sealed record NotThatLongYet(string Name, int Days) : Refusal($"{Name} heard from us {Days} days ago.");

public sealed record ChooseATherapist() : Refusal("Choose a therapist.")
{
    public override string Field => "Clinician";
}

public sealed record TherapistIsFull(string Name, int Booked, int Agreed)
    : Refusal($"{Name} has {Booked} people booked in the next 2 weeks. The agreed number is {Agreed}. Choose somebody else.")
{
    public override string Field => "Clinician";
}

public sealed record TherapistDoesNotHoldIt(string Name, string Treatment)
    : Refusal($"{Name} does not hold the qualification for {Treatment}. Choose somebody who does.")
{
    public override string Field => "Clinician";
}

public sealed record SayWhyAnotherTherapist(string Name) : Refusal($"Say why {Name} needs another therapist.")
{
    public override string Field => "Why";
}

public sealed record IsTheirTherapist(string Name) : Refusal($"{Name} is their therapist already. Choose somebody else, or appointments to move.")
{
    public override string Field => "Clinician";
}

public sealed record SeesNobody(string Name) : Refusal($"{Name} does not see people for treatment. Choose somebody who does.")
{
    public override string Field => "Clinician";
}

public sealed record WorksAtAnotherStep(string Name) : Refusal($"{Name} does not work at step 3. Choose a high-intensity therapist, or change the step first.")
{
    public override string Field => "Clinician";
}

/// <summary>Says nothing of how they know each other.</summary>
public sealed record CannotTakeThem(string Name) : Refusal($"{Name} cannot take this person on. Choose somebody else.")
{
    public override string Field => "Clinician";
}

public sealed record TherapistIsBusyThen(string Name, Moment At)
    : Refusal($"{Name} is not free at {Words.Time(At)} on {Words.LongDay(London.DayOf(At))}. Leave that one where it is, and move it later.")
{
    public override string Field => "Move";
}

public sealed record StaysWhereItIs() : Refusal("One of these appointments cannot move: it has begun, was called off, or belongs to a group. Leave it where it is.")
{
    public override string Field => "Move";
}

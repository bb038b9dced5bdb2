using Candour.Clinical;

namespace Candour.CareRecord.Appointments;

public sealed record NoSuchAppointment() : Refusal("We cannot find that appointment. It may have been moved to another record. Open it from the person's page.");

public sealed record AppointmentOfSomeoneElse() : Refusal("This form was opened for another person. Nothing was saved. Open the right person's page and try again.");

public sealed record AdvisersBookHelpWithWork() : Refusal("Employment advisers book help with work. Ask the front desk for any other appointment.")
{
    public override string Field => "Kind";
}

public sealed record AdviserGivesHelpWithWork(string Name) : Refusal($"{Name} is an employment adviser. Choose help with work, or another colleague.")
{
    public override string Field => "Kind";
}

public sealed record TimeIsPast(Moment Starts)
    : Refusal($"{Words.LongDay(London.DayOf(Starts))}, {Words.Time(Starts)}, has passed. Choose another time.")
{
    public override string Field => "When";
}

public sealed record UnplannedHasHappened() : Refusal("A contact that was not planned is entered when it has happened. To book this one, choose yes.")
{
    public override string Field => "Planned";
}

public sealed record UnplannedStays() : Refusal(
    "This contact was not planned, so there is nothing to move or call off. Say on its page who came or, if it was entered by mistake, take it out there.");

public sealed record BeforeTheReferral(string Name, DateOnly ReceivedOn)
    : Refusal($"{Name}'s referral came on {Words.LongDay(ReceivedOn)}. Check the day: a contact cannot have been before it.")
{
    public override string Field => "When";
}

public sealed record WasSeenThen(string Name, Moment Starts)
    : Refusal($"{Name} was seen at {Words.Time(Starts)} then: it is entered already. Check the time, or add to that contact.")
{
    public override string Field => "When";
}

public sealed record PlannedIsNotTakenOut() : Refusal("This contact was planned, so it is not taken out. Say on its page who came or who called it off.");

public sealed record SayWhyItWasAMistake() : Refusal("Say how it came to be entered. Do not name another person.")
{
    public override string Field => "Mistake";
}

public sealed record NotOnTheQuarterHour() : Refusal("Appointments start on the quarter hour and last 15 minutes to 4 hours. Choose a time like 2pm or 2:15pm.")
{
    public override string Field => "When";
}

public sealed record ClockSkipsThatTime(TimeOnly Time)
    : Refusal($"The clocks go forward that night, so {Words.Time(Time)} does not exist. Choose another time.")
{
    public override string Field => "When";
}

public sealed record FullDay(int WouldBe, string Clinician, int Agreed)
    : Refusal($"That makes {Words.Count(WouldBe, "person", "people")} for {Clinician}. The agreed number is {Agreed}. Choose another time, or ask {Clinician}.")
{
    public override string Field => "When";
}

public sealed record AlreadyBookedThen(string Name, Moment Starts)
    : Refusal($"{Name} already has an appointment then, at {Words.Time(Starts)}. Choose another time.")
{
    public override string Field => "When";
}

public sealed record AssessmentIsBooked(string Name, Moment Starts)
    : Refusal($"{Name} has an assessment on {Words.LongDay(London.DayOf(Starts))}, {Words.Time(Starts)}. Move it instead.")
{
    public override string Field => "Kind";
}

public sealed record ClosedThen(Moment Starts, Moment Ends)
    : Refusal($"We are not open from {Words.Time(Starts)} to {Words.Time(Ends)} on {Words.LongDay(London.DayOf(Starts))}. Choose a time in opening hours.")
{
    public override string Field => "When";
}

public sealed record ChooseWhatFor() : Refusal("Choose what the appointment is for.")
{
    public override string Field => "Kind";
}

public sealed record ChooseHow() : Refusal("Choose how you will meet.")
{
    public override string Field => "Medium";
}

public sealed record NeedsNotMet(string Why) : Refusal(Why)
{
    public override string Field => "DespiteNeeds";
}

public sealed record NoBookingAfterEnd(string Name, DateOnly Ended)
    : Refusal($"{Name}'s care ended on {Words.LongDay(Ended)}. Book a catch-up talk, or bring {Name} back first.")
{
    public override string Field => "Kind";
}

public sealed record NoBookingPastTheEnd(string Name, DateOnly Last)
    : Refusal($"{Name}'s care ends on {Words.LongDay(Last)}. Choose a day until then, book a catch-up talk, or take the ending back first.")
{
    public override string Field => "When";
}

public sealed record NoMovePastYourEnd(DateOnly Last)
    : Refusal($"An ending of your care is planned for {Words.LongDay(Last)}. Choose a time until then. Or say on the page about the ending that you would like to talk first: then nothing ends.")
{
    public override string Field => "When";
}

public sealed record CameAfterDeath(string Name, DateOnly Died, DateOnly Day)
    : Refusal($"The record says that {Name} died on or before {Words.LongDay(Died)}, and this is of {Words.LongDay(Day)}. Check the day of death on their death page, or whether this is another person’s appointment.");

public sealed record NoBookingForTheDead() : Refusal("A death is recorded here. Nothing can be booked.");

public sealed record AlreadyCancelled(Moment Starts)
    : Refusal($"The appointment on {Words.LongDay(London.DayOf(Starts))} is cancelled already.");

public sealed record AlreadyHeld() : Refusal("That appointment is over. To correct who came, add a new value on its page.");

public sealed record ItsTimeHasCome(Moment Starts) : Refusal(
    $"This appointment began on {Words.LongDay(London.DayOf(Starts))}, {Words.Time(Starts)}, so its time stands. Say here, under \"Who came\", that nobody came or who called it off. Then book another time.");

public sealed record TooLateToMove(int Minutes, string Phone, string Clinician)
    : Refusal($"It starts in {Words.Count(Minutes, "minute", "minutes")}. Call {Phone} or tell {Clinician} here.");

public sealed record HasNotStartedYet(Moment Starts)
    : Refusal($"This appointment is at {Words.Time(Starts)}. You can record who came from then on. To call it off, cancel it.");

public sealed record BeganLaterThanNow(Moment Began, Moment Now)
    : Refusal($"It is {Words.Time(Now)} now, so it cannot have started at {Words.Time(Began)}. Check the time.")
{
    public override string Field => "Began";
}

public sealed record EndedLaterThanNow(Moment Ended, Moment Now)
    : Refusal($"It is {Words.Time(Now)} now, so it cannot have ended at {Words.Time(Ended)}. Check the time, or leave it empty until it has ended.")
{
    public override string Field => "Ended";
}

public sealed record ChooseWhoCame() : Refusal("Choose who came.")
{
    public override string Field => "Code";
}

/// <summary>Screens G10: more than 24 hours later, one question more.</summary>
public sealed record WhyNow(int Days) : Refusal($"You are adding this {Words.Wait(Days)} after it happened. Why now?")
{
    public override string Field => "WhyLate";
}

public sealed record SecondPersonIsAnother() : Refusal("A second person has to confirm this. Ask a colleague who knows.");

public sealed record ClinicianConfirms() : Refusal("The front desk entered this, so a clinician has to confirm it. Ask whoever held the appointment, or a supervisor.");

public sealed record NothingToConfirm() : Refusal("There is nothing here to confirm.");

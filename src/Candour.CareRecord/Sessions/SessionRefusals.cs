using Candour.Clinical;

namespace Candour.CareRecord.Sessions;

public sealed record SayWhyWithoutAnswers() : Refusal("Say why the session starts without answers.")
{
    public override string Field => "WithoutAnswers";
}

public sealed record AskWhereTheyAre(string Name)
    : Refusal($"Ask {Name}: where are you now, and who could help? If you cannot ask, say why.")
{
    public override string Field => "WhereNow";
}

public sealed record StartsAtItsTime(Moment Starts, Moment From) : Refusal(
    $"This session is booked for {Words.LongDay(London.DayOf(Starts))}, {Words.Time(Starts)}. You can start it from {Words.Time(From)} on. To hold it now, move the appointment to the time you hold it.");

public sealed record SessionNotStarted() : Refusal("Start the session first.");

public sealed record SessionIsClosed() : Refusal("This session is closed. Add a note with a reason, or add a new value.");

public sealed record SayWhyAddedAfterClosing() : Refusal("Say why you are adding to a closed session.")
{
    public override string Field => "Why";
}

public sealed record NothingWritten() : Refusal("Write the note first.")
{
    public override string Field => "Note";
}

public sealed record SafetyNeedsWords() : Refusal("Say in words what was said about safety, what makes it safer or less safe, and what you agreed.")
{
    public override string Field => "SafetyWords";
}

public sealed record SayHowYouUnderstand(string Name, string Wrote, string Said)
    : Refusal($"{Name} wrote \"{Wrote}\" and said \"{Said}\". Say how you understand this.")
{
    public override string Field => "Understood";
}

public sealed record TherapyNeedsQualification(string Therapy, string Day)
    : Refusal($"Your record shows no {Therapy} qualification on {Day}. If that is wrong, ask your data manager. To record what you did, choose another therapy.")
{
    public override string Field => "Therapy";
}

public sealed record CloseSessionFirst() : Refusal("The kind of a contact is worked out when the session is closed. Finish the session first.");

public sealed record SayWhyAnotherType() : Refusal("Say why another value is right. Both values are kept and shown in our figures.")
{
    public override string Field => "Why";
}

public sealed record TypeIsThatAlready() : Refusal("It counts as that already.");

public sealed record TypeIsWaiting() : Refusal("A second value is waiting for a second person. Ask them first.");

public sealed record NoTypeToAgree() : Refusal("No second value is waiting here.");

public sealed record MinutesAreOff() : Refusal("The session ends before it starts, or lasts more than 4 hours. Check the times.")
{
    public override string Field => "Ended";
}

public sealed record TextTooLong(int Most, string Where = "Note") : Refusal($"Shorten this to {Most:N0} characters or fewer. What you wrote is kept on the page.")
{
    public override string Field => Where;
}

public sealed record GroupNumberIsOff() : Refusal("Enter how many people were there, from 1 to 999.")
{
    public override string Field => "GroupParticipants";
}

public sealed record LogDayIsOff(string Where) : Refusal("Enter a first and a last day, like 1/12/2026. Neither can be later than today, nor the last before the first.")
{
    public override string? Field => Where;
}

public sealed record NameTheProgramme() : Refusal("Enter the name of the programme.")
{
    public override string Field => "LogProgramme";
}

public sealed record LogMinutesAreOff() : Refusal("Enter the minutes of your own time on it, from 0 to 9999.")
{
    public override string Field => "LogMinutes";
}

public sealed record LogBeforeReferral(DateOnly Came)
    : Refusal($"The first day is before the referral came, on {Words.LongDay(Came)}. Enter that day or a later one.")
{
    public override string Field => "LogFrom";
}

public sealed record LogAfterDeath(DateOnly Died)
    : Refusal($"The record says that this person died on {Words.LongDay(Died)}. Enter a last day up to then. If the record is wrong, put the death right first.")
{
    public override string Field => "LogTo";
}

public sealed record LoggedAlready(DateOnly From, DateOnly To)
    : Refusal($"{Words.Span(From, To)} is in the log already, or waits for a second person. A log is about a week, whatever the programme: no two share a day or begin less than 7 days apart. Change the days, or take that one out first and put both down as one.")
{
    public override string Field => "LogFrom";
}

public sealed record LogIsNotThere() : Refusal("This log is not here. Look at the list again.");

public sealed record NotYourLog() : Refusal("Only who put this down, or a supervisor, takes it out. Ask them.");

public sealed record SayWhyLogIsWrong() : Refusal("Say why this log is wrong. It leaves the figures and stays in the history.")
{
    public override string Field => "Why";
}

public sealed record LogWaitsToGo()
    : Refusal("Taking this out waits for a second person already. They find it under Late entries.");

public sealed record WriteUpWaits()
    : Refusal("What was done in this session was entered late and waits for a second person. To change it, take that entry out first, under Late entries.");

public sealed record SayWhatWasTreatment() : Refusal("Choose the treatment and tick the parts of it that were done. Without them there is no treatment to keep.")
{
    public override string Field => "KeepTreatment";
}

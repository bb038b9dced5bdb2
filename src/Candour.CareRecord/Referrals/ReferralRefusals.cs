using Candour.Clinical;

namespace Candour.CareRecord.Referrals;

// Refusals of this feature, worded for the person who reads them.

public sealed record BirthDateInFuture() : Refusal("Date of birth must be in the past")
{
    public override string? Field => "birth";
}

public sealed record BirthDateTooLongAgo(int Age) : Refusal($"Check the year. It makes you {Age}")
{
    public override string? Field => "birth";
}

/// <summary>Too young by the policy of the day; nothing is kept but a count.</summary>
public sealed record TooYoung(int From) : Refusal($"We can help from {From}.");

public sealed record NotAllAnswered()
    : Refusal("We still need your date of birth, your first name and one way to reach you. Choose \"Change\" beside what is missing.");

public sealed record NothingSafeLeft() : Refusal("Choose at least one way")
{
    public override string? Field => "ways";
}

public sealed record NhsNumberWrong(NhsNumberFault Fault)
    : Refusal(Fault switch
    {
        NhsNumberFault.NotDigits => "An NHS number has 10 numbers and no letters",
        NhsNumberFault.NotTenDigits => "An NHS number has 10 numbers, like 999 012 3456",
        NhsNumberFault.CheckDigit => "Check the NHS number. One of its numbers is not right",
        _ => "Enter the NHS number, or choose why there is none",
    })
{
    public override string? Field => "nhs";
}

public sealed record NhsNumberTaken()
    : Refusal("Another person here has this NHS number. Check both records: they may be the same person.")
{
    public override string? Field => "nhs";
}

public sealed record NoSuchCode(string List, string Code) : Refusal($"Choose one of the answers. '{Code}' is not in the list {List}.");

public sealed record NotAPostcode() : Refusal("Enter a full postcode, like NM1 4AB")
{
    public override string? Field => "postcode";
}

public sealed record SayWhyLate(int Days) : Refusal($"You are adding this {Words.Count(Days, "day", "days")} after it happened. Why now?")
{
    public override string? Field => "late";
}

public sealed record SayWhyChanged() : Refusal("Say why you are changing this. The old value stays in the history.")
{
    public override string? Field => "why";
}

public sealed record DayInFuture() : Refusal("The date must be today or in the past");

public sealed record AlreadyDecided(string What) : Refusal($"This referral was already {What}. Open its page to see by whom.");

public sealed record SayWhereTheyCanGo() : Refusal("Say who can help this person instead, with a telephone number")
{
    public override string? Field => "where";
}

public sealed record SayWhyNotForUs() : Refusal("Say why we are not the right help. They get these words in a letter")
{
    public override string? Field => "because";
}

public sealed record SomebodyElseLooks()
    : Refusal("You made the first decision. They asked for another person to look: hand this to a colleague.");

public sealed record WorryStillOpen(string Called)
    : Refusal($"{Called} has a risk answer that is not closed. Close that first.");

public sealed record ClinicianOnly() : Refusal("This is for a clinician. Choose \"Ask a clinician\" to hand it on.");

public sealed record SayWhatYouSaw() : Refusal("Say what you looked at and what is next")
{
    public override string? Field => "words";
}

public sealed record NobodyThere() : Refusal("We cannot find that person.");

public sealed record DifferentNhsNumbers()
    : Refusal("These two have different NHS numbers, so they are two people. If a number is wrong, put it right first.");

public sealed record DifferentBirthDates()
    : Refusal("The birth dates are different. Ask them which is right, put it right, and look again.");

public sealed record AlreadyJoined() : Refusal("These two are already read as one person.");

public sealed record NobodyProposed() : Refusal("Nobody has proposed this yet. Choose \"One person\" first; a colleague then agrees.");

public sealed record SecondPersonNeeded()
    : Refusal("You proposed this yourself. Joining two records takes two people: ask a colleague to look.");

public sealed record NotJoined() : Refusal("These two are not joined, so there is nothing to undo.");

public sealed record WrittenSinceJoined()
    : Refusal("One of the records has a new entry since they were joined. Say why you are undoing it, and check the new entries.")
{
    public override string? Field => "why";
}

public sealed record UndoFirst() : Refusal("These two are joined. Undo the joining first.");

public sealed record DeathAlreadyRecorded() : Refusal("This death is already recorded. Everything to this person has stopped.");

public sealed record NoDeathToWithdraw() : Refusal("No death is recorded here.");

public sealed record DeathInOtherRecord() : Refusal("This death was written in the other record of this person. Open that one, and take it back there.");

public sealed record DeathDayWrong() : Refusal("The day of death must be today or in the past, and not before the birth date")
{
    public override string? Field => "died";
}

public sealed record PersonHasDied(string Called) : Refusal($"{Called} has died. Nothing can be sent or booked.");

using Candour.Clinical;

namespace Candour.CareRecord.Discharge;

public sealed record AlreadyEnded(string Name, DateOnly On)
    : Refusal($"{Name}'s care ended on {Words.LongDay(On)}. Undo that ending first, or open a new referral.");

public sealed record ClinicianEndsCare()
    : Refusal("A clinician decides about an ending. Tell the person’s clinician, or a supervisor. Somebody who never replied is closed under “Trying to reach”.");

public sealed record AlreadyPlanned(string Name) : Refusal($"An ending is already planned for {Name}. Take it back first, or let it run.");

public sealed record RiskAnswerIsOpen(string Name) : Refusal($"{Name} has a risk answer that is not closed. Close that first.");

public sealed record AnswersNotRead(string Name) : Refusal($"{Name} sent answers after you opened this page. Read them first.");

public sealed record ChooseReason() : Refusal("Choose the reason.")
{
    public override string Field => "Reason";
}

public sealed record ReasonDoesNotFit(string Name, bool TakenOn)
    : Refusal(TakenOn
        ? $"{Name} has begun treatment, so this reason does not fit. Choose another."
        : $"{Name} has not begun treatment, so this reason does not fit. Choose another.")
{
    public override string Field => "Reason";
}

public sealed record SayWhyItEnds() : Refusal("Say in plain words why care ends. The person reads this.")
{
    public override string Field => "Why";
}

/// <summary>The panel before an early ending; <see cref="DecideEnding.EndAnyway"/> goes past it.</summary>
public sealed record EndsBeforePlan(string Name, int Given, int Planned, int BelowInARow)
    : Refusal($"{Name} has had {Given} of {Planned} sessions. {Scores(BelowInARow)} "
        + "In one study about half of the people who were well after low-intensity help were unwell again within a year.")
{
    private static string Scores(int row) => row switch
    {
        0 => "Their scores are not below the cut-offs.",
        1 => "Their scores are below the cut-offs for 1 score, not 2 in a row.",
        _ => $"Their scores are below the cut-offs for {row} scores in a row.",
    };
}

public sealed record HasToBeTold(string Name, int Days, DateOnly Earliest, DateOnly Today)
    : Refusal($"{Name} has to be told and have {Days} days. Send the notice now; the earliest date is {Words.Day(Earliest, Today)}.");

public sealed record NobodyDecidedToEnd() : Refusal("No ending is planned here.");

public sealed record NothingToAgreeTo() : Refusal("Nobody is asked to agree here any more. This page shows where it stands now.");

public sealed record SupervisorAgreesFirst(string Name)
    : Refusal($"A supervisor has to agree before {Name} gets the notice. They see it on their page today.");

public sealed record AgreedBySomeoneElse() : Refusal("A supervisor other than the person who decided has to agree.");

public sealed record NoticeIsOver(DateOnly Ended, DateOnly ComeBackUntil)
    : Refusal($"Your care ended on {Words.LongDay(Ended)}. You can come back until {Words.LongDay(ComeBackUntil)} without starting again.");

public sealed record NoNoticeToAnswer() : Refusal("No ending is planned for you. Your care goes on.");

public sealed record NoLetterToAnswer() : Refusal("No letter to your GP is planned. You do not need to do anything.");

public sealed record NoGpForTheLetter(string Why) : Refusal($"{Why} Ask which it is and record it. Or take the tick away: then no letter goes to a GP.")
{
    public override string Field => "LetterToGp";
}

public sealed record ChooseOneAnswer() : Refusal("Choose one of the three answers.")
{
    public override string Field => "Answer";
}

public sealed record NothingToTell() : Refusal("Nobody is waiting to be told of an ending here. This page shows where it stands now.");

public sealed record ChooseHowTold() : Refusal("Choose how you told them.")
{
    public override string Field => "How";
}

public sealed record SayWhatYouTold() : Refusal("Say in a few words what you told them, and what they said. Their 14 days begin with it.")
{
    public override string Field => "Told";
}

public sealed record NotEnded() : Refusal("This care has not ended. There is nothing to undo.");

public sealed record TooLateToComeBack(DateOnly Until)
    : Refusal($"You could come back until {Words.LongDay(Until)}. Please refer yourself again: we still have your record.");

public sealed record DeathIsRecorded() : Refusal("A death is recorded here. Take that back first if it is wrong.");

public sealed record DeathNotRecorded(string Name)
    : Refusal($"No death is recorded for {Name}. Record it first: that asks a second time, and stops all messages.")
{
    public override string Field => "Reason";
}

public sealed record DeathIsTheReason(string Name)
    : Refusal($"A death is recorded for {Name}. Choose the reason “Died”, or take the death back first if it is wrong.")
{
    public override string Field => "Reason";
}

public sealed record AskedInWritingNeedsWords() : Refusal("Copy the words in which the person asked to end today.")
{
    public override string Field => "Why";
}

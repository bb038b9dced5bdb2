using Candour.Clinical;

namespace Candour.CareRecord.Questionnaires;

public sealed record NoSuchQuestionnaire() : Refusal("We cannot find these questions. If you came from a message, the link may be cut short. Copy all of it.");

public sealed record NotAskedHere() : Refusal("That question is not one of these.");

/// <param name="OrElse">The words of the button that leaves the question out; null where the page has none.</param>
public sealed record ChooseAnAnswer(string? OrElse = null)
    : Refusal(OrElse is null ? "Choose one of the answers." : $"Choose an answer, or press “{OrElse}”.")
{
    public override string? Field => "Answer";
}

public sealed record SayWhoFirst() : Refusal("Choose who is filling this in, then press Start.")
{
    public override string? Field => "FilledInBy";
}

public sealed record FormsOver(Moment For)
    : Refusal($"These questions were for {Words.Day(London.DayOf(For), London.DayOf(For))} and are closed.");

/// <param name="For">When the session was to be.</param>
/// <param name="Now">When it is now; null: it was called off.</param>
public sealed record SessionNoLongerThen(Moment For, Moment? Now) : Refusal(Now is { } now
    ? $"These questions were for {Words.LongDay(London.DayOf(For))}, {Words.Time(For)}. That session is now on {Words.LongDay(London.DayOf(now))}, {Words.Time(now)}, and has questions of its own."
    : $"These questions were for {Words.LongDay(London.DayOf(For))}, {Words.Time(For)}. That session was called off, so nobody needs them.");

public sealed record AlreadySent(Moment At) : Refusal($"You sent these answers at {Words.Time(At)}. They stay as they are.");

public sealed record NothingAnswered() : Refusal("No question is answered yet. Answer one, or choose that you do not want to answer these.");

public sealed record NotYoursToEnter() : Refusal("The person has begun these. Let them finish: hand them this device, or send them the link again.");

public sealed record SayWhy() : Refusal("Choose why you are entering these answers.")
{
    public override string? Field => "Reason";
}

public sealed record SayWhenFilled() : Refusal("Enter the date and time the paper was filled in. It must be in the past.")
{
    public override string? Field => "FilledAt";
}

public sealed record FilledBeforeItWasAsked(Moment From) : Refusal(
    $"These questions were first there at {Words.Time(From)} on {Words.LongDay(London.DayOf(From))}. Enter a later date and time, as it stands on the paper.")
{
    public override string? Field => "FilledTime";
}

public sealed record FilledBeforeTheFirst(Moment First) : Refusal(
    $"The first set was answered at {Words.Time(First)} on {Words.LongDay(London.DayOf(First))}. A repeat is later: enter the date and time as it stands on the paper. If the paper is older, say so in the note of the session.")
{
    public override string Field => "FilledTime";
}

/// <summary>For staff who enter a repeat.</summary>
public sealed record OnlyPaperNow(Moment For)
    : Refusal($"These questions were for {Words.LongDay(London.DayOf(For))} and are closed. What was filled in on paper can still be entered: choose Paper form.")
{
    public override string Field => "Reason";
}

public sealed record RepeatIsOpen() : Refusal("Another set is open for these questions already. Go to Questions and enter the answers there.");

public sealed record SayHowWeKnow(string Name) : Refusal(
    $"We cannot find a sign that {Name} was there: no page visit, video, call log or signature. Ask a colleague who knows to confirm, or save it as \"not confirmed\". It will be left out of the checked figure.")
{
    public override string? Field => "Sign";
}

public sealed record NotEnteredByStaff() : Refusal("You sent these answers yourself. If something is wrong, tell us and we will put it right with you.");

public sealed record SayWhyAgain() : Refusal("Choose why you are answering these again.")
{
    public override string? Field => "Why";
}

public sealed record SayIfAsked() : Refusal("Choose whether someone asked you to do these again.")
{
    public override string? Field => "AskedFor";
}

public sealed record EnoughForThisHour() : Refusal("You have asked for 3 in the last hour. The newest still works. You can ask again in an hour.");

public sealed record NoSafeWayForALink()
    : Refusal("We have no confirmed number or address that is safe to use now, so we sent nothing. Show a code instead and write it down.");

public sealed record AnsweringAtHomeIsOff(string Called)
    : Refusal($"Answering at home is not switched on here. Hand {Called} the service's own device, or enter the answers together.");

public sealed record AnsweredTogether()
    : Refusal("These questions are answered together with somebody here, so no link or code opens them. Carry on when you are with us, or call us.");

public sealed record NotSentBeforeTogether(string Called)
    : Refusal($"These questions are answered together first, so no link is sent. Hand {Called} this device, or enter what {Called} says.");

public sealed record QuestionsNotOpen() : Refusal("The questions of this session are not open yet. Open them first, then these.");

public sealed record AlreadyIn(Moment At) : Refusal($"These answers came in at {Words.Time(At)}. There is nothing left to hand over.");

public sealed record EnteredForYou() : Refusal("Somebody here began to enter these answers for you. If that is not right, or you want to answer yourself, call us.");

public sealed record EntryBegun() : Refusal("Somebody began to enter these answers for them. Finish that first: the two ways are kept apart.");

public sealed record NoSafeWayToAsk(string Called)
    : Refusal($"{Called} has no confirmed number or address that is safe to use now, so nothing was sent. Hand over this device, or read the questions aloud.");

using Candour.Clinical;

namespace Candour.CareRecord.Letters;

public sealed record NothingToWriteAbout(string Letter) : Refusal($"There is nothing to write in this letter yet: {Letter}.");

public sealed record LetterOfThoseWhoTreat() : Refusal("This letter is written by those who treat the person. Ask them to make it.")
{
    public override string Field => "Kind";
}

public sealed record LetterNotSafe(string Called, string Why)
    : Refusal($"No letter may go to {Called}: {Why} Tell them in a way that is safe, then write down what you did.");

public sealed record AskedForLargePrint(string Called) : Refusal($"{Called} asked for 18 point print.")
{
    public override string Field => "Format";
}

public sealed record PrintCannotDoThis(string Called, string Need)
    : Refusal($"{Called} asked for {Need}. Print alone does not meet that. Make it in that form, or call, then write down what you did.");

public sealed record ChooseAFormat() : Refusal("Choose the size of print")
{
    public override string Field => "Format";
}

public sealed record LetterWaitsAlready(DateOnly Made) : Refusal($"This letter was made on {Words.LongDay(Made)} and is not posted yet. Post that one, or say why not.");

public sealed record NoSuchLetter() : Refusal("We cannot find that letter.");

public sealed record NoCodePrinted() : Refusal("This letter has no code to reply yet. Print it with its code first.");

public sealed record NotSoAnyMore() : Refusal("What this letter says is not so any more. Do not post it: choose “It will not be posted”.");

public sealed record LetterDone() : Refusal("This letter is settled already. A colleague may have been quicker.");

public sealed record PostedOnWrong(DateOnly Made) : Refusal($"The day of posting must be from {Words.LongDay(Made)} to today")
{
    public override string Field => "PostedOn.Day";
}

public sealed record SayWhyNotPosted() : Refusal("Say why it is not posted, and how they were told instead")
{
    public override string Field => "Why";
}

public sealed record NoGpToWriteTo(string Why) : Refusal($"{Why} Ask them which it is and record it under “GP surgery”. Or say below why no letter goes.");

public sealed record CheckTheSurgery(string Surgery)
    : Refusal($"Check that {Surgery} is still the right surgery, with the person or the surgery. If it is another, record that first.")
{
    public override string Field => "Checked";
}

public sealed record WhereIsTheSurgery() : Refusal("Enter the surgery’s name and its address, a line each")
{
    public override string Field => "Address";
}

public sealed record SayHowTheyAgree(string Called)
    : Refusal($"{Called} had no notice, and so no time to say no. Say how they agreed to this letter, or which danger makes it a duty to write.")
{
    public override string Field => "Grounds";
}

public sealed record SaidNoToGp(string Called) : Refusal($"{Called} said no to a letter to their GP. Do not post it.");

public sealed record GpHasIt(DateOnly PostedOn)
    : Refusal($"The letter to the GP was posted on {Words.LongDay(PostedOn)}. Its copy is under “My letters”. If something in it is wrong, tell us, and we write again.");

public sealed record GpChanged(string Called)
    : Refusal($"The GP surgery of {Called} has changed since this letter was made. Do not post it: choose “It will not be posted”, then write to the new surgery.");

public sealed record NotApprovedYet()
    : Refusal("No clinician has approved this letter yet. Read it and approve it first: your name stands at its end.");

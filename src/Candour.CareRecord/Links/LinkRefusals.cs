using Candour.Clinical;

namespace Candour.CareRecord.Links;

// Nothing here tells whether a person is known: not found reads the same for a mistyped and an invented link.

public sealed record WrongBirthDate(int TriesLeft)
    : Refusal($"That is not the date we have. You have {Words.Count(TriesLeft, "more try", "more tries")} with this link")
{
    public override string Field => "BirthDate";
}

public sealed record LinkClosed() : Refusal("We have closed this link to protect you. Ask for a new one, or call us.");

/// <param name="For">The day of the appointment it was for; null when it was for none.</param>
public sealed record LinkExpired(DateOnly? For, DateOnly Until, DateOnly Today)
    : Refusal(For is { } day
        ? $"This link was for your appointment on {Words.Day(day, Today)}. That has passed."
        : $"This link worked until {Words.Day(Until, Today)}. That has passed.");

public sealed record LinkUsed() : Refusal("This link has been used. If you were in the middle of something, your answers are saved.");

public sealed record LinkNotFound() : Refusal("We cannot find that link. If it came in two lines, copy both");

public sealed record WrongCode() : Refusal("That code is not right. Check it or ask for a new one")
{
    public override string Field => "Code";
}

public sealed record CodeSpent() : Refusal("That code has ended. Ask for a new one")
{
    public override string Field => "Code";
}

/// <summary>There was a reason to send none, and it is gone.</summary>
public sealed record NoCodeYet() : Refusal("We have not sent you a code yet. Ask for one.");

public sealed record TooManyCodes() : Refusal("We have sent several codes in the last hour. Wait an hour and ask again, or call us.");

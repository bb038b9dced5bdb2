namespace Candour.Web.Pages.Referrals;

/// <summary>Why somebody looks for a person who is not in their own work.</summary>
public enum LookUpReason
{
    TheyAreHere,
    ToHelpNow,
    ColleagueAsked,
    PutRight,
    Another,
}

/// <summary>The reason in words: as it is chosen, and as the person reads it. A worry is never named to whoever may read along.</summary>
public static class LookUpReasons
{
    public const int Fewest = 10;

    public static string Choice(LookUpReason reason) => reason switch
    {
        LookUpReason.TheyAreHere => "They called, wrote or are here",
        LookUpReason.ToHelpNow => "To help them now",
        LookUpReason.ColleagueAsked => "A colleague asked me about them",
        LookUpReason.PutRight => "To put a record right",
        _ => "Another reason",
    };

    public static string ToThePerson(LookUpReason reason, string? words) => "a search. Why: " + (reason switch
    {
        LookUpReason.TheyAreHere => "you called, wrote or were here",
        LookUpReason.ToHelpNow => "to help you",
        LookUpReason.ColleagueAsked => "a colleague asked",
        LookUpReason.PutRight => "to put a record right",
        _ => words?.Trim() ?? "",
    });
}

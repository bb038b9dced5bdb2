using Candour.CareRecord.Policies;
using Candour.Clinical;

namespace Candour.CareRecord.Access;

/// <summary>Opening a record in an emergency: a reason and words, sixty minutes, this record only; reviewed within two working days.</summary>
public static class BreakGlass
{
    public const int FewestCharacters = 20;

    public const int WorkingDaysToReview = 2;

    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(60);

    /// <param name="person">The person's history.</param>
    /// <param name="opening">A new id.</param>
    /// <param name="hours">The service's hours: they say which days are working days.</param>
    public static Decision Open(History person, string opening, string staff, BreakGlassReason? reason, string why, OpeningHours hours, Moment now)
    {
        if (reason is null)
            return new SayWhichReason();
        if (why.Trim().Length < FewestCharacters)
            return new SayWhyInWords();
        if (Relations.Of(person, staff) is not null)
            return new TooCloseToOpen();
        return Decision.Accept(person.Stream, new BreakGlassOpened
        {
            Opening = opening, Staff = staff, Reason = reason.Value, Why = why.Trim(), Until = now.Plus(Lasts),
            ReviewBy = hours.WorkingDaysAfter(London.DayOf(now), WorkingDaysToReview),
        });
    }

    /// <summary>Said by somebody who did not open it.</summary>
    public static Decision Review(History person, string opening, bool? right, string? said, string reviewer)
    {
        if (right is null)
            return new SayRightOrNot();
        if (person.First<BreakGlassOpened>(o => o.Opening == opening) is not { } opened)
            return new NoSuchOpening();
        if (opened.Staff == reviewer)
            return new NotYourOwnOpening();
        if (person.Any<BreakGlassReviewed>(r => r.Opening == opening))
            return Decision.AlreadySo;
        return Decision.Accept(person.Stream, new BreakGlassReviewed
        {
            Opening = opening, Right = right.Value, Said = string.IsNullOrWhiteSpace(said) ? null : said.Trim(),
        });
    }
}

public sealed record SayWhichReason() : Refusal("Choose why you are opening this record.")
{
    public override string Field => "Reason";
}

public sealed record SayWhyInWords() : Refusal($"Say why in {BreakGlass.FewestCharacters} characters or more.")
{
    public override string Field => "Why";
}

public sealed record TooCloseToOpen()
    : Refusal("This record stays closed to you: you told us that you know this person, or they asked for it. Call the duty clinician now, or hand on the worry.");

public sealed record SayRightOrNot() : Refusal("Choose what you think of it.")
{
    public override string Field => "Right";
}

public sealed record NoSuchOpening() : Refusal("There is no such opening of a record.");

public sealed record NotYourOwnOpening() : Refusal("You opened this record yourself. Somebody else has to look at it.");

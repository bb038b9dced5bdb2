using Candour.CareRecord;
using Candour.CareRecord.Safeguards;
using Candour.Clinical;

namespace Candour.Web.Pages.Safeguards;

/// <summary>A part of a safety plan with its heading.</summary>
public sealed record PlanPart(string Name, string Label, string? Text);

/// <param name="GoneThrough">The day it was last gone through without a change; null when never.</param>
public sealed record PlanVersion(int Number, string When, string? GoneThrough, IReadOnlyList<PlanPart> Lines);

/// <summary>The prompt at a worry: write a plan now, or go through the one there is.</summary>
/// <param name="Asks">Something is still to do about the plan.</param>
/// <param name="Known">What is known of it, for a reader who may not open it.</param>
public sealed record PlanPrompt(string Words, string Link, bool Asks, string Known)
{
    public static PlanPrompt Of(PlanAtHand plan, string called, DateOnly today) => plan switch
    {
        { Day: not { } } => new($"No safety plan yet. Write one with {called} now.", "Write a safety plan", true, "No safety plan yet."),
        { Day: { } day, WantsReview: true } => new($"Safety plan: {Clinical.Words.Day(day, today)}, before this. Go through it with {called} again.", "Review the safety plan", true, $"Safety plan: {Clinical.Words.Day(day, today)}."),
        { Day: { } day } => new($"Safety plan: {Clinical.Words.Day(day, today)}.", "Open the safety plan", false, $"Safety plan: {Clinical.Words.Day(day, today)}."),
    };
}

internal static class PlanWords
{
    public static IReadOnlyList<PlanPart> Parts(SafetyPlanWritten? plan) =>
    [
        new("WarningSigns", "How I notice that it is getting worse", plan?.WarningSigns),
        new("Coping", "What I can do by myself", plan?.Coping),
        new("Support", "People and places that help me", plan?.Support),
        new("Contacts", "Whom I can ask for help", plan?.Contacts),
        new("Means", "How I make things around me safer", plan?.Means),
    ];

    /// <summary>Newest first.</summary>
    public static IReadOnlyList<PlanVersion> Versions(History person, Moment now) =>
    [
        .. person.Recorded<SafetyPlanWritten>().Reverse().Select(p => new PlanVersion(
            p.Event.Version,
            Words.Day(London.DayOf(p.Envelope.At), London.DayOf(now)),
            person.Recorded<SafetyPlanGoneThrough>().LastOrDefault(g => g.Event.Version == p.Event.Version).Envelope is { } gone
                ? Words.Day(London.DayOf(gone.At), London.DayOf(now))
                : null,
            [.. Parts(p.Event).Where(part => part.Text is not null)])),
    ];
}

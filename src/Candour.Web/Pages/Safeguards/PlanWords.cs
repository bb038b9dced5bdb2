using Candour.CareRecord;
using Candour.CareRecord.Safeguards;
using Candour.Clinical;

namespace Candour.Web.Pages.Safeguards;

/// <summary>A part of a safety plan with its heading.</summary>
public sealed record PlanPart(string Name, string Label, string? Text);

public sealed record PlanVersion(int Number, string When, IReadOnlyList<PlanPart> Lines);

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
            [.. Parts(p.Event).Where(part => part.Text is not null)])),
    ];
}

using Candour.Clinical;

namespace Candour.CareRecord.Policies;

/// <summary>What the policy names somebody for, now or later: nobody goes while a worry would be theirs by it.</summary>
public static class NamedInPolicy
{
    private static readonly (string Setting, string Words)[] Posts =
    [
        (PolicyNames.ClinicalLead, "the clinical lead"), (PolicyNames.Supervisor, "the supervisor of the service"),
        (PolicyNames.SafeguardingLead, "the safeguarding lead"),
    ];

    /// <returns>In words: "the clinical lead", "on duty by the rota"; empty when they are named for nothing.</returns>
    public static IReadOnlyList<string> Of(History policy, string staff, Moment now)
    {
        var today = London.DayOf(now);
        var days = policy.All<PolicySet>().Select(p => p.From).Where(d => d > today).Prepend(today).Distinct().Select(day => ServicePolicy.On(day, policy)).ToList();
        var posts = Posts.Where(post => days.Any(day => day[post.Setting] == staff)).Select(post => post.Words);
        // A later entry of the rota holds over an earlier one, so duty is asked for at every moment at which it may change.
        var changes = days[0].RotaFrom(now).SelectMany(d => new[] { d.From, d.Until }).Where(m => m > now).Prepend(now);
        return [.. posts, .. changes.Any(m => days[0].Duty(m) == staff) ? ["on duty by the rota"] : Array.Empty<string>()];
    }
}

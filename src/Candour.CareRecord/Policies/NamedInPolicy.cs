using Candour.CareRecord.Staff;
using Candour.Clinical;

namespace Candour.CareRecord.Policies;

/// <summary>What the policy names somebody for, now or later: nobody goes while a worry would be theirs by it.</summary>
public static class NamedInPolicy
{
    private static readonly (string Setting, string Words, Func<RoleLoss, bool> Ends)[] Posts =
    [
        (PolicyNames.ClinicalLead, "the clinical lead", loss => loss.Worries),
        (PolicyNames.Supervisor, "the supervisor of the service", loss => loss.Worries || loss.Concerns),
        (PolicyNames.SafeguardingLead, "the safeguarding lead", loss => loss.Concerns),
    ];

    /// <returns>In words: "the clinical lead", "on duty by the rota"; empty when they are named for nothing.</returns>
    public static IReadOnlyList<string> Of(History policy, string staff, Moment now) => Of(policy, staff, now, _ => true, duty: true);

    /// <summary>Only what they could not do any more.</summary>
    public static IReadOnlyList<string> Of(History policy, string staff, Moment now, RoleLoss loss) => Of(policy, staff, now, ends => ends(loss), loss.Duty);

    private static IReadOnlyList<string> Of(History policy, string staff, Moment now, Func<Func<RoleLoss, bool>, bool> counts, bool duty)
    {
        var today = London.DayOf(now);
        var days = policy.All<PolicySet>().Select(p => p.From).Where(d => d > today).Prepend(today).Distinct().Select(day => ServicePolicy.On(day, policy)).ToList();
        var posts = Posts.Where(post => counts(post.Ends) && days.Any(day => day[post.Setting] == staff)).Select(post => post.Words);
        // A later entry of the rota holds over an earlier one, so duty is asked for at every moment at which it may change.
        var changes = days[0].RotaFrom(now).SelectMany(d => new[] { d.From, d.Until }).Where(m => m > now).Prepend(now);
        return [.. posts, .. duty && changes.Any(m => days[0].Duty(m) == staff) ? ["on duty by the rota"] : Array.Empty<string>()];
    }
}

namespace Candour.CareRecord.Safeguards;

/// <summary>A safety plan, written together. Each is a new version; the old ones stay to be read.</summary>
public sealed record WriteSafetyPlan(
    string? Referral, string? WarningSigns, string? Coping, string? Support, string? Contacts, string? Means)
{
    public Decision Decide(History person)
    {
        string?[] parts = [WarningSigns, Coping, Support, Contacts, Means];
        if (parts.All(string.IsNullOrWhiteSpace))
            return new WriteSomeOfThePlan();
        var last = person.Last<SafetyPlanWritten>();
        var plan = new SafetyPlanWritten
        {
            Version = (last?.Version ?? 0) + 1,
            Referral = Referral,
            WarningSigns = Tidy(WarningSigns),
            Coping = Tidy(Coping),
            Support = Tidy(Support),
            Contacts = Tidy(Contacts),
            Means = Tidy(Means),
        };
        return last is not null && plan with { Version = last.Version, Referral = last.Referral } == last
            ? Decision.AlreadySo
            : Decision.Accept(person.Stream, plan);
    }

    private static string? Tidy(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

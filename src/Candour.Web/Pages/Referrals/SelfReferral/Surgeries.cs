using Candour.CareRecord.Letters;
using Candour.CareRecord.Policies;
using Candour.CareRecord.Referrals;

namespace Candour.Web.Pages.Referrals.SelfReferral;

/// <summary>A GP surgery of the area.</summary>
public sealed record Surgery(string Code, string Name, string Postcode);

/// <summary>Surgeries and neighbouring services, from the settings of the service.</summary>
public static class Surgeries
{
    /// <summary>National code: not registered with a surgery.</summary>
    public const string None = GpSurgery.None;

    /// <summary>National code: the surgery is not known.</summary>
    public const string NotKnown = GpSurgery.NotKnown;

    /// <summary>The answer "I do not know which surgery it is".</summary>
    public const string Unsure = "unsure";

    private const int MostShown = 12;

    public static IReadOnlyList<Surgery> Of(ServicePolicy policy) =>
        [.. Lines(policy[PolicyNames.Practices]).Where(l => l.Length >= 2).Select(l => new Surgery(l[0], l[1], l.Length > 2 ? l[2] : ""))];

    /// <summary>By name or postcode, however written.</summary>
    public static IReadOnlyList<Surgery> Search(ServicePolicy policy, string? typed)
    {
        var key = Tidy.Name(typed);
        return key.Length == 0 ? [] :
        [
            .. Of(policy).Where(s => Tidy.Name(s.Name).Contains(key, StringComparison.Ordinal) || Tidy.Name(s.Postcode).StartsWith(key, StringComparison.Ordinal))
                .Take(MostShown),
        ];
    }

    /// <summary>The service of another area, by the beginning of a postcode; null when we do not know it.</summary>
    public static (string Name, string Phone)? Neighbour(ServicePolicy policy, string? typed)
    {
        var key = Tidy.Postcode(typed);
        return Lines(policy[PolicyNames.Neighbours])
            .Where(l => l.Length >= 3 && key.StartsWith(Tidy.Postcode(l[0]), StringComparison.Ordinal))
            .Select(l => ((string, string)?)(l[1], l[2])).FirstOrDefault();
    }

    private static IEnumerable<string[]> Lines(string setting) =>
        setting.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split(',', StringSplitOptions.TrimEntries));
}

using Candour.CareRecord;
using Candour.CareRecord.Access;
using Candour.CareRecord.Access.Store;

namespace Candour.Web.Access;

/// <summary>Names of members of staff by staff id, as pages show them. Read again when a minute old or a name is missing.</summary>
public sealed class Colleagues(Accounts accounts, TimeProvider clock)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    private volatile Known _known = new(new Dictionary<string, Account>(), DateTimeOffset.MinValue);

    /// <summary>A function from staff id to name, for the rest of the request; "someone who left" for an id nobody has.</summary>
    public async Task<Func<string, string>> Names()
    {
        var known = await All();
        return staff => known.TryGetValue(staff, out var account) ? account.Name : staff == "system" ? "the service" : "someone who left";
    }

    /// <summary>Who changed what a form was about; "You" when it was the reader, in another window.</summary>
    public async Task<string> NameOf(SomeoneChangedThis changed) => changed.Yourself ? "You" : (await Names())(changed.Who.Actor);

    /// <summary>Those who see people, in order of name.</summary>
    public async Task<IReadOnlyList<Account>> Clinicians() =>
        [.. (await All()).Values.Where(a => !a.Disabled && a.Roles.Any(IsClinical)).OrderBy(a => a.Name, StringComparer.Ordinal)];

    public static bool IsClinical(string role) =>
        role is CareRecord.Roles.Pwp or CareRecord.Roles.PwpTrainee or CareRecord.Roles.HighIntensity or CareRecord.Roles.EmploymentAdviser or CareRecord.Roles.Supervisor;

    private async Task<IReadOnlyDictionary<string, Account>> All()
    {
        var known = _known;
        var now = clock.GetUtcNow();
        if (known.At + Fresh > now && known.At <= now)
            return known.ByStaff;
        var all = (await accounts.All()).GroupBy(a => a.Staff).ToDictionary(g => g.Key, g => g.First());
        _known = new(all, now);
        return all;
    }

    private sealed record Known(IReadOnlyDictionary<string, Account> ByStaff, DateTimeOffset At);
}

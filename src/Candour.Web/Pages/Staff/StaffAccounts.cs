using Candour.CareRecord;
using Candour.CareRecord.Access.Store;
using Candour.CareRecord.Staff;
using Candour.Clinical;

namespace Candour.Web.Pages.Staff;

/// <summary>Makes the account say what the record says: roles granted, access ended.</summary>
public static class StaffAccounts
{
    /// <summary>
    /// Roles that an account was given before the staff file held any are granted there first: else the next one granted would
    /// be the only one.
    /// </summary>
    public static async Task Carry(TheRecord record, Accounts accounts, string staff)
    {
        var stream = Streams.Staff(staff);
        if (HoldsRoles(await record.Read(stream)) || await accounts.OfStaff(staff) is not { Roles: { Count: > 0 } roles })
            return;
        await record.Write(
            new($"carry-roles/{staff}", By.Worker), [stream],
            (h, now) => HoldsRoles(h[stream]) ? Decision.AlreadySo : new AskRoles(roles, London.DayOf(now)).Decide(h[stream], By.Worker, now));
    }

    public static async Task Follow(TheRecord record, Accounts accounts, string staff)
    {
        var file = await record.Read(Streams.Staff(staff));
        if (Colleague.Of(file) is not { } one || await accounts.OfStaff(staff) is not { } account)
            return;
        // A file that never held a role says nothing about roles.
        if (HoldsRoles(file) && !account.Roles.SequenceEqual(one.Roles))
            await accounts.SetRoles(account.Id, one.Roles);
        if (one.LeftOn is not null && !account.Disabled)
            await accounts.SetDisabled(account.Id, true);
    }

    private static bool HoldsRoles(History staff) => staff.Any<RoleGranted>() || staff.Any<RoleTaken>();
}

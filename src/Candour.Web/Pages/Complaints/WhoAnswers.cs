using Candour.CareRecord;
using Candour.CareRecord.Access;
using Candour.CareRecord.Access.Store;

namespace Candour.Web.Pages.Complaints;

/// <summary>Everybody at work who may answer a complaint, by the permissions table, each with a fresh id of the message to them.</summary>
internal static class WhoAnswers
{
    public static async Task<IReadOnlyList<(string Staff, string Message)>> All(Accounts accounts, Randomness randomness) =>
        [.. (await accounts.All()).Where(a => !a.Disabled && May.Embedded.Ever(new(a.Staff, "", a.Roles), Act.Approve, "complaint") is Answer.Yes)
            .Select(a => (a.Staff, Ids.New(randomness)))];
}

using Candour.CareRecord.Access;
using Candour.CareRecord.Access.Store;
using Candour.CareRecord.Policies;
using Candour.CareRecord.Safeguarding;
using Candour.CareRecord.Safeguards;
using Candour.CareRecord.Staff.Store;
using Candour.Clinical;

namespace Candour.CareRecord.Staff;

/// <summary>
/// Ends an account and all its sessions. Not while a worry would wait for nobody, but for an account in wrong hands: that is
/// closed all the same, and what it had or was dealing with is passed on. Safeguarding concerns go to whoever is safeguarding lead. Accounts are no events, so this is no single write:
/// broken off after the account was closed, it is done again and passes on what is left.
/// </summary>
/// <param name="AtOnce">In wrong hands.</param>
public sealed record CloseAccount(Account Account, bool AtOnce)
{
    /// <returns>Why the account is open still, or closed with a task left in its hands; null when all is done.</returns>
    public async Task<Refusal?> Do(TheRecord record, Accounts accounts, Randomness randomness)
    {
        if (!AtOnce && await Holding(record, randomness) is { } holding)
            return holding;
        await accounts.SetDisabled(Account.Id, disabled: true);
        // Also what came to them since it was asked.
        await Concerns(record, randomness);
        return await PassOnRiskTask.All(record, Account.Staff, randomness);
    }

    private async Task<Refusal?> Holding(TheRecord record, Randomness randomness)
    {
        if (await Work(record) is { RiskTasks: > 0 } work)
            return new RiskTasksLeftBehind(Account.Name, work);
        if (NamedInPolicy.Of(await record.Read(Streams.Policy), Account.Staff, Moment.Now(record.Clock)) is { Count: > 0 } named)
            return new StillNamed(Account.Name, named);
        await Concerns(record, randomness);
        // What stays, nobody else could take.
        return await Work(record) is { Concerns: > 0 } left ? new WorkLeftBehind(Account.Name, OpenWork.None with { Concerns = left.Concerns }) : null;
    }

    private Task Concerns(TheRecord record, Randomness randomness) =>
        HandOnSafeguarding.All(record, _ => new($"pass-on/{Ids.New(randomness)}", By.Worker), Account.Staff, randomness);

    private async Task<OpenWork> Work(TheRecord record)
    {
        await using var lists = record.Lists();
        return await lists.WorkOf(Account.Staff, London.Today(record.Clock));
    }
}

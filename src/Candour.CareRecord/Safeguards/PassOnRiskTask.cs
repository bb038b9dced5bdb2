using Candour.CareRecord.Policies;
using Candour.CareRecord.Safeguards.Store;
using Candour.Clinical;

namespace Candour.CareRecord.Safeguards;

/// <summary>
/// Takes a worry out of the hands of somebody whose account was closed. What they owned goes to whoever would be given it now;
/// what they were dealing with stays its owner's who is there. The hold ends, and the next rung is due at once.
/// </summary>
/// <param name="From">Their staff id.</param>
/// <param name="Message">Fresh id of the message to whoever has it now.</param>
public sealed record PassOnRiskTask(string Task, string From, string Message)
{
    /// <param name="atWork">For this person, read after the account was closed.</param>
    public Decision Decide(History person, ServicePolicy policy, AtWork atWork, Moment now)
    {
        if (RiskTask.Find(person, Task) is not { IsOpen: true } task || (task.Owner != From && task.HeldBy != From))
            return Decision.AlreadySo;
        var owner = task.Owner == From ? null : atWork.On(task.Owner, London.DayOf(now));
        var to = owner ?? Cover.At(policy, now, null, atWork).Owner.Staff;
        return Decision.Accept(person.Stream, new RiskTaskHandedOn { Task = Task, To = to, From = From, Why = "The account of whoever had it was closed." })
            .And(RiskPages.To(to, Message, now));
    }

    /// <summary>Everything that is in the hands of this member of staff, each by a write of its own. What is passed on already is left.</summary>
    /// <returns>Why one stayed where it was; null when none did.</returns>
    public static async Task<Refusal?> All(TheRecord record, string from, Randomness randomness)
    {
        List<RiskTaskRow> tasks;
        await using (var lists = record.Lists())
            tasks = await RiskTaskList.InHandsOf(lists, from);
        Refusal? stayed = null;
        foreach (var row in tasks)
        {
            var (person, message) = (Streams.Person(row.Person), Ids.New(randomness));
            var atWork = await AtWork.Now(record, randomness);
            var outcome = await record.Write(new($"pass-on/{message}", By.Worker), [person, Streams.Policy], (all, now) =>
                new PassOnRiskTask(row.Task, from, message).Decide(
                    all[person], ServicePolicy.On(London.DayOf(now), all[Streams.Policy]), atWork.For(all[person]), now));
            stayed = outcome is Outcome.No no ? no.Because : stayed;
        }

        return stayed;
    }
}

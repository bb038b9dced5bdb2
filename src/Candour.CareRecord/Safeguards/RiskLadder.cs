using Candour.CareRecord.Policies;
using Candour.CareRecord.Safeguards.Store;
using Candour.CareRecord.Store;
using Candour.CareRecord.Timers;
using Candour.Clinical;

namespace Candour.CareRecord.Safeguards;

/// <summary>
/// Does the rungs that have come due. A task that fails is never set aside and never holds up another: it is tried again on
/// every round, and pages show it overdue without this work.
/// </summary>
public sealed class RiskLadder(Randomness randomness) : IDueWork
{
    public string Name => "risk-ladder";

    public DueLine Line => DueLine.Alarms;

    public async Task<int> Run(TheRecord record, Moment now)
    {
        List<RiskTaskRow> due;
        await using (var lists = record.Lists())
            due = await RiskTaskList.WithRungDue(lists, now);
        if (due.Count == 0)
            return 0;
        var atWork = await AtWork.Now(record, randomness);
        var failed = new List<Exception>();
        foreach (var row in due)
        {
            try
            {
                await Escalate(record, row, atWork);
            }
            catch (Exception e) when (e is not (RecordUnavailableException or OperationCanceledException))
            {
                failed.Add(e);
            }
        }

        return failed.Count == 0 ? due.Count : throw new AggregateException("Some risk tasks could not be escalated.", failed);
    }

    private async Task Escalate(TheRecord record, RiskTaskRow row, AtWork atWork)
    {
        var person = Streams.Person(row.Person);
        // What is due is in the name of the command: two machines do it once.
        await record.Write(
            new($"ladder/{row.Task}/{row.NextRung.Milliseconds}", By.Worker),
            [person, Streams.Policy],
            (all, at) => new EscalateRisk(row.Task, () => Ids.New(randomness)).Decide(
                all[person], Cover.At(ServicePolicy.On(London.DayOf(at), all[Streams.Policy]), at, null, atWork.For(all[person])), at));
    }
}

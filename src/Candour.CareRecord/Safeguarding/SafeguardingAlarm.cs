using Candour.CareRecord.Policies;
using Candour.CareRecord.Safeguarding.Store;
using Candour.CareRecord.Safeguards;
using Candour.CareRecord.Timers;
using Candour.CareRecord.Timers.Store;
using Candour.Clinical;

namespace Candour.CareRecord.Safeguarding;

/// <summary>An entry that nobody took by its day: its owner and the clinical lead are told once, for each owner it has, that a task needs them.</summary>
/// <param name="Messages">Draws a fresh message id; the decision may be made more than once.</param>
public sealed record AlarmSafeguarding(Func<string> Messages)
{
    public Decision Decide(History entry, ServicePolicy policy, Moment now)
    {
        if (SafeguardingEntry.Of(entry) is not { IsOpen: true, Taken: null, Alarmed: false } left || London.DayOf(now) <= left.Raised.Due)
            return Decision.AlreadySo;
        var notFor = left.Raised.NotFor;
        var to = RaiseSafeguarding.First(notFor, policy.ClinicalLead, policy.Supervisor);
        var told = new[] { RaiseSafeguarding.OwnerOf(policy, notFor), to, left.Owner }.Where(staff => staff != Cover.Nobody).Distinct().ToList();
        // Where nobody holds a post yet, nobody was told: it is tried again until somebody does.
        return told.Count == 0 ? Decision.AlreadySo : told.Aggregate(
            Decision.Accept(entry.Stream, new SafeguardingLeftUnopened { Due = left.Raised.Due, To = to }),
            (all, staff) => all.And(RiskPages.To(staff, Messages(), now)));
    }
}

/// <summary>Looks for entries left unopened past their day. The list shows them late without it.</summary>
public sealed class SafeguardingAlarms(Randomness randomness) : IDueWork
{
    public string Name => "safeguarding-alarms";

    public DueLine Line => DueLine.Alarms;

    public async Task<int> Run(TheRecord record, Moment now)
    {
        List<SafeguardingRow> late;
        await using (var lists = record.Lists())
            late = await SafeguardingList.Unopened(lists, London.DayOf(now));
        foreach (var row in late)
        {
            await Troubles.Try(record, Name, row.Entry, now, async () =>
            {
                var stream = Streams.Safeguarding(row.Entry);
                await record.Write(
                    new($"unopened/{row.Entry}/{row.Owner}", By.Worker), [stream, Streams.Policy],
                    (all, at) => new AlarmSafeguarding(() => Ids.New(randomness)).Decide(all[stream], ServicePolicy.On(London.DayOf(at), all[Streams.Policy]), at));
            });
        }

        return late.Count;
    }
}

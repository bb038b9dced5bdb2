using Candour.CareRecord.Messages;
using Candour.CareRecord.Pathways;
using Candour.CareRecord.Timers;
using Candour.CareRecord.Timers.Store;
using Candour.CareRecord.Waiting.Store;
using Candour.Clinical;

namespace Candour.CareRecord.Waiting;

/// <summary>Writes to everybody who waits and has not heard from us for four weeks. Nothing ever closes for silence here.</summary>
public sealed class SendStillWaiting(Randomness randomness) : IDueWork
{
    private const int MostAtOnce = 200;

    public string Name => "still-waiting";

    public async Task<int> Run(TheRecord record, Moment now)
    {
        List<OneWaiting> due;
        await using (var lists = record.Lists())
            due = await lists.NotHeardSince(null, null, London.DayOf(now).AddDays(-NextStep.WriteEveryDays), MostAtOnce);
        var done = 0;
        foreach (var one in due)
        {
            if (await Troubles.Try(record, Name, one.Wait.Stay, now, () => Send(record, one.Wait, now)))
                done++;
        }

        return done;
    }

    // One order for each time they last heard from us: who is on the call list already is not put there again.
    private Task<Outcome> Send(TheRecord record, WaitingRow wait, Moment now)
    {
        var (person, referral) = (Streams.Person(wait.Person), Streams.Referral(wait.Referral));
        var write = new WriteWhileWaiting(Ids.New(randomness));
        return record.Write(
            new($"still-waiting/{wait.Stay}/{wait.LastHeard:yyyyMMdd}", By.Worker), [person, referral, Streams.Service, Streams.Policy],
            (h, at) => write.Decide(h[person], h[referral], Sender.Of(h, at), at));
    }
}

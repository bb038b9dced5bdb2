using Candour.Clinical;

namespace Candour.CareRecord.Safeguards;

/// <summary>
/// Does the rungs of one person's task that have come due: each once, however often and by how many processes it is asked.
/// A rung that was late (a stopped server) is done at once, with the time it was due beside the time it was done.
/// </summary>
/// <param name="Messages">Draws a fresh message id; the decision may be made more than once.</param>
public sealed record EscalateRisk(string Task, Func<string> Messages)
{
    /// <summary>A server that was down for a night does not page sixteen times at once.</summary>
    private const int MostAtOnce = 4;

    public Decision Decide(History person, Cover cover, Moment now)
    {
        if (RiskTask.Find(person, Task) is not { IsOpen: true } task)
            return Decision.AlreadySo;
        var due = DueRungs(task, now);
        var done = new Accepted([]);
        foreach (var (rung, at) in due)
        {
            var who = Ladder.Who(rung);
            done = done.And(person.Stream, new RiskEscalated
            {
                Task = Task, Round = task.Round, Rung = rung, To = cover.Of(who), As = who, Due = at,
            });
        }

        return due.Select(d => cover.Of(Ladder.Who(d.Rung))).Distinct()
            .Aggregate(done, (all, staff) => all.And(RiskPages.To(staff, Messages(), now)));
    }

    /// <summary>
    /// Every rung due by now, in order. Of hourly rungs missed while nothing ran only the last few are made up for: the
    /// clinical lead needs to be told once, not once an hour of the outage.
    /// </summary>
    private static IReadOnlyList<(int Rung, Moment Due)> DueRungs(RiskTask task, Moment now)
    {
        var due = new List<(int, Moment)>();
        var next = task.Fired + 1;
        for (var at = task.DueOf(next); at <= now; at = task.DueOf(next))
        {
            due.Add((next, at));
            next++;
        }

        return due.Count <= MostAtOnce ? due : [.. due.Take(3), due[^1]];
    }
}

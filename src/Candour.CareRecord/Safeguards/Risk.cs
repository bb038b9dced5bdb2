using Candour.Clinical;

namespace Candour.CareRecord.Safeguards;

/// <summary>What somebody learned, before it is an event.</summary>
public sealed record Told
{
    public required RiskSource Source { get; init; }

    public string? Referral { get; init; }

    public string? Questionnaire { get; init; }

    public string? Instrument { get; init; }

    public int? Item { get; init; }

    public int? Value { get; init; }

    /// <summary>In the person's words; null for an answer with a number.</summary>
    public string? Said { get; init; }

    /// <summary>The response to the person shows where to get help now.</summary>
    public bool HelpShown { get; init; }

    /// <summary>Duty is paged now, whatever the hour: item 9 answered 2 or 3, or "I need help today".</summary>
    public bool PageAtOnce { get; init; }

    /// <summary>Fresh ids, drawn before the decision so that deciding twice gives the same.</summary>
    public required RiskIds Ids { get; init; }
}

/// <summary>Ids a disclosure may need: its task and the messages to staff.</summary>
public sealed record RiskIds(string Task, string ToOwner, string ToDuty, string ToSupervisor)
{
    public static RiskIds New(Randomness randomness) =>
        new(Ids.New(randomness), Ids.New(randomness), Ids.New(randomness), Ids.New(randomness));
}

/// <summary>The one way in which any feature hands on a worry. Pure; append what it returns in the same write.</summary>
public static class Risk
{
    /// <summary>
    /// RiskDisclosed, with the task it opens or joins, on the person's stream; and the message "a task needs you" to its owner
    /// on streams of its own. Add it to the decision that told: <c>Decision.Accept(…).And(Risk.Disclose(…))</c>.
    /// </summary>
    /// <param name="person">The person's history; name <c>Streams.Person(id)</c> in the write.</param>
    public static Accepted Disclose(History person, Told told, Cover cover, Moment now)
    {
        var task = RiskTask.OpenOf(person);
        var id = task?.Id ?? told.Ids.Task;
        var (owner, ownerAs) = task is null ? cover.Owner : (task.Owner, task.OwnerAs);
        var disclosed = new RiskDisclosed
        {
            Task = id,
            Source = told.Source,
            Referral = told.Referral,
            Questionnaire = told.Questionnaire,
            Instrument = told.Instrument,
            Item = told.Item,
            Value = told.Value,
            Said = told.Said,
            HelpShown = told.HelpShown,
            ToldBy = cover.Promised ? cover.Due : null,
        };
        var paged = RiskPages.BesideOwner(told, owner, cover, now) is { Count: > 0 } some ? some : null;
        Event opening = task is null
            ? new RiskTaskOpened
            {
                Task = id,
                Referral = told.Referral,
                Owner = owner,
                OwnerAs = ownerAs,
                ClockFrom = cover.Staffed,
                Due = cover.Due,
                PagedAtOnce = told.PageAtOnce,
                Paged = paged,
            }
            : new RiskTaskJoined { Task = id, ClockFrom = cover.Staffed, Due = cover.Due, PagedAtOnce = told.PageAtOnce, Paged = paged };
        return new Accepted([]).And(person.Stream, disclosed, opening).And(RiskPages.Of(told, owner, cover, now));
    }
}

using Candour.Clinical;

namespace Candour.CareRecord.Safeguards;

/// <summary>A task as it stands, folded from the person's history. At most one is open a person.</summary>
public sealed class RiskTask
{
    private readonly List<RiskDisclosed> _told = [];
    private readonly List<Recorded> _events = [];
    private readonly Dictionary<string, Moment> _claims = [];
    private readonly HashSet<string> _paged = [];
    private Moment _clock;
    private Moment _due;
    private int _firedWhenHeld;
    private int _toldLast;
    private int _twoOrThreeLast;

    private RiskTask(string id, string person) => (Id, Person) = (id, person);

    public string Id { get; }

    public string Person { get; }

    public string? Referral { get; private set; }

    public string Owner { get; private set; } = "";

    public RiskOwnerAs OwnerAs { get; private set; }

    public Moment Opened { get; private set; }

    /// <summary>The first claim; null while nobody has looked.</summary>
    public Moment? FirstLook { get; private set; }

    public Moment? Closed { get; private set; }

    public bool IsOpen => Closed is null;

    /// <summary>Until when somebody's claim or entry holds the ladder; null while a look is pending.</summary>
    public Moment? HeldUntil { get; private set; }

    /// <summary>
    /// Who claimed it or wrote the last entry, also while a look at what was told since is pending: it is theirs to go on with.
    /// Null where nobody has, and once they gave it away.
    /// </summary>
    public string? HeldBy { get; private set; }

    public int Round { get; private set; }

    /// <summary>Rungs done in this round.</summary>
    public int Fired { get; private set; }

    /// <summary>Staff ids of those told, at once or by a rung of any round: who was called may come. Not who gave it away.</summary>
    public IReadOnlyCollection<string> Paged => _paged;

    public IReadOnlyList<RiskDisclosed> Told => _told;

    /// <summary>When the last of them was told.</summary>
    public Moment LastTold { get; private set; }

    /// <summary>Everything that happened to the task, oldest first.</summary>
    public IReadOnlyList<Recorded> Events => _events;

    /// <summary>Contacts made or tried, oldest first.</summary>
    public IEnumerable<(Envelope Envelope, RiskActionTaken Event)> Actions =>
        _events.Where(e => e.Event is RiskActionTaken).Select(e => (e.Envelope, (RiskActionTaken)e.Event));

    /// <summary>The trainee's proposal that waits for a supervisor; null when there is none, or when more was told after it.</summary>
    public (Envelope Envelope, RiskClosingProposed Event)? Proposed { get; private set; }

    /// <summary>A proposal that more was told after: nobody can agree to it any more.</summary>
    public (Envelope Envelope, RiskClosingProposed Event)? Overtaken { get; private set; }

    /// <summary>What was done after the last thing was told, by the order of the record: what came before was not about it.</summary>
    public IEnumerable<RiskActionTaken> DoneSince => Actions.Where(a => a.Envelope.Sequence > _toldLast).Select(a => a.Event);

    /// <summary>What was done after the last answer of 2 or 3.</summary>
    public IEnumerable<RiskActionTaken> DoneSinceTwoOrThree =>
        Actions.Where(a => a.Envelope.Sequence > _twoOrThreeLast).Select(a => a.Event);

    /// <summary>The task of an answer of 2 or 3 is never closed on a text alone.</summary>
    public bool NeedsMoreThanText => _told.Any(t => t.Value >= 2);

    /// <summary>When a person has to have looked or taken the next step; a task open after it is overdue.</summary>
    public Moment Due => HeldUntil ?? _due;

    /// <summary>The next rung and when it comes due.</summary>
    public (int Rung, Moment Due) Next => (Fired + 1, DueOf(Fired + 1));

    /// <summary>When a rung of this round comes due, counted from the clock or from the end of the last hold.</summary>
    public Moment DueOf(int rung) =>
        HeldUntil is { } held ? held.Plus(Ladder.After(rung) - Ladder.After(_firedWhenHeld + 1))
        : rung == 1 ? _due
        : _clock.Plus(Ladder.After(rung));

    /// <summary>Where to get help was shown with the last answer of this questionnaire that told, or since.</summary>
    public bool HelpWasShown(string questionnaire) => HelpWasShown(
        questionnaire, _events.FindLast(e => e.Event is RiskDisclosed told && told.Questionnaire == questionnaire)?.Envelope.Sequence ?? 0);

    /// <param name="from">The sequence of the answer that told.</param>
    public bool HelpWasShown(string questionnaire, int from) => _events.Exists(e => e.Envelope.Sequence >= from && e.Event switch
    {
        RiskDisclosed told => told.HelpShown && told.Questionnaire == questionnaire,
        RiskHelpShown shown => shown.Questionnaire == questionnaire,
        _ => false,
    });

    /// <summary>
    /// Until when this member of staff had claimed it in this round of the ladder, with nothing written down by anybody since;
    /// null when they had not.
    /// </summary>
    public Moment? ClaimedUntil(string staff) => _claims.TryGetValue(staff, out var until) ? until : null;

    /// <summary>Something was told after a page that showed the person's record at this version.</summary>
    /// <param name="shown">Null: no page was shown.</param>
    public bool ToldAfter(int? shown) => _toldLast > shown;

    public bool IsOverdue(Moment now) => IsOpen && now > Due;

    /// <summary>The open task of a person, or null.</summary>
    public static RiskTask? OpenOf(History person) => Of(person).LastOrDefault(t => t.IsOpen);

    public static RiskTask? Find(History person, string id) => Of(person).FirstOrDefault(t => t.Id == id);

    /// <summary>All tasks of a person, oldest first.</summary>
    public static IReadOnlyList<RiskTask> Of(History person)
    {
        var tasks = new List<RiskTask>();
        RiskTask TaskOf(string id)
        {
            if (tasks.Find(t => t.Id == id) is { } known)
                return known;
            tasks.Add(new(id, person.Stream.Id));
            return tasks[^1];
        }

        foreach (var e in person.Events)
        {
            if (IdOf(e.Event) is { } id)
                TaskOf(id).Take(e);
        }

        return tasks;
    }

    private static string? IdOf(Event e) => e switch
    {
        RiskDisclosed x => x.Task,
        RiskHelpShown x => x.Task,
        RiskAnswerLowered x => x.Task,
        RiskTaskOpened x => x.Task,
        RiskTaskJoined x => x.Task,
        RiskTaskClaimed x => x.Task,
        RiskEscalated x => x.Task,
        RiskTaskHandedOn x => x.Task,
        RiskActionTaken x => x.Task,
        RiskClosingProposed x => x.Task,
        RiskTaskClosed x => x.Task,
        _ => null,
    };

    private void Take(Recorded recorded)
    {
        _events.Add(recorded);
        var by = recorded.Envelope.By.Actor;
        switch (recorded.Event)
        {
            case RiskDisclosed told:
                _told.Add(told);
                (LastTold, _toldLast) = (recorded.Envelope.At, recorded.Envelope.Sequence);
                if (told.Value >= 2)
                    _twoOrThreeLast = _toldLast;
                // A supervisor would agree to words that were written about something else.
                (Proposed, Overtaken) = (null, Proposed ?? Overtaken);
                break;
            case RiskTaskOpened opened:
                (Referral, Owner, OwnerAs) = (opened.Referral, opened.Owner, opened.OwnerAs);
                Opened = recorded.Envelope.At;
                Begin(opened.ClockFrom, opened.Due);
                _paged.UnionWith(opened.Paged ?? []);
                break;
            case RiskTaskJoined joined:
                Join(joined, recorded.Envelope.At);
                _paged.UnionWith(joined.Paged ?? []);
                break;
            case RiskTaskClaimed claimed:
                FirstLook ??= recorded.Envelope.At;
                _claims[by] = claimed.HeldUntil;
                Hold(claimed.HeldUntil, by);
                break;
            case RiskActionTaken taken:
                FirstLook ??= recorded.Envelope.At;
                _claims.Clear();
                Hold(taken.HeldUntil, by);
                break;
            case RiskEscalated escalated when escalated.Round == Round:
                Fired = Math.Max(Fired, escalated.Rung);
                if (escalated.To != Cover.Nobody)
                    _paged.Add(escalated.To);
                break;
            case RiskTaskHandedOn handed:
                HandOn(handed, by, recorded.Envelope.At);
                break;
            case RiskClosingProposed proposed:
                (Proposed, Overtaken) = ((recorded.Envelope, proposed), null);
                break;
            case RiskTaskClosed:
                Closed = recorded.Envelope.At;
                break;
        }
    }

    private void Join(RiskTaskJoined joined, Moment at)
    {
        if (HeldUntil is not { } held || at > held)
            return;
        // A new answer has to be looked at in its own time, and never later than the old ones had to be.
        if (joined.Due <= held)
            Begin(joined.ClockFrom, joined.Due);
        else
            Begin(held.Minus(Ladder.After(1)), held);
    }

    // The ladder starts again. Whoever was dealing with it or was told of it still may: they know, and may be on the phone.
    private void Begin(Moment clock, Moment due)
    {
        _claims.Clear();
        (_clock, _due, Round, Fired, HeldUntil) = (clock, due, Round + 1, 0, null);
    }

    private void HandOn(RiskTaskHandedOn handed, string by, Moment at)
    {
        var from = handed.From ?? by;
        _paged.ExceptWith([from, Owner]);
        if (handed.To != Owner)
            (Owner, OwnerAs) = (handed.To, RiskOwnerAs.HandedTo);
        if (HeldBy != from)
            return;
        // The promised time stays; whoever gave it away is not dealing with it any more.
        HeldBy = null;
        // What they would do by then, nobody does now: the next rung is due.
        if (handed.From is not null && HeldUntil > at)
            (HeldUntil, _firedWhenHeld) = (at, Fired);
    }

    private void Hold(Moment until, string by)
    {
        (HeldUntil, HeldBy, _firedWhenHeld) = (until, by, Fired);
    }
}

using Candour.CareRecord;
using Candour.Clinical;
using Candour.Simulation;

namespace Candour.Cli.Demo;

/// <summary>
/// Turns intentions into commands, through the same decisions and the same append as anybody's click. What the record refuses
/// is counted by its reason, so that a demonstration which no longer fits the rules shows it.
/// </summary>
internal sealed partial class Performance(TheRecord record, DemoClock clock, Randomness randomness, Scenario scenario)
{
    private readonly Dictionary<int, Known> _people = [];
    private readonly Dictionary<string, int> _refused = [];
    private readonly PriorityQueue<(int Person, DateOnly Day, Func<int, DateOnly, Task> What), long> _dueDays = new();
    private int _commands;

    /// <summary>Refusals by intention and reason.</summary>
    public IReadOnlyDictionary<string, int> Refused => _refused;

    /// <summary>Everything anybody intends, in order of time over all people.</summary>
    public async Task All(Action<int, int>? progress = null)
    {
        var all = scenario.People.SelectMany(p => p.Intentions.Select(i => (Person: p, Intention: i))).OrderBy(x => x.Intention.At).ToList();
        for (var i = 0; i < all.Count; i++)
        {
            await DoWhatIsDue(all[i].Intention.At);
            clock.Now = all[i].Intention.At;
            await Perform(all[i].Person, all[i].Intention);
            if (i % 500 == 0)
                progress?.Invoke(i, all.Count);
        }
    }

    /// <summary>What the calendar brings by itself before the moment: ends of notices, letters to those who wait.</summary>
    private async Task DoWhatIsDue(Moment now)
    {
        while (_dueDays.TryPeek(out var due, out var at) && at <= now.Milliseconds)
        {
            _dueDays.Dequeue();
            await due.What(due.Person, due.Day);
        }
    }

    private Task Perform(SimulatedPerson person, Intention intention) => intention switch
    {
        IsReferred x => Refer(person, x),
        ReferralIsAccepted => Accept(person),
        IsTried x => Try(person, x),
        RepliesToOptIn x => Reply(person, x),
        IsClosedForNoReply => CloseForNoReply(person),
        IsClosedAsAsked => CloseAsAsked(person),
        IsBooked x => Book(person, x),
        AnswersAtHome x => AnswerAtHome(person, x),
        StaffReadAloud x => ReadAloud(person, x),
        AnswersAgain x => AnswerAgain(person, x),
        DoesNotCome x => DoesNotCome(person, x),
        IsAssessed x => Assess(person, x),
        SignsPlan x => SignPlan(person, x),
        JoinsList => JoinList(person),
        IsAllocated x => Allocate(person, x),
        HasSession x => HoldSession(person, x),
        RiskIsAnswered x => AnswerRisk(person, x),
        EndingIsDecided x => DecideEnding(person, x),
        AnswersNotice x => AnswerNotice(person, x),
        AnswersFollowUp => Task.CompletedTask,
        _ => throw new NotSupportedException($"Nobody performs {intention.GetType().Name} yet."),
    };

    private async Task<bool> Do(By by, string what, IReadOnlyCollection<StreamId> streams, Func<Histories, Moment, Decision> decide)
    {
        var outcome = await record.Write(new($"demo-{++_commands}", by), streams, decide);
        if (outcome is not Outcome.No no)
            return true;
        var reason = $"{what}: {no.Because.GetType().Name}";
        _refused[reason] = _refused.GetValueOrDefault(reason) + 1;
        return false;
    }

    private By Staff(int number) => new(StaffIds[number], scenario.Staff[number].Role, "demo-desk");

    private By Person(SimulatedPerson person) => new(Of(person).Person, Roles.Patient, $"demo-phone-{person.Number}");

    private Known Of(SimulatedPerson person)
    {
        if (!_people.TryGetValue(person.Number, out var known))
            _people[person.Number] = known = new(Ids.New(randomness), Ids.New(randomness));
        return known;
    }

    private int NumberOf(string role) => Enumerable.Range(0, scenario.Staff.Count).First(i => scenario.Staff[i].Role == role);

    /// <summary>What the script remembers of a person: the ids the record knows them by.</summary>
    private sealed record Known(string Person, string Referral)
    {
        public StreamId PersonStream => Streams.Person(Person);

        public StreamId ReferralStream => Streams.Referral(Referral);

        /// <summary>Appointment ids by visit.</summary>
        public Dictionary<int, string> Visits { get; } = [];

        public Dictionary<int, Moment> Starts { get; } = [];

        public Dictionary<int, Moment> Ends { get; } = [];

        /// <summary>Questionnaire ids by visit.</summary>
        public Dictionary<int, string> Forms { get; } = [];

        public string? Plan { get; set; }

        public string? Therapy { get; set; }

        public int Step { get; set; }
    }
}

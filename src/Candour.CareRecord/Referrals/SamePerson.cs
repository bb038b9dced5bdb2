namespace Candour.CareRecord.Referrals;

/// <summary>How the question "one person or two?" stands.</summary>
public enum PairState
{
    Open,
    Proposed,
    Joined,
    TwoPeople,
    ToAsk,
}

/// <summary>Decisions about a pair of people who may be one. Joining takes two members of staff and is undone exactly.</summary>
public static class SamePerson
{
    public static PairState StateOf(History pair) => pair.Events.LastOrDefault(e => e.Event is not MayBeSamePerson)?.Event switch
    {
        JoiningProposed => PairState.Proposed,
        PersonsJoined => PairState.Joined,
        FoundToBeTwoPeople => PairState.TwoPeople,
        ToAskWhetherSame => PairState.ToAsk,
        _ => PairState.Open,
    };

    /// <summary>Writes the question down, once for each new reason.</summary>
    public static Decision Notice(History pair, string personA, string personB, IReadOnlyList<string> because)
    {
        var known = pair.All<MayBeSamePerson>().SelectMany(m => m.Because).ToHashSet();
        return because.All(known.Contains)
            ? Decision.AlreadySo
            : Decision.Accept(pair.Stream, new MayBeSamePerson { PersonA = personA, PersonB = personB, Because = because });
    }

    public static Decision Propose(History pair, Person a, Person b, string because) =>
        Cannot(pair, a, b) is { } no ? no
        : StateOf(pair) == PairState.Proposed ? Decision.AlreadySo
        : Decision.Accept(pair.Stream, new JoiningProposed { Because = because });

    /// <param name="by">Somebody else than who proposed it.</param>
    public static Decision Agree(History pair, History a, History b, By by)
    {
        if (Person.Of(a) is not { } one || Person.Of(b) is not { } two)
            return new NobodyThere();
        if (Cannot(pair, one, two) is { } no)
            return no;
        if (StateOf(pair) != PairState.Proposed)
            return new NobodyProposed();
        return pair.Recorded<JoiningProposed>().Last().Envelope.By.Actor == by.Actor
            ? new SecondPersonNeeded()
            : Decision.Accept(pair.Stream, new PersonsJoined { VersionA = a.Version, VersionB = b.Version });
    }

    /// <summary>
    /// Takes a joining back. Nothing was moved, and what the one bound the other with is lifted by <see cref="Joined"/>; once either
    /// has a new entry, the reason has to be said, because somebody may have acted on the joined record.
    /// </summary>
    public static Decision Undo(History pair, History a, History b, string? why)
    {
        if (StateOf(pair) != PairState.Joined)
            return new NotJoined();
        var joined = pair.Last<PersonsJoined>()!;
        var untouched = a.Since(joined.VersionA).Concat(b.Since(joined.VersionB)).All(e => e.Event is OtherRecordBinds);
        return untouched || !string.IsNullOrWhiteSpace(why)
            ? Decision.Accept(pair.Stream, new JoiningUndone { Why = why })
            : new WrittenSinceJoined();
    }

    public static Decision TwoPeople(History pair, string? because) => StateOf(pair) switch
    {
        PairState.Joined => new UndoFirst(),
        PairState.TwoPeople => Decision.AlreadySo,
        _ => Decision.Accept(pair.Stream, new FoundToBeTwoPeople { Because = because }),
    };

    public static Decision Ask(History pair) => StateOf(pair) switch
    {
        PairState.Joined => new UndoFirst(),
        PairState.ToAsk => Decision.AlreadySo,
        _ => Decision.Accept(pair.Stream, new ToAskWhetherSame()),
    };

    private static Refusal? Cannot(History pair, Person a, Person b) =>
        StateOf(pair) == PairState.Joined ? new AlreadyJoined()
        : a.NhsNumber is not null && b.NhsNumber is not null && a.NhsNumber != b.NhsNumber ? new DifferentNhsNumbers()
        // Only one NHS number, known of both, outweighs a birth date: known of one alone it says nothing of the other.
        : a.BirthDate != b.BirthDate && (a.NhsNumber is null || b.NhsNumber is null) ? new DifferentBirthDates()
        : null;
}

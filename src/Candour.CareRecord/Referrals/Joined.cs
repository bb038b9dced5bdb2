using Candour.Clinical;

namespace Candour.CareRecord.Referrals;

/// <summary>
/// Records that are read as one person. Each keeps its own entries; what has to hold for the person, whichever record it was
/// said in, is written on all of them in the same write: a death, what is not safe, and the oldest open first day.
/// </summary>
public static class Joined
{
    /// <summary>What other records joined with this one say that binds here.</summary>
    public static IReadOnlyList<OtherRecordBinds> Of(History person) =>
        [.. person.All<OtherRecordBinds>().GroupBy(b => b.Of).Select(g => g.Last()).Where(b => !b.IsNothing)];

    /// <summary>What brings every record of one person in step with the others, and lets go of what is joined no more.</summary>
    /// <param name="group">The people's histories, as they will be after the write this is added to.</param>
    public static Accepted InStep(IReadOnlyCollection<History> group)
    {
        var all = Decision.AlreadySo;
        foreach (var one in group)
        {
            var stands = one.All<OtherRecordBinds>().GroupBy(b => b.Of).ToDictionary(g => g.Key, g => g.Last());
            var wanted = group.Where(o => o.Stream != one.Stream).Select(Said)
                .Concat(stands.Keys.Where(of => group.All(o => o.Stream.Id != of)).Select(of => new OtherRecordBinds { Of = of, Never = [] }));
            foreach (var says in wanted)
            {
                if (stands.TryGetValue(says.Of, out var before) ? !before.Says(says) : !says.IsNothing)
                    all = all.And(one.Stream, says);
            }
        }

        return all;
    }

    private static OtherRecordBinds Said(History other)
    {
        var rules = other.Last<SafeContactRulesGiven>();
        var unsafeWays = new[] { (Ways.Text, rules?.TextsSafe), (Ways.Email, rules?.EmailSafe), (Ways.Letter, rules?.LetterHomeSafe) }
            .Where(w => w.Item2 == false).Select(w => w.Item1).Union(rules?.Never ?? []);
        var died = Death.IsRecordedHere(other);
        return new()
        {
            Of = other.Stream.Id, Never = [.. unsafeWays.Order(StringComparer.Ordinal)], NoVoiceMessage = rules?.VoiceMessageSafe == false,
            HomeHeld = rules?.HomeHeld == true, NeutralName = rules?.NeutralName == true, MessagesFrom = rules?.MessagesFrom, MessagesUntil = rules?.MessagesUntil,
            Died = died, DiedOn = died ? other.Last<DeathRecorded>()!.DiedOn : null,
        };
    }

    /// <summary>The decision with what it changes for the records joined with the one it was made on.</summary>
    public static Decision Also(Decision decision, IReadOnlyCollection<History> group, By by, Moment now) => decision is not Accepted so ? decision
        : so.And(InStep([.. group.Select(h => h.With(so.Events.Where(e => e.Stream == h.Stream).Select(e => e.Event), by, now))]));

    /// <summary>Of the open referrals of one person the oldest first day stands for each.</summary>
    public static Accepted OldestStands(IReadOnlyCollection<History> referrals)
    {
        var open = referrals.Where(r => r.Any<ReferralReceived>() && Standing.IsOpen(Standing.Of(r))).ToList();
        if (open.MinBy(Standing.CountsFrom) is not { } oldest)
            return Decision.AlreadySo;
        var (from, whose) = (Standing.CountsFrom(oldest), oldest.First<ReferralReceived>()!.Person);
        return open.Where(r => Standing.CountsFrom(r) > from).Aggregate(Decision.AlreadySo, (all, r) => all.And(
            r.Stream, new WaitJoined { Earlier = oldest.Stream.Id, EarlierPerson = whose, CountsFrom = from }));
    }

    /// <summary>Lets go of first days that came from a person who is not of this group any more.</summary>
    public static Accepted OwnDaysAgain(IReadOnlyCollection<History> group, IReadOnlyCollection<History> referrals) => referrals
        .Where(r => r.Events.LastOrDefault(e => e.Event is WaitJoined or WaitJoinedNoMore)?.Event is WaitJoined joined && group.All(p => p.Stream.Id != joined.EarlierPerson))
        .Aggregate(Decision.AlreadySo, (all, r) => all.And(r.Stream, new WaitJoinedNoMore()));
}

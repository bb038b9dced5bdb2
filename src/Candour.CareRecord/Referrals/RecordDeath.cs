using Candour.Clinical;

namespace Candour.CareRecord.Referrals;

/// <summary>
/// Records a death after a second confirmation on the page. Whatever is on its way to the person is stopped in the same
/// write, by what the parts that know messages and endings give to <c>Decide</c>.
/// </summary>
/// <param name="DiedOn">Null: the day is not known.</param>
public sealed record RecordDeath(DateOnly? DiedOn, string? ToldBy)
{
    /// <param name="stop">What the death stops, of this record and of those joined with it.</param>
    public Decision Decide(History person, Moment now, Accepted? stop = null)
    {
        if (Person.Of(person) is not { } who)
            return new NobodyThere();
        if (who.HasDied)
            return new DeathAlreadyRecorded();
        if (DiedOn is { } day && (day > London.DayOf(now) || day < who.BirthDate))
            return new DeathDayWrong();
        var died = new Accepted([]).And(person.Stream, new DeathRecorded { DiedOn = DiedOn, ToldBy = ToldBy });
        return stop is null ? died : died.And(stop);
    }

    /// <param name="lifted">What stands again in the same write.</param>
    public static Decision Withdraw(History person, string? why, Accepted? lifted = null) =>
        !Death.IsRecordedHere(person) ? Death.IsRecorded(person) ? new DeathInOtherRecord() : new NoDeathToWithdraw()
        : string.IsNullOrWhiteSpace(why) ? new SayWhyChanged()
        : new Accepted([]).And(person.Stream, new DeathWithdrawn { Why = why }).And(lifted ?? Decision.AlreadySo);
}

using Candour.CareRecord.Policies;
using Candour.CareRecord.Sessions;
using Candour.Clinical;
using Candour.Clinical.Codes;

namespace Candour.CareRecord.Staff;

/// <summary>Somebody works here from a day on. On a new staff stream; a second time it gives the details anew.</summary>
public sealed record JoinStaff
{
    public required string Name { get; init; }

    public string? Title { get; init; }

    public required DateOnly From { get; init; }

    public string? Team { get; init; }

    public string? Supervisor { get; init; }

    public int? PeopleADay { get; init; }

    public Decision Decide(History staff)
    {
        if (Text.OrNull(Name) is not { Length: <= 200 } name)
            return new StaffNameMissing();
        if (PeopleADay is < 1 or > 20)
            return new PeopleADayIsOff();
        var title = Text.OrNull(Title);
        var team = Text.OrNull(Team);
        if (Colleague.Of(staff) is not { } there)
        {
            return Decision.Accept(staff.Stream, new StaffJoined
            {
                Name = name, Title = title, From = From, Team = team, Supervisor = Supervisor, PeopleADay = PeopleADay,
            });
        }

        if (there.LeftOn is { } left)
            return new HasLeft(there.Name, left);
        return (there.Name, there.Title, there.Team, there.Supervisor, there.PeopleADay) == (name, title, team, Supervisor, PeopleADay)
            ? Decision.AlreadySo
            : Decision.Accept(staff.Stream, new StaffDetailsGiven
            {
                Name = name, Title = title, Team = team, Supervisor = Supervisor, PeopleADay = PeopleADay,
            });
    }
}

/// <summary>A qualification of the national list: awarded on a day, or planned for one.</summary>
public sealed record AwardQualification(string Qualification, DateOnly? AwardedOn, DateOnly? PlannedFor = null)
{
    private static readonly DateOnly Earliest = new(2005, 1, 1);

    public Decision Decide(History staff, Moment now)
    {
        if (Colleague.Of(staff) is not { } there)
            return new NobodyOfThatName();
        if (!CodeList.Find("qualification").Knows(Qualification))
            return new NoSuchQualification();
        if (AwardedOn is null == PlannedFor is null)
            return new SayWhenAwarded();
        var today = London.DayOf(now);
        if (AwardedOn > today)
            return new AwardedInFuture();
        if (AwardedOn < Earliest)
            return new AwardedTooEarly();
        if (PlannedFor < today)
            return new PlannedInPast();
        return there.Qualifications.Any(q => q == new HeldQualification(Qualification, AwardedOn, PlannedFor))
            ? Decision.AlreadySo
            : Decision.Accept(staff.Stream, new QualificationAwarded
            {
                Qualification = Qualification, AwardedOn = AwardedOn, PlannedFor = PlannedFor,
            });
    }
}

/// <summary>The last day here. Everything open has to be in other hands first.</summary>
public sealed record LeaveStaff(DateOnly On)
{
    /// <param name="work">What is still theirs, read from the lists.</param>
    /// <param name="named">What they are named for, by <see cref="NamedInPolicy"/>.</param>
    public Decision Decide(History staff, OpenWork work, IReadOnlyList<string> named) => Colleague.Of(staff) switch
    {
        null => new NobodyOfThatName(),
        { LeftOn: not null } => Decision.AlreadySo,
        var there when work.IsSome => new WorkLeftBehind(there.Name, work),
        var there when named.Count > 0 => new StillNamed(there.Name, named),
        _ => Decision.Accept(staff.Stream, new StaffLeft { On = On }),
    };
}

using Candour.CareRecord.Policies;
using Candour.Clinical;

namespace Candour.CareRecord.Staff;

/// <summary>
/// Asks that a colleague hold a role. Every grant needs a second person; only the service's own machine sets up the first
/// ones, and the simulation, by itself.
/// </summary>
public sealed record AskRole(string RoleName, DateOnly From)
{
    public Decision Decide(History staff, By by)
    {
        if (Colleague.Of(staff) is not { } there)
            return new NobodyOfThatName();
        if (there.LeftOn is { } left)
            return new HasLeft(there.Name, left);
        if (!RoleNames.All.Contains(RoleName))
            return new NoSuchRole();
        if (by.Actor == there.Id)
            return new NotToYourself();
        if (there.Roles.Contains(RoleName) || there.Asked.Any(a => a.RoleName == RoleName))
            return Decision.AlreadySo;
        if (RoleNames.Against(RoleName, [.. there.Roles, .. there.Asked.Select(a => a.RoleName)]) is { } other)
            return new NeverTogether(RoleName, other);
        return by.Role == Roles.Worker
            ? Decision.Accept(staff.Stream, new RoleGranted { RoleName = RoleName, From = From })
            : Decision.Accept(staff.Stream, new RoleAsked { RoleName = RoleName, From = From });
    }
}

/// <summary>Several roles at once, all or none: the first account of a service, set up from its own machine.</summary>
public sealed record AskRoles(IReadOnlyList<string> RoleNames, DateOnly From)
{
    public Decision Decide(History staff, By by, Moment now)
    {
        var all = new Accepted([]);
        foreach (var role in RoleNames)
        {
            switch (new AskRole(role, From).Decide(staff, by))
            {
                case Accepted asked:
                    all = all.And(asked);
                    staff = staff.With(asked.Events.Select(e => e.Event), by, now);
                    break;
                case var no:
                    return no;
            }
        }

        return all;
    }
}

/// <summary>The second person's answer to a role that was asked for.</summary>
public sealed record AnswerRole(string RoleName, bool Grant)
{
    public Decision Decide(History staff, By by)
    {
        if (Colleague.Of(staff) is not { } there)
            return new NobodyOfThatName();
        if (there.Asked.FirstOrDefault(a => a.RoleName == RoleName) is not { RoleName: not null } asked)
            return new RoleWasNotAsked();
        if (!Grant)
            return Decision.Accept(staff.Stream, new RoleDeclined { RoleName = RoleName });
        if (by.Actor == there.Id)
            return new NotToYourself();
        if (by.Actor == asked.AskedBy)
            return new RoleNeedsAnother();
        return RoleNames.Against(RoleName, there.Roles) is { } other
            ? new NeverTogether(RoleName, other)
            : Decision.Accept(staff.Stream, new RoleGranted { RoleName = RoleName, From = asked.From, AskedBy = asked.AskedBy });
    }
}

/// <summary>
/// Takes a role away, at once. What only this role lets them do has to be in other hands first, as when they leave: a worry whose owner
/// may not open it is nobody's.
/// </summary>
public sealed record TakeRole(string RoleName)
{
    /// <param name="work">What is still theirs, read from the lists.</param>
    /// <param name="policy">The policy stream: posts and rota.</param>
    public Decision Decide(History staff, OpenWork work, History policy, Moment now)
    {
        if (Colleague.Of(staff) is not { } there)
            return new NobodyOfThatName();
        if (!there.Roles.Contains(RoleName))
            return Decision.AlreadySo;
        var loss = RoleLoss.Of(there, RoleName);
        if (loss.Of(work) is { IsSome: true } left)
            return new WorkLeftBehind(there.Name, left);
        if (NamedInPolicy.Of(policy, there.Id, now, loss) is { Count: > 0 } named)
            return new StillNamed(there.Name, named);
        return Decision.Accept(staff.Stream, new RoleTaken { RoleName = RoleName, On = London.DayOf(now) });
    }
}

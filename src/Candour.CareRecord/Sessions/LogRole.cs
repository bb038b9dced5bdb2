using Candour.CareRecord.Access;

namespace Candour.CareRecord.Sessions;

/// <summary>
/// In which role somebody takes a log of internet therapy out: whoever put it down, as they write notes, or a supervisor of the
/// person's clinician or with the person on their own caseload. Asked of every role held, whichever is in use.
/// </summary>
public static class LogRole
{
    /// <returns>The role to write under; null: not theirs.</returns>
    public static string? Of(InternetTherapyLogged log, Actor actor, Facts facts)
    {
        if (log.Clinician == actor.Id && May.Embedded.Ask(actor, Act.Create, "note", facts) is Answer.Yes mine)
            return mine.Role;
        // What an emergency opens to be read is not theirs to take out.
        return actor.Roles.Contains(Roles.Supervisor)
            && May.Embedded.Ask(actor with { Roles = [Roles.Supervisor] }, Act.View, "note", facts with { BreakGlass = false }) is Answer.Yes supervising
                ? supervising.Role
                : null;
    }
}

using Candour.Clinical;

namespace Candour.CareRecord.Access;

/// <summary>How strongly a patient has shown who they are.</summary>
public enum PatientStrength
{
    /// <summary>A link and a birth date: one open form, one reply or one booking. Shows nothing that was said before.</summary>
    Answer,

    /// <summary>The same and a code to a verified address: scores, letters, notes, who has looked.</summary>
    Read,
}

/// <summary>A member of staff at work.</summary>
/// <param name="Session">The session's public name: in the view log, never a secret.</param>
/// <param name="Roles">All roles held now, read at every request; the chosen one first.</param>
public sealed record StaffSession(
    string Session, string Account, string Staff, string Name, string Role, IReadOnlyList<string> Roles, Moment Started);

/// <summary>A patient on their own pages.</summary>
/// <param name="Link">The link it was opened with.</param>
/// <param name="Target">With <see cref="PatientStrength.Answer"/>, the one thing it opens ("questionnaire/7K…"); nothing else.</param>
/// <param name="HandedOver">On a device of the service that staff handed to the person: its own channel, ended by giving it back.</param>
public sealed record PatientSession(
    string Session, string Person, PatientStrength Strength, string? Link, string? Target, Moment Started, bool HandedOver = false);

namespace Candour.CareRecord.Access;

/// <summary>Whoever asks: who they are, the role they chose, and every role they hold.</summary>
/// <param name="Id">Staff id or person id; "public" for a visitor.</param>
/// <param name="Role">The role in use: shown, and recorded where it allows what is asked.</param>
/// <param name="Roles">All roles held, the chosen one first. Roles add up; a denial holds for its own role only.</param>
public sealed record Actor(string Id, string Role, IReadOnlyList<string> Roles)
{
    public static Actor Visitor { get; } = new("public", CareRecord.Roles.Public, [CareRecord.Roles.Public]);
}

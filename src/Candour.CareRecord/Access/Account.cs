namespace Candour.CareRecord.Access;

/// <summary>A member of staff's account, without its secrets.</summary>
/// <param name="Email">In lower case, as typed at sign-in.</param>
/// <param name="Roles">As granted now, the usual one first.</param>
/// <param name="SetUp">A password and an authenticator are in place.</param>
public sealed record Account(string Id, string Staff, string Email, string Name, IReadOnlyList<string> Roles, bool Disabled, bool SetUp);

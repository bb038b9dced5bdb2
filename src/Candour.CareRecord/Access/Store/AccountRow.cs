namespace Candour.CareRecord.Access.Store;

/// <summary>An account as stored.</summary>
internal sealed class AccountRow
{
    public required string Provider { get; init; }

    public required string Id { get; init; }

    public required string Staff { get; init; }

    public required string Email { get; init; }

    public required string Name { get; init; }

    /// <summary>Role names with a space between, the usual one first.</summary>
    public required string Roles { get; init; }

    public string? PasswordHash { get; init; }

    /// <summary>Base 32, as typed into an authenticator.</summary>
    public string? TotpSecret { get; init; }

    /// <summary>The last step a code was accepted for; moved by compare-and-set, so that no code counts twice.</summary>
    public required long TotpStep { get; init; }

    /// <summary>The secret of an authenticator that is being set up.</summary>
    public string? TotpNew { get; init; }

    /// <summary>SHA-256 of the set-up token, and until when it is good.</summary>
    public string? SetupHash { get; init; }

    public long? SetupUntil { get; init; }

    /// <summary>0 or 1.</summary>
    public required long Disabled { get; init; }

    public required long Created { get; init; }
}

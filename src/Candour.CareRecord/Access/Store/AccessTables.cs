using Microsoft.EntityFrameworkCore;

namespace Candour.CareRecord.Access.Store;

/// <summary>
/// Operational tables of access: accounts and sessions. Not part of the record: they hold no fact of care and are changed in
/// place. Who holds which role is an event of the staff stream.
/// </summary>
internal static class AccessTables
{
    public static void AddTo(ModelBuilder model)
    {
        Map<WebSessionRow>(model, "web_session", nameof(WebSessionRow.TokenHash));
        model.Entity<WebSessionRow>().HasIndex(s => new { s.Provider, s.Id }).IsUnique();
        model.Entity<WebSessionRow>().HasIndex(s => new { s.Provider, s.Subject });
        model.Entity<WebSessionRow>().HasIndex(s => new { s.Provider, s.Link });
        Map<RecoveryCodeRow>(model, "recovery_code", nameof(RecoveryCodeRow.Account), nameof(RecoveryCodeRow.CodeHash));
        Map<WrongGuessRow>(model, "wrong_guess", nameof(WrongGuessRow.KeyHash), nameof(WrongGuessRow.Number));
        Map<FormKeyRow>(model, "form_key", nameof(FormKeyRow.Name));
        Map<KeptPostRow>(model, "kept_post", nameof(KeptPostRow.Id));
        Map<SecretRow>(model, "secret", nameof(SecretRow.Name));
        Map<AccountRow>(model, "account", nameof(AccountRow.Id));
        model.Entity<AccountRow>().HasIndex(a => new { a.Provider, a.Email }).IsUnique();
        model.Entity<AccountRow>().HasIndex(a => new { a.Provider, a.Staff }).IsUnique();
    }

    private static void Map<T>(ModelBuilder model, string table, params string[] key)
        where T : class
    {
        var entity = model.Entity<T>();
        entity.ToTable(table);
        foreach (var property in typeof(T).GetProperties())
            entity.Property(property.Name).HasColumnName(Snake(property.Name)).ValueGeneratedNever();
        entity.HasKey([.. key.Prepend("Provider")]);
    }

    private static string Snake(string name) =>
        string.Concat(name.Select((c, i) => char.IsUpper(c) ? (i > 0 ? "_" : "") + char.ToLowerInvariant(c) : c.ToString()));
}

/// <summary>One session of a browser. The cookie's token is not here, only its SHA-256.</summary>
internal sealed class WebSessionRow
{
    public required string Provider { get; init; }

    /// <summary>SHA-256 of the cookie's token, in hex.</summary>
    public required string TokenHash { get; init; }

    /// <summary>The public name: in the view log and on the page that lists one's sessions.</summary>
    public required string Id { get; init; }

    /// <summary>"staff", "staff-code" (password right, code awaited), "staff-first" (setting up) or "patient".</summary>
    public required string Kind { get; init; }

    /// <summary>Account or person.</summary>
    public required string Subject { get; init; }

    public string? Role { get; init; }

    public string? Strength { get; init; }

    public string? Link { get; init; }

    public string? Target { get; init; }

    public string? Device { get; init; }

    public required long Started { get; init; }

    public required long Seen { get; init; }

    public required long Ends { get; init; }

    public long? Ended { get; init; }
}

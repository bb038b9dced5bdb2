using Candour.Clinical;

namespace Candour.CareRecord.Store;

/// <summary>
/// What the form behind a command said, as a digest, for a day: somebody who goes back, writes on and sends the same form again
/// is told that this is not what was saved. Later no page is left to go back to, and a digest of words must not outlive them.
/// </summary>
internal static class SentForms
{
    private static readonly TimeSpan Lasts = TimeSpan.FromHours(24);

    /// <summary>To run in the transaction that stores the command; none for a command without a form.</summary>
    public static IEnumerable<(string Sql, object?[] Values)> Remember(string provider, Pending command)
    {
        if (command.Sent is not { } sent)
            yield break;
        var now = command.Events[^1].Envelope.At;
        yield return ("delete from sent_form where provider=@p0 and at<=@p1", [provider, now.Minus(Lasts).Milliseconds]);
        yield return ("insert into sent_form (provider, command, digest, at) values (@p0,@p1,@p2,@p3)", [provider, command.CommandId, sent, now.Milliseconds]);
    }

    /// <summary>The digest the command was stored with; null where it had none, and after a day.</summary>
    public static async Task<string?> Find(Database database, string command) => (await database.Statements.Rows(
        row => row.GetString(0), "select digest from sent_form where provider=@p0 and command=@p1", database.Provider, command)).FirstOrDefault();
}

/// <summary>A form that was sent.</summary>
internal sealed class SentFormRow
{
    public required string Provider { get; init; }

    public required string Command { get; init; }

    public required string Digest { get; init; }

    public required long At { get; init; }
}

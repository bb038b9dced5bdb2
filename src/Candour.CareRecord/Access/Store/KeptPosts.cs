using Candour.CareRecord.Store;
using Candour.Clinical;

namespace Candour.CareRecord.Access.Store;

/// <summary>
/// What somebody sent after their session had ended: kept sealed for the same account for 24 hours, so that nothing typed is
/// lost. The seal's key is not in the database.
/// </summary>
public sealed class KeptPosts(TheRecord record, Randomness randomness)
{
    private static readonly TimeSpan Lasts = TimeSpan.FromHours(24);

    public async Task<string> Keep(string subject, string sealedForm)
    {
        var (id, now) = (Ids.New(randomness), Moment.Now(record.Clock));
        await record.Operate(async (connection, transaction) =>
        {
            await Sql.Run(
                connection, transaction, "delete from kept_post where provider=@p0 and at<=@p1", record.Database.Provider, now.Minus(Lasts).Milliseconds);
            await Sql.Run(
                connection, transaction, "insert into kept_post (provider, id, subject, sealed, at) values (@p0,@p1,@p2,@p3,@p4)",
                record.Database.Provider, id, subject, sealedForm, now.Milliseconds);
        });
        return id;
    }

    /// <summary>The newest kept for this subject; null when there is none.</summary>
    /// <param name="below">Also what is kept for one thing of theirs: "7K…/questionnaire/7K…".</param>
    public async Task<(string? Id, string? Sealed)> Newest(string subject, bool below)
    {
        await using var connection = await record.Database.Open();
        return (await Sql.Rows(
            connection, null, row => (row.GetString(0), row.GetString(1)),
            "select id, sealed from kept_post where provider=@p0 and (subject=@p1 or subject like @p2) and at>@p3 order by at desc, id desc limit 1",
            record.Database.Provider, subject, below ? $"{subject}/%" : subject, Moment.Now(record.Clock).Minus(Lasts).Milliseconds)).FirstOrDefault();
    }

    /// <summary>It was sent: of this person or of one thing of theirs.</summary>
    public Task Forget(string person, string id) => record.Operate((connection, transaction) => Sql.Run(
        connection, transaction, "delete from kept_post where provider=@p0 and id=@p1 and (subject=@p2 or subject like @p3)",
        record.Database.Provider, id, person, $"{person}/%"));

    /// <summary>Only to the account that wrote it; null for anybody else, and when it is too old.</summary>
    public async Task<string?> Find(string subject, string id)
    {
        await using var connection = await record.Database.Open();
        return (await Sql.Rows(
            connection, null, row => row.GetString(0), "select sealed from kept_post where provider=@p0 and id=@p1 and subject=@p2 and at>@p3",
            record.Database.Provider, id, subject, Moment.Now(record.Clock).Minus(Lasts).Milliseconds)).FirstOrDefault();
    }
}

/// <summary>A form as kept.</summary>
internal sealed class KeptPostRow
{
    public required string Provider { get; init; }

    public required string Id { get; init; }

    public required string Subject { get; init; }

    public required string Sealed { get; init; }

    public required long At { get; init; }
}

using Candour.CareRecord.Access.Store;
using Candour.CareRecord.Store;
using Candour.Clinical;
using Candour.Testing;

namespace Candour.CareRecord.Tests.Access;

/// <summary>A session ends when it has not been used; that it is used is noted for many at once.</summary>
public sealed class WebSessionsTests
{
    [Theory]
    [InlineData(Kept.InSqlite)]
    [InlineData(Kept.InPostgres)]
    public async Task The_use_of_many_sessions_at_once_is_noted_for_each(Kept kept)
    {
        await using var a = await ARecord.On(kept);
        var sessions = new WebSessions(a.Record, a.Randomness);
        var begun = new List<(string Token, WebSession Session)>();
        for (var i = 0; i < 20; i++)
            begun.Add(await sessions.Begin(WebSessions.Patient, $"person-{i}"));
        a.Clock.Advance(TimeSpan.FromMinutes(25));

        await Task.WhenAll(begun.Select(b => sessions.Touch(b.Session)));

        foreach (var (token, _) in begun)
            (await sessions.Find(token)).ShouldNotBeNull().Seen.ShouldBe(a.Clock.Now);
        a.Clock.Advance(TimeSpan.FromMinutes(29));
        (await sessions.Find(begun[0].Token)).ShouldNotBeNull();
        a.Clock.Advance(TimeSpan.FromMinutes(2));
        (await sessions.Find(begun[0].Token)).ShouldBeNull();
    }

    [Fact]
    public async Task Use_that_could_not_be_noted_is_noted_at_the_next_request()
    {
        await using var a = await ARecord.On(Kept.InSqlite);
        var sessions = new WebSessions(a.Record, a.Randomness);
        var (token, session) = await sessions.Begin(WebSessions.Patient, "person-1");
        a.Clock.Advance(TimeSpan.FromMinutes(5));
        await Rename("web_session", "away");
        await Should.ThrowAsync<RecordUnavailableException>(() => sessions.Touch(session));
        await Rename("away", "web_session");

        await sessions.Touch(session);

        (await sessions.Find(token)).ShouldNotBeNull().Seen.ShouldBe(a.Clock.Now);

        Task Rename(string from, string to) => a.Record.Operate((connection, transaction) => Sql.Run(connection, transaction, $"alter table {from} rename to {to}"));
    }

    [Fact]
    public async Task A_session_that_was_ended_stays_ended_although_its_use_was_noted_late()
    {
        await using var a = await ARecord.On(Kept.InSqlite);
        var sessions = new WebSessions(a.Record, a.Randomness);
        var (token, session) = await sessions.Begin(WebSessions.Staff, "account-1", "pwp");
        a.Clock.Advance(TimeSpan.FromMinutes(1));
        await sessions.End(session.Id);

        await sessions.Touch(session);

        (await sessions.Find(token)).ShouldBeNull();
    }
}

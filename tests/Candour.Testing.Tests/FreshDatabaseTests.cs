using Npgsql;

namespace Candour.Testing.Tests;

public sealed class FreshDatabaseTests
{
    [Fact]
    public async Task The_server_keeps_what_it_acknowledges()
    {
        (await Ask(PrivatePostgres.Superuser, "show fsync")).ShouldBe("on");
        (await Ask(PrivatePostgres.Superuser, "show full_page_writes")).ShouldBe("on");
        (await Ask(PrivatePostgres.Superuser, "show synchronous_commit")).ShouldBe("on");
        (await Ask(PrivatePostgres.Superuser, "show data_checksums")).ShouldBe("on");
    }

    [Fact]
    public async Task The_owner_owns_its_database_and_the_application_owns_nothing()
    {
        await using var database = await FreshDatabase.Create();
        await Ask(database.Owner, "create table kept (x integer); select 'made'");
        var refusal = await Should.ThrowAsync<PostgresException>(() => Ask(database.Application, "drop table kept"));
        refusal.SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    [Fact]
    public async Task Neither_role_is_a_superuser_or_bypasses_row_level_security()
    {
        await using var database = await FreshDatabase.Create();
        const string Powers = "select rolsuper or rolbypassrls from pg_roles where rolname = current_user";
        (await Ask(database.Owner, Powers)).ShouldBe(false);
        (await Ask(database.Application, Powers)).ShouldBe(false);
    }

    [Fact]
    public async Task A_disposed_database_is_gone_with_its_roles_even_while_connections_are_open()
    {
        var database = await FreshDatabase.Create();
        await Ask(database.Application, "select 1");
        await database.DisposeAsync();
        (await Ask(PrivatePostgres.Superuser, $"select count(*) from pg_database where datname = '{database.Name}'")).ShouldBe(0L);
        (await Ask(PrivatePostgres.Superuser, $"select count(*) from pg_roles where rolname like '{database.Name}%'")).ShouldBe(0L);
    }

    private static async Task<object?> Ask(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }
}

using Npgsql;

namespace Candour.Testing;

/// <summary>
/// A PostgreSQL database of its own, usually one a test class, with the two roles of the product: an owner that migrates and
/// rebuilds, and an application role that owns nothing and does not bypass row-level security. What the application role may
/// do is granted by the product's own migrations. Dropped, with its roles, when disposed.
/// </summary>
public sealed class FreshDatabase : IAsyncDisposable, IDisposable
{
    private static int _count;

    private readonly string _server;

    private FreshDatabase(string name, string server)
    {
        Name = name;
        _server = server;
        Owner = For($"{name}_owner");
        Application = For(ApplicationRole);
    }

    /// <summary>The database's name; its roles are called after it.</summary>
    public string Name { get; }

    /// <summary>Connection string of the role that owns the database and may create roles' rights in it.</summary>
    public string Owner { get; }

    /// <summary>Connection string of the application role.</summary>
    public string Application { get; }

    public string ApplicationRole => $"{Name}_app";

    /// <param name="server">Connection string of another server's superuser than the test run's.</param>
    public static async Task<FreshDatabase> Create(string? server = null)
    {
        // The process id keeps two test programs on one server apart.
        var database = new FreshDatabase($"t{Environment.ProcessId}_{Interlocked.Increment(ref _count)}", server ?? PrivatePostgres.Superuser);
        var password = Password(database.Owner);
        await database.Tell(
            $"create role {database.Name}_owner login password '{password}' nosuperuser nobypassrls",
            $"create role {database.ApplicationRole} login password '{password}' nosuperuser nobypassrls",
            $"create database {database.Name} owner {database.Name}_owner");
        return database;
    }

    public async ValueTask DisposeAsync() => await Tell(
        $"drop database {Name} with (force)",
        $"drop role {ApplicationRole}",
        $"drop role {Name}_owner");

    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    private string For(string role) => new NpgsqlConnectionStringBuilder(_server)
    {
        Database = Name,
        Username = role,
    }.ConnectionString;

    private static string Password(string connection) => new NpgsqlConnectionStringBuilder(connection).Password!;

    private async Task Tell(params string[] orders)
    {
        await using var connection = new NpgsqlConnection(_server);
        await connection.OpenAsync();
        foreach (var order in orders)
        {
            await using var command = new NpgsqlCommand(order, connection);
            await command.ExecuteNonQueryAsync();
        }
    }
}

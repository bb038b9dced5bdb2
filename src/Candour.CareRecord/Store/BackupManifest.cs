using System.Data.Common;
using System.Security.Cryptography;
using System.Text.Json;
using Candour.Clinical;
using Microsoft.EntityFrameworkCore;

namespace Candour.CareRecord.Store;

/// <summary>What a copy of the record must hold: written beside it, and compared with it before anybody relies on it.</summary>
/// <param name="Version">The version of the product that took it.</param>
/// <param name="Database">sqlite or postgresql.</param>
/// <param name="LastLeaf">The last leaf's id; leaves are compared up to here.</param>
/// <param name="LeavesHash">SHA-256 over the leaf hashes in order of id, 64 hexadecimal digits.</param>
/// <param name="Tables">Rows by table.</param>
public sealed record BackupManifest(
    string Version, string Database, string Provider, Moment Taken, long Events, long Leaves, long LastLeaf, string LeavesHash,
    IReadOnlyDictionary<string, long> Tables)
{
    public const string FileName = "manifest.json";

    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase, Converters = { new MomentAsText() },
    };

    public string Write() => JsonSerializer.Serialize(this, Json);

    /// <exception cref="RecordSettingsException">There is none, or it cannot be read.</exception>
    public static BackupManifest Read(string folder)
    {
        try
        {
            return JsonSerializer.Deserialize<BackupManifest>(File.ReadAllText(Path.Combine(folder, FileName)), Json)
                ?? throw new JsonException("it is empty");
        }
        catch (Exception e) when (e is IOException or JsonException or UnauthorizedAccessException or FormatException)
        {
            throw new RecordSettingsException($"The backup in {folder} has no manifest that can be read ({e.Message}). Do not rely on it.");
        }
    }

    /// <summary>Reads a record, or a copy, and sums it up.</summary>
    internal static async Task<BackupManifest> Of(DbConnection connection, string database, string provider, Moment now)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        long leaves = 0, last = 0;
        await foreach (var (id, leaf) in LeafHashes(connection, provider, long.MaxValue))
        {
            hash.AppendData(leaf);
            (leaves, last) = (leaves + 1, id);
        }

        var tables = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var table in TableNames)
            tables[table] = (await Sql.Rows(connection, null, r => r.GetInt64(0), $"select count(*) from {table} where provider=@p0", provider))[0];
        return new(
            typeof(BackupManifest).Assembly.GetName().Version?.ToString() ?? "", database, provider, now, tables[Schema.EventIndex], leaves, last,
            Convert.ToHexStringLower(hash.GetHashAndReset()), tables);
    }

    internal static async IAsyncEnumerable<(long Id, byte[] Hash)> LeafHashes(DbConnection connection, string provider, long upTo)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "select id, hash from leaf where provider=@p0 and id<=@p1 order by id";
        foreach (var (name, value) in new (string, object)[] { ("@p0", provider), ("@p1", upTo) })
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }

        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            yield return (reader.GetInt64(0), reader.GetFieldValue<byte[]>(1));
    }

    /// <summary>Every table of a record.</summary>
    internal static IReadOnlyList<string> TableNames { get; } = ReadTableNames();

    private static List<string> ReadTableNames()
    {
        using var context = new SqliteCareRecord(new DbContextOptionsBuilder<SqliteCareRecord>().UseSqlite("Data Source=:memory:").Options, "");
        return [.. context.Model.GetEntityTypes().Select(e => e.GetTableName()!).Distinct().Order(StringComparer.Ordinal)];
    }

    private sealed class MomentAsText : System.Text.Json.Serialization.JsonConverter<Moment>
    {
        public override Moment Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Moment.Parse(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, Moment value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }
}

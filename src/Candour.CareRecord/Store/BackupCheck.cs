using System.Data.Common;
using System.Security.Cryptography;

namespace Candour.CareRecord.Store;

/// <summary>
/// Whether a restored copy is the record its manifest speaks of: every commitment is computed again from the parts, every
/// leaf from the commitments, all leaves together against the manifest, and the rows of each table counted.
/// </summary>
internal static class BackupCheck
{
    private const int MostFindings = 20;

    /// <param name="exactly">False where the copy may hold more than the manifest: writing went on while it was taken.</param>
    /// <returns>What is wrong, in words; empty when nothing is.</returns>
    public static async Task<IReadOnlyList<string>> Run(DbConnection connection, BackupManifest manifest, bool exactly)
    {
        var wrong = new List<string>();
        using var all = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        long leaves = 0;
        await foreach (var (_, hash) in BackupManifest.LeafHashes(connection, manifest.Provider, manifest.LastLeaf))
        {
            all.AppendData(hash);
            leaves++;
        }

        if (leaves != manifest.Leaves)
            wrong.Add($"The manifest names {manifest.Leaves} leaves and the copy has {leaves}.");
        if (Convert.ToHexStringLower(all.GetHashAndReset()) != manifest.LeavesHash)
            wrong.Add("The leaves of the copy are not those of the manifest.");
        await Recompute(connection, manifest.Provider, wrong);
        foreach (var table in BackupManifest.TableNames)
        {
            var rows = (await Sql.Rows(connection, null, r => r.GetInt64(0), $"select count(*) from {table} where provider=@p0", manifest.Provider))[0];
            if (exactly && rows != manifest.Tables.GetValueOrDefault(table, -1))
                wrong.Add($"Table {table}: the manifest names {manifest.Tables.GetValueOrDefault(table, -1)} rows and the copy has {rows}.");
        }

        return wrong;
    }

    private static async Task Recompute(DbConnection connection, string provider, List<string> wrong)
    {
        var erased = (await Sql.Rows(
            connection, null, r => (r.GetInt64(0), r.GetInt32(1)), "select leaf, ordinal from erased where provider=@p0", provider)).ToHashSet();
        await using var command = connection.CreateCommand();
        command.CommandText =
            """
            select l.id, l.commitments, l.hash, p.ordinal, p.salt, p.bytes
            from leaf l left join part p on p.provider = l.provider and p.leaf = l.id
            where l.provider = @p0 order by l.id, p.ordinal
            """;
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = ("@p0", provider);
        command.Parameters.Add(parameter);
        await using var reader = await command.ExecuteReaderAsync();
        long leaf = -1;
        byte[] commitments = [];
        var there = new HashSet<int>();
        while (await reader.ReadAsync() && wrong.Count < MostFindings)
        {
            if (reader.GetInt64(0) != leaf)
            {
                Missing(leaf, commitments, there, erased, wrong);
                (leaf, commitments) = (reader.GetInt64(0), reader.GetFieldValue<byte[]>(1));
                there.Clear();
                if (!Leaf.Hash(Leaf.Data(commitments)).AsSpan().SequenceEqual(reader.GetFieldValue<byte[]>(2)))
                    wrong.Add($"Leaf {leaf} does not follow from its commitments.");
            }

            if (reader.IsDBNull(3))
                continue;
            var ordinal = reader.GetInt32(3);
            there.Add(ordinal);
            var computed = Leaf.Commitment(reader.GetFieldValue<byte[]>(4), reader.GetFieldValue<byte[]>(5));
            if (ordinal * Leaf.HashLength >= commitments.Length
                || !computed.AsSpan().SequenceEqual(commitments.AsSpan(ordinal * Leaf.HashLength, Leaf.HashLength)))
            {
                wrong.Add($"Leaf {leaf}, part {ordinal} is not what was sealed.");
            }
        }

        Missing(leaf, commitments, there, erased, wrong);
    }

    private static void Missing(long leaf, byte[] commitments, HashSet<int> there, HashSet<(long, int)> erased, List<string> wrong)
    {
        for (var ordinal = 0; ordinal < commitments.Length / Leaf.HashLength; ordinal++)
        {
            if (!there.Contains(ordinal) && !erased.Contains((leaf, ordinal)))
                wrong.Add($"Leaf {leaf}, part {ordinal} is missing and nobody erased it.");
        }
    }
}

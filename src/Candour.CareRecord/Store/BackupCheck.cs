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
        await foreach (var damage in LeafCheck.Run(connection, manifest.Provider))
        {
            wrong.Add(damage.Words);
            if (wrong.Count >= MostFindings)
                break;
        }

        foreach (var table in BackupManifest.TableNames)
        {
            var rows = (await Sql.Rows(connection, null, r => r.GetInt64(0), $"select count(*) from {table} where provider=@p0", manifest.Provider))[0];
            if (exactly && rows != manifest.Tables.GetValueOrDefault(table, -1))
                wrong.Add($"Table {table}: the manifest names {manifest.Tables.GetValueOrDefault(table, -1)} rows and the copy has {rows}.");
        }

        return wrong;
    }
}

using System.Data.Common;
using System.Text.Json;

namespace Candour.CareRecord.Store;

/// <summary>One place where the record is not what was sealed.</summary>
/// <param name="Position">Its position; null when it has none yet.</param>
public sealed record Damage(long? Position, long Leaf, string Stream, int Sequence, string Words);

/// <summary>
/// Every commitment computed again from its part, every leaf from its commitments, every event held against the place the
/// index gives it, and every position against the one before it. Changes nothing.
/// </summary>
internal static class LeafCheck
{
    private const string EverySql =
        """
        select l.id, l.commitments, l.hash, n.position, e.stream, e.sequence, e.type, p.ordinal, p.salt, p.bytes, p.kind
        from leaf l
        left join position n on n.provider = l.provider and n.leaf = l.id
        left join event_index e on e.provider = l.provider and e.leaf = l.id
        left join part p on p.provider = l.provider and p.leaf = l.id
        where l.provider = @p0 order by l.id, p.ordinal
        """;

    /// <summary>What is damaged, in order of leaf; nothing when all is as it was sealed.</summary>
    public static async IAsyncEnumerable<Damage> Run(DbConnection connection, string provider, Action<long>? progress = null)
    {
        var erased = await Erased(connection, provider);
        await using var command = connection.CreateCommand();
        command.CommandText = EverySql;
        command.CommandTimeout = 0;
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = ("@p0", provider);
        command.Parameters.Add(parameter);
        await using var reader = await command.ExecuteReaderAsync();
        Sealed? now = null;
        long events = 0;
        while (await reader.ReadAsync())
        {
            if (now?.Leaf != reader.GetInt64(0))
            {
                foreach (var damage in now?.Look(erased) ?? [])
                    yield return damage;
                if (++events % 50_000 == 0)
                    progress?.Invoke(events);
                now = Sealed.Begin(reader, now?.Position ?? 0);
            }

            if (!reader.IsDBNull(7))
                now.Parts.Add(new(reader.GetInt32(7), (PartKind)reader.GetInt32(10), reader.GetFieldValue<byte[]>(8), reader.GetFieldValue<byte[]>(9)));
        }

        foreach (var damage in now?.Look(erased) ?? [])
            yield return damage;
    }

    // A row that says "erased" counts only where the event it names says so too.
    private static async Task<HashSet<(long Leaf, int Ordinal)>> Erased(DbConnection connection, string provider)
    {
        var rows = await Sql.Rows(
            connection, null, r => (Leaf: r.GetInt64(0), Ordinal: r.GetInt32(1), Position: r.GetInt64(2), By: r.GetInt64(3)),
            """
            select x.leaf, x.ordinal, n.position, x.by_leaf from erased x
            join position n on n.provider = x.provider and n.leaf = x.leaf where x.provider=@p0
            """,
            provider);
        var events = (await Sql.Rows(
            connection, null, r => (Leaf: r.GetInt64(0), Bytes: r.GetFieldValue<byte[]>(1)),
            """
            select p.leaf, p.bytes from part p
            where p.provider=@p0 and p.ordinal=0 and p.leaf in (select x.by_leaf from erased x where x.provider=@p0)
            """,
            provider)).ToDictionary(e => e.Leaf, e => PartErasure.NamedIn(e.Bytes));
        return [.. rows.Where(r => events.TryGetValue(r.By, out var named) && named.Contains($"{r.Position}.{r.Ordinal}")).Select(r => (r.Leaf, r.Ordinal))];
    }

    private sealed record Sealed(long Leaf, byte[] Commitments, byte[] Hash, long? Position, long Before, string? Stream, int Sequence, string Type)
    {
        public List<Part> Parts { get; } = [];

        public static Sealed Begin(DbDataReader reader, long before) => new(
            reader.GetInt64(0), reader.GetFieldValue<byte[]>(1), reader.GetFieldValue<byte[]>(2), reader.Number(3), before,
            reader.Text(4), (int)(reader.Number(5) ?? 0), reader.Text(6) ?? "");

        public IEnumerable<Damage> Look(HashSet<(long, int)> erased)
        {
            if (Commitments.Length is 0 or > 255 * Store.Leaf.HashLength || Commitments.Length % Store.Leaf.HashLength != 0
                || !Store.Leaf.Hash(Store.Leaf.Data(Commitments)).AsSpan().SequenceEqual(Hash))
                yield return Found($"Leaf {Leaf} does not follow from its commitments.");
            // Positions follow one another without a gap; the newest may have none yet.
            if (Position is { } position && position != Before + 1)
                yield return Found($"Leaf {Leaf} stands at position {position} behind position {Before}.");
            // With its core an event leaves its stream.
            if (Stream is null && !erased.Contains((Leaf, 0)))
                yield return Found($"Leaf {Leaf} is in no stream.");
            foreach (var part in Parts.Where(p => !IsAsSealed(p)))
                yield return Found($"Leaf {Leaf}, part {part.Ordinal} is not what was sealed.");
            for (var ordinal = 0; ordinal < Commitments.Length / Store.Leaf.HashLength; ordinal++)
            {
                if (Parts.All(p => p.Ordinal != ordinal) && !erased.Contains((Leaf, ordinal)))
                    yield return Found($"Leaf {Leaf}, part {ordinal} is missing and nobody erased it.");
            }

            if (Stream is not null && Parts.Any(p => p.Ordinal == 0) && Parts.All(IsAsSealed) && OutOfPlace() is { } words)
                yield return Found(words);
        }

        private bool IsAsSealed(Part part) => part.Salt.Length == Store.Leaf.SaltLength
            && (part.Ordinal + 1) * Store.Leaf.HashLength <= Commitments.Length
            && Store.Leaf.Commitment(part.Salt, part.Bytes).AsSpan().SequenceEqual(Commitments.AsSpan(part.Ordinal * Store.Leaf.HashLength, Store.Leaf.HashLength));

        // Asked of bytes that are as sealed: what does not fit them is the index, or the kind a part is marked with.
        private string? OutOfPlace()
        {
            using var core = JsonDocument.Parse(Parts.Single(p => p.Ordinal == 0).Bytes);
            var own = core.RootElement;
            if (!own.GetProperty("stream").ValueEquals(Stream) || own.GetProperty("sequence").GetInt32() != Sequence || !own.GetProperty("type").ValueEquals(Type))
                return $"Leaf {Leaf} stands in the index as {Stream}, event {Sequence} ({Type}), and its own bytes say otherwise.";
            if (!EventCodec.Knows(Type))
                return $"Leaf {Leaf} is of a kind this version does not know ({Type}): look with the version that wrote it.";
            try
            {
                EventCodec.Read(Type, [.. Parts.Select(p => (p.Kind, p.Bytes))]);
                return null;
            }
            catch (InvalidDataException)
            {
                return $"Leaf {Leaf}: its parts are not of the kinds they are marked as.";
            }
        }

        private Damage Found(string words) => new(Position, Leaf, Stream ?? "", Sequence, words);
    }
}

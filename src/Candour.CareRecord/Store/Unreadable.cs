using System.Data.Common;
using System.Text.Json;
using Candour.Clinical;

namespace Candour.CareRecord.Store;

/// <summary>
/// Finds the events that cannot be read, one by one, when reading them all has failed: slow, and asked only then.
/// </summary>
internal static class Unreadable
{
    private const int Most = 20;

    private const string EverySql =
        """
        select e.stream, e.sequence, e.leaf, e.type, p.kind, p.bytes
        from event_index e left join part p on p.provider = e.provider and p.leaf = e.leaf
        where e.provider = @p0
        order by e.stream, e.sequence, p.ordinal
        """;

    /// <summary>Null when every event can be read and every list be made of them: then it failed for another reason.</summary>
    public static async Task<UnreadableEventsException?> Find(Database database)
    {
        var found = new List<string>();
        await using var connection = await database.Open();
        await foreach (var stream in Streams(connection, database.Provider))
        {
            found.AddRange(InStream(stream));
            if (found.Count >= Most)
                break;
        }

        return found.Count == 0 ? null : new([.. found.Take(Most)], found.Count >= Most);
    }

    private static async IAsyncEnumerable<List<Stored>> Streams(DbConnection connection, string provider)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = EverySql;
        command.CommandTimeout = 0;
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = ("@p0", provider);
        command.Parameters.Add(parameter);
        await using var reader = await command.ExecuteReaderAsync();
        var stream = new List<Stored>();
        while (await reader.ReadAsync())
        {
            if (stream.Count > 0 && stream[^1].Stream != reader.GetString(0))
            {
                yield return stream;
                stream = [];
            }

            if (stream.Count == 0 || stream[^1].Leaf != reader.GetInt64(2))
                stream.Add(new(reader.GetString(0), reader.GetInt32(1), reader.GetInt64(2), reader.GetString(3)));
            if (!reader.IsDBNull(4))
                stream[^1].Parts.Add(((PartKind)reader.GetInt32(4), reader.GetFieldValue<byte[]>(5)));
        }

        if (stream.Count > 0)
            yield return stream;
    }

    private static List<string> InStream(List<Stored> stream)
    {
        var found = new List<string>();
        var read = new List<Recorded>();
        foreach (var one in stream.Where(e => e.Parts.Count > 0))
        {
            if (one.Read(out var recorded) is { } why)
                found.Add($"{one.Stream}, event {one.Sequence} (leaf {one.Leaf}): {why}");
            else
                read.Add(recorded!);
        }

        if (found.Count > 0 || read.Count == 0)
            return found;
        var id = StreamId.Parse(stream[0].Stream);
        foreach (var list in Lists.Of(id.Kind))
        {
            try
            {
                _ = list.RowsOf(new(id, read)).Count();
            }
            catch (Exception e)
            {
                found.Add($"{id}, events up to {read[^1].Envelope.Sequence}: each can be read, but {list.Name} cannot be made of them ({e.GetType().Name}).");
            }
        }

        return found;
    }

    private sealed record Stored(string Stream, int Sequence, long Leaf, string Type)
    {
        public List<(PartKind Kind, byte[] Bytes)> Parts { get; } = [];

        /// <summary>Why it cannot be read; null when it can.</summary>
        public string? Read(out Recorded? recorded)
        {
            recorded = null;
            if (!EventCodec.Knows(Type))
                return $"it is of a kind this version does not know ({Type}).";
            if (Parts.All(p => p.Kind != PartKind.Core))
                return "its coded part is missing.";
            try
            {
                StreamId.Parse(Stream);
                recorded = EventCodec.Read(Type, Parts);
                return null;
            }
            catch (JsonException e)
            {
                return $"one of its parts cannot be taken apart past byte {e.BytePositionInLine}.";
            }
            catch (InvalidDataException e)
            {
                return e.Message;
            }
            catch (Exception)
            {
                return "a value in it is not of the kind that belongs there.";
            }
        }
    }
}

/// <summary>Events of the record cannot be read. Says which, why, and what to do next; nothing was changed.</summary>
/// <param name="events">A line each: stream, sequence, leaf and why.</param>
/// <param name="andMore">There may be more than are named.</param>
public sealed class UnreadableEventsException(IReadOnlyList<string> events, bool andMore) : Exception(
    $"""
     The lists were not made again and nothing was changed: {(andMore ? "these events, and perhaps more," : events.Count == 1 ? "this event" : "these events")} cannot be read.
     {string.Join(Environment.NewLine, events.Select(e => $"  {e}"))}
     Next, run "candour verify" on this record. What it finds damaged: stop writing, keep the disk as it is, restore the newest backup that
     passes "candour backup --check" on another machine, and compare. What it finds as it was sealed, or of a kind it does not know, was
     written by a newer Candour: rebuild with that one. Where a list cannot be made of events that can be read, report it.
     """);

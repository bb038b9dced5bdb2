using System.Reflection;
using System.Text.RegularExpressions;
using Candour.CareRecord;
using Candour.CareRecord.Store;
using Candour.Cli.Demo;

namespace Candour.Load;

/// <summary>
/// A large service out of a small one: the whole simulated year is written again and again, each time of other people and
/// other staff. The same events, order and times; only the ids are others.
/// </summary>
internal sealed partial class Copies(Database database)
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static readonly MethodInfo Clone = typeof(object).GetMethod("MemberwiseClone", BindingFlags.Instance | BindingFlags.NonPublic)!;

    /// <param name="from">The number of the first copy; the year itself is 0.</param>
    /// <param name="people">Only what concerns these person, referral and message ids; null: everything.</param>
    public async Task Write(int from, int until, IReadOnlySet<string>? people, Action<int> written)
    {
        var clock = new DemoClock();
        await using var record = await TheRecord.Open(database, clock, new DemoRandomness(77));
        var commands = await Commands(record);
        if (people is not null)
            commands = [.. commands.Where(c => c.Any(e => people.Contains(e.Envelope.Stream.Id)))];
        for (var copy = from; copy <= until; copy++)
        {
            await using (record.WriteInBulk())
            {
                foreach (var events in commands)
                    await Write(record, clock, events, copy);
            }

            written(copy);
        }
    }

    private static async Task Write(TheRecord record, DemoClock clock, IReadOnlyList<Recorded> events, int copy)
    {
        var envelope = events[0].Envelope;
        clock.Now = envelope.At;
        var next = new Accepted([.. events.Select(e => (Of(e.Envelope.Stream, copy), Of(e.Event, copy)))]);
        var by = envelope.By with { Actor = Of(envelope.By.Actor, copy), OnBehalfOf = envelope.By.OnBehalfOf is { } other ? Of(other, copy) : null };
        var outcome = await record.Write(
            new($"{copy}-{Of(envelope.CommandId, copy)}", by, envelope.ClientTime), [.. next.Events.Select(e => e.Stream).Distinct()], (_, _) => next);
        if (outcome is not Outcome.Done)
            throw new InvalidOperationException($"{envelope.CommandId}: {outcome}");
    }

    /// <summary>The events of people and staff, by command, in the order in which they were written.</summary>
    private static async Task<IReadOnlyList<IReadOnlyList<Recorded>>> Commands(TheRecord record)
    {
        var order = new List<(string Stream, int Sequence)>();
        await using (var connection = await record.Database.Open())
        await using (var command = connection.CreateCommand())
        {
            command.CommandText = "select stream, sequence from event_index order by leaf";
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
                order.Add((reader.GetString(0), reader.GetInt32(1)));
        }

        var histories = new Dictionary<string, History>();
        var commands = new List<List<Recorded>>();
        foreach (var (name, sequence) in order)
        {
            var stream = StreamId.Parse(name);
            if (stream == Streams.Service || stream == Streams.Policy)
                continue;
            if (!histories.TryGetValue(name, out var history))
                histories[name] = history = await record.Read(stream);
            var e = history.Events[sequence - 1];
            if (commands.Count == 0 || commands[^1][0].Envelope.CommandId != e.Envelope.CommandId)
                commands.Add([]);
            commands[^1].Add(e);
        }

        return commands;
    }

    private static StreamId Of(StreamId stream, int copy) => stream with { Id = Of(stream.Id, copy) };

    private static Event Of(Event e, int copy)
    {
        var other = (Event)Clone.Invoke(e, null)!;
        foreach (var property in other.GetType().GetProperties().Where(p => p.CanWrite))
        {
            if (property.GetValue(other) is string text)
                property.SetValue(other, Of(text, copy));
            else if (property.GetValue(other) is IReadOnlyList<string> texts)
                property.SetValue(other, (IReadOnlyList<string>)[.. texts.Select(t => Of(t, copy))]);
        }

        return other;
    }

    /// <summary>The last three characters of the ids of a copy; the first is 0.</summary>
    public static string Suffix(int copy) => string.Concat("0", Alphabet[copy / 32 % 32], Alphabet[copy % 32]);

    // An id that ends as this copy's do would stay what it is, and stand for two.
    private static string Of(string text, int copy) => AnId().Replace(text, m =>
        m.Value[13..] != Suffix(copy) ? m.Value[..13] + Suffix(copy) : $"{m.Value[..12]}{(m.Value[12] == '0' ? '1' : '0')}{Suffix(copy)}");

    [GeneratedRegex("(?<![0-9A-Z])[0-9A-HJKMNP-TV-Z]{16}(?![0-9A-Z])", RegexOptions.None, 1000)]
    private static partial Regex AnId();
}

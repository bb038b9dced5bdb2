using System.Buffers;
using System.Linq.Expressions;
using System.Reflection;
using System.Text;
using System.Text.Json;
using Candour.Clinical;

namespace Candour.CareRecord.Store;

/// <summary>
/// Turns an event and its envelope into parts and back. Core holds envelope and coded values side by side in one flat
/// object, so that one part proves both; words and identity follow where the event has them. Nulls are left out.
/// </summary>
internal static class EventCodec
{
    // Most commands meet few kinds of event: each is taken apart when it is first met.
    private static readonly Dictionary<string, Lazy<Shape>> Shapes = typeof(Event).Assembly.GetTypes()
        .Where(t => t.IsSubclassOf(typeof(Event)) && !t.IsAbstract)
        .ToDictionary(t => t.Name, t => new Lazy<Shape>(() => new(t)));

    public static bool Knows(string type) => Shapes.ContainsKey(type);

    public static IEnumerable<Type> Types => Shapes.Values.Select(s => s.Value.Type);

    /// <summary>The parts of an event, in order of ordinal; each with a new salt.</summary>
    public static IReadOnlyList<Part> Write(Envelope envelope, Event e, Randomness salts)
    {
        var parts = new List<Part>(1);
        foreach (var (kind, bytes) in Bytes(envelope, e))
            parts.Add(new(parts.Count, kind, salts.Bytes(Leaf.SaltLength), bytes));
        return parts;
    }

    /// <summary>An event that is not in the record yet, by kind of part: what <see cref="Read"/> takes back. Its envelope says only where and when.</summary>
    public static IReadOnlyDictionary<PartKind, byte[]> Plain(StreamId stream, Event e, Moment now) => Bytes(
        new() { Stream = stream, Sequence = 0, Type = e.GetType().Name, By = new("", ""), At = now, CommandId = "" }, e).ToDictionary(p => p.Kind, p => p.Bytes);

    private static IEnumerable<(PartKind Kind, byte[] Bytes)> Bytes(Envelope envelope, Event e)
    {
        var shape = Shapes[e.GetType().Name].Value;
        var source = new Whole(envelope, e);
        foreach (var kind in Enum.GetValues<PartKind>())
        {
            var buffer = new ArrayBufferWriter<byte>(256);
            if (WriteObject(buffer, shape.Fields[(int)kind], source) || kind == PartKind.Core)
                yield return (kind, buffer.WrittenSpan.ToArray());
        }
    }

    /// <summary>The event of these parts. A part that was erased is absent: its properties keep their empty values.</summary>
    /// <param name="last">What the event read before said of itself: where this one says the same, it shares the words.</param>
    public static Recorded Read(string type, IReadOnlyList<(PartKind Kind, byte[] Bytes)> parts, LastRead? last = null)
    {
        if (!Shapes.TryGetValue(type, out var known))
            throw new InvalidDataException($"The record holds an event '{type}' that this version does not know.");
        var shape = known.Value;
        var target = new Reading(shape.New(), shape.Name, last ?? new());
        foreach (var (kind, bytes) in parts)
            ReadObject(bytes, Enum.IsDefined(kind) ? shape.Fields[(int)kind] : throw new InvalidDataException($"There is no part of kind {(int)kind}."), target);
        return new(target.ToEnvelope(), target.Event);
    }

    private static bool WriteObject(ArrayBufferWriter<byte> to, Field[] fields, Whole source)
    {
        var any = false;
        to.Write("{"u8);
        foreach (var field in fields)
        {
            var before = to.WrittenCount;
            if (any)
                to.Write(","u8);
            to.Write(field.Quoted);
            if (field.Write(to, source))
                any = true;
            else
                to.Rewind(before);
        }

        to.Write("}"u8);
        return any;
    }

    private static void Rewind(this ArrayBufferWriter<byte> to, int length)
    {
        // The count is reset, the bytes are not: advancing brings them back.
        to.ResetWrittenCount();
        to.Advance(length);
    }

    // Both the stored names and ours are sorted, so one pass side by side finds each.
    private static void ReadObject(byte[] json, Field[] fields, Reading target)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        var next = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var at = next;
            while (at < fields.Length && !reader.ValueTextEquals(fields[at].Utf8Name))
                at++;
            if (at == fields.Length)
                throw new InvalidDataException($"The record holds a value '{reader.GetString()}' that this version does not know.");
            next = at + 1;
            reader.Read();
            fields[at].Read(ref reader, target);
        }
    }

    internal readonly record struct Whole(Envelope Envelope, Event Event);

    /// <summary>What reading fills: the event and the loose values of its envelope.</summary>
    /// <param name="name">The event's name, as its bytes ought to say.</param>
    internal sealed class Reading(Event e, KnownText name, LastRead last)
    {
        public Event Event { get; } = e;

        public KnownText Name { get; } = name;

        public LastRead Last { get; } = last;

        public string Actor = "", Role = "", Stream = "", Type = "", CommandId = "";
        public string? Device, OnBehalfOf;
        public Moment At;
        public Moment? ClientTime;
        public int Sequence;
        public bool ClockWentBack;

        public Envelope ToEnvelope() => new()
        {
            Stream = Last.StreamOf(Stream),
            Sequence = Sequence,
            Type = Type,
            By = Last.ByOf(Actor, Role, Device, OnBehalfOf),
            At = At,
            ClientTime = ClientTime,
            ClockWentBack = ClockWentBack,
            CommandId = CommandId,
        };
    }

    internal delegate void ReadField(ref Utf8JsonReader reader, Reading target);

    /// <param name="Name">The JSON name.</param>
    /// <param name="Quoted">The name as it is written, with quotes and colon.</param>
    /// <param name="Write">Writes the value; false and nothing kept when it is null.</param>
    /// <param name="Read">Reads the value.</param>
    internal sealed record Field(string Name, byte[] Quoted, Func<IBufferWriter<byte>, Whole, bool> Write, ReadField Read)
    {
        public Field(string name, Func<IBufferWriter<byte>, Whole, bool> write, ReadField read)
            : this(name, Encoding.UTF8.GetBytes($"\"{name}\":"), write, read)
        {
        }

        /// <summary>The name alone, as it stands in the bytes.</summary>
        public ReadOnlySpan<byte> Utf8Name => Quoted.AsSpan(1, Quoted.Length - 3);
    }

    private sealed class Shape
    {
        public Shape(Type type)
        {
            Type = type;
            Name = new(type.Name);
            New = Expression.Lambda<Func<Event>>(Expression.New(type)).Compile();
            var own = type.GetProperties(BindingFlags.Instance | BindingFlags.Public)
                .Where(p => p.DeclaringType != typeof(Event) && p.CanWrite)
                .Select(p => (Kind: KindOf(p), Field: EventField.Of(type, p)))
                .ToList();
            Fields = [.. Enum.GetValues<PartKind>().Select(kind =>
                own.Where(f => f.Kind == kind).Select(f => f.Field)
                    .Concat(kind == PartKind.Core ? EnvelopeFields.All : [])
                    .OrderBy(f => f.Name, StringComparer.Ordinal).ToArray())];
            var twice = Fields[0].GroupBy(f => f.Name).FirstOrDefault(g => g.Count() > 1);
            if (twice is not null)
                throw new InvalidOperationException($"{type.Name}.{twice.Key} has the name of an envelope field; choose another.");
        }

        public Type Type { get; }

        public KnownText Name { get; }

        public Func<Event> New { get; }

        /// <summary>By <see cref="PartKind"/>, each in order of name.</summary>
        public Field[][] Fields { get; }

        private static PartKind KindOf(PropertyInfo property) =>
            property.IsDefined(typeof(WordsAttribute)) ? PartKind.Words
            : property.IsDefined(typeof(IdentityAttribute)) ? PartKind.Identity
            : PartKind.Core;
    }
}

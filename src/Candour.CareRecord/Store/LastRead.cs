using System.Text;
using System.Text.Json;

namespace Candour.CareRecord.Store;

/// <summary>
/// What the event read before said of itself. The events of a stream are mostly by few people and all of one stream: reading
/// them one after the other, the same words are made once, which is a good part of reading and of what histories hold in memory.
/// </summary>
internal sealed class LastRead
{
    public KnownText? Actor, Role, Device, Name;
    private string? _stream;
    private StreamId _id;
    private By _by = new("", "");

    /// <summary>The name of the stream of the event read last.</summary>
    public string? Stream => _stream;

    public StreamId StreamOf(string text)
    {
        if (!ReferenceEquals(text, _stream))
            (_stream, _id) = (text, StreamId.Parse(text));
        return _id;
    }

    public By ByOf(string actor, string role, string? device, string? onBehalfOf)
    {
        if (!ReferenceEquals(actor, _by.Actor) || !ReferenceEquals(role, _by.Role) || !ReferenceEquals(device, _by.Device) || onBehalfOf != _by.OnBehalfOf)
            _by = new(actor, role, device, onBehalfOf);
        return _by;
    }
}

/// <summary>A text that is probably read again, and its bytes, so that meeting it makes nothing new.</summary>
internal sealed class KnownText(string text)
{
    private readonly byte[] _utf8 = Encoding.UTF8.GetBytes(text);

    /// <summary>The text at the reader; where it is the one known, that very string.</summary>
    public static string Read(ref Utf8JsonReader reader, ref KnownText? known)
    {
        var read = known?.Or(ref reader) ?? reader.GetString()!;
        if (known is null || !known.Is(read))
            known = new(read);
        return read;
    }

    /// <inheritdoc cref="Read"/>
    public string Or(ref Utf8JsonReader reader) => reader.ValueTextEquals(_utf8) ? text : reader.GetString()!;

    private bool Is(string other) => ReferenceEquals(text, other);
}

using System.Text.Json;

namespace Candour.CareRecord.Store;

/// <summary>
/// What the event read before said of itself. The events of a stream are mostly by few people and all of one stream: reading
/// them one after the other, the same words are made once, which is a good part of reading and of what histories hold in memory.
/// </summary>
internal sealed class LastRead
{
    private string? _stream;
    private StreamId _id;

    public By By { get; private set; } = new("", "");

    public string? Stream => _stream;

    /// <summary>The text at the reader; where it is this one, this one.</summary>
    public static string Text(ref Utf8JsonReader reader, string? known) =>
        known is not null && reader.ValueTextEquals(known) ? known : reader.GetString()!;

    public StreamId StreamOf(string text)
    {
        if (!ReferenceEquals(text, _stream))
            (_stream, _id) = (text, StreamId.Parse(text));
        return _id;
    }

    public By ByOf(string actor, string role, string? device, string? onBehalfOf)
    {
        if (!ReferenceEquals(actor, By.Actor) || !ReferenceEquals(role, By.Role) || !ReferenceEquals(device, By.Device) || onBehalfOf != By.OnBehalfOf)
            By = new(actor, role, device, onBehalfOf);
        return By;
    }
}

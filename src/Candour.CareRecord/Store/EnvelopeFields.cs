using System.Buffers;
using Candour.Clinical;

namespace Candour.CareRecord.Store;

/// <summary>The envelope's values inside an event's core part.</summary>
internal static class EnvelopeFields
{
    public static IReadOnlyList<EventCodec.Field> All { get; } =
    [
        new("actor", (to, e) => Text(to, e.Envelope.By.Actor), (ref r, t) => t.Actor = KnownText.Read(ref r, ref t.Last.Actor)),
        new("at", (to, e) => Text(to, e.Envelope.At.ToString()), (ref r, t) => t.At = Moment.Parse(r.GetString()!)),
        new("clientTime", (to, e) => Text(to, e.Envelope.ClientTime?.ToString()), (ref r, t) => t.ClientTime = Moment.Parse(r.GetString()!)),
        new("clockWentBack", (to, e) => Flag(to, e.Envelope.ClockWentBack), (ref r, t) => t.ClockWentBack = r.GetBoolean()),
        new("commandId", (to, e) => Text(to, e.Envelope.CommandId), (ref r, t) => t.CommandId = r.GetString()!),
        new("device", (to, e) => Text(to, e.Envelope.By.Device), (ref r, t) => t.Device = KnownText.Read(ref r, ref t.Last.Device)),
        new("onBehalfOf", (to, e) => Text(to, e.Envelope.By.OnBehalfOf), (ref r, t) => t.OnBehalfOf = r.GetString()),
        new("role", (to, e) => Text(to, e.Envelope.By.Role), (ref r, t) => t.Role = KnownText.Read(ref r, ref t.Last.Role)),
        new("schema", (to, e) => Number(to, e.Event.Schema), (ref r, _) => r.GetInt32()),
        new("sequence", (to, e) => Number(to, e.Envelope.Sequence), (ref r, t) => t.Sequence = r.GetInt32()),
        new("stream", (to, e) => Text(to, e.Envelope.Stream.ToString()), (ref r, t) => t.Stream = KnownText.Read(ref r, ref t.Last.Name)),
        new("type", (to, e) => Text(to, e.Envelope.Type), (ref r, t) => t.Type = t.Name.Or(ref r)),
    ];

    private static bool Text(IBufferWriter<byte> to, string? value)
    {
        if (value is null)
            return false;
        CanonicalJson.Write(to, value);
        return true;
    }

    private static bool Flag(IBufferWriter<byte> to, bool value)
    {
        if (value)
            CanonicalJson.Write(to, value);
        return value;
    }

    private static bool Number(IBufferWriter<byte> to, int value)
    {
        CanonicalJson.Write(to, value);
        return true;
    }
}

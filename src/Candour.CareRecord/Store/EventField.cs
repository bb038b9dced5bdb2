using System.Buffers;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Candour.Clinical;

namespace Candour.CareRecord.Store;

/// <summary>How one property of an event is written and read. The kinds of value an event may have are listed here.</summary>
internal static class EventField
{
    private delegate T ReadValue<out T>(ref Utf8JsonReader reader);

    public static EventCodec.Field Of(Type type, PropertyInfo property)
    {
        var value = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        var make = value switch
        {
            _ when value == typeof(string) => Make(nameof(Text)),
            _ when value == typeof(bool) => Make(nameof(Flag)),
            _ when value == typeof(int) => Make(nameof(Number)),
            _ when value == typeof(long) => Make(nameof(LongNumber)),
            _ when value == typeof(DateOnly) => Make(nameof(Day)),
            _ when value == typeof(Moment) => Make(nameof(At)),
            _ when value == typeof(IReadOnlyList<string>) => Make(nameof(Texts)),
            _ when value == typeof(IReadOnlyList<int>) => Make(nameof(Numbers)),
            _ when value.IsEnum => Make(nameof(Choice)).MakeGenericMethod(value),
            _ => throw new NotSupportedException($"{type.Name}.{property.Name} is a {value.Name}; see Event for what an event may hold."),
        };
        return (EventCodec.Field)make.Invoke(null, [property])!;
    }

    private static MethodInfo Make(string name) =>
        typeof(EventField).GetMethod(name, BindingFlags.Static | BindingFlags.NonPublic)!;

    private static EventCodec.Field Text(PropertyInfo p) =>
        Whole<string>(p, CanonicalJson.Write, (ref r) => r.GetString()!);

    private static EventCodec.Field Flag(PropertyInfo p) =>
        Value<bool>(p, CanonicalJson.Write, (ref r) => r.GetBoolean());

    private static EventCodec.Field Number(PropertyInfo p) =>
        Value<int>(p, (to, v) => CanonicalJson.Write(to, v), (ref r) => r.GetInt32());

    private static EventCodec.Field LongNumber(PropertyInfo p) =>
        Value<long>(p, CanonicalJson.Write, (ref r) => r.GetInt64());

    private static EventCodec.Field Day(PropertyInfo p) => Value(
        p,
        (to, v) => CanonicalJson.Write(to, v.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        (ref r) => DayOf(r.GetString()!));

    // Not the general reader, which asks the culture about every dash.
    private static DateOnly DayOf(string text) => text.Length == 10 && text[4] == '-' && text[7] == '-'
        ? new(Whole(text.AsSpan(0, 4)), Whole(text.AsSpan(5, 2)), Whole(text.AsSpan(8, 2)))
        : throw new FormatException($"'{text}' is not a day.");

    private static int Whole(ReadOnlySpan<char> digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    private static EventCodec.Field At(PropertyInfo p) =>
        Value(p, (to, v) => CanonicalJson.Write(to, v.ToString()), (ref r) => Moment.Parse(r.GetString()!));

    private static EventCodec.Field Choice<T>(PropertyInfo p)
        where T : struct, Enum =>
        Value(p, (to, v) => CanonicalJson.Write(to, v.ToString()), (ref r) => Enum.Parse<T>(r.GetString()!));

    private static EventCodec.Field Texts(PropertyInfo p) => Whole<IReadOnlyList<string>>(
        p, (to, v) => CanonicalJson.Write(to, v, CanonicalJson.Write), (ref r) => ReadList(ref r, (ref i) => i.GetString()!));

    private static EventCodec.Field Numbers(PropertyInfo p) => Whole<IReadOnlyList<int>>(
        p,
        (to, v) => CanonicalJson.Write(to, v, (t, n) => CanonicalJson.Write(t, n)),
        (ref r) => ReadList(ref r, (ref i) => i.GetInt32()));

    private static List<T> ReadList<T>(ref Utf8JsonReader reader, ReadValue<T> read)
    {
        var items = new List<T>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            items.Add(read(ref reader));
        return items;
    }

    // Delegates are made once a property: open on the event's own type, so no reflection happens a value.
    private static EventCodec.Field Whole<T>(PropertyInfo p, Action<IBufferWriter<byte>, T> write, ReadValue<T> read)
        where T : class
    {
        var get = Getter<T?>(p);
        var set = Setter<T?>(p);
        return new(NameOf(p), (to, e) => WriteIf(to, get(e.Event), write), (ref r, t) => set(t.Event, read(ref r)));
    }

    private static EventCodec.Field Value<T>(PropertyInfo p, Action<IBufferWriter<byte>, T> write, ReadValue<T> read)
        where T : struct
    {
        if (Nullable.GetUnderlyingType(p.PropertyType) is null)
        {
            var get = Getter<T>(p);
            var set = Setter<T>(p);
            return new(NameOf(p), (to, e) => { write(to, get(e.Event)); return true; }, (ref r, t) => set(t.Event, read(ref r)));
        }

        var getMaybe = Getter<T?>(p);
        var setMaybe = Setter<T?>(p);
        return new(
            NameOf(p),
            (to, e) =>
            {
                if (getMaybe(e.Event) is not { } v)
                    return false;
                write(to, v);
                return true;
            },
            (ref r, t) => setMaybe(t.Event, read(ref r)));
    }

    private static bool WriteIf<T>(IBufferWriter<byte> to, T? value, Action<IBufferWriter<byte>, T> write)
        where T : class
    {
        if (value is null)
            return false;
        write(to, value);
        return true;
    }

    private static Func<Event, T> Getter<T>(PropertyInfo p) => (Func<Event, T>)typeof(EventField)
        .GetMethod(nameof(OpenGetter), BindingFlags.Static | BindingFlags.NonPublic)!
        .MakeGenericMethod(p.DeclaringType!, typeof(T)).Invoke(null, [p])!;

    private static Action<Event, T> Setter<T>(PropertyInfo p) => (Action<Event, T>)typeof(EventField)
        .GetMethod(nameof(OpenSetter), BindingFlags.Static | BindingFlags.NonPublic)!
        .MakeGenericMethod(p.DeclaringType!, typeof(T)).Invoke(null, [p])!;

    private static Func<Event, T> OpenGetter<TEvent, T>(PropertyInfo p)
        where TEvent : Event
    {
        var get = p.GetMethod!.CreateDelegate<Func<TEvent, T>>();
        return e => get((TEvent)e);
    }

    private static Action<Event, T> OpenSetter<TEvent, T>(PropertyInfo p)
        where TEvent : Event
    {
        var set = p.SetMethod!.CreateDelegate<Action<TEvent, T>>();
        return (e, v) => set((TEvent)e, v);
    }

    private static string NameOf(PropertyInfo p) => char.ToLowerInvariant(p.Name[0]) + p.Name[1..];
}

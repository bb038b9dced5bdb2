using System.Text.Json;
using Candour.Web.Components;

namespace Candour.Web.Tests.Components;

/// <summary>A fixture's options as the design system writes them, read into ours.</summary>
internal readonly record struct Options(JsonElement Json)
{
    public Options this[string name] =>
        Json.ValueKind == JsonValueKind.Object && Json.TryGetProperty(name, out var value) ? new(value) : default;

    /// <summary>Given, and neither null nor false.</summary>
    public bool Is => Json.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null or JsonValueKind.False);

    public bool IsGiven => Json.ValueKind != JsonValueKind.Undefined;

    public bool IsFalse => Json.ValueKind == JsonValueKind.False;

    public bool IsTrue => Json.ValueKind == JsonValueKind.True;

    public bool IsList => Json.ValueKind == JsonValueKind.Array;

    public bool? Maybe => IsTrue ? true : IsFalse ? false : null;

    public string? String => Json.ValueKind switch
    {
        JsonValueKind.String => Json.GetString(),
        JsonValueKind.Number => Json.GetRawText(),
        _ => null,
    };

    public int? Int => Json.ValueKind == JsonValueKind.Number ? Json.GetInt32() : null;

    /// <summary>A text, or an object with text or html; html is read into elements, never passed on as a string.</summary>
    public Markup? Words
    {
        get
        {
            if (String is { Length: > 0 } text)
                return text;
            if (this["html"].String is { Length: > 0 } html)
                return Html.Parse(html).ToMarkup();
            return this["text"].String is { Length: > 0 } inner ? inner : null;
        }
    }

    public IReadOnlyList<Options> List => Json.ValueKind == JsonValueKind.Array ? [.. Json.EnumerateArray().Select(each => new Options(each))] : [];

    public Attributes? Attributes
    {
        get
        {
            if (this["attributes"].Json.ValueKind != JsonValueKind.Object)
                return null;
            var attributes = new Attributes();
            foreach (var each in this["attributes"].Json.EnumerateObject())
                attributes.Add(each.Name, new Options(each.Value).String);
            return attributes;
        }
    }

    /// <summary>The plural forms of a text for script, as our list of messages.</summary>
    public IEnumerable<(string Key, string Words)> Messages(string key)
    {
        if (String is { } one)
            return [(key, one)];
        return Json.ValueKind == JsonValueKind.Object
            ? Json.EnumerateObject().Select(each => ($"{key}.{each.Name}", each.Value.GetString()!))
            : [];
    }
}

/// <summary>One published case: a component, its options, the markup it gives.</summary>
internal sealed record Fixture(string Component, int Number, string Name, Options Options, Markup? Call, string Html)
{
    public override string ToString() => $"{Component} {Number}: {Name}";

    /// <summary>Every case of the package, as the build fetched it.</summary>
    public static IReadOnlyList<Fixture> All { get; } =
    [
        .. Directory.GetFiles(Candour.Testing.Checkout.At("src/Candour.Web/node_modules/nhsuk-frontend/dist/nhsuk/components"), "fixtures.json", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal).SelectMany(Read),
    ];

    private static IEnumerable<Fixture> Read(string file)
    {
        var root = JsonDocument.Parse(File.ReadAllText(file)).RootElement;
        var number = 0;
        foreach (var each in root.GetProperty("fixtures").EnumerateArray())
        {
            var call = each.TryGetProperty("callBlock", out var block) && block.ValueKind == JsonValueKind.String
                ? Components.Html.Parse(block.GetString()!).ToMarkup() : null;
            yield return new(root.GetProperty("component").GetString()!, ++number, each.GetProperty("name").GetString()!,
                new(each.GetProperty("context")), call, each.GetProperty("html").GetString()!);
        }
    }
}

using System.Diagnostics.CodeAnalysis;

namespace Candour.Web.Components;

/// <summary>A small line above, before or after a heading.</summary>
[SuppressMessage("Usage", "CA2225", Justification = "A text is a caption by being used as one.")]
public sealed record Caption : Component
{
    public Markup? Text { get; init; }

    /// <summary>m, l, xl or xxl.</summary>
    public string? Size { get; init; }

    /// <summary>start (the default) or end inside the heading; before or after it.</summary>
    public string? Placement { get; init; }

    public string Element { get; init; } = "span";

    public static implicit operator Caption?(string? text) => text is null ? null : new() { Text = text };

    public override Markup? Render()
    {
        var size = OneOf("nhsuk-caption-", Size, Classes, "m", "l", "xl", "xxl") ?? "nhsuk-caption";
        return El(Element, size, Placement is "after" or "end" ? "nhsuk-caption--bottom" : null, Classes)
            .Attr("id", Id).Attrs(Attributes).Add(Text);
    }
}

/// <summary>A heading, also inside a label, a legend or a card.</summary>
[SuppressMessage("Usage", "CA2225", Justification = "A text is a heading by being used as one.")]
public sealed record Heading : Component
{
    public Markup? Text { get; init; }

    /// <summary>xxs, xs, s, m, l or xl.</summary>
    public string? Size { get; init; }

    /// <summary>1 to 6; null leaves it to the component around it.</summary>
    public int? Level { get; init; }

    public Caption? Caption { get; init; }

    public string? Href { get; init; }

    public string? VisuallyHiddenText { get; init; }

    /// <summary>Another element than h1 to h6.</summary>
    public string? Element { get; init; }

    internal string ClassName { get; init; } = "nhsuk-heading";

    internal string? ClassPrefix { get; init; }

    internal string[] Sizes { get; init; } = ["xxs", "xs", "s", "m", "l", "xl"];

    /// <summary>Words inside the heading that replace <see cref="Text"/> but keep its caption.</summary>
    internal Markup? Inner { get; init; }

    public static implicit operator Heading?(string? text) => text is null ? null : new() { Text = text };

    public override Markup? Render()
    {
        if ((Inner ?? Text) is not { } words)
            return null;
        var prefix = ClassPrefix ?? ClassName + "-";
        var size = Sizes.Contains(Size) && !Sizes.Any(each => Classes?.Contains(prefix + each, StringComparison.Ordinal) == true) ? Size : null;
        var name = size is null ? ClassName : prefix == ClassName + "-" ? prefix + size : $"{ClassName} {prefix}{size}";
        var caption = Caption is { Text: not null } ? Caption with { Size = Caption.Size ?? size } : null;
        var linked = Href is null || Inner is not null ? words : El("a", "nhsuk-link").Attr("href", Href).Add(words);
        var heading = El(Element ?? $"h{Level ?? 1}", name, Classes).Attr("id", Id).Attrs(Attributes).Add(
            caption?.Placement is null or "start" ? caption : null,
            linked,
            string.IsNullOrEmpty(VisuallyHiddenText) ? null : Hidden(" " + VisuallyHiddenText),
            caption?.Placement is "end" ? caption : null);
        return Join(caption?.Placement is "before" ? caption : null, heading, caption?.Placement is "after" ? caption : null);
    }
}

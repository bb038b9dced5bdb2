using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace Candour.Web.Components;

/// <summary>
/// Safe markup: a tree of text, elements and content that Razor has encoded already. No string ever gets into a page without
/// being encoded; markup from a string does not exist.
/// </summary>
[SuppressMessage("Usage", "CA2225", Justification = "A text becomes markup by being used as markup.")]
public abstract record Markup : IHtmlContent
{
    public abstract void WriteTo(TextWriter writer, HtmlEncoder encoder);

    /// <summary>The words, when this is nothing but words; else null.</summary>
    internal virtual string? Plain => null;

    public static implicit operator Markup?(string? text) => text is null ? null : new TextMarkup(text);

    /// <summary>Content that Razor (or a tag helper) has encoded already.</summary>
    public static Markup? Of(IHtmlContent? content) => content switch
    {
        null => null,
        Markup markup => markup,
        _ => new RazorMarkup(content),
    };

    /// <summary>Several pieces, one after the other.</summary>
    public static Markup Join(params ReadOnlySpan<Markup?> parts) => new ManyMarkup([.. Present(parts)]);

    public static Markup Join(IEnumerable<Markup?> parts) => new ManyMarkup([.. parts.OfType<Markup>()]);

    /// <summary>An element with classes; empty classes are left out.</summary>
    public static Element El(string name, params ReadOnlySpan<string?> classes) => new Element(name).Class(classes);

    /// <summary>Text that only a screen reader speaks.</summary>
    public static Element Hidden(Markup? text) => El("span", "nhsuk-u-visually-hidden").Add(text);

    private static List<Markup> Present(ReadOnlySpan<Markup?> parts)
    {
        var present = new List<Markup>(parts.Length);
        foreach (var part in parts)
        {
            if (part is not null)
                present.Add(part);
        }
        return present;
    }

    private sealed record TextMarkup(string Text) : Markup
    {
        internal override string Plain => Text;

        public override void WriteTo(TextWriter writer, HtmlEncoder encoder) => encoder.Encode(writer, Text);
    }

    private sealed record RazorMarkup(IHtmlContent Content) : Markup
    {
        public override void WriteTo(TextWriter writer, HtmlEncoder encoder) => Content.WriteTo(writer, encoder);
    }

    private sealed record ManyMarkup(IReadOnlyList<Markup> Parts) : Markup
    {
        public override void WriteTo(TextWriter writer, HtmlEncoder encoder)
        {
            foreach (var part in Parts)
                part.WriteTo(writer, encoder);
        }
    }
}

/// <summary>A part of a page: its properties are its options; <see cref="Render"/> is pure.</summary>
public abstract record Component : Markup
{
    public string? Id { get; init; }

    /// <summary>Further classes of the outermost element.</summary>
    public string? Classes { get; init; }

    /// <summary>Further attributes of the outermost element.</summary>
    public Attributes? Attributes { get; init; }

    /// <summary>The markup; null when there is nothing to show.</summary>
    public abstract Markup? Render();

    public sealed override void WriteTo(TextWriter writer, HtmlEncoder encoder) => Render()?.WriteTo(writer, encoder);

    /// <summary>The class <c>prefix + value</c>, if the value is a known one and the caller's classes do not choose one already.</summary>
    protected static string? OneOf(string prefix, string? value, string? classes, params ReadOnlySpan<string> known)
    {
        if (value is null || !known.Contains(value))
            return null;
        foreach (var each in known)
        {
            if (classes?.Contains(prefix + each, StringComparison.Ordinal) == true)
                return null;
        }
        return prefix + value;
    }

    /// <summary>The class, when asked for and not among the caller's classes already.</summary>
    protected static string? When(bool asked, string name, string? classes) =>
        asked && classes?.Contains(name, StringComparison.Ordinal) != true ? name : null;

    /// <summary>Ids for <c>aria-describedby</c>, in reading order; null when there are none.</summary>
    protected static string? Ids(params ReadOnlySpan<string?> ids)
    {
        var joined = Element.Joined(ids);
        return joined.Length == 0 ? null : joined;
    }
}

/// <summary>Attributes by name, in order. An empty value is written as such.</summary>
[SuppressMessage("Naming", "CA1710", Justification = "It is the attributes.")]
public sealed class Attributes : IEnumerable<KeyValuePair<string, string>>
{
    private readonly List<KeyValuePair<string, string>> all = [];

    /// <summary>Adds one; a null value adds nothing.</summary>
    public void Add(string name, string? value)
    {
        if (value is not null)
            all.Add(new(name, value));
    }

    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => all.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

using System.Text.Encodings.Web;

namespace Candour.Web.Components;

/// <summary>An element being built: classes, attributes, children, then written once.</summary>
public sealed record Element(string Name) : Markup
{
    private readonly List<KeyValuePair<string, string>> attributes = [];
    private readonly List<Markup> children = [];

    public Element Class(params ReadOnlySpan<string?> names)
    {
        var joined = Joined(names);
        return joined.Length == 0 ? this : Attr("class", joined);
    }

    /// <summary>Sets an attribute; null leaves it out.</summary>
    /// <exception cref="ArgumentException">The name is a script handler or no name.</exception>
    public Element Attr(string name, string? value)
    {
        if (value is null)
            return this;
        if (name.StartsWith("on", StringComparison.OrdinalIgnoreCase) || !name.All(IsNameLetter))
            throw new ArgumentException($"Not an attribute a page may carry: {name}.", nameof(name));
        attributes.RemoveAll(each => each.Key == name);
        attributes.Add(new(name, value));
        return this;
    }

    /// <summary>A yes-or-no attribute such as <c>disabled</c>.</summary>
    public Element Flag(string name, bool on) => on ? Attr(name, "") : this;

    public Element Attrs(Attributes? more)
    {
        foreach (var (name, value) in more ?? [])
            Attr(name, value);
        return this;
    }

    public Element Add(params ReadOnlySpan<Markup?> more)
    {
        foreach (var each in more)
        {
            if (each is not null)
                children.Add(each);
        }
        return this;
    }

    public Element Add(IEnumerable<Markup?> more)
    {
        foreach (var each in more)
            Add(each);
        return this;
    }

    public override void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        writer.Write('<');
        writer.Write(Name);
        foreach (var (name, value) in attributes)
        {
            writer.Write(' ');
            writer.Write(name);
            if (value.Length == 0 && name is not ("value" or "alt"))
                continue;
            writer.Write("=\"");
            encoder.Encode(writer, value);
            writer.Write('"');
        }
        writer.Write('>');
        if (IsVoid(Name))
            return;
        foreach (var child in children)
            child.WriteTo(writer, encoder);
        writer.Write("</");
        writer.Write(Name);
        writer.Write('>');
    }

    internal static string Joined(params ReadOnlySpan<string?> words)
    {
        var joined = "";
        foreach (var word in words)
        {
            if (!string.IsNullOrEmpty(word))
                joined = joined.Length == 0 ? word : $"{joined} {word}";
        }
        return joined;
    }

    private static bool IsVoid(string name) => name is "input" or "img" or "br" or "hr" or "meta" or "link";

    private static bool IsNameLetter(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '-' or ':' or '.' or '_';
}

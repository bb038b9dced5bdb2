using System.Net;
using System.Text;
using Candour.Web.Components;

namespace Candour.Web.Tests.Components;

/// <summary>A small reader of well-formed HTML, enough for the design system's fixtures and our own pages.</summary>
internal sealed class Html
{
    private static readonly string[] Void = ["input", "img", "br", "hr", "meta", "link"];

    public string Name { get; private init; } = "";

    public SortedDictionary<string, string> Attributes { get; } = new(StringComparer.Ordinal);

    public List<Html> Children { get; } = [];

    /// <summary>Of a text node, decoded.</summary>
    public string? Text { get; private init; }

    public IEnumerable<Html> All => Children.SelectMany(child => child.All.Prepend(child));

    public string AllText => Text ?? string.Concat(Children.Select(child => child.AllText));

    public string? this[string attribute] => Attributes.GetValueOrDefault(attribute);

    public bool Is(string name, string? className = null) =>
        Name == name && (className is null || (this["class"] ?? "").Split(' ').Contains(className));

    public static Html Parse(string source)
    {
        var root = new Html();
        var open = new Stack<Html>([root]);
        var at = 0;
        while (at < source.Length)
        {
            var next = source[at] == '<' ? at : source.IndexOf('<', at);
            if (next != at)
            {
                open.Peek().Children.Add(new() { Text = Decoded(source[at..(next < 0 ? source.Length : next)]) });
                if (next < 0)
                    break;
            }
            at = next;
            if (source.AsSpan(at).StartsWith("<!"))
            {
                at = source.IndexOf('>', at) + 1;
            }
            else if (source[at + 1] == '/')
            {
                var end = source.IndexOf('>', at);
                var closed = open.Pop();
                if (closed.Name != source[(at + 2)..end].Trim())
                    throw new FormatException($"<{closed.Name}> is closed by {source[at..(end + 1)]}.");
                at = end + 1;
            }
            else
            {
                at = Open(source, at + 1, open);
            }
        }
        return open.Count == 1 ? root : throw new FormatException($"<{open.Peek().Name}> is not closed.");
    }

    private static int Open(string source, int at, Stack<Html> open)
    {
        var name = Until(source, ref at, c => char.IsWhiteSpace(c) || c is '>' or '/');
        var element = new Html { Name = name };
        open.Peek().Children.Add(element);
        for (;;)
        {
            while (char.IsWhiteSpace(source[at]))
                at++;
            if (source[at] is '>' or '/')
                break;
            var attribute = Until(source, ref at, c => char.IsWhiteSpace(c) || c is '>' or '/' or '=');
            var value = "";
            if (source[at] == '=')
            {
                var quote = source[at + 1];
                at += 2;
                value = Until(source, ref at, c => c == quote);
                at++;
            }
            element.Attributes[attribute] = Decoded(value);
        }
        var closesItself = source[at] == '/';
        at = source.IndexOf('>', at) + 1;
        if (!closesItself && !Void.Contains(name))
            open.Push(element);
        return at;
    }

    private static string Until(string source, ref int at, Func<char, bool> ends)
    {
        var start = at;
        while (!ends(source[at]))
            at++;
        return source[start..at];
    }

    private static string Decoded(string text) => WebUtility.HtmlDecode(text.Replace("&ctdot;", "⋯", StringComparison.Ordinal));

    /// <summary>The same as markup of our own, built element by element.</summary>
    public Markup ToMarkup()
    {
        if (Text is not null)
            return Markup.Join(Text);
        if (Name.Length == 0)
            return Markup.Join(Children.Select(child => child.ToMarkup()));
        var element = Markup.El(Name);
        foreach (var (name, value) in Attributes)
            element.Attr(name, value);
        return element.Add(Children.Select(child => child.ToMarkup()));
    }

    /// <summary>One line an element or text: attributes in order of name, space only where a reader would see it.</summary>
    public string Normalised()
    {
        var lines = new StringBuilder();
        Write(lines, 0, isKept: false);
        return lines.ToString();
    }

    private void Write(StringBuilder lines, int depth, bool isKept)
    {
        for (var index = 0; index < Children.Count; index++)
        {
            var child = Children[index];
            if (child.Text is { } text)
            {
                var shown = isKept ? text : Shown(text, index > 0 && Children[index - 1].IsInline, index + 1 < Children.Count && Children[index + 1].IsInline);
                if (shown.Length > 0)
                    lines.Append(' ', depth * 2).Append('"').Append(shown).AppendLine("\"");
                continue;
            }
            lines.Append(' ', depth * 2).Append('<').Append(child.Name);
            foreach (var (name, value) in child.Attributes)
                lines.Append(' ').Append(name).Append('=').Append(name == "class" ? string.Join(' ', Words(value)) : value);
            lines.AppendLine(">");
            child.Write(lines, depth + 1, isKept || child.Name == "pre");
        }
    }

    private bool IsInline => Name is "a" or "strong" or "em" or "b" or "bdi"
        || (Name == "span" && (this["class"] is null or "nhsuk-u-visually-hidden"));

    private static string Shown(string text, bool afterInline, bool beforeInline)
    {
        var words = string.Join(' ', Words(text));
        if (words.Length == 0)
            return text.Length > 0 && afterInline && beforeInline ? " " : "";
        var before = afterInline && char.IsWhiteSpace(text[0]) ? " " : "";
        var after = beforeInline && char.IsWhiteSpace(text[^1]) ? " " : "";
        return before + words + after;
    }

    private static string[] Words(string text) =>
        text.Split([' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries);
}

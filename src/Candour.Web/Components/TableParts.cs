using System.Diagnostics.CodeAnalysis;

namespace Candour.Web.Components;

/// <summary>What the table shows; every table has one.</summary>
[SuppressMessage("Usage", "CA2225", Justification = "A text is a caption by being used as one.")]
public sealed record TableCaption
{
    public Markup? Text { get; init; }

    public string? Id { get; init; }

    /// <summary>s, m, l or xl.</summary>
    public string? Size { get; init; }

    public string? Classes { get; init; }

    public Caption? Caption { get; init; }

    public string? VisuallyHiddenText { get; init; }

    public static implicit operator TableCaption?(string? text) => text is null ? null : new() { Text = text };

    /// <summary>An id made from the words, for a scrolling region to be named by.</summary>
    internal string? Slug
    {
        get
        {
            var words = Text?.Plain?.Replace(' ', '-').ToLowerInvariant();
            return words is null ? null : $"table-{(words.Length > 40 ? words[..40] : words)}-caption";
        }
    }

    internal Heading At(string? id, bool isSortable)
    {
        var hidden = VisuallyHiddenText ?? (isSortable ? "Column headers are sortable" : null);
        return new()
        {
            Id = id, Text = Text, Size = Size, Sizes = ["s", "m", "l", "xl"], Classes = Classes, Element = "caption",
            ClassName = "nhsuk-table__caption", ClassPrefix = "nhsuk-table__caption--",
            Caption = Caption is null ? null : Caption with { Size = Caption.Size ?? Size },
            VisuallyHiddenText = hidden is null ? null : $"({hidden})",
        };
    }
}

/// <summary>What a header cell and a body cell have in common.</summary>
public abstract record AnyCell
{
    public Markup? Text { get; init; }

    public string? VisuallyHiddenText { get; init; }

    /// <summary>numeric: set to the right in figures of one width; string undoes it for one cell of a numeric column.</summary>
    public string? Format { get; init; }

    public string? Href { get; init; }

    /// <summary>left, centre or right.</summary>
    public string? Align { get; init; }

    public string? Width { get; init; }

    public int? Colspan { get; init; }

    public int? Rowspan { get; init; }

    public string? Classes { get; init; }

    public Attributes? Attributes { get; init; }

    internal Markup Words => Markup.Join(Text, string.IsNullOrEmpty(VisuallyHiddenText) ? null
        : Markup.Hidden(Text is null ? VisuallyHiddenText : " " + VisuallyHiddenText));

    internal Markup LinkedWords => Href is null ? Words : Markup.El("a", "nhsuk-link").Attr("href", Href).Add(Words);

    private protected Element Cell(string element, string? format, string? align, bool isResponsive)
    {
        var name = element == "th" ? "nhsuk-table__header" : "nhsuk-table__cell";
        var aligned = align is "left" or "centre" or "right" && Classes?.Contains("nhsuk-u-text-align-", StringComparison.Ordinal) != true;
        return Markup.El(element, name, format == "numeric" ? name + "--numeric" : null, aligned ? "nhsuk-u-text-align-" + align : null,
                Width is null ? null : "nhsuk-u-width-" + Width, Classes)
            .Attr("colspan", isResponsive ? null : Colspan?.ToString()).Attr("rowspan", Rowspan?.ToString());
    }
}

[SuppressMessage("Usage", "CA2225", Justification = "A text is a column by being used as one.")]
public sealed record TableHead : AnyCell
{
    /// <summary>ascending, descending or none; null: the column does not sort. With <see cref="AnyCell.Href"/> the server sorts.</summary>
    public string? Sort { get; init; }

    /// <summary>ascending or descending: what the first press does.</summary>
    public string? SortNext { get; init; }

    public static implicit operator TableHead?(string? text) => text is null ? null : new() { Text = text };

    internal Element Cell(bool isSortable, bool sortsOnServer, bool isResponsive)
    {
        var sorts = Sort is not null && isSortable;
        return Cell("th", Format, Align, isResponsive).Attr("scope", "col").Attr("role", isResponsive ? "columnheader" : null)
            .Flag("data-sort", sorts).Attr("data-sort-next", isSortable && !sortsOnServer ? SortNext : null)
            .Attr("aria-sort", sorts && Sort != "none" ? Sort : null).Attrs(Attributes).Add(LinkedWords);
    }
}

[SuppressMessage("Usage", "CA2225", Justification = "A text is a cell by being used as one.")]
public sealed record TableCell : AnyCell
{
    /// <summary>What to sort by when it is not what is shown.</summary>
    public string? SortValue { get; init; }

    public static implicit operator TableCell?(string? text) => text is null ? null : new() { Text = text };

    internal Element In(TableHead? head, bool isHeader, bool isResponsive)
    {
        var align = Align ?? (Format == "string" && head?.Format == "numeric" ? "right" : head?.Align);
        var cell = Cell(isHeader ? "th" : "td", Format ?? head?.Format, align, isResponsive).Attr("scope", isHeader ? "row" : null)
            .Attr("role", isResponsive ? isHeader ? "rowheader" : "cell" : null)
            .Attr("data-sort-value", SortValue).Attrs(Attributes);
        if (!isResponsive || head is null)
            return cell.Add(LinkedWords);
        // On a phone each cell carries its column's name; screen readers have it from the header already.
        var name = Markup.El("span", "nhsuk-table__heading").Attr("aria-hidden", "true").Add(head.Words, " ");
        return cell.Add(name, Text is null or { Plain: not null } ? LinkedWords : Markup.El("span").Add(LinkedWords));
    }
}

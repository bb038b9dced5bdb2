namespace Candour.Web.Components;

/// <summary>
/// A table. <see cref="Responsive"/> turns rows into cards on a phone; <see cref="Scroll"/> puts a wide one into a labelled region
/// that the keyboard can reach and move.
/// </summary>
public sealed record Table : Component
{
    public TableCaption? Caption { get; init; }

    public IReadOnlyList<TableHead?> Head { get; init; } = [];

    public IReadOnlyList<IReadOnlyList<TableCell?>> Rows { get; init; } = [];

    public bool FirstCellIsHeader { get; init; }

    public bool Responsive { get; init; }

    public bool Scroll { get; init; }

    public bool Compact { get; init; }

    public bool Striped { get; init; }

    public bool Border { get; init; } = true;

    public bool LastRowBorder { get; init; } = true;

    public string? Variant { get; init; }

    /// <summary>A card around the table.</summary>
    public Card? Card { get; init; }

    private bool IsSortable => Head.Any(head => head?.Sort is not null);

    private bool SortsOnServer => Head.Any(head => head?.Sort is not null && head.Href is not null);

    public override Markup? Render()
    {
        var captionId = Caption?.Id ?? (Scroll ? Id is null ? Caption?.Slug : Id + "-caption" : null);
        var name = ClassNames();
        var table = El("table", name).Attr("id", Id)
            .Attr("data-module", name.Contains("nhsuk-table--sortable", StringComparison.Ordinal) && !SortsOnServer ? "nhsuk-table" : null)
            .Attr("role", Responsive ? "table" : null).Attrs(Attributes)
            .Add(
                Caption?.At(captionId, name.Contains("nhsuk-table--sortable", StringComparison.Ordinal)),
                Head.Count == 0 ? null : El("thead", "nhsuk-table__head").Attr("role", Responsive ? "rowgroup" : null)
                    .Add(Row().Add(Head.Select(head => head?.Cell(IsSortable, SortsOnServer, Responsive)))),
                El("tbody", "nhsuk-table__body").Add(Rows.Select(row => Row().Add(row.Select(CellAt)))));
        Markup whole = Scroll ? new Scroll { Content = table, LabelledBy = captionId, Variant = Variant } : table;
        return Card is null ? whole : Card with { Content = whole };
    }

    private string ClassNames()
    {
        var all = Classes;
        var lines = !Border ? When(true, "nhsuk-table--no-border", all)
            : !LastRowBorder ? When(true, "nhsuk-table--no-last-row-border", all) : null;
        return Element.Joined("nhsuk-table", OneOf("nhsuk-table--", Variant, all, "reverse"), When(Compact, "nhsuk-table--compact", all),
            When(Responsive, "nhsuk-table--responsive", all), lines, When(IsSortable, "nhsuk-table--sortable", all),
            When(Striped, "nhsuk-table--striped", all), all);
    }

    private Element Row() => El("tr", "nhsuk-table__row").Attr("role", Responsive ? "row" : null);

    private Element? CellAt(TableCell? cell, int column)
    {
        var head = column < Head.Count ? Head[column] : null;
        return cell?.In(head, isHeader: column == 0 && FirstCellIsHeader, Responsive);
    }
}

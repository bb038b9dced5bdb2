using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Candour.Web.Components;

/// <summary>
/// <c>&lt;nhs-table caption="Waiting for a first talk" responsive="true"&gt;</c> around <c>nhs-column</c>s and <c>nhs-row</c>s.
/// </summary>
[HtmlTargetElement("nhs-table")]
public sealed class TableTagHelper : ComponentTagHelper
{
    public string Caption { get; set; } = "";

    public string? CaptionSize { get; set; }

    public bool CaptionHidden { get; set; }

    public bool FirstCellIsHeader { get; set; }

    public bool Responsive { get; set; }

    public bool Scroll { get; set; }

    public bool Compact { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var columns = Gather<TableHead>(context);
        var rows = Gather<IReadOnlyList<TableCell?>>(context);
        await output.GetChildContentAsync();
        Write(output, new Table
        {
            Id = Take(output, "id"), Classes = Take(output, "class"),
            Caption = new() { Text = Caption, Size = CaptionSize, Classes = CaptionHidden ? "nhsuk-u-visually-hidden" : null },
            Head = columns.All, Rows = rows.All, FirstCellIsHeader = FirstCellIsHeader, Responsive = Responsive, Scroll = Scroll, Compact = Compact,
            Attributes = Rest(output),
        });
    }
}

/// <summary><c>&lt;nhs-column sort="ascending" href="?sort=name"&gt;Name&lt;/nhs-column&gt;</c>; <c>sort="none"</c> for a column that can sort.</summary>
[HtmlTargetElement("nhs-column", ParentTag = "nhs-table")]
public sealed class ColumnTagHelper : ComponentTagHelper
{
    public bool Numeric { get; set; }

    public string? Sort { get; set; }

    public string? Href { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        GatheredBy<TableHead>(context, "nhs-column", "nhs-table").All.Add(new()
        {
            Text = await ContentOf(output), Format = Numeric ? "numeric" : null, Sort = Sort, Href = Href, Classes = Take(output, "class"),
            VisuallyHiddenText = Sort is "ascending" or "descending" ? $"sorted {Sort}" : Sort is null ? null : "sort by this",
            Attributes = Rest(output),
        });
        output.SuppressOutput();
    }
}

[HtmlTargetElement("nhs-row", ParentTag = "nhs-table")]
public sealed class RowTagHelper : ComponentTagHelper
{
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var rows = GatheredBy<IReadOnlyList<TableCell?>>(context, "nhs-row", "nhs-table");
        var cells = Gather<TableCell>(context);
        await output.GetChildContentAsync();
        rows.All.Add(cells.All);
        output.SuppressOutput();
    }
}

[HtmlTargetElement("nhs-cell", ParentTag = "nhs-row")]
public sealed class CellTagHelper : ComponentTagHelper
{
    public string? Href { get; set; }

    public int? Colspan { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        GatheredBy<TableCell>(context, "nhs-cell", "nhs-row").All.Add(new()
        {
            Text = await ContentOf(output), Href = Href, Colspan = Colspan, Classes = Take(output, "class"), Attributes = Rest(output),
        });
        output.SuppressOutput();
    }
}

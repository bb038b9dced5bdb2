using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Candour.Web.Components;

/// <summary>How a list is sorted by the server: by which column, which way. Both stand in the address, with the list's filters.</summary>
/// <param name="Address">Of the list with its filters, ending in '?' or '&amp;'.</param>
/// <param name="StartsDown">Whether the first press on a column puts the largest first: days waited, the longest first.</param>
public sealed record Sorting<TColumn>(TColumn By, bool Down, string Address, Func<TColumn, bool> StartsDown)
    where TColumn : struct, Enum
{
    /// <summary>For <c>aria-sort</c>: ascending, descending or none.</summary>
    public string State(TColumn column) => !Is(column) ? "none" : Down ? "descending" : "ascending";

    /// <summary>Sorted by this column; by the one it is sorted by already, the other way round. Begins at the first page.</summary>
    public string To(TColumn column) => Address + Query(column, Is(column) ? !Down : StartsDown(column));

    /// <summary>What keeps the order on the next page.</summary>
    public string Kept => Query(By, Down);

    private bool Is(TColumn column) => EqualityComparer<TColumn>.Default.Equals(column, By);

    private static string Query(TColumn column, bool down) => $"sort={column}&down={(down ? "true" : "false")}";
}

/// <inheritdoc cref="Sorting{TColumn}"/>
public static class Sorting
{
    /// <summary>As asked for in the address; without a way, as the first press on the column would.</summary>
    public static Sorting<TColumn> Asked<TColumn>(TColumn by, bool? down, string address, Func<TColumn, bool> startsDown)
        where TColumn : struct, Enum => new(by, down ?? startsDown(by), address, startsDown);
}

/// <summary>
/// <c>&lt;candour-order&gt;</c> around <c>candour-order-by</c>s: the same choices as the links in the column heads, for a narrow
/// screen, where a table has no heads.
/// </summary>
[HtmlTargetElement("candour-order")]
public sealed class OrderTagHelper : ComponentTagHelper
{
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var choices = Gather<Markup>(context);
        await output.GetChildContentAsync();
        Write(output, new OrderLine { Choices = choices.All });
    }
}

/// <summary><c>&lt;candour-order-by sort="ascending" href="…"&gt;last name&lt;/candour-order-by&gt;</c></summary>
[HtmlTargetElement("candour-order-by", ParentTag = "candour-order")]
public sealed class OrderByTagHelper : ComponentTagHelper
{
    public string Sort { get; set; } = "none";

    public string Href { get; set; } = "";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var link = Markup.El("a", "nhsuk-link").Attr("href", Href).Add(await ContentOf(output));
        GatheredBy<Markup>(context, "candour-order-by", "candour-order").All.Add(
            Sort == "none" ? link : link.Attr("aria-current", "true").Add(Markup.Hidden($", sorted {Sort}, press to turn round")));
        output.SuppressOutput();
    }
}

/// <summary>"Order by: last name · waited".</summary>
internal sealed record OrderLine : Component
{
    public required IReadOnlyList<Markup> Choices { get; init; }

    public override Markup? Render() => El("p", "nhsuk-body-s", "candour-narrow")
        .Add("Order by: ", Join(Choices.SelectMany((choice, i) => i == 0 ? [choice] : new Markup?[] { " · ", choice })));
}

using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Candour.Web.Components;

/// <summary>Questions and answers, or names and values, with a way to change each.</summary>
public sealed record SummaryList : Component
{
    public IReadOnlyList<SummaryRow?> Rows { get; init; } = [];

    public bool Border { get; init; } = true;

    public bool LastRowBorder { get; init; } = true;

    /// <summary>A card around the list.</summary>
    public Card? Card { get; init; }

    public override Markup? Render()
    {
        var rows = Rows.OfType<SummaryRow>().ToArray();
        var hasActions = rows.Any(row => row.Actions.Count > 0);
        var borders = !Border ? When(true, "nhsuk-summary-list--no-border", Classes)
            : !LastRowBorder ? When(true, "nhsuk-summary-list--no-last-row-border", Classes) : null;
        var list = El("dl", "nhsuk-summary-list", borders, Classes).Attr("id", Id).Attrs(Attributes)
            .Add(rows.Select((row, index) => row.In(this, hasActions, isLast: index == rows.Length - 1)));
        return Card is null ? list : Card with { Content = list };
    }
}

public sealed record SummaryRow
{
    public Markup? Key { get; init; }

    public Markup? Value { get; init; }

    /// <summary>one-half, one-third…</summary>
    public string? KeyWidth { get; init; }

    public bool Border { get; init; } = true;

    public string? Id { get; init; }

    public string? Classes { get; init; }

    public IReadOnlyList<CardAction> Actions { get; init; } = [];

    internal Markup In(SummaryList list, bool hasActions, bool isLast)
    {
        var bordersAreOff = list.Classes?.Contains("nhsuk-summary-list--no-", StringComparison.Ordinal) == true || (!list.LastRowBorder && isLast);
        var subject = list.Card?.Heading?.Text;
        return Markup.El("div", "nhsuk-summary-list__row", hasActions && Actions.Count == 0 ? "nhsuk-summary-list__row--no-actions" : null,
                !Border && !bordersAreOff ? "nhsuk-summary-list__row--no-border" : null, Classes)
            .Attr("id", Id).Add(
                Markup.El("dt", "nhsuk-summary-list__key", KeyWidth is null ? null : "nhsuk-u-width-" + KeyWidth).Add(Key),
                Markup.El("dd", "nhsuk-summary-list__value").Add(Value),
                Actions switch
                {
                    [] => null,
                    [var one] => Markup.El("dd", "nhsuk-summary-list__actions").Add(one.About(subject)),
                    _ => Markup.El("dd", "nhsuk-summary-list__actions").Add(Markup.El("ul", "nhsuk-summary-list__actions-list")
                        .Add(Actions.Select(each => Markup.El("li", "nhsuk-summary-list__actions-list-item").Add(each.About(subject))))),
                });
    }
}

/// <summary><c>&lt;nhs-summary-list&gt;</c> around <c>nhs-summary-row</c>s.</summary>
[HtmlTargetElement("nhs-summary-list")]
public sealed class SummaryListTagHelper : ComponentTagHelper
{
    public bool Border { get; set; } = true;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var rows = Gather<SummaryRow>(context);
        await output.GetChildContentAsync();
        Write(output, new SummaryList { Id = Take(output, "id"), Classes = Take(output, "class"), Rows = rows.All, Border = Border, Attributes = Rest(output) });
    }
}

/// <summary>
/// <c>&lt;nhs-summary-row key="Name" change="/refer/name" what="your name"&gt;Amira Testwell&lt;/nhs-summary-row&gt;</c>; screen readers
/// hear "Change your name".
/// </summary>
[HtmlTargetElement("nhs-summary-row", ParentTag = "nhs-summary-list")]
public sealed class SummaryRowTagHelper : ComponentTagHelper
{
    public string Key { get; set; } = "";

    /// <summary>The address where it is changed; null when it cannot be.</summary>
    public string? Change { get; set; }

    /// <summary>What is changed, as after "Change"; the key in small letters if left out.</summary>
    public string? What { get; set; }

    /// <summary>The word of the link.</summary>
    public string Act { get; set; } = "Change";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        GatheredBy<SummaryRow>(context, "nhs-summary-row", "nhs-summary-list").All.Add(new()
        {
            Key = Key, Value = await ContentOf(output), Id = Take(output, "id"), Classes = Take(output, "class"),
            Actions = Change is null ? [] : [new CardAction { Text = Act, Href = Change, VisuallyHiddenText = What ?? Key.ToLowerInvariant() }],
        });
        output.SuppressOutput();
    }
}

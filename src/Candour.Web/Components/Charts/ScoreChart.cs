using Candour.Clinical;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Candour.Web.Components.Charts;

/// <summary>
/// Scores over time: a sentence, a picture (drawn twice, for wide and narrow screens), what its marks mean, and the same
/// figures in a table. One series feeds them all.
/// </summary>
public sealed record ScoreChart(ChartSeries Series, DateOnly Today) : Component
{
    /// <summary>What the picture shows: "8 now, 18 at the start." It stands above the picture.</summary>
    public required Markup Sentence { get; init; }

    /// <summary>Who answered, for the meaning of the marks: "Amy", or "you".</summary>
    public required string Who { get; init; }

    /// <summary>The table is shown, not folded away.</summary>
    public bool TableOpen { get; init; }

    public override Markup? Render()
    {
        if (Series.Points.Count == 0)
            return null;
        var prefix = Id ?? "chart-" + FieldTagHelper.IdOf(Series.Instrument).ToLowerInvariant();
        return Join(
            El("p").Add(Sentence),
            new ScoreDrawing(ScoreLayout.Of(Series, isWide: true), prefix + "-wide"),
            new ScoreDrawing(ScoreLayout.Of(Series, isWide: false), prefix + "-narrow"),
            El("p", "nhsuk-body-s").Add(Marks()),
            TableOpen ? Table() : new Details { Id = "scores-table", Summary = "The same scores as a table, with how each was answered", Content = Table() });
    }

    /// <summary>Only the marks that are in the picture.</summary>
    private string Marks() => string.Join(" · ", Series.Points.Select(point => point.Value is null ? ChartMark.None : point.Mark).Distinct().Order().Select(mark => mark switch
    {
        ChartMark.Before => $"● answered by {Who} before the session",
        ChartMark.Late => "○ late: after it began",
        ChartMark.Staff => "■ entered by staff",
        ChartMark.Repeat => "✕ repeat, kept, not counted",
        ChartMark.NotHeld => "◇ the session did not take place, not counted",
        _ => "dotted line: no answer",
    }));

    private Table Table() => new()
    {
        Caption = new() { Text = $"{Series.Plain} ({Series.Instrument}), 0 to {Series.Top}", Size = "s" },
        Compact = true, FirstCellIsHeader = true, Head = ["Day", new TableHead { Text = "Score", Format = "numeric" }, "How it was answered"],
        Rows = [.. Series.Points.Select((point, index) => (IReadOnlyList<TableCell?>)
        [
            new TableCell { Text = Words.Day(point.Day, Today), Href = point.Href },
            point.Value is { } value ? point.Mark == ChartMark.Repeat ? $"{value} repeat" : $"{value}" : "none",
            Series.BreakBefore(index) is { } gap ? $"{point.How}. {gap} after the one before" : point.How,
        ])],
    };
}

/// <summary><c>&lt;candour-score-chart series="Model.Phq9" today="Model.Today" who="Amy"&gt;8 now, 18 at the start.&lt;/candour-score-chart&gt;</c></summary>
[HtmlTargetElement("candour-score-chart")]
public sealed class ScoreChartTagHelper : ComponentTagHelper
{
    public ChartSeries Series { get; set; } = null!;

    public DateOnly Today { get; set; }

    public string Who { get; set; } = "you";

    public bool TableOpen { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output) => Write(output, new ScoreChart(Series, Today)
    {
        Id = Take(output, "id"), Sentence = await ContentOf(output) ?? Markup.Join(), Who = Who, TableOpen = TableOpen,
    });
}

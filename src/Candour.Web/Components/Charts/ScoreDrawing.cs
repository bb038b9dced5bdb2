using System.Globalization;

namespace Candour.Web.Components.Charts;

/// <summary>One drawing of a score chart, 720 or 360 units wide, in SVG without any inline style.</summary>
internal sealed record ScoreDrawing(ScoreLayout Layout, string Prefix) : Component
{
    private const string Blue = "#005eb8";
    private const string Ink = "#212b32";
    private const string Grey = "#4c6272";
    private const string Light = "#d8dde0";

    public override Markup? Render()
    {
        var series = Layout.Series;
        var (title, description) = (Prefix + "-title", Prefix + "-description");
        return El("svg", "candour-chart", Layout.IsWide ? "candour-chart--wide" : "candour-chart--narrow")
            .Attr("viewBox", $"0 0 {Layout.Width} {ScoreLayout.Height}").Attr("role", "img").Attr("aria-labelledby", $"{title} {description}")
            .Add(El("title").Attr("id", title).Add($"{series.Plain}: {series.Instrument} scores over time"))
            .Add(El("desc").Attr("id", description).Add("The same numbers are in the table below."))
            .Add(Layout.GridLines.SelectMany(Grid)).Add(CutOff()).Add(Layout.Breaks.SelectMany(BreakOf))
            .Add(Lines()).Add(Layout.Marks.Select(RepeatLine)).Add(Layout.Marks.SelectMany(Labels)).Add(Layout.Marks.Select(MarkOf));
    }

    private IEnumerable<Markup> Grid(int value)
    {
        var y = Layout.Y(value);
        yield return Line(ScoreLayout.Left, y, Layout.Right, y).Attr("stroke", Light);
        yield return Text(ScoreLayout.Left - 8, y + 5, $"{value}", "end").Attr("class", "candour-chart__scale");
    }

    private Markup? CutOff()
    {
        if (Layout.CutOffY is not { } y)
            return null;
        var words = Layout.IsWide ? [$"Cut-off: {Layout.Series.CutOff} or more", "counts as “a case”"] : new[] { "cut-off" };
        return Markup.Join(
            Line(ScoreLayout.Left, y, Layout.Right, y).Attr("stroke", Ink).Attr("stroke-width", "2").Attr("stroke-dasharray", "8 5"),
            Markup.Join(words.Select((line, index) => Text(Layout.Right + 6, y + (words.Length == 1 ? 5 : -4) + (index * 20), line, "start"))));
    }

    /// <summary>Two strokes across the axis, and how long it was.</summary>
    private IEnumerable<Markup> BreakOf(Break gap)
    {
        var y = ScoreLayout.Bottom;
        yield return Line(gap.X - 7, y + 7, gap.X - 1, y - 7).Attr("stroke", Ink).Attr("stroke-width", "2");
        yield return Line(gap.X + 1, y + 7, gap.X + 7, y - 7).Attr("stroke", Ink).Attr("stroke-width", "2");
        yield return Text(gap.X, y - (gap.IsRaised ? 34 : 14), gap.Words, "middle", haloed: true);
    }

    /// <summary>Joins first administrations; dotted across a session without one.</summary>
    private IEnumerable<Markup> Lines()
    {
        Placed? before = null;
        var isDotted = false;
        foreach (var mark in Layout.Marks.Where(mark => mark.Point.Mark is not (ChartMark.Repeat or ChartMark.NotHeld)))
        {
            if (mark.Point.Value is null)
            {
                isDotted = true;
                continue;
            }
            if (before is not null)
                yield return Line(before.X, before.Y, mark.X, mark.Y).Attr("stroke", Blue).Attr("stroke-width", isDotted ? "2" : "3")
                    .Attr("stroke-dasharray", isDotted ? "2 6" : null);
            (before, isDotted) = (mark, false);
        }
    }

    private Element? RepeatLine(Placed repeat)
    {
        if (repeat.Point.Mark != ChartMark.Repeat)
            return null;
        var first = Layout.Marks.TakeWhile(mark => mark != repeat).LastOrDefault(mark => mark.Point.Mark is not (ChartMark.Repeat or ChartMark.NotHeld) && mark.Point.Value is not null);
        return first is null ? null : Line(first.X, first.Y, repeat.X, repeat.Y).Attr("stroke", Grey);
    }

    private Element? MarkOf(Placed mark) => mark.Point.Mark switch
    {
        _ when mark.Point.Value is null => null,
        ChartMark.Before => Circle(mark).Attr("fill", Blue),
        ChartMark.Late => Circle(mark).Attr("fill", "#fff").Attr("stroke", Blue).Attr("stroke-width", "3"),
        ChartMark.Staff => El("rect", "candour-chart__mark").Attr("x", N(mark.X - 7)).Attr("y", N(mark.Y - 7))
            .Attr("width", "14").Attr("height", "14").Attr("fill", Blue),
        ChartMark.NotHeld => El("path", "candour-chart__mark").Attr("d", $"M{N(mark.X)} {N(mark.Y - 9)}l9 9l-9 9l-9 -9z").Attr("fill", "#fff")
            .Attr("stroke", Grey).Attr("stroke-width", "3"),
        _ => El("path", "candour-chart__mark").Attr("d", $"M{N(mark.X - 6)} {N(mark.Y - 6)}l12 12m0-12l-12 12").Attr("fill", "none")
            .Attr("stroke", Grey).Attr("stroke-width", "3"),
    };

    private IEnumerable<Markup> Labels(Placed mark)
    {
        var (point, x) = (mark.Point, mark.X);
        if (point.Mark == ChartMark.Repeat)
        {
            yield return Text(x, mark.Y + 26, $"{point.Value} repeat", "middle", haloed: true);
            yield break;
        }
        if (point.Value is null)
            yield return Text(x, ScoreLayout.Bottom - 10, "none", "middle", haloed: true);
        else if (mark.ShowsNumber)
            yield return Text(x, mark.Y - 13, $"{point.Value}", "middle", haloed: true).Attr("font-weight", "bold").Attr("class", "candour-chart__number");
        var word = point.Mark switch { ChartMark.Late => "late", ChartMark.Staff => "staff", ChartMark.NotHeld => "not held", _ => null };
        if (word is not null && point.Value is not null)
            yield return Text(x, mark.Y - 33, word, "middle", haloed: true);
        if (!mark.ShowsDate)
            yield break;
        yield return Text(x, ScoreLayout.Bottom + 26, $"{point.Day.Day}", "middle");
        yield return Text(x, ScoreLayout.Bottom + 46, point.Day.ToString("MMM", CultureInfo.GetCultureInfo("en-GB"))[..3], "middle");
    }

    private static Element Circle(Placed mark) =>
        El("circle", "candour-chart__mark").Attr("cx", N(mark.X)).Attr("cy", N(mark.Y)).Attr("r", "7");

    private static Element Line(double x1, double y1, double x2, double y2) =>
        El("line").Attr("x1", N(x1)).Attr("y1", N(y1)).Attr("x2", N(x2)).Attr("y2", N(y2));

    /// <summary>Always level; with a halo of the ground colour where it can cross a line.</summary>
    private Element Text(double x, double y, string words, string anchor, bool haloed = false)
    {
        var text = El("text").Attr("x", N(x)).Attr("y", N(y)).Attr("text-anchor", anchor).Attr("font-size", $"{Layout.TextSize}").Attr("fill", Ink);
        if (haloed)
            text.Attr("stroke", "#fff").Attr("stroke-width", "5").Attr("paint-order", "stroke");
        return text.Add(words);
    }

    private static string N(double number) => Math.Round(number, 2).ToString(CultureInfo.InvariantCulture);
}

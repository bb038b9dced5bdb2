using System.Globalization;
using Candour.Web.Components;
using Candour.Web.Components.Charts;

namespace Candour.Web.Tests.Components.Charts;

/// <summary>Reads the picture back: what stands where must be what the table says.</summary>
public sealed class ScoreChartTests
{
    public static TheoryData<string, bool> Drawings { get; } = new()
    {
        { "wide", true }, { "narrow", true }, { "wide", false }, { "narrow", false },
    };

    [Theory]
    [MemberData(nameof(Drawings))]
    public void Every_mark_stands_at_its_value_on_the_scale(string width, bool isSeven)
    {
        var series = isSeven ? Examples.SevenSessions : Examples.TwentySessions;
        var svg = Drawing(series, width);
        var scale = svg.All.Where(each => each.Is("text", "candour-chart__scale"))
            .Select(each => (Value: double.Parse(each.AllText, CultureInfo.InvariantCulture), Y: Number(each, "y") - 5)).ToArray();
        var perPoint = (scale[^1].Y - scale[0].Y) / (scale[^1].Value - scale[0].Value);
        var read = Marks(svg).Select(mark => Math.Round((mark.Y - scale[0].Y) / perPoint, 1)).ToArray();
        read.ShouldBe(series.Points.Where(point => point.Value is not null).Select(point => (double)point.Value!));
    }

    [Theory]
    [InlineData("wide", 720)]
    [InlineData("narrow", 360)]
    public void A_drawing_has_its_width_and_keeps_inside_it(string width, int units)
    {
        foreach (var series in new[] { Examples.SevenSessions, Examples.TwentySessions })
        {
            var svg = Drawing(series, width);
            svg["viewBox"].ShouldBe($"0 0 {units} 360");
            Marks(svg).ShouldAllBe(mark => mark.X > 44 && mark.X < units && mark.Y > 0 && mark.Y < 300);
            svg.All.Where(each => each.Name == "text").ShouldAllBe(each => Number(each, "x") >= 0 && Number(each, "x") <= units);
            svg.All.Where(each => each.Name == "text").ShouldAllBe(each => Number(each, "font-size") >= 17);
        }
    }

    [Fact]
    public void Each_kind_of_mark_has_its_shape_and_its_word()
    {
        var svg = Drawing(Examples.SevenSessions, "wide");
        svg.All.Count(each => each.Name == "circle" && each["fill"] != "#fff").ShouldBe(4);
        svg.All.Count(each => each.Name == "circle" && each["fill"] == "#fff").ShouldBe(1);
        svg.All.Count(each => each.Name == "rect").ShouldBe(1);
        svg.All.Count(each => each.Name == "path").ShouldBe(1);
        var words = svg.All.Where(each => each.Name == "text").Select(each => each.AllText).ToArray();
        words.ShouldContain("late");
        words.ShouldContain("staff");
        words.ShouldContain("11 repeat");
        words.ShouldContain("none");
        words.ShouldContain("41 days");
        words.ShouldContain("Cut-off: 10 or more");
    }

    [Fact]
    public void The_line_joins_first_administrations_and_is_dotted_across_a_gap()
    {
        var lines = Drawing(Examples.SevenSessions, "wide").All.Where(each => each.Name == "line" && each["stroke"] == "#005eb8").ToArray();
        lines.Count(line => line["stroke-dasharray"] is null).ShouldBe(4);
        lines.Count(line => line["stroke-dasharray"] is not null).ShouldBe(1);
    }

    [Fact]
    public void The_cut_off_lies_between_the_last_total_that_is_no_case_and_the_first_that_is()
    {
        var layout = ScoreLayout.Of(Examples.SevenSessions, isWide: true);
        layout.CutOffY!.Value.ShouldBeInRange(layout.Y(10), layout.Y(9));
    }

    [Theory]
    [InlineData(27)]
    [InlineData(21)]
    [InlineData(80)]
    [InlineData(30)]
    [InlineData(8)]
    public void There_are_at_most_ten_grid_lines(int top) =>
        ScoreLayout.Of(Examples.SevenSessions with { Top = top }, isWide: true).GridLines.Count().ShouldBeInRange(3, 10);

    [Fact]
    public void Sessions_are_evenly_spaced_and_a_wait_takes_more_room()
    {
        var x = ScoreLayout.Of(Examples.SevenSessions, isWide: true).Marks.Where(mark => mark.Point.Mark != ChartMark.Repeat).Select(mark => mark.X).ToArray();
        var steps = x.Zip(x.Skip(1), (before, after) => after - before).ToArray();
        steps[1..].ShouldAllBe(step => Math.Abs(step - steps[1]) < 0.1);
        steps[0].ShouldBe(steps[1] * 1.9, 0.1);
    }

    [Fact]
    public void The_table_says_the_same_and_how_each_was_answered()
    {
        var chart = Whole(Examples.SevenSessions);
        var rows = chart.All.Single(each => each.Name == "tbody").Children.Select(row => string.Join(" | ", row.Children.Select(cell => cell.AllText))).ToArray();
        rows.Length.ShouldBe(8);
        rows[0].ShouldBe("3 September | 18 | Amy, phone, 21 hours before");
        rows[1].ShouldBe("14 October | 17 | Amy, phone, 2 hours before. 41 days after the one before");
        rows[3].ShouldStartWith("21 October | 11 repeat | repeat: staff");
        rows[5].ShouldBe("4 November | none | none: no signal");
    }

    [Fact]
    public void The_sentence_comes_first_then_two_pictures_with_names_then_the_table()
    {
        var chart = Whole(Examples.SevenSessions);
        chart.Children.Where(each => each.Text is null).Select(each => each.Name).ShouldBe(["p", "svg", "svg", "p", "details"]);
        chart.Children.Where(each => each.Name == "svg").ShouldAllBe(svg => svg["role"] == "img" && svg["aria-labelledby"] != null);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Numbers_and_dates_never_run_into_one_another_and_the_latest_is_shown(bool isWide)
    {
        foreach (var series in new[] { Examples.SevenSessions, Examples.TwentySessions })
        {
            var marks = ScoreLayout.Of(series, isWide).Marks;
            (marks[^1].ShowsNumber, marks[^1].ShowsDate).ShouldBe((true, true));
            Gaps(marks.Where(mark => mark.ShowsDate)).ShouldAllBe(gap => gap >= 36);
            Gaps(marks.Where(mark => mark.ShowsNumber && mark.Point.Value is not null)).ShouldAllBe(gap => gap >= 24);
        }
    }

    private static double[] Gaps(IEnumerable<Placed> marks) => [.. marks.Zip(marks.Skip(1), (one, next) => next.X - one.X)];

    [Fact]
    public void One_score_has_no_line_and_no_scores_have_no_chart()
    {
        var one = Examples.SevenSessions with { Points = [Examples.SevenSessions.Points[0]] };
        Drawing(one, "wide").All.ShouldNotContain(each => each.Name == "line" && each["stroke"] == "#005eb8");
        Whole(Examples.SevenSessions with { Points = [] }).Children.ShouldBeEmpty();
    }

    private static Html Whole(ChartSeries series) =>
        Html.Parse(MarkupTests.Written(new ScoreChart(series, new DateOnly(2026, 11, 22)) { Sentence = Markup.Join("8 now, 18 at the start."), Who = "Amy" }));

    private static Html Drawing(ChartSeries series, string width) => Whole(series).All.Single(each => each.Is("svg", "candour-chart--" + width));

    private static (double X, double Y)[] Marks(Html svg) => [.. svg.All.Where(each => each.Is(each.Name, "candour-chart__mark")).Select(mark => mark.Name switch
    {
        "circle" => (Number(mark, "cx"), Number(mark, "cy")),
        "rect" => (Number(mark, "x") + 7, Number(mark, "y") + 7),
        _ => FromPath(mark["d"]!),
    })];

    private static (double, double) FromPath(string path)
    {
        var start = path[1..path.IndexOf('l', StringComparison.Ordinal)].Split(' ');
        return (double.Parse(start[0], CultureInfo.InvariantCulture) + 6, double.Parse(start[1], CultureInfo.InvariantCulture) + 6);
    }

    private static double Number(Html element, string attribute) => double.Parse(element[attribute]!, CultureInfo.InvariantCulture);
}

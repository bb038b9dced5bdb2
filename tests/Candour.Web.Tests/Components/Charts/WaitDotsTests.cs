using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using Candour.Web.Components.Charts;

namespace Candour.Web.Tests.Components.Charts;

public sealed class WaitDotsTests
{
    [Fact]
    public void The_drawing_read_back_is_the_table()
    {
        var waited = WeeksWaited.Of(new Dictionary<int, int> { [0] = 3, [5] = 80, [9] = 1, [60] = 2 });
        var wide = Svg(waited, "wide");
        // The widest row decides how many people a dot is: 80 in at most 36 dots.
        wide.ShouldContain("Each dot is 3 people; the last of a row may be fewer.");
        var rows = Regex.Matches(wide, "<circle cx=\"(?<x>[0-9]+)\" cy=\"(?<y>[0-9]+)\"").GroupBy(m => int.Parse(m.Groups["y"].Value, null)).OrderBy(g => g.Key).Select(g => (g.Key, Dots: g.Count())).ToList();
        rows.Select(r => r.Dots).ShouldBe([1, 27, 1, 1]);
        waited.Bands.SelectMany(b => b.ByWeek).ToList().ShouldBe([3, 0, 0, 0, 0, 80, 0, 0, 0, 1, 0, 0]);
        waited.Bands.Select(b => (b.Name, b.People)).ShouldBe([("0 to 3 weeks", 3), ("4 to 7 weeks", 80), ("8 to 11 weeks", 1), ("52 weeks or more", 2)]);
        waited.People.ShouldBe(86);
        waited.InWords.ShouldBe("86 people wait here. The most, 80, have waited 4 to 7 weeks.");

        var bars = Regex.Matches(Svg(waited, "narrow"), "<rect [^>]*width=\"(?<w>[0-9.]+)\"").Select(m => double.Parse(m.Groups["w"].Value, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        bars.Select(w => Math.Round(w / bars.Max() * 80)).ShouldBe([3.0, 80, 1, 2]);
    }

    [Fact]
    public void No_mark_runs_out_of_the_drawing_and_every_row_carries_its_number()
    {
        foreach (var most in new[] { 1, 36, 37, 4_000 })
        {
            var waited = WeeksWaited.Of(new Dictionary<int, int> { [3] = most });
            var wide = Svg(waited, "wide");
            Regex.Matches(wide, "cx=\"(?<x>[0-9]+)\"").Max(m => int.Parse(m.Groups["x"].Value, null)).ShouldBeLessThan(672);
            wide.ShouldContain($">{most}</text>");
            wide.ShouldContain(">3 weeks</text>");
        }
    }

    [Fact]
    public void Nobody_waiting_is_no_picture() => new WaitDots(WeeksWaited.Of(new Dictionary<int, int>())).Render().ShouldBeNull();

    private static string Svg(WeeksWaited waited, string kind)
    {
        using var writer = new StringWriter();
        new WaitDots(waited).WriteTo(writer, HtmlEncoder.Default);
        return Regex.Match(writer.ToString(), $"<svg class=\"candour-chart candour-chart--{kind}\".*?</svg>", RegexOptions.Singleline).Value;
    }
}

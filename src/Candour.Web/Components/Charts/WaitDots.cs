using System.Globalization;

namespace Candour.Web.Components.Charts;

/// <summary>
/// Who waits, drawn twice: on a wide screen a row of dots for each week waited, on a narrow one a bar for each four weeks. Each
/// row carries its number; the same figures stand in a table under it.
/// </summary>
public sealed record WaitDots(WeeksWaited Waited) : Component
{
    private const string Blue = "#005eb8", Ink = "#212b32";
    private const int Left = 160, RowHeight = 24, DotEvery = 14, MostDots = 36;

    private int PerDot => Math.Max(1, (int)Math.Ceiling(Waited.Weeks.Max(w => w.People) / (double)MostDots));

    public override Markup? Render() => Waited.Bands.Count == 0 ? null : Join(Wide(), Narrow());

    private Element Wide()
    {
        var weeks = Waited.Weeks.ToList();
        var key = PerDot == 1 ? "Each dot is one person." : $"Each dot is {PerDot} people; the last of a row may be fewer.";
        return Drawing("wide", 720, (weeks.Count * RowHeight) + 32)
            .Add(Text(0, 18, key, 17, "start"))
            .Add(weeks.SelectMany((week, row) => Row(week.Name, week.People, 32 + (row * RowHeight))));
    }

    private IEnumerable<Markup> Row(string name, int people, int top)
    {
        var dots = (people + PerDot - 1) / PerDot;
        yield return Text(Left - 14, top + 17, name, 17, "end");
        for (var i = 0; i < dots; i++)
            yield return El("circle").Attr("cx", N(Left + (i * DotEvery))).Attr("cy", N(top + 12)).Attr("r", "5").Attr("fill", Blue);
        yield return Text(Left + (dots * DotEvery) + 2, top + 17, $"{people}", 17, "start");
    }

    private Element Narrow()
    {
        const int width = 360, height = 52;
        var most = Math.Max(1, Waited.Bands.Max(band => band.People));
        return Drawing("narrow", width, Waited.Bands.Count * height).Add(Waited.Bands.SelectMany((band, row) => (Markup[])
        [
            Text(0, (row * height) + 18, $"{band.Name}: {band.People}", 16, "start"),
            El("rect").Attr("x", "1").Attr("y", N((row * height) + 26)).Attr("width", N(Math.Round((width - 2) * (band.People / (double)most), 1)))
                .Attr("height", "16").Attr("fill", Blue),
        ]));
    }

    private static Element Drawing(string kind, int width, int height) =>
        El("svg", "candour-chart", $"candour-chart--{kind}").Attr("viewBox", $"0 0 {width} {height}").Attr("role", "img")
            .Attr("aria-labelledby", $"dots-{kind}-title dots-{kind}-description")
            .Add(El("title").Attr("id", $"dots-{kind}-title").Add("People by weeks waited since referral"))
            .Add(El("desc").Attr("id", $"dots-{kind}-description").Add("The same numbers are in the table below."));

    private static Element Text(double x, double y, string words, int size, string anchor) => El("text").Attr("x", N(x)).Attr("y", N(y))
        .Attr("font-size", $"{size}").Attr("text-anchor", anchor).Attr("fill", Ink).Add(words);

    private static string N(double number) => number.ToString(CultureInfo.InvariantCulture);
}

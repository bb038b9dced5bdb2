using System.Globalization;
using Candour.Clinical;
using Candour.Clinical.Pathways.Readings;

namespace Candour.Web.Components.Charts;

/// <summary>
/// Parts of the way, a bar each, all to one scale: dark to the day within which half have it, light to the day within which
/// 9 in 10 have it. Drawn twice, for wide and narrow screens. The same figures stand in a table under it.
/// </summary>
public sealed record WaitBars(IReadOnlyList<(string Name, HowLong Wait)> Parts) : Component
{
    private const string Blue = "#005eb8", Light = "#aeb7bd", Ink = "#212b32";
    private const double BarHeight = 20;

    public override Markup? Render() => Parts.Any(p => p.Wait.Half is not null) ? Join(Drawing(720, isWide: true), Drawing(360, isWide: false)) : null;

    private double Longest => Math.Max(1, Parts.Max(p => p.Wait.NineInTen ?? p.Wait.Half ?? 0));

    private Element Drawing(int width, bool isWide)
    {
        var id = isWide ? "waits-wide" : "waits-narrow";
        var height = isWide ? 92.0 : 116.0;
        return El("svg", "candour-chart", isWide ? "candour-chart--wide" : "candour-chart--narrow")
            .Attr("viewBox", $"0 0 {width} {N(Parts.Count * height)}").Attr("role", "img").Attr("aria-labelledby", $"{id}-title {id}-description")
            .Add(El("title").Attr("id", $"{id}-title").Add("How long each part of the way takes"))
            .Add(El("desc").Attr("id", $"{id}-description").Add("The same numbers are in the table below."))
            .Add(Parts.Select((part, row) => Row(part.Name, part.Wait, row * height, width, isWide)));
    }

    private Markup Row(string name, HowLong wait, double top, int width, bool isWide)
    {
        // On a telephone each of the two has a line of its own.
        var lines = isWide ? [Said(wait)] : Said(wait).Split(", ");
        var size = isWide ? 16 : 15;
        double Wide(int days) => Math.Max(2, days / Longest * (width - 2));
        return Join(
            Text(0, top + 20, name, size, bold: true),
            wait.NineInTen is { } nine ? Bar(top, Wide(nine), Light) : null,
            wait.Half is { } half ? Bar(top, Wide(half), Blue) : null,
            Join(lines.Select((line, i) => Text(0, top + 52 + BarHeight + (i * 22), line, size, bold: false))));
    }

    /// <summary>"half within 12 days, 9 in 10 within 31 days".</summary>
    internal static string Said(HowLong wait) => wait switch
    {
        { Half: null } => "not yet half of them",
        { Half: { } half, NineInTen: { } nine } => $"half within {Words.Wait(half)}, 9 in 10 within {Words.Wait(nine)}",
        { Half: { } half } => $"half within {Words.Wait(half)}, not yet 9 in 10",
    };

    private static Element Bar(double top, double width, string fill) => El("rect").Attr("x", "1").Attr("y", N(top + 30)).Attr("width", N(width))
        .Attr("height", N(BarHeight)).Attr("fill", fill).Attr("stroke", Ink);

    private static Element Text(double x, double y, string words, int size, bool bold) => El("text").Attr("x", N(x)).Attr("y", N(y))
        .Attr("font-size", $"{size}").Attr("font-weight", bold ? "bold" : null).Attr("fill", Ink).Add(words);

    private static string N(double number) => Math.Round(number, 2).ToString(CultureInfo.InvariantCulture);
}

using Candour.Web.Components;
using Candour.Web.Components.Patterns;

namespace Candour.Web.Tests.Components.Patterns;

public sealed class StripTests
{
    private static readonly DateOnly Today = new(2026, 11, 21);

    [Fact]
    public void Needs_are_said_first_and_in_full() =>
        Words(new NeedsStrip(["text only, no voicemail", "Letters in 18 point print", "BSL interpreter"], new DateOnly(2026, 9, 3), Today))
            .ShouldBe("Meet these needs: text only, no voicemail. Letters in 18 point print. BSL interpreter.");

    [Fact]
    public void No_needs_and_never_asked_are_different() =>
        (Words(new NeedsStrip([], new DateOnly(2026, 9, 3), Today)), Words(new NeedsStrip([], null, Today) { Href = "/needs" }))
            .ShouldBe(("No needs recorded. Asked on 3 September.", "Needs not asked yet. Ask now"));

    [Fact]
    public void What_is_known_is_said_also_before_anybody_has_asked() =>
        Words(new NeedsStrip(["BSL interpreter"], null, Today) { Href = "/needs" }).ShouldBe("Needs not asked yet. Meet these needs: BSL interpreter. Ask now");

    [Fact]
    public void Needs_past_their_review_say_how_old_they_are() =>
        Words(new NeedsStrip([], new DateOnly(2025, 9, 3), Today) { ReviewOn = new DateOnly(2026, 9, 3), Href = "/needs" })
            .ShouldEndWith("Needs last checked 14 months ago. Check");

    [Fact]
    public void A_name_in_any_script_stands_apart_from_what_follows()
    {
        var line = Html.Parse(MarkupTests.Written(new NameLine("محمد Sample", "Mo", new DateOnly(1991, 3, 4), Today)));
        line.All.Single(each => each.Name == "h1").Children.Single().Name.ShouldBe("bdi");
        line.AllText.ShouldContain("Born 4 March 1991, 35");
    }

    [Fact]
    public void A_figure_never_stands_without_its_denominator_and_period()
    {
        var figure = new Figure { Label = "Moved to recovery", Period = "1 September to 30 November 2026", MethodHref = "/how", Value = new FigureValue.Share(151, 310) };
        Words(figure).ShouldContain("48.7% 151 of 310");
        Words(figure).ShouldContain("1 September to 30 November 2026");
        Words(figure with { Value = new FigureValue.TooFew(11) }).ShouldContain("Too few people to say (fewer than 11)");
        Words(figure with { Value = new FigureValue.Suppressed() }).ShouldContain("Hidden to protect people");
    }

    private static string Words(Markup markup) => Html.Parse(MarkupTests.Written(markup)).AllText.Trim();
}

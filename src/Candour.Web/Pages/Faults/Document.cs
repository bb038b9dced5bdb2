using System.Text.Encodings.Web;
using Candour.Web.Components;
using Candour.Web.Components.Frame;

namespace Candour.Web.Pages.Faults;

/// <summary>
/// A whole page that needs nothing else to work: no database, no session, no view engine, no script. The same frame as every
/// other page.
/// </summary>
public sealed record Document(ServiceFace Face, string Title, Markup Main) : Markup
{
    /// <summary>The help strip; left out on the help page itself.</summary>
    public bool HelpStrip { get; init; } = true;

    public override void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        writer.Write("<!DOCTYPE html>\n");
        Whole().WriteTo(writer, encoder);
        writer.Write('\n');
    }

    /// <summary>The menu of whoever is signed in; null: the public's.</summary>
    public Header? Header { get; init; }

    /// <summary>As UTF-8 text; letters of any script stay letters.</summary>
    public string Text()
    {
        using var writer = new StringWriter();
        WriteTo(writer, HtmlEncoder.Create(System.Text.Unicode.UnicodeRanges.All));
        return writer.ToString();
    }

    /// <summary>First line of every page of a demonstration.</summary>
    public static Markup? DemoBanner(ServiceFace face) => !face.Simulated ? null
        : El("div", "candour-simulated").Attr("role", "region").Attr("aria-label", "Demonstration")
            .Add(El("div", "nhsuk-width-container").Add(El("p").Add(El("strong").Add("Demonstration."), " Every person here is invented.")));

    /// <summary>Under the header of every page of patients and the public.</summary>
    public static Markup Strip() => El("div", "candour-help").Attr("role", "region").Attr("aria-label", "Urgent help")
        .Add(El("div", "nhsuk-width-container").Add(
            El("p").Add("Not an emergency service. ", El("a").Attr("href", "/help-now").Add("Get help now")),
            El("p").Add(El("a").Attr("href", "/leave").Add("Leave this page"))));

    private Element Whole() => El("html", "nhsuk-template").Attr("lang", "en-GB").Add(
        El("head").Add(
            El("meta").Attr("charset", "utf-8"), El("title").Add($"{Title} – {Face.Name}"),
            El("meta").Attr("name", "viewport").Attr("content", "width=device-width, initial-scale=1, viewport-fit=cover"),
            El("link").Attr("rel", "icon").Attr("href", "/icon.svg").Attr("type", "image/svg+xml"),
            El("link").Attr("rel", "stylesheet").Attr("href", "/lib/nhsuk/nhsuk-frontend.min.css"),
            El("link").Attr("rel", "stylesheet").Attr("href", "/css/candour.css"),
            El("link").Attr("rel", "stylesheet").Attr("href", "/css/print.css").Attr("media", "print")),
        El("body", "nhsuk-template__body").Add(
            new SkipLink(), DemoBanner(Face), Header ?? PageFrame.PublicHeader(Face), HelpStrip ? Strip() : null,
            El("div", "nhsuk-width-container").Add(El("main", "nhsuk-main-wrapper").Attr("id", "maincontent").Add(Main))));
}

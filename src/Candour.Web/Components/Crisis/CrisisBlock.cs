using Candour.Web.Components.Frame;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Candour.Web.Components.Crisis;

/// <summary>
/// Help now, in the fixed order: in danger; the NHS line; someone who listens, by voice and by text; this service last, and
/// that it is not an emergency service. Calm words, no blame, no score.
/// </summary>
public sealed record CrisisBlock(CrisisLines Lines) : Component
{
    /// <summary>Level of the heading above the boxes: 2, or 3 inside another block.</summary>
    public int Level { get; init; } = 2;

    /// <summary>Shows the sentence about danger and 999 first.</summary>
    public bool Danger { get; init; } = true;

    /// <summary>For people whom somebody is hurting: their line stands before the others.</summary>
    public bool AbuseFirst { get; init; }

    /// <summary>Shows the service's own number and hours last.</summary>
    public ServiceFace? Service { get; init; }

    /// <summary>When somebody here reads what was written, as in "9am on Monday 23 November"; null promises nothing.</summary>
    public string? ReadBy { get; init; }

    /// <summary>"If you are in danger…": also used alone, inside a sentence of a page.</summary>
    public static Element DangerWords() => El("strong").Add(
        "If you are in danger or have hurt yourself, ", El("a").Attr("href", "tel:999").Add("call 999"), " or go to A&E now.");

    public override Markup? Render() => Join(
        Danger ? El("p").Add(DangerWords()) : null,
        El($"h{Level}", "nhsuk-heading-m", "nhsuk-u-margin-bottom-2").Add("Someone to talk to, now"),
        AbuseFirst ? Box(Lines.AbuseLine) : null,
        Join(Lines.Ways.Select(Box)),
        new Details
        {
            Summary = "Deaf, hard of hearing, or another language?",
            Content = Join(Lines.OtherWays.Select(way => El("p").Add(way))),
        },
        Service is null ? null : ServiceLine(Service));

    /// <summary>The whole box is what is touched; its name begins with the act.</summary>
    internal static Markup Box(CrisisWay way) => El("a", "candour-tap").Attr("href", way.Href)
        .Add(El("strong").Add(way.Act), " ", El("span").Add(way.Words));

    private Element ServiceLine(ServiceFace service) => El("p").Add(
        service.Phone is null ? null : Join($"{service.Name}: ", service.CallUs(), " "),
        "We are not an emergency service", ReadBy is null ? "." : $": nobody reads this form until {ReadBy}.");
}

/// <summary>Crisis help on a page that is not the help page itself.</summary>
[HtmlTargetElement("candour-crisis", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class CrisisBlockTagHelper(CrisisLines lines, ServiceFace face) : ComponentTagHelper
{
    public int Level { get; set; } = 2;

    public bool Danger { get; set; } = true;

    /// <summary>With the service's own number and hours.</summary>
    public bool Service { get; set; } = true;

    public string? ReadBy { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output) =>
        Write(output, new CrisisBlock(lines) { Level = Level, Danger = Danger, Service = Service ? face : null, ReadBy = ReadBy });
}

/// <summary>The one sentence about danger, to stand inside a paragraph.</summary>
[HtmlTargetElement("candour-danger", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class DangerTagHelper : ComponentTagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output) => Write(output, CrisisBlock.DangerWords());
}

using System.Globalization;
using Candour.Clinical;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Candour.Web.Components.Patterns;

/// <summary>
/// A published number, never without its denominator, its period and how it is worked out (pattern G14). Too few or hidden is
/// said in words; neither is ever shown as zero.
/// </summary>
public sealed record Figure : Component
{
    /// <summary>What is counted: "Moved to recovery".</summary>
    public required string Label { get; init; }

    /// <summary>"1 September to 30 November 2026".</summary>
    public required string Period { get; init; }

    public required FigureValue Value { get; init; }

    /// <summary>"How is this worked out?"</summary>
    public required string MethodHref { get; init; }

    /// <summary>"Proof"; null before there is one.</summary>
    public string? ProofHref { get; init; }

    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    public override Markup? Render() => El("div", "candour-figure").Attr("id", Id).Add(
        El("p", "nhsuk-u-margin-bottom-1").Add(El("strong").Add(Label), $", {Period}"),
        El("p", "nhsuk-u-margin-bottom-1").Add(Shown()),
        El("p", "nhsuk-body-s").Add(
            El("a").Attr("href", MethodHref).Add("How is this worked out?", Hidden($" {Label}")),
            ProofHref is null ? null : Join(" · ", El("a").Attr("href", ProofHref).Add("Proof", Hidden($" for {Label}")))));

    private Markup Shown() => Value switch
    {
        FigureValue.Share share => Join(
            El("span", "candour-figure__value").Add((100.0 * share.Met / share.Of).ToString("0.0", English) + "%"),
            $" {Words.Count(share.Met, "of", "of")} {share.Of.ToString("N0", English)}",
            share.Interval is { } interval ? $", likely between {interval.From.ToString("0.0", English)}% and {interval.To.ToString("0.0", English)}%" : null),
        FigureValue.TooFew few => Join($"Too few people to say (fewer than {few.FewerThan})"),
        _ => Join("Hidden to protect people"),
    };
}

public abstract record FigureValue
{
    /// <param name="Of">1 or more.</param>
    /// <param name="Interval">In per cent, where the figure is an estimate.</param>
    public sealed record Share(int Met, int Of, (double From, double To)? Interval = null) : FigureValue;

    public sealed record TooFew(int FewerThan) : FigureValue;

    public sealed record Suppressed : FigureValue;
}

/// <summary><c>&lt;candour-figure figure="Model.Recovered" /&gt;</c></summary>
[HtmlTargetElement("candour-figure", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FigureTagHelper : ComponentTagHelper
{
    public Figure Figure { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output) => Write(output, Figure);
}

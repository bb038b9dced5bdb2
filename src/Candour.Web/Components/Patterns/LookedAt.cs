using Candour.Clinical;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Candour.Web.Components.Patterns;

/// <summary>The last line of every staff page about a person (pattern G8).</summary>
public sealed record LookedAt(Moment At, string PersonCalled) : Component
{
    public override Markup? Render() => El("p", "candour-looked").Add(
        $"You opened this record at {Words.Time(At)}. ", El("bdi").Add(PersonCalled), " can see that you did.");
}

/// <summary>Nothing to show (pattern G15): says what would be here and whether that is good.</summary>
[HtmlTargetElement("candour-empty")]
public sealed class EmptyTagHelper : ComponentTagHelper
{
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output) =>
        Write(output, Markup.El("p", "candour-empty", Take(output, "class")).Attrs(Rest(output)).Add(await ContentOf(output)));
}

[HtmlTargetElement("candour-looked-at", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class LookedAtTagHelper(TimeProvider clock) : ComponentTagHelper
{
    /// <summary>What the person is called.</summary>
    public string Person { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output) => Write(output, new LookedAt(Moment.Now(clock), Person));
}

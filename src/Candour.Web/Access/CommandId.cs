using Candour.CareRecord;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Candour.Web.Access;

/// <summary>
/// <c>&lt;command-id /&gt;</c>: the once-only id of a form, as the hidden field <c>CommandId</c>. Pressing twice, going back or
/// trying again after "checking" sends the same id and gives the first result.
/// </summary>
[HtmlTargetElement("command-id", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class CommandIdTagHelper(Randomness randomness) : TagHelper
{
    public const string Name = "CommandId";

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        // A refused form keeps its id: it is still the same order.
        var posted = HttpMethods.IsPost(ViewContext.HttpContext.Request.Method) && ViewContext.HttpContext.Request.HasFormContentType ? ViewContext.HttpContext.Request.Form[Name].ToString() : "";
        output.TagName = "input";
        output.TagMode = TagMode.SelfClosing;
        output.Attributes.SetAttribute("type", "hidden");
        output.Attributes.SetAttribute("name", Name);
        output.Attributes.SetAttribute("value", Ids.IsOne(posted) ? posted : Ids.New(randomness));
    }
}

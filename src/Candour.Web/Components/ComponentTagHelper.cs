using System.Net;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Candour.Web.Components;

/// <summary>
/// A thin way from Razor to a component. <c>id</c>, <c>class</c> and attributes the tag helper does not name itself go to the
/// component's outermost element or its input.
/// </summary>
public abstract class ComponentTagHelper : TagHelper
{
    /// <summary>Parents see their children in the order of the page: children write themselves down here.</summary>
    private protected static Gathered<T> Gather<T>(TagHelperContext context)
    {
        var gathered = new Gathered<T>();
        context.Items[typeof(T)] = gathered;
        return gathered;
    }

    private protected static Gathered<T> GatheredBy<T>(TagHelperContext context, string child, string parent) =>
        context.Items.TryGetValue(typeof(T), out var gathered) && gathered is Gathered<T> found
            ? found
            : throw new InvalidOperationException($"<{child}> belongs inside <{parent}>.");

    private protected static void Write(TagHelperOutput output, IHtmlContent? component)
    {
        output.TagName = null;
        output.Attributes.Clear();
        output.Content.SetHtmlContent(component ?? Markup.Join());
    }

    private protected static async Task<Markup?> ContentOf(TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        return content.IsEmptyOrWhiteSpace ? null : Markup.Of(content);
    }

    /// <summary>The attribute's text as written in the page, taken off the output.</summary>
    private protected static string? Take(TagHelperOutput output, string name)
    {
        if (!output.Attributes.TryGetAttribute(name, out var attribute))
            return null;
        output.Attributes.Remove(attribute);
        return TextOf(attribute);
    }

    private protected static Attributes Rest(TagHelperOutput output)
    {
        var rest = new Attributes();
        foreach (var attribute in output.Attributes)
            rest.Add(attribute.Name, TextOf(attribute));
        return rest;
    }

    private static string TextOf(TagHelperAttribute attribute)
    {
        if (attribute.ValueStyle == HtmlAttributeValueStyle.Minimized)
            return "";
        if (attribute.Value is not IHtmlContent content)
            return attribute.Value?.ToString() ?? "";
        using var writer = new StringWriter();
        content.WriteTo(writer, HtmlEncoder.Default);
        return WebUtility.HtmlDecode(writer.ToString());
    }
}

/// <summary>What the children of a tag wrote down for it.</summary>
internal sealed class Gathered<T>
{
    public List<T> All { get; } = [];
}

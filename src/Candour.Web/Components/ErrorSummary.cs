using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Candour.Web.Components;

/// <summary>Top of a page after a refused post: every error, linked to its field, focus moved here by script.</summary>
public sealed record ErrorSummary : Component
{
    public Heading Heading { get; init; } = new() { Text = "There is a problem" };

    public Markup? Description { get; init; }

    public IReadOnlyList<FoundError?> Errors { get; init; } = [];

    public bool? DisableAutoFocus { get; init; }

    public override Markup? Render() => El("div", "nhsuk-error-summary", Classes).Attr("id", Id).Attr("data-module", "nhsuk-error-summary")
        .Attr("data-disable-auto-focus", DisableAutoFocus is { } off ? off ? "true" : "false" : null).Attrs(Attributes)
        .Add(El("div").Attr("role", "alert").Add(
            new Heading { Id = Heading.Id, Text = Heading.Text, Level = 2, ClassName = "nhsuk-error-summary__heading", Attributes = Heading.Attributes },
            El("div", "nhsuk-error-summary__body").Add(
                Description is null ? null : El("p").Add(Description),
                Errors.Count == 0 ? null : El("ul", "nhsuk-list", "nhsuk-error-summary__list")
                    .Add(Errors.OfType<FoundError>().Select(error => El("li").Add(error))))));
}

/// <summary>One line of the summary. <see cref="Href"/> is <c>#</c> and the id of the field; null when no field can mend it.</summary>
public sealed record FoundError : Component
{
    public Markup? Text { get; init; }

    public string? Href { get; init; }

    public override Markup? Render() => Href is null ? Text : El("a").Attr("href", Href).Attrs(Attributes).Add(Text);
}

/// <summary>
/// <c>&lt;nhs-error-summary /&gt;</c>: the errors of the model state in the order of the form, each a link to its field; nothing when
/// there are none. An error under an empty key has no field.
/// </summary>
[HtmlTargetElement("nhs-error-summary", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ErrorSummaryTagHelper : ComponentTagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var state = ViewContext.ViewData.ModelState;
        // The model state keeps its keys by the alphabet; people read errors in the order of the form, which the model declares.
        var found = state.Where(pair => pair.Value is { Errors.Count: > 0 })
            .OrderBy(pair => RankOf(pair.Key, ViewContext.ViewData.ModelMetadata), StringComparer.Ordinal)
            .Select(pair => new FoundError { Text = FieldTagHelper.MessageOf(pair.Value!), Href = HrefOf(pair.Key, state) }).ToArray();
        Write(output, found.Length == 0 ? null : new ErrorSummary { Errors = found });
    }

    /// <summary>The places of a key's properties among those of the model, each in four digits; what is not declared comes last.</summary>
    private static string RankOf(string key, ModelMetadata? model)
    {
        var rank = "";
        foreach (var part in key.Split('.', '['))
        {
            var place = 0;
            while (place < model?.Properties.Count && !part.Equals(model.Properties[place].PropertyName, StringComparison.OrdinalIgnoreCase))
                place++;
            rank += $"{place:0000}";
            model = place < model?.Properties.Count ? model.Properties[place] : null;
        }
        return rank;
    }

    /// <summary>An error about a whole date goes to its day.</summary>
    private static string? HrefOf(string key, ModelStateDictionary state)
    {
        if (key.Length == 0)
            return null;
        return "#" + FieldTagHelper.IdOf(state.ContainsKey(key + ".Day") ? key + ".Day" : key);
    }
}

using System.Collections;
using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Candour.Web.Components;

/// <summary>
/// A field bound with <c>for</c> to a property of the page model: what was typed is kept, an error in the model state shows
/// at the field, ids match the error summary. Without <c>for</c>: <c>name</c>, <c>value</c> and <c>error</c>.
/// </summary>
public abstract class FieldTagHelper : ComponentTagHelper
{
    private string? _id;

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public ModelExpression? For { get; set; }

    public string? Name { get; set; }

    /// <summary>One short sentence.</summary>
    public string? Hint { get; set; }

    /// <summary>A line above the question.</summary>
    public string? Caption { get; set; }

    /// <summary>s, m, l or xl; l when the question is the page's heading.</summary>
    public string? Size { get; set; }

    /// <summary>The question is the page's one <c>h1</c>.</summary>
    public bool PageHeading { get; set; }

    public string? Error { get; set; }

    public bool Disabled { get; set; }

    private protected string FullName => For is null
        ? Name ?? throw new InvalidOperationException("A field needs for or name.")
        : ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);

    /// <summary>An id the page gives is what a refusal calls the field.</summary>
    public override void Init(TagHelperContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        _id = context.AllAttributes["id"]?.Value?.ToString();
    }

    private protected string FieldId => IdOf(FullName);

    private protected string? QuestionSize => Size ?? (PageHeading ? "l" : null);

    private protected ErrorMessage? ErrorMessage => Error ?? ErrorAt(FullName) ?? (_id is null ? null : ErrorAt(_id));

    /// <summary>The id of the field for a key of the model state.</summary>
    internal static string IdOf(string name) => TagBuilder.CreateSanitizedId(name, "_");

    private protected string? ErrorAt(string name) =>
        ViewContext.ViewData.ModelState.TryGetValue(name, out var entry) && entry.Errors.Count > 0 ? MessageOf(entry) : null;

    /// <summary>What was typed, else what the model holds; several for a list.</summary>
    private protected IReadOnlyList<string> ValuesAt(string name, object? model)
    {
        if (ViewContext.ViewData.ModelState.TryGetValue(name, out var entry) && entry.RawValue is { } typed)
            return TextsOf(typed);
        return model is null ? [] : TextsOf(model);
    }

    private protected string? ValueAt(string name, object? model) => ValuesAt(name, model) is [var first, ..] ? first : null;

    internal static string MessageOf(ModelStateEntry entry) =>
        entry.Errors.Select(error => error.ErrorMessage).FirstOrDefault(message => message.Length > 0) ?? "Check this answer";

    private static List<string> TextsOf(object value) => value switch
    {
        string text => [text],
        IEnumerable many => [.. many.Cast<object?>().OfType<object>().Select(TextOf)],
        _ => [TextOf(value)],
    };

    private static string TextOf(object value) => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
}

/// <summary>A field with a label.</summary>
public abstract class LabelledFieldTagHelper : FieldTagHelper
{
    /// <summary>The question or name of the field, above it.</summary>
    public string? Label { get; set; }

    private protected Label? Question => Label is null ? null : new()
    {
        Text = Label, Size = QuestionSize, IsPageHeading = PageHeading ? true : null, Caption = Caption,
    };
}

using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Candour.Web.Components;

/// <summary>A box for several lines; what is typed is kept whole.</summary>
public sealed record Textarea : LabelledField
{
    public string? Value { get; init; }

    public int Rows { get; init; } = 5;

    public bool? Spellcheck { get; init; }

    public string? Autocomplete { get; init; }

    public override Markup? Render() => Group().Add(Top, Before,
        El("textarea", "nhsuk-textarea", IsWrong ? "nhsuk-textarea--error" : null, Classes)
            .Attr("id", FieldId).Attr("name", Name ?? "").Attr("rows", $"{Rows}")
            .Attr("spellcheck", Spellcheck is { } check ? check ? "true" : "false" : null)
            .Flag("disabled", Disabled).Attr("aria-describedby", Descriptions).Attr("autocomplete", Autocomplete).Attrs(Attributes)
            .Add(FirstLineKept(Value)),
        After);

    /// <summary>A browser drops a line break that comes first; two keep one.</summary>
    private static string? FirstLineKept(string? value) => value?.StartsWith('\n') == true ? "\n" + value : value;
}

/// <summary>
/// <c>&lt;nhs-textarea for="Note" label="Note" /&gt;</c>; with <c>draft</c> it is saved on each pause when there is script.
/// </summary>
[HtmlTargetElement("nhs-textarea", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class TextareaTagHelper : LabelledFieldTagHelper
{
    public int Rows { get; set; } = 5;

    public string? Value { get; set; }

    public string? Autocomplete { get; set; }

    /// <summary>Characters that fit; a count is shown under the box. Nothing longer is cut off.</summary>
    public int? MaxLength { get; set; }

    public int? MaxWords { get; set; }

    /// <summary>Per cent of the limit from which the count shows.</summary>
    public int? Threshold { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var value = ValueAt(FullName, Value ?? For?.Model);
        var box = new Textarea
        {
            Id = Take(output, "id") ?? FieldId, Name = FullName, Classes = Take(output, "class"), Label = Question, Hint = Hint,
            ErrorMessage = ErrorMessage, Disabled = Disabled, Value = value, Rows = Rows, Autocomplete = Autocomplete, Attributes = Rest(output),
        };
        Write(output, MaxLength is null && MaxWords is null ? box
            : new CharacterCount { Box = box, MaxLength = MaxLength, MaxWords = MaxWords, Threshold = Threshold });
    }
}

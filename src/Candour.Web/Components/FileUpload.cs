using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Candour.Web.Components;

/// <summary>A file from the person's device.</summary>
public sealed record FileUpload : LabelledField
{
    public bool Multiple { get; init; }

    /// <summary>Classes of the button that script puts in; null leaves the design system's own.</summary>
    public IReadOnlyList<string>? ButtonClassList { get; init; }

    /// <summary>Words that script uses, by the design system's keys: <c>choose-files-button</c> and so on.</summary>
    public IReadOnlyList<(string Key, string Words)> Messages { get; init; } = [];

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.Default };

    public override Markup? Render()
    {
        var group = Group("nhsuk-file-upload").Attr("data-module", "nhsuk-file-upload")
            .Attr("data-choose-files-button-class-list", ButtonClassList is null ? null : JsonSerializer.Serialize(ButtonClassList, Readable));
        foreach (var (key, words) in Messages)
            group.Attr("data-i18n." + key, words);
        return group.Add(Top, Before,
            El("input", "nhsuk-file-upload__input", Classes).Attr("id", FieldId)
                .Attr("name", Name ?? "").Attr("type", "file").Flag("disabled", Disabled).Flag("multiple", Multiple)
                .Attr("aria-describedby", Descriptions).Attrs(Attributes),
            After);
    }
}

/// <summary><c>&lt;nhs-file-upload for="Photo" label="A photo of the form" accept="image/*" /&gt;</c></summary>
[HtmlTargetElement("nhs-file-upload", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FileUploadTagHelper : LabelledFieldTagHelper
{
    public bool Multiple { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output) => Write(output, new FileUpload
    {
        Id = Take(output, "id") ?? FieldId, Name = FullName, Classes = Take(output, "class"), Label = Question, Hint = Hint,
        ErrorMessage = ErrorMessage, Disabled = Disabled, Multiple = Multiple, Attributes = Rest(output),
    });
}

using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Candour.Web.Components;

/// <summary>A box for one line.</summary>
public sealed record Input : LabelledField
{
    public string? Value { get; init; }

    public string Type { get; init; } = "text";

    /// <summary>2, 3, 4, 5, 10, 20 or 30 characters.</summary>
    public string? Width { get; init; }

    public bool Large { get; init; }

    /// <summary>Letters and figures of one width.</summary>
    public bool Code { get; init; }

    public bool? Spellcheck { get; init; }

    public string? Autocomplete { get; init; }

    public string? Autocapitalize { get; init; }

    public string? Inputmode { get; init; }

    public string? Pattern { get; init; }

    public string? Placeholder { get; init; }

    public Affix? Prefix { get; init; }

    public Affix? Suffix { get; init; }

    public string? WrapperClasses { get; init; }

    private static readonly string[] Widths = ["2", "3", "4", "5", "10", "20", "30"];

    public override Markup? Render()
    {
        var input = El("input", "nhsuk-input", When(Large, "nhsuk-input--large", Classes), When(Code, "nhsuk-input--code", Classes),
                IsWrong ? "nhsuk-input--error" : null, OneOf("nhsuk-input--width-", Width, Classes, Widths), Classes)
            .Attr("id", FieldId).Attr("name", Name ?? "").Attr("type", Type)
            .Attr("spellcheck", Spellcheck is { } check ? check ? "true" : "false" : null)
            .Attr("value", Value).Flag("disabled", Disabled).Attr("aria-describedby", Descriptions)
            .Attr("autocomplete", Autocomplete).Attr("autocapitalize", Autocapitalize).Attr("pattern", Pattern)
            .Attr("placeholder", Placeholder).Attr("inputmode", Inputmode).Attrs(Attributes);
        var isBare = Prefix is null && Suffix is null && Before is null && After is null && WrapperClasses is null;
        var large = When(Large, "nhsuk-input-wrapper--large", Classes);
        return GroupOfOne(isBare
            ? input
            : El("div", "nhsuk-input-wrapper", large, WrapperClasses)
                .Add(Before, Prefix?.At("prefix"), input, Suffix?.At("suffix"), After));
    }

    private Element GroupOfOne(Markup input) => Group().Add(Top, input);
}

/// <summary>A unit or sign beside an input, not read by screen readers: the label says it too.</summary>
public sealed record Affix : Component
{
    public Markup? Text { get; init; }

    private string Side { get; init; } = "prefix";

    internal Affix At(string side) => this with { Side = side };

    public override Markup? Render() =>
        El("div", "nhsuk-input-wrapper__" + Side, Classes).Attr("aria-hidden", "true").Attrs(Attributes).Add(Text);
}

/// <summary><c>&lt;nhs-input for="FirstName" label="First name" /&gt;</c>.</summary>
[HtmlTargetElement("nhs-input", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class InputTagHelper : LabelledFieldTagHelper
{
    public string? Value { get; set; }

    public string Type { get; set; } = "text";

    public string? Width { get; set; }

    public string? Autocomplete { get; set; }

    public string? Autocapitalize { get; set; }

    public string? Inputmode { get; set; }

    public bool? Spellcheck { get; set; }

    public bool Code { get; set; }

    public string? Prefix { get; set; }

    public string? Suffix { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output) => Write(output, new Input
    {
        Id = Take(output, "id") ?? FieldId, Name = FullName, Classes = Take(output, "class"),
        Label = Question, Hint = Hint, ErrorMessage = ErrorMessage, Disabled = Disabled,
        Value = Type == "password" ? null : ValueAt(FullName, Value ?? For?.Model), Type = Type, Width = Width, Code = Code,
        Autocomplete = Autocomplete, Autocapitalize = Autocapitalize, Inputmode = Inputmode, Spellcheck = Spellcheck,
        Prefix = Prefix is null ? null : new Affix { Text = Prefix }, Suffix = Suffix is null ? null : new Affix { Text = Suffix },
        Attributes = Rest(output),
    });
}

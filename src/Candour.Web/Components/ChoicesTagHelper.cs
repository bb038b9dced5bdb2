using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Candour.Web.Components;

/// <summary>What <c>nhs-radios</c> and <c>nhs-checkboxes</c> have in common.</summary>
public abstract class ChoicesTagHelper : FieldTagHelper
{
    /// <summary>The question. Leave it out only where a fieldset around already asks.</summary>
    public string? Legend { get; set; }

    public IEnumerable<Choice> Items { get; set; } = [];

    public bool Small { get; set; }

    public bool Inline { get; set; }

    private protected async Task<Choices> Filled(TagHelperContext context, TagHelperOutput output, Choices empty)
    {
        var gathered = Gather<Choice>(context);
        await output.GetChildContentAsync();
        return empty with
        {
            Name = FullName, IdPrefix = Take(output, "id") ?? FieldId, Classes = Take(output, "class"), Hint = Hint, ErrorMessage = ErrorMessage,
            Small = Small, Inline = Inline, Disabled = Disabled, Items = [.. Items, .. gathered.All], Attributes = Rest(output),
            Fieldset = Legend is null ? null : new Fieldset
            {
                Legend = new() { Text = Legend, Size = QuestionSize, IsPageHeading = PageHeading ? true : null, Caption = Caption },
            },
        };
    }
}

/// <summary>One answer.</summary>
public abstract class ChoiceTagHelper : ComponentTagHelper
{
    public string Value { get; set; } = "";

    public string? Hint { get; set; }

    /// <summary>Leave out: the model decides.</summary>
    public bool? Checked { get; set; }

    public bool Disabled { get; set; }

    /// <summary>For a checkbox like "None of these": exclusive.</summary>
    public string? Behaviour { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var choices = GatheredBy<Choice>(context, context.TagName, "nhs-radios> or <nhs-checkboxes");
        var conditional = Gather<Conditional>(context);
        var label = await ContentOf(output);
        choices.All.Add(new()
        {
            Value = Value, Label = new Label { Text = label }, Hint = Hint, Checked = Checked, Disabled = Disabled ? true : null,
            Behaviour = Behaviour, Conditional = conditional.All.FirstOrDefault()?.Content, Attributes = Rest(output),
        });
        output.SuppressOutput();
    }
}

/// <summary>What is asked only with this answer; without script it is always shown.</summary>
internal sealed record Conditional(Markup? Content);

[HtmlTargetElement("nhs-conditional")]
public sealed class ConditionalTagHelper : ComponentTagHelper
{
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var gathered = GatheredBy<Conditional>(context, "nhs-conditional", "nhs-radio> or <nhs-checkbox");
        gathered.All.Add(new(await ContentOf(output)));
        output.SuppressOutput();
    }
}

/// <summary>A word between two answers.</summary>
[HtmlTargetElement("nhs-divider")]
public sealed class DividerTagHelper : ComponentTagHelper
{
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var choices = GatheredBy<Choice>(context, "nhs-divider", "nhs-radios> or <nhs-checkboxes");
        choices.All.Add(new() { Divider = (await output.GetChildContentAsync()).GetContent(NullHtmlEncoder.Default).Trim() });
        output.SuppressOutput();
    }
}

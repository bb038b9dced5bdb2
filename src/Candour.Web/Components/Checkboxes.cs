using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Candour.Web.Components;

/// <summary>Any number of answers.</summary>
public sealed record Checkboxes : Choices
{
    public IReadOnlyCollection<string>? Values { get; init; }

    protected override string Kind => "nhsuk-checkboxes";

    protected override bool DescribesEach => Fieldset is null;

    protected override bool IsChecked(Choice choice) => choice.Checked ?? (choice.Value is not null && Values?.Contains(choice.Value) == true);

    protected override string? HiddenWithoutScript(Choice choice) =>
        choice.Behaviour == "inclusive" ? "nhsuk-u-frontend-not-supported-hidden" : null;

    protected override Element InputOf(Choice choice, string id) =>
        El("input", "nhsuk-checkboxes__input", choice.Classes).Attr("id", id).Attr("name", choice.Name ?? Name)
            .Attr("type", "checkbox").Attr("value", choice.Value ?? "")
            .Attr("data-behaviour", choice.Behaviour).Attr("data-behaviour-group", choice.BehaviourGroup);
}

/// <summary><c>&lt;nhs-checkboxes for="Needs" legend="…"&gt;</c> around <c>nhs-checkbox</c>es, or with <c>items</c>.</summary>
[HtmlTargetElement("nhs-checkboxes")]
public sealed class CheckboxesTagHelper : ChoicesTagHelper
{
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output) =>
        Write(output, await Filled(context, output, new Checkboxes { Values = ValuesAt(FullName, For?.Model) }));
}

/// <summary>One answer of <c>nhs-checkboxes</c>.</summary>
[HtmlTargetElement("nhs-checkbox", ParentTag = "nhs-checkboxes")]
public sealed class CheckboxTagHelper : ChoiceTagHelper;

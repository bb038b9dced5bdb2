using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Candour.Web.Components;

/// <summary>One of a set of radios or checkboxes; with <see cref="Divider"/> only a word between two.</summary>
public sealed record Choice
{
    public string? Value { get; init; }

    public Label? Label { get; init; }

    public Hint? Hint { get; init; }

    /// <summary>null leaves it to the value of the whole set.</summary>
    public bool? Checked { get; init; }

    public bool? Disabled { get; init; }

    public string? Id { get; init; }

    public string? Name { get; init; }

    public string? Classes { get; init; }

    public Attributes? Attributes { get; init; }

    /// <summary>Asked only when this is chosen; without script always shown.</summary>
    public Markup? Conditional { get; init; }

    public string? Divider { get; init; }

    /// <summary>For checkboxes. exclusive: unchecks the others. inclusive: checks all.</summary>
    public string? Behaviour { get; init; }

    public string? BehaviourGroup { get; init; }

    public static Choice Of(string value, string text, string? hint = null) => new() { Value = value, Label = text, Hint = hint };
}

/// <summary>What radios and checkboxes have in common.</summary>
public abstract record Choices : FormGroup
{
    public IReadOnlyList<Choice?> Items { get; init; } = [];

    /// <summary>null: no fieldset around the set.</summary>
    public Fieldset? Fieldset { get; init; }

    /// <summary>Ids of the inputs begin so; the first is just this. The name, if not given.</summary>
    public string? IdPrefix { get; init; }

    public bool Small { get; init; }

    public bool Inline { get; init; }

    protected abstract string Kind { get; }

    protected string? Prefix => IdPrefix ?? Name;

    protected string? Descriptions => DescriptionsOf(Prefix, Fieldset?.DescribedBy ?? DescribedBy);

    protected string IdOf(Choice choice, int index) => choice.Id ?? (index == 0 ? Prefix ?? "" : $"{Prefix}-{index + 1}");

    protected abstract Element InputOf(Choice choice, string id);

    protected abstract bool IsChecked(Choice choice);

    protected virtual string? HiddenWithoutScript(Choice choice) => null;

    public override Markup? Render()
    {
        var box = El("div", Kind, When(Small, Kind + "--small", Classes), When(Inline, Kind + "--inline", Classes), Classes)
            .Attr("id", Id).Attr("data-module", Kind).Attrs(Attributes).Add(Before);
        for (var index = 0; index < Items.Count; index++)
        {
            if (Items[index] is { } choice)
                box.Add(choice.Divider is null ? One(choice, IdOf(choice, index)) : DividerOf(choice));
        }
        var inner = Join(HintOf(Prefix), ErrorOf(Prefix), box.Add(After));
        return Group().Add(Fieldset is null ? inner : Fieldset with { DescribedBy = Descriptions, Content = inner });
    }

    private Element DividerOf(Choice choice) => El("div", Kind + "__divider", HiddenWithoutScript(choice)).Add(choice.Divider);

    private Markup One(Choice choice, string id)
    {
        var hint = choice.Hint is null ? null : choice.Hint with
        {
            Id = choice.Hint.Id ?? id + "-item-hint", Classes = Element.Joined(Kind + "__hint", choice.Hint.Classes),
        };
        var isChecked = IsChecked(choice);
        var isDisabled = choice.Disabled ?? Disabled;
        var input = InputOf(choice, id).Flag("checked", isChecked).Flag("disabled", isDisabled)
            .Attr("data-aria-controls", choice.Conditional is null ? null : "conditional-" + id)
            .Attr("aria-describedby", Ids(DescribesEach ? Descriptions : null, hint?.Id)).Attrs(choice.Attributes);
        var label = (choice.Label ?? new Label()) with { For = id, Classes = Element.Joined(Kind + "__label", choice.Label?.Classes) };
        return Join(
            El("div", Kind + "__item", HiddenWithoutScript(choice)).Add(input, label, hint),
            choice.Conditional is null ? null : El("div", Kind + "__conditional", isChecked ? null : Kind + "__conditional--hidden")
                .Attr("id", "conditional-" + id).Add(choice.Conditional));
    }

    /// <summary>Without a fieldset nothing but the input itself can carry the description.</summary>
    protected virtual bool DescribesEach => false;
}

/// <summary>One answer of a few; nothing is chosen beforehand.</summary>
public sealed record Radios : Choices
{
    public string? Value { get; init; }

    protected override string Kind => "nhsuk-radios";

    protected override bool IsChecked(Choice choice) => choice.Checked ?? (!string.IsNullOrEmpty(Value) && choice.Value == Value);

    protected override Element InputOf(Choice choice, string id) =>
        El("input", "nhsuk-radios__input", choice.Classes).Attr("id", id).Attr("name", Name).Attr("type", "radio").Attr("value", choice.Value ?? "");
}

/// <summary><c>&lt;nhs-radios for="Answer" legend="…"&gt;</c> around <c>nhs-radio</c>s, or with <c>items</c>.</summary>
[HtmlTargetElement("nhs-radios")]
public sealed class RadiosTagHelper : ChoicesTagHelper
{
    public string? Value { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output) =>
        Write(output, await Filled(context, output, new Radios { Value = ValueAt(FullName, Value ?? For?.Model) }));
}

/// <summary>One answer of <c>nhs-radios</c>; its content is the label, <c>nhs-conditional</c> in it what is asked next.</summary>
[HtmlTargetElement("nhs-radio", ParentTag = "nhs-radios")]
public sealed class RadioTagHelper : ChoiceTagHelper;

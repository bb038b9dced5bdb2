namespace Candour.Web.Components;

/// <summary>A box for several lines that says how much still fits. Without script it says how much may be written.</summary>
public sealed record CharacterCount : Component
{
    public required Textarea Box { get; init; }

    public int? MaxLength { get; init; }

    public int? MaxWords { get; init; }

    /// <summary>Per cent of the limit from which the count shows.</summary>
    public int? Threshold { get; init; }

    /// <summary>words or characters, when no limit is given here.</summary>
    public string? CountType { get; init; }

    /// <summary>With <c>%{count}</c> where the number goes.</summary>
    public string? DescriptionText { get; init; }

    public string? MessageClasses { get; init; }

    /// <summary>Words of the live count, by the design system's keys: <c>characters-under-limit.other</c> and so on.</summary>
    public IReadOnlyList<(string Key, string Words)> Messages { get; init; } = [];

    public override Markup? Render()
    {
        var id = Box.Id ?? Box.Name;
        var type = CountType ?? (MaxWords is null ? null : "words");
        var description = DescriptionText ?? $"You can enter up to %{{count}} {(type == "words" ? "words" : "characters")}";
        var limit = MaxWords ?? MaxLength;
        var attributes = new Attributes
        {
            { "data-module", "nhsuk-character-count" }, { "data-maxlength", MaxLength?.ToString() }, { "data-maxwords", MaxWords?.ToString() },
            { "data-threshold", Threshold?.ToString() }, { "data-count-type", type },
            { "data-i18n.textarea-description.other", limit is null ? DescriptionText : null },
        };
        foreach (var (key, words) in Messages)
            attributes.Add("data-i18n." + key, words);
        foreach (var (name, value) in Box.GroupAttributes ?? [])
            attributes.Add(name, value);
        var message = new Hint
        {
            Text = limit is null ? null : description.Replace("%{count}", $"{limit}", StringComparison.Ordinal),
            Id = id + "-info", Classes = Element.Joined("nhsuk-character-count__message", MessageClasses),
            Attributes = limit is null ? new() { { "hidden", "" } } : null,
        };
        return Box with
        {
            DescribedBy = id + "-info", Classes = Element.Joined("nhsuk-js-character-count", Box.Classes),
            GroupClasses = Element.Joined(Box.GroupClasses, "nhsuk-character-count"), GroupAttributes = attributes,
            After = Join(message, Box.After),
        };
    }
}

using System.Diagnostics.CodeAnalysis;

namespace Candour.Web.Components;

/// <summary>What a label and a legend have in common: the words of a question, perhaps as the page's heading.</summary>
public abstract record Question : Component
{
    public Markup? Text { get; init; }

    /// <summary>s, m, l or xl.</summary>
    public string? Size { get; init; }

    public Heading? Heading { get; init; }

    /// <summary>True: the question is the page's <c>h1</c>. False: no heading, even when <see cref="Heading"/> is given.</summary>
    public bool? IsPageHeading { get; init; }

    public Caption? Caption { get; init; }

    public string? VisuallyHiddenText { get; init; }

    protected bool HasHeading => IsPageHeading ?? Heading is not null;

    protected Markup? Words => HasHeading ? Heading?.Text ?? Text : Text ?? Heading?.Text;

    protected string? WordsSize => HasHeading ? Heading?.Size ?? Size : Size;

    protected string? HiddenWords => HasHeading ? Heading?.VisuallyHiddenText ?? VisuallyHiddenText : VisuallyHiddenText;

    protected Caption? SizedCaption
    {
        get
        {
            var caption = HasHeading ? Heading?.Caption ?? Caption : Caption;
            return caption is { Text: not null } ? caption with { Size = caption.Size ?? WordsSize } : null;
        }
    }
}

/// <summary>The question of one field.</summary>
[SuppressMessage("Usage", "CA2225", Justification = "A text is a label by being used as one.")]
public sealed record Label : Question
{
    public string? For { get; init; }

    public static implicit operator Label?(string? text) => text is null ? null : new() { Text = text };

    public override Markup? Render()
    {
        if (Words is null)
            return null;
        var caption = SizedCaption;
        var more = new Attributes { { "for", For } };
        foreach (var (name, value) in Attributes ?? [])
            more.Add(name, value);
        var label = new Heading
        {
            Id = Id, Text = Words, VisuallyHiddenText = HiddenWords, Size = WordsSize, Sizes = ["s", "m", "l", "xl"],
            Caption = caption?.Placement is null or "start" or "end" ? caption : null,
            ClassName = "nhsuk-label", ClassPrefix = "nhsuk-label--", Classes = Classes, Element = "label", Attributes = more,
        };
        return Join(
            caption?.Placement is "before" ? caption : null,
            HasHeading
                ? El($"h{Heading?.Level ?? 1}", "nhsuk-label-wrapper").Attr("id", Heading?.Id).Attrs(Heading?.Attributes).Add(label)
                : label,
            caption?.Placement is "after" ? caption : null);
    }
}

/// <summary>The question of a group of fields.</summary>
[SuppressMessage("Usage", "CA2225", Justification = "A text is a legend by being used as one.")]
public sealed record Legend : Question
{
    public static implicit operator Legend?(string? text) => text is null ? null : new() { Text = text };

    public override Markup? Render()
    {
        if (Words is null)
            return null;
        var caption = SizedCaption is { Placement: "before" } before ? before with { Placement = "start" } : SizedCaption;
        var inside = caption?.Placement is null or "start" or "end" ? caption : null;
        var size = OneOf("nhsuk-fieldset__legend--", WordsSize, Classes, "s", "m", "l", "xl");
        var name = Element.Joined("nhsuk-fieldset__legend", size, Classes);
        var heading = new Heading { Text = Words, VisuallyHiddenText = HiddenWords, Caption = inside };
        var legend = HasHeading
            ? El("legend", name).Attr("id", Id).Attrs(Attributes).Add(heading with
            {
                Id = Heading?.Id, Level = Heading?.Level, ClassName = "nhsuk-fieldset__heading", Attributes = Heading?.Attributes,
            })
            : Join(heading with { Id = Id, ClassName = name, Element = "legend", Attributes = Attributes });
        return Join(legend, caption?.Placement is "after" ? caption : null);
    }
}

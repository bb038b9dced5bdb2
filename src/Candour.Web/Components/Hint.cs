using System.Diagnostics.CodeAnalysis;

namespace Candour.Web.Components;

/// <summary>One short sentence that helps to answer; no link in it.</summary>
[SuppressMessage("Usage", "CA2225", Justification = "A text is a hint by being used as one.")]
public sealed record Hint : Component
{
    public Markup? Text { get; init; }

    public static implicit operator Hint?(string? text) => text is null ? null : new() { Text = text };

    public override Markup? Render() => El("div", "nhsuk-hint", Classes).Attr("id", Id).Attrs(Attributes).Add(Text);
}

/// <summary>What is wrong with a field and how to mend it; the same words as in the error summary.</summary>
[SuppressMessage("Usage", "CA2225", Justification = "A text is an error message by being used as one.")]
public sealed record ErrorMessage : Component
{
    public Markup? Text { get; init; }

    /// <summary>Spoken before the message.</summary>
    public string VisuallyHiddenText { get; init; } = "Error";

    public static implicit operator ErrorMessage?(string? text) => text is null ? null : new() { Text = text };

    public override Markup? Render() => El("span", "nhsuk-error-message", Classes).Attr("id", Id).Attrs(Attributes)
        .Add(VisuallyHiddenText.Length == 0 ? null : Hidden(VisuallyHiddenText + ": "), Text);
}

namespace Candour.Web.Components;

/// <summary>Fields that answer one question together.</summary>
public sealed record Fieldset : Component
{
    public Legend? Legend { get; init; }

    public Markup? Content { get; init; }

    public string? Role { get; init; }

    public string? DescribedBy { get; init; }

    public override Markup? Render() => El("fieldset", "nhsuk-fieldset", Classes).Attr("id", Id).Attr("role", Role)
        .Attr("aria-describedby", Ids(DescribedBy)).Attrs(Attributes).Add(Legend, Content);
}

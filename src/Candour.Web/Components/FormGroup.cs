namespace Candour.Web.Components;

/// <summary>The box around a field: its hint, its error, and what stands before and after the input.</summary>
public abstract record FormGroup : Component
{
    public string? Name { get; init; }

    public Hint? Hint { get; init; }

    public ErrorMessage? ErrorMessage { get; init; }

    /// <summary>Wrong, but the words are elsewhere on the page.</summary>
    public bool HasError { get; init; }

    public bool Disabled { get; init; }

    /// <summary>Ids of further elements that describe the field.</summary>
    public string? DescribedBy { get; init; }

    public string? GroupClasses { get; init; }

    public Attributes? GroupAttributes { get; init; }

    public Markup? Before { get; init; }

    public Markup? After { get; init; }

    protected bool IsWrong => HasError || ErrorMessage is not null;

    protected Hint? HintOf(string? id) => Hint is null ? null : Hint with { Id = Hint.Id ?? id + "-hint" };

    protected ErrorMessage? ErrorOf(string? id) => ErrorMessage is null ? null : ErrorMessage with { Id = ErrorMessage.Id ?? id + "-error" };

    protected string? DescriptionsOf(string? id, string? first = null) => Ids(first, HintOf(id)?.Id, ErrorOf(id)?.Id);

    protected Element Group(params ReadOnlySpan<string?> more) =>
        El("div", "nhsuk-form-group", IsWrong ? "nhsuk-form-group--error" : null, GroupClasses, Element.Joined(more)).Attrs(GroupAttributes);
}

/// <summary>A form group with one field and its label.</summary>
public abstract record LabelledField : FormGroup
{
    public Label? Label { get; init; }

    protected string? FieldId => Id ?? Name;

    protected string? Descriptions => DescriptionsOf(FieldId, DescribedBy);

    protected Markup Top => Join(Label is null ? null : Label with { For = Label.For ?? FieldId }, HintOf(FieldId), ErrorOf(FieldId));
}

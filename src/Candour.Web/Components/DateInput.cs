using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Candour.Web.Components;

/// <summary>A date a person knows by heart, in three boxes.</summary>
public sealed record DateInput : FormGroup
{
    public IReadOnlyList<DatePart> Parts { get; init; } = DatePart.DayMonthYear;

    /// <summary>null: no fieldset around the boxes.</summary>
    public Fieldset? Fieldset { get; init; }

    /// <summary>Names become <c>prefix[day]</c>.</summary>
    public string? NamePrefix { get; init; }

    public override Markup? Render()
    {
        var anyPartIsWrong = Parts.Any(part => part.HasError == true);
        var boxes = El("div", "nhsuk-date-input", Classes).Attr("id", Id).Attrs(Attributes)
            .Add(Before).Add(Parts.Select(part => Box(part, anyPartIsWrong))).Add(After);
        var inner = Join(HintOf(Id), ErrorOf(Id), boxes);
        return (this with { HasError = IsWrong || anyPartIsWrong }).Group().Add(Fieldset is null ? inner : Fieldset with
        {
            // With role "group" a screen reader reads the hint of a set of text boxes.
            Role = Fieldset.Role ?? "group", DescribedBy = DescriptionsOf(Id, Fieldset.DescribedBy), Content = inner,
        });
    }

    private Element Box(DatePart part, bool anyPartIsWrong) => El("div", "nhsuk-date-input__item").Add(new Input
    {
        Label = (part.Label ?? new Label { Text = Capitalised(part.Name) }) with
        {
            Classes = Element.Joined("nhsuk-date-input__label", part.Label?.Classes),
        },
        HasError = part.HasError ?? (IsWrong && !anyPartIsWrong),
        Id = part.Id ?? $"{Id}-{part.Name}", Name = NamePrefix is null ? part.Name : $"{NamePrefix}[{part.Name}]",
        Value = part.Value, Width = part.Width, Inputmode = "numeric", Autocomplete = part.Autocomplete, Disabled = part.Disabled ?? Disabled,
        Classes = Element.Joined("nhsuk-date-input__input", part.Classes), Attributes = part.Attributes,
    });

    private static string Capitalised(string name) => name.Length == 0 ? name : char.ToUpperInvariant(name[0]) + name[1..];
}

/// <summary>One box of a date.</summary>
public sealed record DatePart(string Name)
{
    public Label? Label { get; init; }

    public string? Id { get; init; }

    public string? Value { get; init; }

    public string Width { get; init; } = "2";

    public string? Autocomplete { get; init; }

    public bool? Disabled { get; init; }

    /// <summary>null: wrong when the date has an error and no box says which part is wrong.</summary>
    public bool? HasError { get; init; }

    public string? Classes { get; init; }

    public Attributes? Attributes { get; init; }

    public static IReadOnlyList<DatePart> DayMonthYear { get; } = [new("day"), new("month"), new("year") { Width = "4" }];
}

/// <summary><c>&lt;nhs-date-input for="Born" legend="What is your date of birth?" /&gt;</c> on a property of type <see cref="DateParts"/>.</summary>
[HtmlTargetElement("nhs-date-input", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class DateInputTagHelper : FieldTagHelper
{
    public string? Legend { get; set; }

    /// <summary>A date of birth, which the browser may know.</summary>
    public bool Birth { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var typed = For?.Model as DateParts;
        // What a refusal calls the field is the box to go to.
        var given = Take(output, "id");
        var parts = new[] { Part("Day", "2", typed?.Day, given), Part("Month", "2", typed?.Month), Part("Year", "4", typed?.Year) };
        var error = Error ?? ErrorAt(FullName) ?? parts.Select(part => ErrorAt($"{FullName}.{part.Label!.Text!.Plain}")).FirstOrDefault(e => e is not null);
        Write(output, new DateInput
        {
            Id = FieldId, Classes = Take(output, "class"), Hint = Hint, ErrorMessage = error is null ? ErrorMessage : (ErrorMessage?)error, Disabled = Disabled, Parts = parts,
            Attributes = Rest(output),
            Fieldset = Legend is null ? null : new Fieldset
            {
                Legend = new() { Text = Legend, Size = QuestionSize, IsPageHeading = PageHeading ? true : null, Caption = Caption },
            },
        });
    }

    private DatePart Part(string part, string width, string? value, string? id = null)
    {
        var name = $"{FullName}.{part}";
        return new(name)
        {
            Label = part, Id = id ?? IdOf(name), Width = width, Value = ValueAt(name, value),
            HasError = ErrorAt(name) is null && (ErrorMessage is null || ErrorAt(FullName) is not null) ? null : true, Autocomplete = Birth ? "bday-" + part.ToLowerInvariant() : null,
        };
    }
}

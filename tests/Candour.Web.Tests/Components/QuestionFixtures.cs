using Candour.Web.Components;

namespace Candour.Web.Tests.Components;

/// <summary>Fixtures of headings, labels, legends and of the parts of a field.</summary>
internal static class QuestionFixtures
{
    public static Caption? Caption(Options o) => !o.Is ? null : new()
    {
        Id = o["id"].String, Text = o.Words, Placement = o["placement"].String, Size = o["size"].String, Classes = o["classes"].String,
        Element = o["element"].String ?? "span", Attributes = o.Attributes,
    };

    public static Heading? Heading(Options o) => !o.Is || o.IsTrue ? null : new()
    {
        Id = o["id"].String, Text = o.Words, Size = o["size"].String, Level = o["level"].Int, Caption = Caption(o["caption"]),
        Href = o["href"].String, VisuallyHiddenText = o["visuallyHiddenText"].String, Element = o["element"].String,
        Classes = o["classes"].String, Attributes = o.Attributes,
    };

    public static Label? Label(Options o, Markup? call = null) => !o.Is ? null : new()
    {
        Id = o["id"].String, Text = call ?? o.Words, For = o["for"].String, Size = o["size"].String, Classes = o["classes"].String,
        Heading = Heading(o["heading"]), IsPageHeading = PageHeading(o), Caption = Caption(o["caption"]),
        VisuallyHiddenText = o["visuallyHiddenText"].String, Attributes = o.Attributes,
    };

    public static Legend? Legend(Options o, Markup? call = null) => !o.Is ? null : new()
    {
        Id = o["id"].String, Text = call ?? o.Words, Size = o["size"].String, Classes = o["classes"].String,
        Heading = Heading(o["heading"]), IsPageHeading = PageHeading(o), Caption = Caption(o["caption"]),
        VisuallyHiddenText = o["visuallyHiddenText"].String, Attributes = o.Attributes,
    };

    public static Hint? Hint(Options o, Markup? call = null) => o.Words is null && call is null && !o.Is ? null : new()
    {
        Id = o["id"].String, Text = call ?? o.Words, Classes = o["classes"].String, Attributes = o.Attributes,
    };

    public static ErrorMessage? ErrorMessage(Options o, Markup? call = null) => !o.Is || o.IsTrue ? null : new()
    {
        Id = o["id"].String, Text = call ?? o.Words, Classes = o["classes"].String, Attributes = o.Attributes,
        VisuallyHiddenText = o["visuallyHiddenText"].String ?? "Error",
    };

    public static Fieldset? Fieldset(Options o, Markup? call = null) => !o.Is ? null : new()
    {
        Id = o["id"].String, Legend = Legend(o["legend"]), Role = o["role"].String, DescribedBy = o["describedBy"].String,
        Classes = o["classes"].String, Attributes = o.Attributes,
        Content = call ?? (o["html"].String is { } html ? Html.Parse(html).ToMarkup() : null),
    };

    /// <summary>What every field's group has.</summary>
    public static T Group<T>(Options o, T field) where T : FormGroup => field with
    {
        Id = o["id"].String, Name = o["name"].String, Classes = o["classes"].String, Attributes = o.Attributes, Hint = Hint(o["hint"]),
        ErrorMessage = ErrorMessage(o["errorMessage"]), HasError = o["errorMessage"].IsTrue, Disabled = o["disabled"].IsTrue,
        DescribedBy = o["describedBy"].String, GroupClasses = o["formGroup"]["classes"].String, GroupAttributes = o["formGroup"].Attributes,
        Before = o["formGroup"]["beforeInput"].Words ?? o["formGroup"]["beforeInputs"].Words,
        After = o["formGroup"]["afterInput"].Words ?? o["formGroup"]["afterInputs"].Words,
    };

    public static T Labelled<T>(Options o, T field) where T : LabelledField => Group(o, field) with { Label = Label(o["label"]) };

    private static bool? PageHeading(Options o) => o["isPageHeading"].Maybe ?? (o["heading"].IsTrue ? true : null);
}

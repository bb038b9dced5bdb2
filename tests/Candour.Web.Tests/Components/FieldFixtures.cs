using Candour.Web.Components;
using static Candour.Web.Tests.Components.QuestionFixtures;

namespace Candour.Web.Tests.Components;

/// <summary>Fixtures of the fields of a form.</summary>
internal static class FieldFixtures
{
    public static Button Button(Options o) => new()
    {
        Id = o["id"].String, Text = o.Words, Variant = o["variant"].String, Small = o["small"].IsTrue, Href = o["href"].String,
        Type = o["type"].String, Name = o["name"].String, Value = o["value"].String, Disabled = o["disabled"].IsTrue,
        AriaLabel = o["ariaLabel"].String, PreventDoubleClick = o["preventDoubleClick"].Maybe, Classes = o["classes"].String,
        Icon = o["icon"].String ?? o["icon"]["name"].String,
        IconPlacement = o["icon"].String is null ? o["icon"]["placement"].String ?? "" : "start", Attributes = o.Attributes,
    };

    public static Input Input(Options o) => Labelled(o, new Input()) with
    {
        Value = o["value"].String, Type = o["type"].String ?? "text", Width = o["width"].String, Large = o["large"].IsTrue, Code = o["code"].IsTrue,
        Spellcheck = o["spellcheck"].Maybe, Autocomplete = o["autocomplete"].String, Autocapitalize = o["autocapitalize"].String,
        Inputmode = o["inputmode"].String, Pattern = o["pattern"].String, Placeholder = o["placeholder"].String,
        Prefix = Affix(o["prefix"]), Suffix = Affix(o["suffix"]), WrapperClasses = o["inputWrapper"]["classes"].String,
    };

    public static Textarea Textarea(Options o) => Labelled(o, new Textarea()) with
    {
        Value = o["value"].String, Rows = o["rows"].Int ?? 5, Spellcheck = o["spellcheck"].Maybe, Autocomplete = o["autocomplete"].String,
    };

    public static CharacterCount CharacterCount(Options o) => new()
    {
        Box = Textarea(o), MaxLength = o["maxlength"].Int, MaxWords = o["maxwords"].Int, Threshold = o["threshold"].String is { } t ? int.Parse(t) : null,
        CountType = o["countType"].String, DescriptionText = o["textareaDescriptionText"].String,
        MessageClasses = o["countMessage"]["classes"].String,
        Messages =
        [
            .. new[] { "characters", "words" }.SelectMany(unit => new[] { "Under", "At", "Over" }.SelectMany(side =>
                o[$"{unit}{side}LimitText"].Messages($"{unit}-{side.ToLowerInvariant()}-limit"))),
        ],
    };

    public static Select Select(Options o) => Labelled(o, new Select()) with
    {
        Value = o["value"].String, WrapperClasses = o["inputWrapper"]["classes"].String,
        Items = [.. o["items"].List.Select(item => !item.Is ? null : new Option
        {
            Value = item["value"].String, Text = item["text"].String ?? "", Selected = item["selected"].Maybe, Disabled = item["disabled"].IsTrue,
            IsDivider = item["divider"].Is, Attributes = item.Attributes,
        })],
    };

    public static Radios Radios(Options o) => Choices(o, new Radios()) with { Value = o["value"].String };

    public static Checkboxes Checkboxes(Options o) => Choices(o, new Checkboxes()) with
    {
        Values = [.. o["values"].List.Select(value => value.String!)],
    };

    public static DateInput DateInput(Options o) => Group(o, new DateInput()) with
    {
        Fieldset = Fieldset(o["fieldset"]), NamePrefix = o["namePrefix"].String,
        Parts = o["items"].List.Count > 0
            ? [.. o["items"].List.Where(item => item.Is).Select(item => Part(o, item, item["name"].String!))]
            : [.. new[] { "day", "month", "year" }.Where(name => !o[name].IsFalse).Select(name => Part(o, o[name], o[name]["name"].String ?? name))],
    };

    public static PasswordInput PasswordInput(Options o) => new()
    {
        Box = Input(o), ShowText = o["showPasswordText"].String ?? o["button"]["text"].String, ShowAriaLabel = o["showPasswordAriaLabel"].String,
        Toggle = Button(o["button"]) with { Disabled = o["button"]["disabled"].Maybe ?? o["disabled"].IsTrue },
        Messages =
        [
            .. o["hidePasswordText"].Messages("hide-password"), .. o["hidePasswordAriaLabel"].Messages("hide-password-aria-label"),
            .. o["passwordShownAnnouncementText"].Messages("password-shown-announcement"),
            .. o["passwordHiddenAnnouncementText"].Messages("password-hidden-announcement"),
        ],
    };

    public static SearchInput SearchInput(Options o) => new()
    {
        Box = Input(o),
        Go = o["button"].IsFalse ? null : Button(o["button"]) with
        {
            AriaLabel = o["button"]["ariaLabel"].String ?? "Search", Disabled = o["button"]["disabled"].Maybe ?? o["disabled"].IsTrue,
            Icon = o["button"]["icon"].IsFalse ? null : o["button"]["icon"].String ?? "search", IconPlacement = "start",
        },
    };

    public static FileUpload FileUpload(Options o) => Labelled(o, new FileUpload()) with
    {
        Multiple = o["multiple"].IsTrue,
        ButtonClassList = o["chooseFilesButtonClassList"].IsList ? [.. o["chooseFilesButtonClassList"].List.Select(each => each.String!)] : null,
        Messages =
        [
            .. o["chooseFilesButtonText"].Messages("choose-files-button"), .. o["noFileChosenText"].Messages("no-file-chosen"),
            .. o["multipleFilesChosenText"].Messages("multiple-files-chosen"), .. o["dropInstructionText"].Messages("drop-instruction"),
            .. o["enteredDropZoneText"].Messages("entered-drop-zone"), .. o["leftDropZoneText"].Messages("left-drop-zone"),
        ],
    };

    private static Affix? Affix(Options o) => o.Words is null ? null : new() { Text = o.Words, Classes = o["classes"].String, Attributes = o.Attributes };

    private static T Choices<T>(Options o, T choices) where T : Choices => Group(o, choices) with
    {
        Fieldset = Fieldset(o["fieldset"]), IdPrefix = o["idPrefix"].String, Small = o["small"].IsTrue, Inline = o["inline"].IsTrue,
        Items = [.. o["items"].List.Select(item => !item.Is ? null : new Choice
        {
            Value = item["value"].String, Label = Label(item["label"]) ?? new Label { Text = item.Words }, Hint = Hint(item["hint"]),
            Checked = item["checked"].Maybe, Disabled = item["disabled"].Maybe, Id = item["id"].String, Name = item["name"].String,
            Classes = item["classes"].String, Attributes = item.Attributes, Conditional = item["conditional"].Words, Divider = item["divider"].String,
            Behaviour = item["exclusive"].IsTrue ? "exclusive" : item["behaviour"].String,
            BehaviourGroup = item["exclusiveGroup"].String ?? item["behaviourGroup"].String,
        })],
    };

    private static DatePart Part(Options o, Options item, string name) => new(name)
    {
        Label = Label(item["label"]), Id = item["id"].String, Value = item["value"].String ?? o[name]["value"].String ?? o["values"][name].String,
        Width = item["width"].String ?? (name == "year" ? "4" : "2"), Autocomplete = item["autocomplete"].String,
        Disabled = item["disabled"].Maybe, HasError = item["error"].Maybe, Classes = item["classes"].String, Attributes = item.Attributes,
    };
}

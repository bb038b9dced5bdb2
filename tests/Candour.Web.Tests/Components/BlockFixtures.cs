using Candour.Web.Components;
using static Candour.Web.Tests.Components.QuestionFixtures;

namespace Candour.Web.Tests.Components;

/// <summary>Fixtures of boxes, lists and tables.</summary>
internal static class BlockFixtures
{
    public static InsetText InsetText(Options o, Markup? call) => new()
    {
        Id = o["id"].String, Classes = o["classes"].String, Attributes = o.Attributes,
        Content = call ?? HtmlOf(o) ?? (o["text"].Is ? Markup.El("p").Add(o.Words) : null),
        VisuallyHiddenText = o["visuallyHiddenText"].String ?? "Information",
    };

    public static Details Details(Options o, Markup? call) => new()
    {
        Id = o["id"].String, Classes = o["classes"].String, Attributes = o.Attributes, Variant = o["variant"].String, Open = o["open"].IsTrue,
        Summary = o["summary"].Words, SummaryClasses = o["summary"]["classes"].String, Content = call ?? o.Words,
    };

    public static Card Card(Options o, Markup? call = null) => new()
    {
        Id = o["id"].String, Classes = o["classes"].String, Attributes = o.Attributes, Href = o["href"].String, Clickable = o["clickable"].IsTrue,
        Heading = Heading(o["heading"]) is { } heading ? heading with { Text = o["heading"]["html"].Is ? o["heading"]["text"].Words : heading.Text } : null, HeadingContent = HtmlOf(o["heading"]), Variant = o["variant"].String,
        Content = call ?? HtmlOf(o["description"]), Description = o["description"].Words, ContentClasses = o["description"]["classes"].String,
        Actions = Actions(o["actions"]), ActionsClasses = o["actions"]["classes"].String,
        Image = HtmlOf(o["image"]) ?? (o["image"]["src"].String is { } src
            ? Markup.El("img", "nhsuk-card__img").Attr("src", src).Attr("alt", o["image"]["alt"].String ?? "") : null),
    };

    public static WarningCallout WarningCallout(Options o, Markup? call) => new()
    {
        Id = o["id"].String, Classes = o["classes"].String, Attributes = o.Attributes, Heading = Heading(o["heading"]),
        Content = call ?? HtmlOf(o), Description = o["text"].Words,
    };

    public static DoDontList DoDontList(Options o) => new()
    {
        Id = o["id"].String, Classes = o["classes"].String, Attributes = o.Attributes, Crosses = (o["icon"].String ?? o["type"].String) == "cross",
        Heading = Heading(o["heading"]) ?? new Heading { Text = o["title"].Words, Level = o["headingLevel"].Int },
        Prefix = o["prefixText"].String, HidePrefix = o["hidePrefix"].IsTrue,
        Items = [.. o["items"].List.Where(item => item.Is).Select(item => (item["item"].Is ? item["item"].Words : item.Words)!)],
    };

    public static Panel Panel(Options o, Markup? call) => new()
    {
        Id = o["id"].String, Classes = o["classes"].String, Attributes = o.Attributes, Heading = Heading(o["heading"]), Content = call ?? o.Words,
        Variant = o["variant"].String,
    };

    public static NotificationBanner NotificationBanner(Options o, Markup? call) => new()
    {
        Id = o["id"].String, Classes = o["classes"].String, Attributes = o.Attributes, Title = Heading(o["title"]), Heading = Heading(o["heading"]),
        Content = call ?? HtmlOf(o), Text = o["text"].Words, Variant = o["variant"].String, Role = o["role"].String,
        DisableAutoFocus = o["disableAutoFocus"].Maybe,
    };

    public static ErrorSummary ErrorSummary(Options o, Markup? call) => new()
    {
        Id = o["id"].String, Classes = o["classes"].String, Attributes = o.Attributes, Heading = Heading(o["heading"]) ?? new Heading(),
        Description = call ?? o["description"].Words, DisableAutoFocus = o["disableAutoFocus"].Maybe,
        Errors = [.. o["errorList"].List.Select(item => !item.Is ? null : new FoundError
        {
            Text = item.Words, Href = item["href"].String, Attributes = item.Attributes,
        })],
    };

    public static Tag Tag(Options o, Markup? call = null) => new()
    {
        Id = o["id"].String, Classes = o["classes"].String, Attributes = o.Attributes, Text = call ?? o.Words, Colour = o["colour"].String,
        NoColour = o["colour"].IsFalse, Border = !o["border"].IsFalse,
    };

    public static TaskList TaskList(Options o) => new()
    {
        Id = o["id"].String, Classes = o["classes"].String, Attributes = o.Attributes, IdPrefix = o["idPrefix"].String ?? "task-list",
        Items = [.. o["items"].List.Select(item => !item.Is ? null : new TaskItem
        {
            Heading = Heading(item["heading"]) ?? new Heading { Text = item["title"].Words, Classes = item["title"]["classes"].String },
            Href = item["href"].String, Hint = item["hint"].Words, Classes = item["classes"].String, StatusClasses = item["status"]["classes"].String,
            Status = item["status"]["tag"].Is ? Tag(item["status"]["tag"]) : item["status"].Words,
        })],
    };

    public static SummaryList SummaryList(Options o) => new()
    {
        Id = o["id"].String, Classes = o["classes"].String, Attributes = o.Attributes, Border = !o["border"].IsFalse,
        LastRowBorder = !o["lastRowBorder"].IsFalse, Card = o["card"].Is ? Card(o["card"]) : null,
        Rows = [.. o["rows"].List.Select(row => !row.Is ? null : new SummaryRow
        {
            Id = row["id"].String, Classes = row["classes"].String, Key = row["key"].Words, KeyWidth = row["key"]["width"].String,
            Value = row["value"].Words, Border = !row["border"].IsFalse, Actions = Actions(row["actions"]),
        })],
    };

    public static Code Code(Options o, Markup? call) => new()
    {
        Id = o["id"].String, Classes = o["classes"].String, Attributes = o.Attributes, Content = call ?? o.Words, Variant = o["variant"].String,
        Background = o["background"].String, Border = !o["border"].IsFalse,
        Copy = o["button"].Is ? FieldFixtures.Button(o["button"]) with { Text = o["copyButtonText"].Words } : null,
        CopyButtonClassList = o["copyButtonClassList"].IsList ? [.. o["copyButtonClassList"].List.Select(each => each.String!)] : null,
        Messages =
        [
            .. o["copyButtonText"].Messages("copy-button"), .. o["copiedButtonText"].Messages("copied-button"),
            .. o["copiedAnnouncementText"].Messages("copied-announcement"),
        ],
    };

    public static Table Table(Options o) => new()
    {
        Id = o["id"].String, Classes = o["classes"].String, Attributes = o.Attributes, FirstCellIsHeader = o["firstCellIsHeader"].IsTrue,
        Responsive = o["responsive"].IsTrue, Scroll = o["scroll"].IsTrue, Compact = o["compact"].IsTrue, Striped = o["striped"].IsTrue,
        Border = !o["border"].IsFalse, LastRowBorder = !o["lastRowBorder"].IsFalse, Variant = o["variant"].String,
        Caption = !o["caption"].Is ? null : new()
        {
            Text = o["caption"].Words, Id = o["caption"]["id"].String, Size = o["caption"]["size"].String, Classes = o["caption"]["classes"].String,
            Caption = Caption(o["caption"]["caption"]), VisuallyHiddenText = o["caption"]["visuallyHiddenText"].String,
        },
        Head = [.. o["head"].List.Select(item => !item.Is ? null : Cell(item, new TableHead
        {
            Sort = item["sort"].String ?? (item["sort"].IsTrue ? "none" : null), SortNext = item["sortNext"].String,
        }))],
        Rows = [.. o["rows"].List.Where(row => row.IsList).Select(row => (IReadOnlyList<TableCell?>)
            [.. row.List.Select(item => !item.Is ? null : Cell(item, new TableCell { SortValue = item["sortValue"].String }))])],
        Card = !o["card"].Is && !o["panel"].Is ? null : Card(o["card"]) with
        {
            Heading = Heading(o["card"]["heading"]) ?? (o["heading"].Is ? new Heading { Text = o["heading"].Words, Level = o["headingLevel"].Int } : null),
            Variant = o["card"]["variant"].String ?? (o["panel"].Is ? "feature" : null),
        },
    };

    private static T Cell<T>(Options o, T cell) where T : AnyCell => cell with
    {
        Text = o.Words, VisuallyHiddenText = o["visuallyHiddenText"].String, Format = o["format"].String, Href = o["href"].String,
        Align = o["align"].String, Width = o["width"].String, Colspan = o["colspan"].Int, Rowspan = o["rowspan"].Int,
        Classes = o["classes"].String, Attributes = o.Attributes,
    };

    private static List<CardAction> Actions(Options o) => [.. (o.IsList ? o : o["items"]).List.Where(item => item.Is).Select(item => new CardAction
    {
        Id = item["id"].String, Text = item.Words, Href = item["href"].String, Type = item["type"].String, Name = item["name"].String,
        Value = item["value"].String, VisuallyHiddenText = item["visuallyHiddenText"].String, Classes = item["classes"].String,
        Attributes = item.Attributes,
    })];

    private static Markup? HtmlOf(Options o) => o["html"].String is { Length: > 0 } html ? Html.Parse(html).ToMarkup() : null;
}

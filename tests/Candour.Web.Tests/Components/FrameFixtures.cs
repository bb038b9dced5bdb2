using Candour.Web.Components;
using static Candour.Web.Tests.Components.QuestionFixtures;

namespace Candour.Web.Tests.Components;

/// <summary>Fixtures of the frame of a page, its links and its pictures.</summary>
internal static class FrameFixtures
{
    public static ActionLink ActionLink(Options o, Markup? call) => new()
    {
        Text = call ?? o.Words, Href = o["href"].String, Type = o["type"].String, Variant = o["variant"].String, Attributes = o.Attributes,
    };

    public static BackLink BackLink(Options o, Markup? call = null) => new()
    {
        Id = o["id"].String, Text = call ?? o.Words, Href = o["href"].String, Type = o["type"].String, Variant = o["variant"].String,
        Attributes = o.Attributes,
    };

    public static SkipLink SkipLink(Options o) =>
        new() { Text = o.Words ?? new SkipLink().Text, Href = o["href"].String ?? new SkipLink().Href };

    public static Breadcrumb Breadcrumb(Options o) => new()
    {
        Id = o["id"].String, Variant = o["variant"].String, Attributes = o.Attributes, BackLink = o["backLink"].Is ? BackLink(o["backLink"]) : null,
        Items = [.. o["items"].List.Select(item => new Crumb { Text = item.Words, Href = item["href"].String, Attributes = item.Attributes })],
    };

    public static ContentsList ContentsList(Options o) => new()
    {
        Items = Contents(o["items"]), VisuallyHiddenText = o["visuallyHiddenText"].String ?? "Contents", Attributes = o.Attributes,
    };

    public static Pagination Pagination(Options o) => new()
    {
        Id = o["id"].String, Attributes = o.Attributes,
        Previous = Turn(o["previous"], o["previousUrl"], o["previousPage"]), Next = Turn(o["next"], o["nextUrl"], o["nextPage"]),
        Items = [.. o["items"].List.Select(item => !item.Is ? null : new PageNumber
        {
            Number = item["number"].String, Href = item["href"].String, Current = item["current"].IsTrue, Ellipsis = item["ellipsis"].IsTrue,
        })],
    };

    public static Header Header(Options o) => new()
    {
        Id = o["id"].String, Classes = o["classes"].String, Attributes = o.Attributes, Colour = o["colour"].String, Inline = o["inline"].IsTrue,
        ServiceName = o["service"]["text"].String, ServiceHref = o["service"]["href"].String, ContainerClasses = o["containerClasses"].String,
        Logo = new()
        {
            Href = o["logo"]["href"].String, Src = o["logo"]["src"].String, Alt = o["logo"]["alt"].String ?? "NHS",
            AriaLabel = o["logo"]["ariaLabel"].String,
        },
        Organisation = !o["organisation"].Is ? null : new()
        {
            Name = o["organisation"]["name"].String!, Split = o["organisation"]["split"].String, Descriptor = o["organisation"]["descriptor"].String,
        },
        Search = !o["search"].Is ? null : new()
        {
            Action = o["search"]["action"].String ?? "https://www.nhs.uk/search/",
            Label = o["search"]["label"]["visuallyHiddenText"].String ?? "Search the NHS website",
            Placeholder = o["search"]["input"]["placeholder"].String ?? "Search",
        },
        Account = !o["account"].Is ? null : new()
        {
            Items = [.. o["account"]["items"].List.Where(item => item.Is).Select(item => new AccountItem
            {
                Text = item.Words, Href = item["href"].String, Action = item["action"].String, Icon = item["icon"].IsTrue,
            })],
        },
        Navigation = !o["navigation"].Is ? null : new()
        {
            Colour = o["navigation"]["colour"].String, Justified = o["navigation"]["justified"].IsTrue,
            Items = [.. o["navigation"]["items"].List.Where(item => item.Is).Select(item => new MenuItem
            {
                Text = item.Words, Href = item["href"].String, Current = item["current"].IsTrue, Active = item["active"].IsTrue,
                Classes = item["classes"].String, Attributes = item.Attributes,
            })],
        },
    };

    public static Footer Footer(Options o, Markup? call) => new()
    {
        Id = o["id"].String, Classes = o["classes"].String, Attributes = o.Attributes, Abreast = o["columns"].Int ?? 4,
        Links = Links(o["meta"]["items"]),
        Line = call ?? (o["meta"]["html"].Is ? o["meta"].Words : o["meta"].Words is { } words ? Markup.El("p", "nhsuk-body-s").Add(words) : null),
        Copyright = o["copyright"].IsGiven ? o["copyright"].Words : "© NHS England",
        Columns = [.. (o["navigation"].IsList ? o["navigation"].List : o["navigation"].Is ? [o["navigation"]] : []).Select(column => new FooterColumn
        {
            Heading = Heading(column["heading"]) ?? (column["title"].Is ? new Heading { Text = column["title"].Words } : null),
            Content = column["html"].Is ? column.Words : column["text"].Is ? Markup.El("p", "nhsuk-body-s").Add(column.Words) : null,
            Items = Links(column["items"]), Width = column["width"].String,
        })],
    };

    public static Hero Hero(Options o)
    {
        var first = o["heading"].Is || o.Words is not null ? new HeroContent
        {
            Heading = Heading(o["heading"]), Text = o["text"].Words, Content = o["html"].Is ? o.Words : null, Width = o["width"].String ?? "two-thirds",
        } : null;
        return new()
        {
            Id = o["id"].String, ImageSrc = o["image"]["src"].String ?? o["imageURL"].String, Border = !o["border"].IsFalse, Describes = o["heading"].Is,
            Content =
            [
                .. first is null ? Array.Empty<HeroContent>() : [first],
                .. (o["content"].IsList ? o["content"].List : o["content"].Is ? [o["content"]] : []).Select(content => new HeroContent
                {
                    Heading = Heading(content["heading"]), Text = content["text"].Words, Content = content["html"].Is ? content.Words : null,
                    Image = content["image"].Is ? Image(content["image"], null) : null, Width = content["width"].String ?? "one-half",
                    Classes = content["classes"].String,
                }),
            ],
        };
    }

    public static Image Image(Options o, Markup? call) => new()
    {
        Id = o["id"].String, Classes = o["classes"].String, Attributes = o.Attributes, Src = o["src"].String, Alt = o["alt"].String ?? "",
        Sizes = o["sizes"].String, Srcset = o["srcset"].String, Caption = o["caption"].Words, Content = call, Width = o["width"].String,
        Border = !o["border"].IsFalse, Background = !o["background"].IsFalse,
    };

    public static Scroll Scroll(Options o, Markup? call) => new()
    {
        Id = o["id"].String, LabelledBy = o["labelledBy"].String, Variant = o["variant"].String,
        Content = call ?? (o["html"].Is ? o.Words : Markup.El("p").Add(o.Words)),
    };

    public static Tabs Tabs(Options o) => new()
    {
        Id = o["id"].String, Classes = o["classes"].String, Attributes = o.Attributes, IdPrefix = o["idPrefix"].String,
        Heading = o["visuallyHiddenText"].Words ?? o["title"].Words ?? new Tabs().Heading,
        Items = [.. o["items"].List.Select(item => !item.Is ? null : new TabItem
        {
            Label = item["label"].Words!, Id = item["id"].String, Attributes = item.Attributes, PanelAttributes = item["panel"].Attributes,
            Panel = item["panel"]["html"].Is ? item["panel"].Words : item["panel"]["text"].Is ? Markup.El("p").Add(item["panel"].Words) : null,
        })],
    };

    private static List<ContentsItem?> Contents(Options o) => [.. o.List.Select(item => !item.Is ? null : new ContentsItem
    {
        Text = item.Words, Href = item["href"].String, Current = item["current"].IsTrue, Items = Contents(item["items"]),
        Classes = item["classes"].String, Attributes = item.Attributes,
    })];

    private static PageTurn? Turn(Options o, Options url, Options page) => url.Is || page.Is
        ? new() { Href = url.String, Label = page.Words }
        : !o.Is ? null : new() { Href = o["href"].String, Label = o["label"].Words, Text = o.Words, Attributes = o.Attributes };

    private static List<FooterLink> Links(Options o) => [.. o.List.Where(item => item.Is).Select(item => new FooterLink
    {
        Text = item.Words, Href = item["href"].String, Attributes = item.Attributes,
    })];
}

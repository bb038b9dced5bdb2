using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Candour.Web.Components;

/// <summary>Things to do, each with its state; the state is in the link's description.</summary>
public sealed record TaskList : Component
{
    public IReadOnlyList<TaskItem?> Items { get; init; } = [];

    public string IdPrefix { get; init; } = "task-list";

    public override Markup? Render() => El("ul", "nhsuk-task-list", Classes).Attr("id", Id).Attrs(Attributes)
        .Add(Items.Select((item, index) => item is null ? null : item.At($"{IdPrefix}-{index + 1}")));
}

public sealed record TaskItem
{
    public required Heading Heading { get; init; }

    public string? Href { get; init; }

    public Markup? Hint { get; init; }

    /// <summary>A word, or a <see cref="Tag"/>.</summary>
    public Markup? Status { get; init; }

    public string? StatusClasses { get; init; }

    public string? Classes { get; init; }

    internal Markup At(string id)
    {
        var described = Element.Joined(Hint is null ? null : id + "-hint", id + "-status");
        var attributes = new Attributes { { "href", Href }, { "aria-describedby", Href is null ? null : described } };
        foreach (var (name, value) in Heading.Attributes ?? [])
            attributes.Add(name, value);
        return Markup.El("li", "nhsuk-task-list__item", Href is null ? null : "nhsuk-task-list__item--with-link", Classes).Add(
            Markup.El("div", "nhsuk-task-list__name-and-hint").Add(
                Heading with
                {
                    ClassName = Href is null ? "" : "nhsuk-task-list__link", Attributes = attributes, Element = Href is null ? "div" : "a",
                    Classes = Element.Joined(Href is null ? null : "nhsuk-link", Heading.Classes),
                },
                Hint is null ? null : Markup.El("div", "nhsuk-task-list__hint").Attr("id", id + "-hint").Add(Hint)),
            Markup.El("div", "nhsuk-task-list__status", StatusClasses).Attr("id", id + "-status").Add(Status));
    }
}

/// <summary><c>&lt;nhs-task-list&gt;</c> around <c>nhs-task</c>s.</summary>
[HtmlTargetElement("nhs-task-list")]
public sealed class TaskListTagHelper : ComponentTagHelper
{
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var tasks = Gather<TaskItem>(context);
        await output.GetChildContentAsync();
        var id = Take(output, "id");
        Write(output, new TaskList { Id = id, IdPrefix = id ?? "task-list", Classes = Take(output, "class"), Items = tasks.All, Attributes = Rest(output) });
    }
}

/// <summary><c>&lt;nhs-task href="/q/…" hint="6 minutes" status="To do" colour="blue"&gt;Questions before Monday&lt;/nhs-task&gt;</c></summary>
[HtmlTargetElement("nhs-task", ParentTag = "nhs-task-list")]
public sealed class TaskTagHelper : ComponentTagHelper
{
    public string? Href { get; set; }

    public string? Hint { get; set; }

    public string Status { get; set; } = "";

    /// <summary>A colour makes the state a tag.</summary>
    public string? Colour { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        GatheredBy<TaskItem>(context, "nhs-task", "nhs-task-list").All.Add(new()
        {
            Heading = new() { Text = await ContentOf(output) }, Href = Href, Hint = Hint, Classes = Take(output, "class"),
            Status = Colour is null ? Status : new Tag { Text = Status, Colour = Colour },
        });
        output.SuppressOutput();
    }
}

using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Candour.Web.Components;

/// <summary>What just happened (success), or what matters on this page.</summary>
public sealed record NotificationBanner : Component
{
    public Heading? Title { get; init; }

    public Heading? Heading { get; init; }

    public Markup? Content { get; init; }

    /// <summary>A short text: the heading itself when there is none, else a paragraph under it.</summary>
    public Markup? Text { get; init; }

    /// <summary>success, or null.</summary>
    public string? Variant { get; init; }

    public string? Role { get; init; }

    public bool? DisableAutoFocus { get; init; }

    public override Markup? Render()
    {
        var isSuccess = Variant == "success";
        var title = Title ?? new Heading();
        var id = title.Id ?? "nhsuk-notification-banner-title";
        return El("div", "nhsuk-notification-banner", Classes, OneOf("nhsuk-notification-banner--", Variant, Classes, "success"))
            .Attr("id", Id).Attr("data-module", "nhsuk-notification-banner")
            .Attr("data-disable-auto-focus", DisableAutoFocus is { } off ? off ? "true" : "false" : null)
            .Attr("role", Role ?? (isSuccess ? "alert" : "region")).Attr("aria-labelledby", id).Attrs(Attributes)
            .Add(
                El("div", "nhsuk-notification-banner__header").Add(title with
                {
                    Id = id, Text = title.Text ?? (isSuccess ? "Success" : "Important"), Level = title.Level ?? 2,
                    ClassName = "nhsuk-notification-banner__title",
                }),
                El("div", "nhsuk-notification-banner__content").Add(
                    Heading is null ? null : Heading with { Level = Heading.Level ?? 3, ClassName = "nhsuk-notification-banner__heading" },
                    Content ?? (Text is null ? null : El("p", Heading is null ? "nhsuk-notification-banner__heading" : "nhsuk-body").Add(Text))));
    }
}

/// <summary><c>&lt;nhs-notification-banner success="true"&gt;Session saved.&lt;/nhs-notification-banner&gt;</c></summary>
[HtmlTargetElement("nhs-notification-banner")]
public sealed class NotificationBannerTagHelper : ComponentTagHelper
{
    public bool Success { get; set; }

    public string? Heading { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output) => Write(output, new NotificationBanner
    {
        Id = Take(output, "id"), Classes = Take(output, "class"), Variant = Success ? "success" : null, Heading = Heading,
        Text = await ContentOf(output), Attributes = Rest(output),
    });
}

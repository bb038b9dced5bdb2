using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Candour.Web.Components.Frame;

/// <summary>The parts of the frame that differ from page to page, built from the face of the service and who is signed in.</summary>
public static class PageFrame
{
    /// <summary><c>{h1} – {service}</c>, with <c>Error: </c> before it after a refused post. The page sets <c>ViewData["Title"]</c>.</summary>
    public static string Title(ViewDataDictionary view, ServiceFace face, bool posted = true)
    {
        var title = view["Title"] as string;
        var named = string.IsNullOrEmpty(title) ? face.Name : $"{title} – {face.Name}";
        return view.ModelState.IsValid || !posted ? named : $"Error: {named}";
    }

    public static Header PublicHeader(ServiceFace face) => new() { ServiceName = face.Name, ServiceHref = "/" };

    /// <param name="path">The address of this page, to mark its word in the menu.</param>
    /// <param name="fields">The antiforgery token for signing out; null on a page whose bytes must not differ: it leads to the page that signs out.</param>
    public static Header StaffHeader(ServiceFace face, SignedInStaff? who, PagesThere pages, string? path, IHtmlContent? fields)
    {
        if (who is null)
            return PublicHeader(face);
        var menu = Menus.Of(who.Role).Where(item => pages.Has(item.Href)).ToList();
        return new()
        {
            ServiceName = face.Name,
            ServiceHref = menu is [var landing, ..] ? landing.Href : Menus.LandingWithoutMenu,
            Account = new()
            {
                Items =
                [
                    new() { Text = Named(who.Name, who.RoleWords), Icon = true },
                    .. who.HasOtherRoles ? [new AccountItem { Text = "Switch role", Href = "/switch-role" }] : Array.Empty<AccountItem>(),
                    fields is null ? new AccountItem { Text = "Sign out", Href = "/sign-out" } : new() { Text = "Sign out", Action = "/sign-out", Fields = Markup.Of(fields) },
                ],
            },
            Navigation = new()
            {
                Items = [.. menu.Select(item => new MenuItem
                {
                    Text = item.Words, Href = item.Href, Current = path == item.Href,
                    Active = path?.StartsWith(item.Href + "/", StringComparison.Ordinal) == true,
                })],
            },
        };
    }

    public static Footer Footer(IEnumerable<(string Words, string Href)> links, PagesThere pages) => new()
    {
        Links = [.. links.Where(link => pages.Has(link.Href)).Select(link => new FooterLink { Text = link.Words, Href = link.Href })],
    };

    private static Element Named(string name, string role) => Markup.El("span").Add(Markup.El("bdi").Add(name), ", " + role);
}

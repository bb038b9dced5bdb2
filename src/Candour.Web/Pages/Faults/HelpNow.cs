using Candour.Clinical;
using Candour.Web.Components;
using Candour.Web.Components.Crisis;
using Candour.Web.Components.Frame;

namespace Candour.Web.Pages.Faults;

/// <summary>
/// <c>/help-now</c>: a file, written from the dated crisis lines, that works when everything else is down. Least effort, what
/// happens then, a text way.
/// </summary>
public static class HelpNow
{
    public static Document Page(ServiceFace face, CrisisLines lines) => new(face, "Get help now", Main(face, lines)) { HelpStrip = false };

    private static Markup Main(ServiceFace face, CrisisLines lines) => Markup.Join(
        Markup.El("h1", "nhsuk-heading-l", "nhsuk-u-margin-bottom-2").Add("Get help now"),
        new CrisisBlock(lines),
        Heading("What happens when you call 111"),
        Markup.El("p").Add("They ask your name and where you are. You can say as little as you like. They may arrange a call back or a visit."),
        Heading("If someone is hurting you"),
        CrisisBlock.Box(lines.AbuseLine),
        Markup.El("p").Add("In danger: ", Markup.El("a").Attr("href", "tel:999").Add("call 999"), ". Cannot speak: press 55 on a mobile."),
        face.Phone is null ? null : Markup.Join(
            Heading(face.Name),
            Markup.El("p").Add(face.CallUs(), " We are not an emergency service.")),
        Markup.El("p", "nhsuk-body-s").Add($"Checked on {Words.LongDay(face.HelpCheckedOn is { } tried && tried > lines.CheckedOn ? tried : lines.CheckedOn)}."));

    private static Element Heading(string words) => Markup.El("h2", "nhsuk-heading-m", "nhsuk-u-margin-bottom-2").Add(words);
}

/// <summary>Keeps the face of the service fresh, and answers <c>/help-now</c> before anything that could fail.</summary>
internal sealed class ShowsHelp(RequestDelegate next, CurrentFace faces, CrisisLines lines)
{
    public async Task InvokeAsync(HttpContext http)
    {
        if (http.Request.Path == "/help-now" && (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method)))
        {
            http.Response.ContentType = "text/html; charset=utf-8";
            http.Response.Headers.CacheControl = "no-cache";
            if (HttpMethods.IsGet(http.Request.Method))
                await http.Response.WriteAsync(HelpNow.Page(faces.Now, lines).Text(), http.RequestAborted);
            return;
        }
        await faces.Refresh();
        await next(http);
    }
}

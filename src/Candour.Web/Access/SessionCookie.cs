using Candour.CareRecord.Access.Store;

namespace Candour.Web.Access;

/// <summary>The one cookie that says who somebody is: 32 random bytes, meaningless elsewhere, gone with the browser.</summary>
internal static class SessionCookie
{
    public const string Name = "__Host-candour";

    public static string? TokenOf(HttpRequest request) =>
        request.Cookies.TryGetValue(Name, out var token) && token is { Length: 43 } ? token : null;

    /// <summary>Lax, so that a link in a message opens a page that knows its reader; every unsafe request needs a form token besides.</summary>
    public static void Set(HttpResponse response, string token) => response.Cookies.Append(Name, token, Options());

    public static void Clear(HttpResponse response) => response.Cookies.Delete(Name, Options());

    private static CookieOptions Options() => new()
    {
        Secure = true, HttpOnly = true, SameSite = SameSiteMode.Lax, Path = "/", IsEssential = true,
    };
}

/// <summary>Begins and ends the session of the browser that sends the request. Every step gets a new token.</summary>
public sealed class SignedIn(WebSessions sessions, Who who, IHttpContextAccessor http)
{
    /// <summary>The patient's session begins; an earlier one of this browser ends.</summary>
    /// <param name="link">The link it was opened with; its earlier sessions end.</param>
    /// <param name="target">What an answer link opens: "questionnaire/7K…".</param>
    /// <param name="handedOver">On a device of the service.</param>
    public async Task AsPatient(
        string person, CareRecord.Access.PatientStrength strength, string? link, string? target, bool handedOver = false)
    {
        if (link is not null)
            await sessions.EndOfLink(link);
        await Begin(WebSessions.Patient, person, handedOver ? WebSessions.HandedOver : null, strength.ToString(), link, target);
    }

    /// <summary>
    /// Staff hand this device to the person: the staff session ends, and what the browser kept of its pages goes; the person's
    /// begins and opens one thing.
    /// </summary>
    public async Task HandOver(string person, string target)
    {
        await AsPatient(person, CareRecord.Access.PatientStrength.Answer, link: null, target, handedOver: true);
        Http.Response.Headers["Clear-Site-Data"] = "\"cache\"";
    }

    public Task AsStaff(string account, string role) => Begin(WebSessions.Staff, account, role);

    /// <summary>A half-way step of signing in; it opens nothing but the next step.</summary>
    /// <param name="back">The page asked for before.</param>
    internal Task HalfWay(string kind, string account, string? back = null) => Begin(kind, account, target: back);

    /// <summary>The half-way session of the kind that this browser holds; null when it holds none.</summary>
    internal WebSession? Awaiting(string kind) => Current is { } session && session.Kind == kind ? session : null;

    /// <summary>Another role, under a new token; the session's absolute end stays.</summary>
    internal async Task ChooseRole(string role)
    {
        var (token, session) = await sessions.ChooseRole(Current!, role);
        Http.Features.Set(session);
        SessionCookie.Set(Http.Response, token);
    }

    /// <summary>The session ends, and the browser is told to forget what it holds of this site.</summary>
    public async Task End()
    {
        if (Current is { } session)
            await sessions.End(session.Id);
        SessionCookie.Clear(Http.Response);
        Http.Response.Headers["Clear-Site-Data"] = "\"cache\", \"cookies\", \"storage\"";
    }

    /// <summary>The stored session of this request, of whatever kind.</summary>
    internal WebSession? Current => Http.Features.Get<WebSession>();

    private HttpContext Http => http.HttpContext ?? throw new InvalidOperationException("There is no request.");

    private async Task Begin(
        string kind, string subject, string? role = null, string? strength = null, string? link = null, string? target = null)
    {
        var (token, session) = await sessions.Begin(kind, subject, role, strength, link, target, who.Device, replaces: Current?.Id);
        Http.Features.Set(session);
        SessionCookie.Set(Http.Response, token);
    }
}

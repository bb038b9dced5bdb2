using Candour.CareRecord.Access;
using Candour.CareRecord.Access.Store;

namespace Candour.Web.Access;

/// <summary>The session this browser had before it ended by itself, or a newer one took its place: so that the page can ask "are you still?".</summary>
public sealed class EndedSession(WebSessions sessions, Accounts accounts, IHttpContextAccessor http)
{
    /// <summary>Whose it was; null when there was none, or it was ended on purpose.</summary>
    public async Task<WebSession?> Find() =>
        http.HttpContext is { } context && context.Features.Get<WebSession>() is null && SessionCookie.TokenOf(context.Request) is { } token
            ? await sessions.FindRunOut(token)
            : null;

    public async Task<Account?> Account() =>
        await Find() is { Kind: WebSessions.Staff } session ? await accounts.Find(session.Subject) : null;
}

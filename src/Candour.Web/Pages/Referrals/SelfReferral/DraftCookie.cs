using Candour.CareRecord;
using Candour.CareRecord.Referrals.Store;
using Draft = Candour.CareRecord.Referrals.SelfReferral;

namespace Candour.Web.Pages.Referrals.SelfReferral;

/// <summary>The browser's hold on its draft: 32 random bytes that both find it and unseal it. Gone with the browser.</summary>
public sealed class DraftInHand(Drafts drafts, DraftCodes codes, IHttpContextAccessor http)
{
    private const string Name = "__Host-candour-refer";

    private HttpContext Http => http.HttpContext ?? throw new InvalidOperationException("There is no request.");

    private string? Token => Http.Request.Cookies[Name];

    /// <summary>Null when there is none, or its 24 hours are over.</summary>
    public Task<Draft?> Find() => drafts.Find(Token);

    public async Task Begin()
    {
        var (token, _) = await drafts.Begin();
        Http.Response.Cookies.Append(Name, token, Options());
    }

    /// <summary>Goes on with answers given before, under a new hold.</summary>
    public async Task Begin(Draft answers)
    {
        var (token, _) = await drafts.Begin();
        await drafts.Save(token, answers);
        Http.Response.Cookies.Append(Name, token, Options());
    }

    /// <summary>A code that opens it on another device, shown once; null when there is nothing yet that it could ask for.</summary>
    public async Task<string?> Code() => Token is { } token ? await codes.Show(token) : null;

    /// <summary>Takes up, in this browser, what was begun in another. Null when it did; else why not.</summary>
    public async Task<Refusal?> Take(string? code, DateOnly born)
    {
        var (token, because) = await codes.Open(code, born);
        if (token is not null)
            Http.Response.Cookies.Append(Name, token, Options());
        return because;
    }

    public Task Save(Draft draft) => drafts.Save(Token!, draft);

    /// <summary>Nothing of it is kept.</summary>
    public async Task Throw()
    {
        if (Token is { } token)
        {
            if ((await drafts.Find(token))?.WayBack is { } code)
                await codes.Remove(code);
            await drafts.End(token);
        }

        Http.Response.Cookies.Delete(Name, Options());
    }

    /// <summary>
    /// This browser lets go of it: nothing can open it any more. It stays sealed until its 24 hours are over, so that danger told
    /// in it is still counted.
    /// </summary>
    public void LetGo() => Http.Response.Cookies.Delete(Name, Options());

    private static CookieOptions Options() => new() { Secure = true, HttpOnly = true, SameSite = SameSiteMode.Lax, Path = "/", IsEssential = true };
}

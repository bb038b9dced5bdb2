using System.Text.Json;
using Candour.CareRecord.Access;
using Candour.CareRecord.Access.Store;
using Microsoft.AspNetCore.DataProtection;

namespace Candour.Web.Access;

/// <summary>A form that arrived too late: where it was going, and what was typed.</summary>
public sealed record KeptForm(string Path, IReadOnlyList<KeptField> Fields);

/// <param name="Value">As typed.</param>
public sealed record KeptField(string Name, string Value)
{
    /// <summary>"Input.SessionNote" as "Session note".</summary>
    public string Label
    {
        get
        {
            var last = Name.Split('.')[^1];
            var words = string.Concat(last.Select((c, i) => i > 0 && char.IsUpper(c) ? $" {char.ToLowerInvariant(c)}" : c.ToString()));
            return words.Length == 0 ? "What you wrote" : words;
        }
    }

    /// <summary>Somebody wrote this, rather than chose it: it is shown, to be checked or copied. A seal of ours has no spaces.</summary>
    public bool IsWriting => (Value.Length > 40 && Value.Contains(' ', StringComparison.Ordinal)) || Value.Contains('\n', StringComparison.Ordinal);

    /// <summary>Words of somebody's own, however few: there is a space in them, as in no id, seal or choice of ours.</summary>
    public bool IsTyped => Value.Any(char.IsWhiteSpace);
}

/// <summary>
/// Keeps what a member of staff sent from a page of ours after their session ended or its token went stale; shown again to the
/// same account, to check and send. Never for a request that another site made.
/// </summary>
public sealed class KeptForms(KeptPosts posts, IDataProtectionProvider protection)
{
    private const int Most = 256 * 1024;

    private readonly IDataProtector _seal = protection.CreateProtector("kept-form");

    /// <summary>Where it can be fetched after signing in; null when there is nothing to keep.</summary>
    /// <param name="proven">The form's token has shown already that a page of ours sent it.</param>
    internal async Task<string?> Keep(HttpContext http, string account, bool proven = false)
    {
        var request = http.Request;
        if (!HttpMethods.IsPost(request.Method) || !request.HasFormContentType || request.ContentLength is null or > Most || SameSite.FromElsewhere(request)
            || !(proven || ComesFromHere(request)))
            return null;
        var form = await request.ReadFormAsync();
        var fields = form.Where(f => f.Key != "__RequestVerificationToken").SelectMany(f => f.Value.Select(v => new KeptField(f.Key, v ?? ""))).ToList();
        if (fields.Count == 0)
            return null;
        var kept = new KeptForm(request.Path + request.QueryString, fields);
        return $"/kept/{await posts.Keep(account, _seal.Protect(JsonSerializer.Serialize(kept)))}";
    }

    public async Task<KeptForm?> Find(string account, string id) => await posts.Find(account, id) is { } sealedForm
        ? JsonSerializer.Deserialize<KeptForm>(_seal.Unprotect(sealedForm))
        : null;

    /// <summary>The newest that this person's session may have back; null when there is none.</summary>
    internal async Task<(string Id, KeptForm Form)?> Newest(PatientSession patient) =>
        await posts.Newest(LateForms.SubjectOf(patient.Person, Reads(patient) ? null : patient.Target ?? ""), below: Reads(patient)) is ({ } id, { } sealedForm)
            ? (id, JsonSerializer.Deserialize<KeptForm>(_seal.Unprotect(sealedForm))!)
            : null;

    private static bool Reads(PatientSession patient) => patient.Strength == PatientStrength.Read;

    /// <summary>The browser itself says that a page of this site sent it; an old browser that says nothing is not believed.</summary>
    private static bool ComesFromHere(HttpRequest request) =>
        request.Headers["Sec-Fetch-Site"].ToString() == "same-origin"
        || request.Headers.Origin.ToString() == $"{request.Scheme}://{request.Host}";
}

/// <summary>Something typed was kept; the sign-in page says so and leads back to it.</summary>
internal sealed record WasKept(string Path);

using System.Net;
using System.Text.RegularExpressions;
using Candour.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Candour.Web.Tests.Hosting;

/// <summary>A browser without script: keeps cookies, follows nothing by itself, posts the forms it was shown.</summary>
public sealed partial class Visitor(TestServer server)
{
    private readonly HttpClient _client = server.CreateClient();
    private readonly System.Collections.Concurrent.ConcurrentDictionary<string, string> _cookies = [];

    /// <summary>With a session's token in its cookie.</summary>
    public Visitor With(string token)
    {
        _cookies["__Host-candour"] = token;
        return this;
    }

    public IReadOnlyDictionary<string, string> Cookies => _cookies;

    public Task<Answered> Get(string path) => Send(new(HttpMethod.Get, path));

    /// <summary>Opens the page, fills the form that has the first of the fields (else the first that posts), keeps hidden fields as shown, and posts it where it says.</summary>
    public async Task<Answered> Fill(string path, params (string Name, string Value)[] fields)
    {
        var page = await Get(path);
        return await Fill(page, path, fields);
    }

    public Task<Answered> Fill(Answered page, string path, params (string Name, string Value)[] fields)
    {
        var forms = Form().Matches(page.Body).Where(m => m.Groups["attributes"].Value.Contains("post", StringComparison.OrdinalIgnoreCase))
            // The frame's own form signs out; it comes last.
            .OrderBy(m => Attribute(m.Groups["attributes"].Value, "action") == "/sign-out").ToList();
        var form = forms.FirstOrDefault(m => fields.Length > 0 && m.Groups["inside"].Value.Contains($"name=\"{fields[0].Name}\"", StringComparison.Ordinal))
            ?? forms.FirstOrDefault()
            ?? throw new InvalidOperationException($"{path} shows no form that posts: {page.Status}\n{server.Services.GetService<LoggedErrors>()}\n{page.Body}");
        var action = Attribute(form.Groups["attributes"].Value, "action") is { Length: > 0 } given ? WebUtility.HtmlDecode(given) : path;
        var hidden = Hidden().Matches(form.Groups["inside"].Value)
            .Select(m => (Name: WebUtility.HtmlDecode(Attribute(m.Value, "name")!), Value: WebUtility.HtmlDecode(Attribute(m.Value, "value") ?? "")))
            .Where(h => fields.All(f => f.Name != h.Name));
        return Post(action, [.. hidden, .. fields]);
    }

    /// <summary>Posts as said, nothing added.</summary>
    public Task<Answered> Post(string path, params (string Name, string Value)[] fields) => Send(new(HttpMethod.Post, path)
    {
        Content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))),
    });

    public async Task<Answered> Send(HttpRequestMessage request)
    {
        request.RequestUri = new Uri(new Uri("https://localhost"), request.RequestUri!);
        if (!_cookies.IsEmpty)
            request.Headers.Add("Cookie", string.Join("; ", _cookies.Select(c => $"{c.Key}={c.Value}")));
        using var response = await _client.SendAsync(request);
        if (response.Headers.TryGetValues("Set-Cookie", out var set))
        {
            foreach (var cookie in set)
            {
                IsStrict(cookie).ShouldBeTrue($"{request.Method} {request.RequestUri}: {cookie}");
                Keep(cookie);
            }
        }

        return new(
            (int)response.StatusCode, await response.Content.ReadAsStringAsync(), response.Headers.Location?.ToString(),
            response.Headers.Concat(response.Content.Headers).ToDictionary(h => h.Key, h => h.Value.ToArray(), StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>Every cookie of the site, whichever page sets it: bound to this host, never over plain http, never for scripts.</summary>
    private static bool IsStrict(string cookie)
    {
        var parts = cookie.Split(';', StringSplitOptions.TrimEntries).Select(p => p.ToLowerInvariant()).ToList();
        return cookie.StartsWith("__Host-", StringComparison.Ordinal) && parts.Contains("secure") && parts.Contains("httponly") && parts.Contains("path=/")
            && (parts.Contains("samesite=lax") || parts.Contains("samesite=strict")) && !parts.Any(p => p.StartsWith("domain=", StringComparison.Ordinal));
    }

    private void Keep(string cookie)
    {
        var (name, value) = cookie.Split(';')[0].Split('=', 2) is [var n, var v] ? (n, v) : (cookie, "");
        if (value.Length == 0 || cookie.Contains("expires=Thu, 01 Jan 1970", StringComparison.OrdinalIgnoreCase))
            _cookies.TryRemove(name, out _);
        else
            _cookies[name] = value;
    }

    private static string? Attribute(string tag, string name) =>
        Regex.Match(tag, $"\\b{name}=\"(?<v>[^\"]*)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)) is { Success: true } m ? m.Groups["v"].Value : null;

    [GeneratedRegex("<form(?<attributes>[^>]*)>(?<inside>.*?)</form>", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Form();

    [GeneratedRegex("<input[^>]*type=\"hidden\"[^>]*>", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Hidden();
}

/// <summary>What came back.</summary>
/// <param name="Location">Where a redirect points, as written.</param>
public sealed record Answered(int Status, string Body, string? Location, IReadOnlyDictionary<string, string[]> Headers)
{
    public string? Header(string name) => Headers.TryGetValue(name, out var values) ? string.Join(", ", values) : null;
}

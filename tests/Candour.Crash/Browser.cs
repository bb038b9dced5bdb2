using System.Net;
using System.Text.RegularExpressions;

namespace Candour.Crash;

/// <summary>
/// A patient's browser without script: reads the page, keeps its cookies, posts what the page's form holds. Presses some
/// buttons twice.
/// </summary>
internal sealed partial class Browser(Form form, Uri server, Ledger ledger, Func<int, int> valueOf) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false });
    private readonly Dictionary<string, string> _cookies = new() { ["__Host-candour"] = form.Token };

    /// <summary>Answers all questions and sends the form; stops where the server stops answering.</summary>
    public async Task Fill()
    {
        try
        {
            await Post($"/q/{form.Id}", null, ("FilledInBy", "Person"));
            for (var question = 1; question <= Form.Questions; question++)
            {
                var value = valueOf(question);
                await Post($"/q/{form.Id}/{question}", new(form, question, value), ("Answer", $"{value}"));
            }

            await Post($"/q/{form.Id}/check", new(form, 0, 0));
        }
        catch (HttpRequestException)
        {
            // The server is gone; what was in flight stands in the ledger.
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task Post(string path, Posted? posted, params (string Name, string Value)[] fields)
    {
        var page = await Get(path);
        var hidden = Hidden().Matches(page).Select(m => (Name: Value(m.Value, "name"), Value: Value(m.Value, "value"))).DistinctBy(h => h.Name);
        List<KeyValuePair<string, string>> body = [.. hidden.Concat(fields).Select(f => KeyValuePair.Create(f.Name, f.Value))];
        var cookies = Cookies();
        // Every third button is pressed twice: the second press has to give the first result.
        var presses = posted is { Question: var q } && q % 3 == 0 ? 2 : 1;
        await Task.WhenAll(Enumerable.Range(0, presses).Select(_ => Press(path, posted, body, cookies)));
    }

    private async Task Press(string path, Posted? posted, List<KeyValuePair<string, string>> body, string cookies)
    {
        ledger.Left();
        try
        {
            await Send(_http, new(server, path), body, cookies);
        }
        catch (HttpRequestException) when (posted is not null)
        {
            ledger.LeaveOpen(posted, async address =>
            {
                using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false });
                await Send(http, new(address, path), body, cookies);
            });
            throw;
        }

        if (posted is not null)
            ledger.Acknowledge(posted);
    }

    private static async Task Send(HttpClient http, Uri address, List<KeyValuePair<string, string>> body, string cookies)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new FormUrlEncodedContent(body) };
        request.Headers.Add("Cookie", cookies);
        using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        // The page after an answer, or the help screen in its place. Anything else would be a loss nobody was told of.
        var told = (int)answer.StatusCode is 302 or 303 || (answer.StatusCode == HttpStatusCode.OK && address.AbsolutePath.EndsWith("/9", StringComparison.Ordinal));
        if (!told)
            throw new InvalidOperationException($"{address.AbsolutePath}: {(int)answer.StatusCode}\n{await answer.Content.ReadAsStringAsync()}");
    }

    private async Task<string> Get(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(server, path));
        request.Headers.Add("Cookie", Cookies());
        using var answer = await _http.SendAsync(request);
        var page = await answer.Content.ReadAsStringAsync();
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, $"{path} {answer.Headers.Location}\n{page}");
        if (answer.Headers.TryGetValues("Set-Cookie", out var set))
        {
            foreach (var cookie in set.Select(c => c.Split(';')[0].Split('=', 2)))
                _cookies[cookie[0]] = cookie[1];
        }

        return page;
    }

    private string Cookies() => string.Join("; ", _cookies.Select(c => $"{c.Key}={c.Value}"));

    private static string Value(string tag, string name) =>
        WebUtility.HtmlDecode(Regex.Match(tag, $"\\b{name}=\"(?<v>[^\"]*)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["v"].Value);

    [GeneratedRegex("<input[^>]*type=\"hidden\"[^>]*>", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Hidden();
}

using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;

namespace Candour.Crash;

/// <summary>
/// Patients who answer on and on while the database comes and goes. Each sends what it sent again, unchanged, until it is
/// acknowledged; how every answer of the server looked and how long it took is kept.
/// </summary>
internal sealed partial class Outage(Uri server)
{
    private readonly ConcurrentQueue<(Form Form, int Question)> _acknowledged = new();
    private readonly ConcurrentQueue<(TimeSpan At, TimeSpan Took, int Status, string Body)> _seen = new();
    private readonly long _began = Stopwatch.GetTimestamp();

    public TimeSpan Now => Stopwatch.GetElapsedTime(_began);

    public IReadOnlyCollection<(Form Form, int Question)> Acknowledged => _acknowledged;

    /// <summary>What was answered to requests that began and ended between two times.</summary>
    public IReadOnlyList<(TimeSpan At, TimeSpan Took, int Status, string Body)> Between(TimeSpan from, TimeSpan until) =>
        [.. _seen.Where(s => s.At >= from && s.At + s.Took <= until)];

    /// <summary>Answers until told to stop; ends with nothing left unacknowledged.</summary>
    public async Task Answers(Form form, CancellationToken stop)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { Timeout = TimeSpan.FromSeconds(60) };
        var cookies = new Dictionary<string, string> { ["__Host-candour"] = form.Token };
        await Post(http, form, cookies, $"/q/{form.Id}", ("FilledInBy", "Person"));
        for (var i = 0; !stop.IsCancellationRequested; i++)
        {
            // Not question 9: the help screen is another test's. Each round gives another answer, so that each is an event.
            var question = 1 + (i % 8);
            await Post(http, form, cookies, $"/q/{form.Id}/{question}", ("Answer", $"{i / 8 % 4}"));
            _acknowledged.Enqueue((form, question));
        }
    }

    /// <summary>Waits until it is so, a minute at the most; fails when one of the people has.</summary>
    public static async Task Until(Func<bool> so, IReadOnlyCollection<Task> people)
    {
        var waited = Stopwatch.StartNew();
        while (!so())
        {
            if (people.FirstOrDefault(p => p.IsFaulted) is { } failed)
                await failed;
            waited.Elapsed.ShouldBeLessThan(TimeSpan.FromMinutes(1));
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }

    private async Task Post(HttpClient http, Form form, Dictionary<string, string> cookies, string path, params (string Name, string Value)[] fields)
    {
        string page;
        do
            page = (await Send(http, cookies, HttpMethod.Get, path, null)).Body;
        while (!page.Contains($"/q/{form.Id}", StringComparison.Ordinal) && !page.Contains("method=\"post\"", StringComparison.Ordinal));
        var hidden = Hidden().Matches(page).Select(m => KeyValuePair.Create(Value(m.Value, "name"), Value(m.Value, "value"))).DistinctBy(h => h.Key);
        var body = hidden.Concat(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))).ToList();
        while ((await Send(http, cookies, HttpMethod.Post, path, body)).Status is not (302 or 303))
        {
        }
    }

    private async Task<(int Status, string Body)> Send(
        HttpClient http, Dictionary<string, string> cookies, HttpMethod method, string path, List<KeyValuePair<string, string>>? form)
    {
        using var request = new HttpRequestMessage(method, new Uri(server, path));
        request.Headers.Add("Cookie", string.Join("; ", cookies.Select(c => $"{c.Key}={c.Value}")));
        if (form is not null)
            request.Content = new FormUrlEncodedContent(form);
        var at = Now;
        using var answer = await http.SendAsync(request);
        var body = await answer.Content.ReadAsStringAsync();
        _seen.Enqueue((at, Now - at, (int)answer.StatusCode, body));
        if (answer.Headers.TryGetValues("Set-Cookie", out var set))
        {
            foreach (var cookie in set.Select(c => c.Split(';')[0].Split('=', 2)))
                cookies[cookie[0]] = cookie[1];
        }

        // A person waits before trying again; without it the test would be a flood.
        if (answer.StatusCode is HttpStatusCode.ServiceUnavailable or HttpStatusCode.TooManyRequests)
            await Task.Delay(50);
        return ((int)answer.StatusCode, body);
    }

    private static string Value(string tag, string name) =>
        WebUtility.HtmlDecode(Regex.Match(tag, $"\\b{name}=\"(?<v>[^\"]*)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["v"].Value);

    [GeneratedRegex("<input[^>]*type=\"hidden\"[^>]*>", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Hidden();
}

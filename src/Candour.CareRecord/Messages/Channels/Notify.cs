using System.Buffers.Text;
using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Candour.CareRecord.Referrals;
using Candour.Clinical;

namespace Candour.CareRecord.Messages.Channels;

/// <summary>A GOV.UK Notify account. Its template has one place, <c>((text))</c>, and nothing else.</summary>
/// <param name="Address">https://api.notifications.service.gov.uk, or the loopback in tests.</param>
/// <param name="ApiKey">name-SERVICEID-SECRET, the last two 36 characters each.</param>
/// <param name="Template">Id of the text template.</param>
public sealed record NotifySettings(Uri Address, string ApiKey, string Template);

/// <summary>
/// Hands texts to GOV.UK Notify by its public contract: a signed token a request, our id as the reference, so that a message
/// whose sending broke off can be asked after. Not tried against the live service.
/// </summary>
public sealed class Notify(NotifySettings settings, HttpClient http, TimeProvider clock) : IChannel
{
    private const int IdLength = 36;

    public async Task<HandOver> Send(Outgoing message, CancellationToken stopping)
    {
        if (message.Way != Ways.Text)
            return new HandOver.NotTaken("way");
        using var request = Request(HttpMethod.Post, "v2/notifications/sms");
        request.Content = JsonContent.Create(new
        {
            phone_number = message.Address, template_id = settings.Template, reference = message.Id,
            personalisation = new { text = message.Text },
        });
        try
        {
            using var answer = await http.SendAsync(request, stopping);
            if (answer.StatusCode == HttpStatusCode.Created)
                return new HandOver.Taken(IdOf(await answer.Content.ReadFromJsonAsync<JsonElement>(stopping)));
            return answer.StatusCode == HttpStatusCode.BadRequest && (await answer.Content.ReadAsStringAsync(stopping)).Contains("phone_number")
                ? new HandOver.NoSuchAddress("notify 400")
                : new HandOver.NotTaken($"notify {(int)answer.StatusCode}");
        }
        catch (HttpRequestException e) when (e.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError
            or HttpRequestError.SecureConnectionError)
        {
            return new HandOver.NotTaken(HandOver.NotTaken.NoAnswer);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException or JsonException)
        {
            return new HandOver.NobodyKnows();
        }
    }

    public async Task<Whereabouts> Ask(string id, string? reference, CancellationToken stopping)
    {
        try
        {
            var path = reference is null ? $"v2/notifications?reference={Uri.EscapeDataString(id)}" : $"v2/notifications/{Uri.EscapeDataString(reference)}";
            using var request = Request(HttpMethod.Get, path);
            using var answer = await http.SendAsync(request, stopping);
            if (!answer.IsSuccessStatusCode)
                return Whereabouts.CannotTell;
            var body = await answer.Content.ReadFromJsonAsync<JsonElement>(stopping);
            if (reference is not null)
                return Read(body);
            var found = body.GetProperty("notifications").EnumerateArray().ToList();
            return found.Count == 0 ? Whereabouts.NeverTaken : Read(found[0]);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException)
        {
            return Whereabouts.NoAnswer;
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException)
        {
            return Whereabouts.CannotTell;
        }
    }

    private static Whereabouts Read(JsonElement notification) => notification.GetProperty("status").GetString() switch
    {
        "delivered" => Whereabouts.Arrived,
        "permanent-failure" => Whereabouts.CameBack,
        "temporary-failure" or "technical-failure" => Whereabouts.NotDelivered,
        _ => Whereabouts.OnItsWay,
    };

    private static string? IdOf(JsonElement body) => body.TryGetProperty("id", out var id) ? id.GetString() : null;

    private HttpRequestMessage Request(HttpMethod method, string path)
    {
        var request = new HttpRequestMessage(method, new Uri(settings.Address, path));
        request.Headers.Authorization = new("Bearer", Token());
        return request;
    }

    // A JSON web token as RFC 7519 has it: HS256 over header and claims, issued now by the service's id.
    private string Token()
    {
        var key = settings.ApiKey;
        var service = key[^(IdLength + 1 + IdLength)..^(IdLength + 1)];
        var issued = Moment.Now(clock).Milliseconds / 1000;
        var signed = $"{Encoded("""{"typ":"JWT","alg":"HS256"}""")}.{Encoded($$"""{"iss":"{{service}}","iat":{{issued}}}""")}";
        var signature = HMACSHA256.HashData(Encoding.ASCII.GetBytes(key[^IdLength..]), Encoding.ASCII.GetBytes(signed));
        return $"{signed}.{Base64Url.EncodeToString(signature)}";
    }

    private static string Encoded(string json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));
}

using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Candour.CareRecord.Messages.Channels;
using Candour.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Candour.CareRecord.Tests.Messages;

/// <summary>Against a local server that follows the public contract of GOV.UK Notify. The live service was not tried.</summary>
public sealed class NotifyTests
{
    private const string Service = "26785a09-ab16-4eb0-8407-a37497a57506";
    private const string Secret = "3d844edf-8d35-48ac-975b-e847b4f122b0";
    private static readonly Outgoing Text = new("MESSAGE000000001", "text", "07700900123", "Northmere", "Northmere: a task needs you.");

    [Fact]
    public async Task A_text_goes_with_our_id_as_its_reference_and_a_token_signed_now()
    {
        await using var notify = await ANotify.That(_ => (201, """{"id":"740e5834-3a29-46b4-9a6f-16142fde533a"}"""));
        var clock = new FixedClock();
        (await notify.Channel(clock).Send(Text, CancellationToken.None)).ShouldBe(new HandOver.Taken("740e5834-3a29-46b4-9a6f-16142fde533a"));

        var (method, path, authorisation, body) = notify.Asked.ShouldHaveSingleItem();
        (method, path).ShouldBe(("POST", "/v2/notifications/sms"));
        using var json = JsonDocument.Parse(body);
        json.RootElement.GetProperty("phone_number").GetString().ShouldBe("07700900123");
        json.RootElement.GetProperty("reference").GetString().ShouldBe("MESSAGE000000001");
        json.RootElement.GetProperty("personalisation").GetProperty("text").GetString().ShouldBe(Text.Text);

        var token = authorisation["Bearer ".Length..].Split('.');
        var signature = HMACSHA256.HashData(Encoding.ASCII.GetBytes(Secret), Encoding.ASCII.GetBytes($"{token[0]}.{token[1]}"));
        System.Buffers.Text.Base64Url.DecodeFromChars(token[2]).ShouldBe(signature);
        Encoding.UTF8.GetString(System.Buffers.Text.Base64Url.DecodeFromChars(token[1])).ShouldBe(
            $$"""{"iss":"{{Service}}","iat":{{clock.Now.Milliseconds / 1000}}}""");
    }

    [Theory]
    [InlineData(400, """{"errors":[{"error":"ValidationError","message":"phone_number Not enough digits"}]}""", "no such")]
    [InlineData(400, """{"errors":[{"error":"BadRequestError","message":"Template not found"}]}""", "not taken")]
    [InlineData(403, """{"errors":[{"error":"AuthError","message":"Invalid token"}]}""", "not taken")]
    [InlineData(429, """{"errors":[{"error":"RateLimitError"}]}""", "not taken")]
    [InlineData(500, "{}", "not taken")]
    public async Task What_the_service_refuses_has_not_gone(int status, string body, string expected)
    {
        await using var notify = await ANotify.That(_ => (status, body));
        HandOver how = expected == "no such" ? new HandOver.NoSuchAddress($"notify {status}") : new HandOver.NotTaken($"notify {status}");
        (await notify.Channel().Send(Text, CancellationToken.None)).ShouldBe(how);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_a_certain_no()
    {
        using var http = new HttpClient();
        var channel = new Notify(new(new($"http://127.0.0.1:{AMailServer.FreePort()}"), $"k-{Service}-{Secret}", "T"), http, new FixedClock());
        (await channel.Send(Text, CancellationToken.None)).ShouldBe(new HandOver.NotTaken("no answer"));
    }

    [Fact]
    public async Task A_server_that_breaks_off_leaves_doubt_and_can_be_asked_after()
    {
        await using var notify = await ANotify.That(request => request.Method == "POST"
            ? (-1, "")
            : (200, """{"notifications":[{"id":"x","status":"sending"}]}"""));
        (await notify.Channel().Send(Text, CancellationToken.None)).ShouldBe(new HandOver.NobodyKnows());
        (await notify.Channel().Ask("MESSAGE000000001", null, CancellationToken.None)).ShouldBe(Whereabouts.OnItsWay);
        notify.Asked[^1].Path.ShouldBe("/v2/notifications?reference=MESSAGE000000001");
    }

    [Theory]
    [InlineData("delivered", Whereabouts.Arrived)]
    [InlineData("permanent-failure", Whereabouts.CameBack)]
    [InlineData("temporary-failure", Whereabouts.NotDelivered)]
    [InlineData("technical-failure", Whereabouts.NotDelivered)]
    [InlineData("sending", Whereabouts.OnItsWay)]
    public async Task Receipts_are_read(string status, Whereabouts expected)
    {
        await using var notify = await ANotify.That(_ => (200, $$"""{"id":"x","status":"{{status}}"}"""));
        (await notify.Channel().Ask("MESSAGE000000001", "x", CancellationToken.None)).ShouldBe(expected);
    }

    [Fact]
    public async Task A_message_the_service_never_heard_of_never_got_there()
    {
        await using var notify = await ANotify.That(_ => (200, """{"notifications":[]}"""));
        (await notify.Channel().Ask("MESSAGE000000001", null, CancellationToken.None)).ShouldBe(Whereabouts.NeverTaken);
    }

    private sealed class ANotify(WebApplication server) : IAsyncDisposable
    {
        private readonly HttpClient _http = new();

        public List<(string Method, string Path, string Authorisation, string Body)> Asked { get; } = [];

        public static async Task<ANotify> That(Func<HttpRequest, (int Status, string Body)> answers)
        {
            var builder = WebApplication.CreateBuilder();
            builder.Logging.ClearProviders();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            var server = builder.Build();
            var notify = new ANotify(server);
            server.Run(async http =>
            {
                using var reader = new StreamReader(http.Request.Body);
                notify.Asked.Add((
                    http.Request.Method, http.Request.Path + http.Request.QueryString, http.Request.Headers.Authorization.ToString(), await reader.ReadToEndAsync()));
                var (status, body) = answers(http.Request);
                if (status < 0)
                {
                    http.Abort();
                    return;
                }

                http.Response.StatusCode = status;
                http.Response.ContentType = "application/json";
                await http.Response.WriteAsync(body);
            });
            await server.StartAsync();
            return notify;
        }

        public Notify Channel(FixedClock? clock = null)
        {
            var address = server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
            return new(new(new(address), $"live-{Service}-{Secret}", "template"), _http, clock ?? new FixedClock());
        }

        public async ValueTask DisposeAsync()
        {
            _http.Dispose();
            await server.DisposeAsync();
        }
    }
}

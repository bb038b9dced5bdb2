using System.Net;
using Candour.CareRecord;
using Candour.CareRecord.Access;
using Candour.CareRecord.Access.Store;
using Candour.CareRecord.Service;
using Candour.Testing;
using Candour.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Candour.Web.Tests.Hosting;

/// <summary>
/// The whole site in memory on a SQLite record of its own, with a clock that stands still and seeded randomness. Visit it as
/// a <see cref="Visitor"/>, who keeps cookies as a browser does.
/// </summary>
public sealed class ASite : IAsyncDisposable
{
    private readonly SqliteFolder _folder;

    private ASite(SqliteFolder folder, WebApplication site, FixedClock clock)
    {
        _folder = folder;
        Web = site;
        Clock = clock;
    }

    public WebApplication Web { get; }

    public FixedClock Clock { get; }

    public TheRecord Record => Get<TheRecord>();

    /// <param name="simulated">Whether the record's first event says that everybody is invented.</param>
    /// <param name="seed">Events and commands put in before anybody visits.</param>
    /// <param name="endpoints">Addresses of the test's own.</param>
    /// <param name="on">Another store than a SQLite folder of its own: a small disk, a PostgreSQL database.</param>
    public static async Task<ASite> Open(bool simulated = false, Func<TheRecord, Task>? seed = null, Action<WebApplicationBuilder>? also = null,
        Action<WebApplication>? endpoints = null, FixedClock? clock = null, Func<SiteOptions, SiteOptions>? on = null)
    {
        var folder = new SqliteFolder();
        clock ??= new FixedClock();
        var options = new SiteOptions { Data = folder.Path, Clock = clock, Randomness = new SeededRandomness(1) };
        var web = await Site.Build(
            on?.Invoke(options) ?? options,
            builder =>
            {
                builder.WebHost.UseTestServer();
                var errors = new LoggedErrors();
                builder.Logging.ClearProviders().AddProvider(errors);
                builder.Services.AddSingleton(errors);
                also?.Invoke(builder);
            });
        var site = new ASite(folder, web, clock);
        await site.Record.Write(
            new Order("open", By.Worker), [Streams.Service],
            (histories, _) => new OpenService("Northmere Talking Therapies", "Northmere", "RXX", simulated).Decide(histories[Streams.Service]));
        if (seed is not null)
            await seed(site.Record);
        endpoints?.Invoke(web);
        await web.StartAsync();
        return site;
    }

    public T Get<T>()
        where T : notnull => Web.Services.GetRequiredService<T>();

    /// <summary>A browser that is signed in nowhere.</summary>
    public Visitor Visitor() => new(Web.GetTestServer());

    /// <summary>A member of staff at work in the first of the roles; account and sessions are made, nobody types a password.</summary>
    public async Task<Visitor> Staff(params string[] roles)
    {
        var name = $"jo.{roles[0]}";
        var accounts = Get<Accounts>();
        var account = await accounts.ByEmail($"{name}@northmere.example")
            ?? await accounts.Add(StaffId(roles[0]), $"{name}@northmere.example", "Jo Demo", roles);
        var (token, _) = await Get<WebSessions>().Begin(WebSessions.Staff, account.Id, roles[0]);
        return Visitor().With(token);
    }

    /// <summary>The staff id of the member of staff made for a role.</summary>
    public static string StaffId(string role) =>
        Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(role)), 0, 8);

    /// <summary>A patient on their own pages.</summary>
    /// <param name="target">What an answer link opens, as "questionnaire/7K…".</param>
    public async Task<Visitor> Patient(string person, PatientStrength strength = PatientStrength.Read, string? target = null)
    {
        var (token, _) = await Get<WebSessions>().Begin(WebSessions.Patient, person, strength: strength.ToString(), target: target);
        return Visitor().With(token);
    }

    public async ValueTask DisposeAsync()
    {
        await Web.DisposeAsync();
        _folder.Dispose();
    }
}

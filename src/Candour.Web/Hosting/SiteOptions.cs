using Candour.CareRecord;
using Candour.CareRecord.Messages;
using Candour.Web.Pages.Referrals.SelfReferral;

namespace Candour.Web.Hosting;

/// <summary>What a site is started with.</summary>
public sealed record SiteOptions
{
    /// <summary>Addresses to listen on, with ';' between.</summary>
    public string Urls { get; init; } = "http://127.0.0.1:5081";

    /// <summary>The folder of a SQLite record. Either this or <see cref="Database"/>.</summary>
    public string? Data { get; init; }

    /// <summary>Connection string of the application role on PostgreSQL.</summary>
    public string? Database { get; init; }

    /// <summary>Connection string of the owner on PostgreSQL: makes or updates the tables before serving.</summary>
    public string? Owner { get; init; }

    /// <summary>The provider code, 3 to 6 letters and digits.</summary>
    public string Provider { get; init; } = "RXX";

    /// <summary>The name a new record begins with, and the one that may be seen on messages; null: it is opened elsewhere.</summary>
    public (string Name, string NeutralName)? NewService { get; init; }

    /// <summary>Addresses of the proxies whose X-Forwarded-For is believed.</summary>
    public IReadOnlyList<string> Proxies { get; init; } = [];

    /// <summary>How messages leave; null: written into the folder <c>messages</c> beside the record.</summary>
    public MessageSettings? Messages { get; init; }

    /// <summary>How many codes go to numbers of people nobody knows yet.</summary>
    public CodeLimits Codes { get; init; } = new();

    /// <summary>The certificate, with its private key, under which the keys of form tokens are kept in the database; null: they lie open there.</summary>
    public System.Security.Cryptography.X509Certificates.X509Certificate2? KeysCertificate { get; init; }

    /// <summary>Bytes of the file that an operator may delete when the disk is full; 0: none. SQLite only.</summary>
    public long Ballast { get; init; }

    /// <summary>A demonstration on somebody's own screen: warnings only, and not the ones about how this machine keeps keys.</summary>
    public bool Quiet { get; init; }

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    public Randomness Randomness { get; init; } = Randomness.System;
}

using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Candour.CareRecord;
using Candour.CareRecord.Service;
using Candour.CareRecord.Store;
using Microsoft.AspNetCore.DataProtection;

namespace Candour.Web.Hosting;

/// <summary>
/// The certificate under which the keys of form tokens are kept in the database, so that a copy of the database does not hold
/// them. Losing it loses no data: everybody signs in again.
/// </summary>
public static class KeysCertificate
{
    /// <summary>Environment variable with the password of the file, where it has one.</summary>
    public const string Password = "CANDOUR_KEYS_PASSWORD";

    /// <param name="file">PFX, or PEM with certificate and key in one file.</param>
    /// <exception cref="RecordSettingsException">It cannot be read, or holds no RSA key of its own. Says how to mend it.</exception>
    public static X509Certificate2 Read(string file, string? password = null)
    {
        X509Certificate2 certificate;
        try
        {
            certificate = X509Certificate2.GetCertContentType(file) == X509ContentType.Pfx
                ? X509CertificateLoader.LoadPkcs12FromFile(file, password)
                : string.IsNullOrEmpty(password) ? X509Certificate2.CreateFromPemFile(file) : X509Certificate2.CreateFromEncryptedPemFile(file, password);
        }
        catch (Exception e) when (e is CryptographicException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new RecordSettingsException(
                $"The certificate of --keys-certificate cannot be read from {file}: {e.Message} Give a PFX file, or a PEM file with the certificate and its "
                + $"key; put its password, if it has one, in the environment variable {Password}.");
        }

        using var key = certificate.GetRSAPrivateKey();
        return key is not null ? certificate : throw new RecordSettingsException(
            $"{file} holds no RSA private key, so the keys of form tokens could be locked and never opened again. Give the certificate with its RSA key.");
    }

    internal static void Protect(IServiceCollection services, SiteOptions options)
    {
        if (options.KeysCertificate is { } certificate)
            services.AddDataProtection().ProtectKeysWithCertificate(certificate);
    }

    /// <summary>Said at every start of a record of real people without one: the site serves, because care goes on.</summary>
    internal static async Task Warn(TheRecord record, SiteOptions options, ILogger log)
    {
        if (options.KeysCertificate is null && (await record.Read(Streams.Service)).First<ServiceOpened>() is { Simulated: false })
        {
            log.LogWarning(
                "The keys of form tokens lie unencrypted in the database. Give serve --keys-certificate FILE (docs/how-to/keep-keys.md): a copy of the database then does not hold them.");
        }
    }
}

using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Candour.CareRecord.Access.Store;
using Candour.CareRecord.Store;
using Candour.Testing;
using Candour.Web.Hosting;
using Microsoft.AspNetCore.DataProtection;

namespace Candour.Web.Tests.Hosting;

public sealed class KeysCertificateTests
{
    [Fact]
    public async Task Under_a_certificate_the_keys_in_the_database_are_sealed_and_still_open_what_they_closed()
    {
        using var certificate = Made(RSA.Create(2048));
        await using var site = await ASite.Open(on: options => options with { KeysCertificate = certificate });
        var closed = site.Get<IDataProtectionProvider>().CreateProtector("test").Protect("kept");
        site.Get<IDataProtectionProvider>().CreateProtector("test").Unprotect(closed).ShouldBe("kept");
        var keys = await site.Get<FormKeys>().All();
        keys.ShouldNotBeEmpty();
        keys.ShouldAllBe(k => k.Contains("EncryptedData", StringComparison.Ordinal) && !k.Contains("<masterKey", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_certificate_is_read_from_either_kind_of_file(bool pem)
    {
        using var folder = new SqliteFolder();
        using var made = Made(RSA.Create(2048));
        var file = folder.File(pem ? "keys.pem" : "keys.pfx");
        if (pem)
            File.WriteAllText(file, $"{made.GetRSAPrivateKey()!.ExportPkcs8PrivateKeyPem()}\n{made.ExportCertificatePem()}\n");
        else
            File.WriteAllBytes(file, made.Export(X509ContentType.Pfx, "open sesame"));
        using var read = KeysCertificate.Read(file, pem ? null : "open sesame");
        read.Thumbprint.ShouldBe(made.Thumbprint);
        read.HasPrivateKey.ShouldBeTrue();
    }

    [Fact]
    public void A_file_that_cannot_be_used_is_refused_with_how_to_mend_it()
    {
        using var folder = new SqliteFolder();
        Should.Throw<RecordSettingsException>(() => KeysCertificate.Read(folder.File("none.pem"))).Message.ShouldContain("Give a PFX file");
        using var made = Made(RSA.Create(2048));
        File.WriteAllText(folder.File("open.pem"), made.ExportCertificatePem());
        Should.Throw<RecordSettingsException>(() => KeysCertificate.Read(folder.File("open.pem")));
    }

    private static X509Certificate2 Made(RSA key)
    {
        using (key)
        {
            return new CertificateRequest("CN=candour keys", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
                .CreateSelfSigned(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2036, 1, 1, 0, 0, 0, TimeSpan.Zero));
        }
    }
}

using Candour.CareRecord;
using Candour.CareRecord.Access;
using Candour.CareRecord.Access.Store;
using Candour.CareRecord.Service;
using QRCoder;

namespace Candour.Web.Access;

/// <summary>The picture of an authenticator's secret, for the browser that is setting it up and nobody else.</summary>
internal static class AuthenticatorPicture
{
    public static void Map(WebApplication site) => site.MapGet("/sign-in/authenticator.svg", Draw)
        .WithMetadata(new OpenToAllAttribute("Half-way through setting up nobody is known yet; only the browser that set the password gets it."));

    private static async Task<IResult> Draw(SignedIn signedIn, Credentials credentials, Accounts accounts, TheRecord record)
    {
        if (signedIn.Awaiting(WebSessions.SettingUp) is not { } half
            || await credentials.NewAuthenticator(half.Subject) is not { } secret
            || await accounts.Find(half.Subject) is not { } account)
        {
            return Results.NotFound();
        }

        var service = (await record.Read(Streams.Service)).Last<ServiceOpened>()?.NeutralName ?? "Candour";
        using var data = QRCodeGenerator.GenerateQrCode(Totp.Address(secret, service, account.Email), QRCodeGenerator.ECCLevel.M);
        using var picture = new SvgQRCode(data);
        return Results.Text(picture.GetGraphic(8), "image/svg+xml");
    }
}

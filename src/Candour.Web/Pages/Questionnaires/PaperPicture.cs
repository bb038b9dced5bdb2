using Candour.CareRecord;
using Candour.CareRecord.Access;
using Candour.CareRecord.Pictures;
using Candour.CareRecord.Questionnaires;
using Candour.Web.Access;

namespace Candour.Web.Pages.Questionnaires;

/// <summary>
/// The bytes of one photo of a paper form, for staff who may see its answers: never for a browser to guess what it is, never
/// kept by it, and the look is stored before the first byte leaves.
/// </summary>
internal static class PaperPicture
{
    public static void Map(WebApplication site) => site.MapGet("/pathways/{referral}/questionnaires/{id}/paper/{picture}", Show)
        .WithMetadata(new NeedsAttribute("answers", Act.View) { About = About.Questionnaire, Part = "photo of a paper form" });

    public static string AddressOf(Questionnaire form, PaperPhotoAttached photo) =>
        $"/pathways/{form.Issued.Referral}/questionnaires/{form.Id}/paper/{photo.Picture}";

    private static async Task<IResult> Show(string referral, string id, string picture, TheRecord record, Entry entry, Who who, HttpContext http)
    {
        return who.Staff is not null && await entry.Find(referral, id) is { IsSent: true } form && form.Photos.Any(p => p.Picture == picture)
            ? await BytesOf(record, picture, "paper-form", http) : Results.NotFound();
    }

    /// <param name="name">What a saved copy is called, without its ending.</param>
    internal static async Task<IResult> BytesOf(TheRecord record, string picture, string name, HttpContext http)
    {
        if ((await record.Read(Streams.Picture(picture))).First<PictureKept>() is not { Picture: { } kept } there)
            return Results.NotFound();
        http.Response.Headers.ContentDisposition = $"inline; filename=\"{name}.{(there.Kind == PictureKind.Jpeg ? "jpg" : "png")}\"";
        return Results.Bytes(Convert.FromBase64String(kept), CleanPicture.MediaTypeOf(there.Kind));
    }
}

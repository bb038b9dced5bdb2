using Candour.CareRecord.Questionnaires;

namespace Candour.CareRecord.Pictures;

/// <summary>The photo of a paper form joins the answers that were entered from it: its bytes on a stream of their own, its hash on the form's.</summary>
/// <param name="Id">Made before the decision.</param>
public sealed record KeepPaperPicture(string Id, CleanPicture Picture)
{
    /// <summary>A form of several sheets has several photos.</summary>
    public const int Most = 6;

    public Decision Decide(History questionnaire)
    {
        if (Questionnaire.Of(questionnaire) is not { } form)
            return new NoSuchQuestionnaire();
        if (form.StaffEntry is not { Reason: StaffEntryReason.PaperForm })
            return new NoPaperHere();
        if (form.Photos.Any(p => p.PhotoHash == Picture.Hash))
            return Decision.AlreadySo;
        if (form.Photos.Count >= Most)
            return new EnoughPictures();
        return Decision
            .Accept(questionnaire.Stream, new PaperPhotoAttached { PhotoHash = Picture.Hash, Picture = Id })
            .And(Streams.Picture(Id), new PictureKept
            {
                Kind = Picture.Kind, Hash = Picture.Hash, Size = Picture.Bytes.Length, Width = Picture.Width, Height = Picture.Height,
                Questionnaire = form.Id, Picture = Convert.ToBase64String(Picture.Bytes),
            });
    }
}

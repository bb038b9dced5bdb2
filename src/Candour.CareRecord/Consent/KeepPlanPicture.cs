using Candour.CareRecord.Pictures;

namespace Candour.CareRecord.Consent;

/// <summary>The photo of a paper joins the plan that was signed on it: its bytes on a stream of their own, its hash beside the signature.</summary>
/// <param name="Id">Made before the decision.</param>
public sealed record KeepPlanPicture(string Id, string Plan, CleanPicture Picture)
{
    /// <summary>Also after the end of care: the paper may be found later.</summary>
    public Decision Decide(History referral)
    {
        if (PlanState.All(referral).LastOrDefault(p => p.Plan.Plan == Plan) is not { Signed.How: SignedHow.OnPaper } state)
            return new NotSignedOnPaper();
        if (state.Photos.Any(p => p.PhotoHash == Picture.Hash))
            return Decision.AlreadySo;
        return state.Photos.Count >= KeepPaperPicture.Most ? new EnoughPictures() : Keep(referral.Stream);
    }

    /// <summary>The events, where the decision is made already.</summary>
    internal Accepted Keep(StreamId referral) => Decision
        .Accept(referral, new PlanPhotoAttached { Plan = Plan, PhotoHash = Picture.Hash, Picture = Id })
        .And(Streams.Picture(Id), new PictureKept
        {
            Kind = Picture.Kind, Hash = Picture.Hash, Size = Picture.Bytes.Length, Width = Picture.Width, Height = Picture.Height,
            Referral = referral.Id, Plan = Plan, Picture = Convert.ToBase64String(Picture.Bytes),
        });
}

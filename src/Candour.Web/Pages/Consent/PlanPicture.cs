using Candour.CareRecord;
using Candour.CareRecord.Access;
using Candour.CareRecord.Consent;
using Candour.CareRecord.Pictures.Store;
using Candour.CareRecord.Treatment.Store;
using Candour.Web.Access;
using Candour.Web.Pages.Questionnaires;

namespace Candour.Web.Pages.Consent;

/// <summary>The bytes of one photo of a paper that a plan was signed on: for staff who may see the plan, and for the person who signed.</summary>
internal static class PlanPicture
{
    public static void Map(WebApplication site)
    {
        site.MapGet("/pathways/{id}/plan/{plan}/paper/{picture}", Show)
            .WithMetadata(new NeedsAttribute("plan_consent", Act.View) { About = About.Referral, Part = "photo of a signed plan" });
        site.MapGet("/me/treatment/paper/{picture}", ShowMine)
            .WithMetadata(new NeedsAttribute("plan_consent", Act.View) { About = About.Myself }, new ForPatientsAttribute());
    }

    /// <summary>Address of each photo of a plan, oldest first; null: erased.</summary>
    /// <param name="at">The address they stand under.</param>
    public static async Task<IReadOnlyList<string?>> AddressesOf(TheRecord record, PlanState state, string at)
    {
        var kept = state.Photos.Select(p => p.Picture).OfType<string>().ToList();
        var erased = await ErasedPictures.Erased(record, kept);
        return [.. kept.Select(p => erased.Contains(p) ? null : $"{at}/{p}")];
    }

    private static async Task<IResult> Show(string id, string plan, string picture, TheRecord record, Who who, HttpContext http) =>
        who.Staff is not null && Has(await record.Read(Streams.Referral(id)), picture, plan)
            ? await PaperPicture.BytesOf(record, picture, "signed-plan", http) : Results.NotFound();

    private static async Task<IResult> ShowMine(string picture, TheRecord record, Who who, HttpContext http)
    {
        if (who.Patient is not { Strength: PatientStrength.Read } me)
            return Results.NotFound();
        await using var lists = record.Lists();
        foreach (var mine in await lists.ReferralsOf(me.Person))
        {
            if (Has(await record.Read(Streams.Referral(mine.Referral)), picture, plan: null))
                return await PaperPicture.BytesOf(record, picture, "signed-plan", http);
        }

        return Results.NotFound();
    }

    private static bool Has(History referral, string picture, string? plan) =>
        referral.Any<PlanPhotoAttached>(p => p.Picture == picture && (plan is null || p.Plan == plan));
}

using System.ComponentModel.DataAnnotations;
using Candour.CareRecord.Sessions;

namespace Candour.CareRecord.Consent;

/// <summary>signature_list: one signed plan and how it was signed. Nobody is named in it: it is there to be counted.</summary>
public sealed record SignatureRow
{
    [Key]
    public required string Referral { get; init; }

    [Key]
    public required string Plan { get; init; }

    public required DateOnly SignedOn { get; init; }

    public required SignedHow How { get; init; }

    public static IEnumerable<SignatureRow> RowsOf(History referral) =>
        SignedPlan.All(referral).DistinctBy(p => p.Plan).Select(p => new SignatureRow { Referral = referral.Stream.Id, Plan = p.Plan, SignedOn = p.SignedOn, How = p.How });
}

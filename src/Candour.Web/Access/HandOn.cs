using Candour.CareRecord.Access;

namespace Candour.Web.Access;

/// <summary>The way from any staff page about a person to handing on a worry about them (H07).</summary>
internal static class HandOn
{
    private const string Page = "/worry", Concern = "/safeguarding/new";

    /// <summary>The address; null where the page is about nobody, or the role hands on nothing by the permissions table.</summary>
    public static string? Of(HttpContext http) =>
        http.RequestServices.GetService<Who>() is { Staff: not null } who && http.Features.Get<Look>()?.Whom is { Person: { } person, Staff: null } whom
        && !http.Request.Path.StartsWithSegments(Page, StringComparison.Ordinal) && May(who)
            ? Address(person, whom.Referral)
            : null;

    public static bool May(Who who) => CareRecord.Access.May.Embedded.Ever(who.Actor, Act.Create, "risk_task") is Answer.Yes;

    public static string Address(string person, string? referral) => referral is null ? $"{Page}/{person}" : $"{Page}/{person}?referral={referral}";

    /// <summary>The address for a safeguarding concern; null as for a worry (H29).</summary>
    public static string? ConcernOf(HttpContext http) =>
        http.RequestServices.GetService<Who>() is { Staff: not null } who && http.Features.Get<Look>()?.Whom is { Person: { } person, Staff: null } whom
        && !http.Request.Path.StartsWithSegments("/safeguarding", StringComparison.Ordinal) && MayConcern(who)
            ? ConcernAddress(person, whom.Referral)
            : null;

    public static bool MayConcern(Who who) => CareRecord.Access.May.Embedded.Ever(who.Actor, Act.Create, "safeguarding") is Answer.Yes;

    public static string ConcernAddress(string person, string? referral) =>
        referral is null ? $"{Concern}/{person}" : $"{Concern}/{person}?referral={referral}";
}

using Candour.CareRecord;
using Candour.CareRecord.Access;
using Candour.CareRecord.Access.Store;
using Candour.CareRecord.Referrals.Store;
using Candour.Clinical;
using Candour.Web.Components.Patterns;

namespace Candour.Web.Access;

/// <summary>The full name, birth date and NHS number of whoever the present page is about, for readers the permissions table lets see them.</summary>
public sealed class WhoItIs(TheRecord record, Who who, CaseFacts cases, IHttpContextAccessor http)
{
    /// <summary>Null where the page is about nobody, or this reader may not see who it is.</summary>
    public async Task<WhoLine?> Line() =>
        http.HttpContext?.Features.Get<Look>()?.Whom is { Person: { } person, Staff: null } whom
        && May.Embedded.Ask(who.Actor, Act.View, "identity", await cases.Of(who.Actor, null, whom)) is Answer.Yes
        && await FindPeople.One(record, person) is { } known
            ? new(known.FullName, known.Called, known.BirthDate, known.NhsNumber, London.Today(record.Clock))
            : null;
}

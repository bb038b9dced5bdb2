using Candour.CareRecord;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Candour.Web.Access;

/// <summary>Puts a refusal where the page shows it: at the field that can mend it, else at the top.</summary>
public static class Told
{
    public static void Refuse(this ModelStateDictionary state, Refusal refusal) =>
        state.AddModelError(refusal.Field ?? "", refusal.Message);
}

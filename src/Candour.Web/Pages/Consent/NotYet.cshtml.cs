using Candour.CareRecord.Access;
using Candour.Web.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Pages.Consent;

/// <summary>A plan that a supervisor has not agreed to yet.</summary>
[ForPatients(OrInTheRoom = true)]
[Needs("plan_consent", Act.View, About = About.Referral)]
public sealed class NotYetModel : PageModel;

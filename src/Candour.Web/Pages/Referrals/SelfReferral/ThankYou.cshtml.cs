using Candour.Web.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Pages.Referrals.SelfReferral;

[OpenToAll("The end of a referral; shows nothing of it.")]
public sealed class ThankYouModel : PageModel;

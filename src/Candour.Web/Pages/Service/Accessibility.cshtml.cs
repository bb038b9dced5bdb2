using Candour.Web.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Pages.Service;

/// <summary>How the pages were tested and by what, what is missing, and the way round: no more is claimed than was done.</summary>
[OpenToAll("Read by anybody; it shows nothing of anyone.")]
public sealed class AccessibilityModel : PageModel;

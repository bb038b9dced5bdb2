using Candour.Web.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Pages.Service;

/// <summary>What goes to the national body, the choice there is about it and the one there is not, in plain words.</summary>
[OpenToAll("Read before anybody tells us anything; it shows nothing of anyone.")]
public sealed class PrivacyModel : PageModel;

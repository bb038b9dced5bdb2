using Candour.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Candour.Web.Pages.Staff;

/// <summary>
/// The staff file of the whole service. Everybody who works here may see and mend their own account by the permissions
/// table; that row opens no page about others.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ForStaffFileAttribute : Attribute, IResourceFilter
{
    public void OnResourceExecuting(ResourceExecutingContext context)
    {
        var who = context.HttpContext.RequestServices.GetRequiredService<Who>();
        if (who.Staff is null || who.AllowedBy is null or "staff_member")
            context.Result = new StatusCodeResult(StatusCodes.Status403Forbidden);
    }

    public void OnResourceExecuted(ResourceExecutedContext context)
    {
    }
}

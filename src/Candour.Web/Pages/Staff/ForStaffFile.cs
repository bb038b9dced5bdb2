using Candour.Web.Access;
using Candour.Web.Pages.Faults;
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
        var http = context.HttpContext;
        var who = http.RequestServices.GetRequiredService<Who>();
        if (who.Staff is not null && who.AllowedBy is not (null or "staff_member"))
            return;
        if (http.GetEndpoint()?.Metadata.GetMetadata<NeedsAttribute>() is { } needs)
            http.Features.Set(new NotYourPage(RoleWords.WhoMay(needs.Resource, needs.ActionFor(http.Request.Method)), "your service lead"));
        context.Result = new StatusCodeResult(StatusCodes.Status403Forbidden);
    }

    public void OnResourceExecuted(ResourceExecutedContext context)
    {
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Candour.Web.Access;

/// <summary>
/// A page of the clinic. The permissions table lets people see their own notes and answers, on their own pages and in their
/// own words; the page written for staff is not there for them.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ForStaffAttribute : Attribute, IResourceFilter
{
    public void OnResourceExecuting(ResourceExecutingContext context)
    {
        if (context.HttpContext.RequestServices.GetRequiredService<Who>().Staff is null)
            context.Result = new NotFoundResult();
    }

    public void OnResourceExecuted(ResourceExecutedContext context)
    {
    }
}

/// <summary>A patient's own page: for nobody else, whatever else they may see.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ForPatientsAttribute : Attribute, IResourceFilter
{
    public void OnResourceExecuting(ResourceExecutingContext context)
    {
        if (context.HttpContext.RequestServices.GetRequiredService<Who>().Patient is not { Strength: CareRecord.Access.PatientStrength.Read })
            context.Result = new NotFoundResult();
    }

    public void OnResourceExecuted(ResourceExecutedContext context)
    {
    }
}

/// <summary>
/// A page on which a person answers for themselves, by link or on a device handed to them. Staff who put answers in do so on
/// their own pages, where it is marked: nobody answers as the person.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ForThePersonAttribute : Attribute, IResourceFilter
{
    public void OnResourceExecuting(ResourceExecutingContext context)
    {
        if (context.HttpContext.RequestServices.GetRequiredService<Who>().Patient is null)
            context.Result = new NotFoundResult();
    }

    public void OnResourceExecuted(ResourceExecutedContext context)
    {
    }
}

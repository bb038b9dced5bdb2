using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Candour.Web.Access;

/// <summary>A page written for people about themselves. Every other page is for staff, and to a person it is not there.</summary>
public interface IForPeople;

/// <summary>A patient's own page: for nobody else, whatever else they may see.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ForPatientsAttribute : Attribute, IForPeople, IResourceFilter
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
public sealed class ForThePersonAttribute : Attribute, IForPeople, IResourceFilter
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

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Candour.Web.Access;

/// <summary>A page written for people about themselves. Every other page is for staff, and to a person it is not there.</summary>
public interface IForPeople;

/// <summary>
/// A patient's own page: for nobody else, whatever else they may see. A link and a birth date, which a household knows, do not
/// open it: the code does.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ForPatientsAttribute : Attribute, IForPeople, IResourceFilter
{
    /// <summary>Also on a device that staff handed to the person in the room.</summary>
    public bool OrInTheRoom { get; init; }

    public void OnResourceExecuting(ResourceExecutingContext context)
    {
        var patient = context.HttpContext.RequestServices.GetRequiredService<Who>().Patient;
        if (!(patient is { Strength: CareRecord.Access.PatientStrength.Read } || (OrInTheRoom && patient is { HandedOver: true })))
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

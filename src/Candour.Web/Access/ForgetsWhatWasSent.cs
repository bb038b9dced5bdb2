using Candour.CareRecord.Access.Store;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Candour.Web.Access;

/// <summary>A kept form that was sent again and led on is kept no longer; one that was refused stays.</summary>
internal sealed class ForgetsWhatWasSent : IAsyncPageFilter
{
    public const string Field = "__kept";

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        await next();
        var http = context.HttpContext;
        if (HttpMethods.IsPost(http.Request.Method) && context.ModelState.IsValid && http.Request.HasFormContentType
            && (await http.Request.ReadFormAsync())[Field].ToString() is { Length: > 0 } id
            && http.RequestServices.GetRequiredService<Who>().Patient is { } patient)
            await http.RequestServices.GetRequiredService<KeptPosts>().Forget(patient.Person, id);
    }
}

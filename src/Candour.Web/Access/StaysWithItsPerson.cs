using Candour.CareRecord;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Candour.Web.Access;

/// <summary>
/// A form carries whose record it was opened for. Posted to the address of somebody else's, it is refused before the page
/// runs: two tabs, a page gone back to or a changed address never write about the wrong person.
/// </summary>
internal sealed class StaysWithItsPerson : IAsyncPageFilter
{
    private const string Field = $"{nameof(Shown)}.{nameof(Shown.Of)}";

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var http = context.HttpContext;
        if (HttpMethods.IsPost(http.Request.Method) && http.Request.HasFormContentType
            && (await http.Request.ReadFormAsync())[Field].ToString() is { Length: > 0 } given
            && http.Features.Get<Look>()?.Whom is { } whom && !IsOf(given, whom))
        {
            context.Result = new StatusCodeResult(StatusCodes.Status409Conflict);
            return;
        }

        await next();
    }

    private static bool IsOf(string given, CareRecord.Access.Store.Whom whom) => given.Split('/') switch
    {
        ["person", var person] => person == whom.Person,
        ["referral", var referral] => whom.Referral is null || referral == whom.Referral,
        ["message" or "questionnaire" or "appointment" or "safeguarding" or "complaint", _] => given == whom.Thing,
        _ => true,
    };
}

using Candour.CareRecord.Access;

namespace Candour.Web.Access;

/// <summary>
/// A page of the person's own, opened by somebody who may only answer: not "no such page" but the step that sends a code. A
/// device of the service that was handed over stays locked to its form.
/// </summary>
internal sealed class AsksForACode(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext http, Who who)
    {
        if (who.Patient is not { Strength: PatientStrength.Answer, HandedOver: false } || !HttpMethods.IsGet(http.Request.Method)
            || http.GetEndpoint()?.Metadata.GetMetadata<ForPatientsAttribute>() is null)
            return next(http);
        http.Response.Redirect($"/l/more?to={Uri.EscapeDataString(http.Request.Path)}");
        return Task.CompletedTask;
    }
}

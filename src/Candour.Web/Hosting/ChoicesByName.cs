using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Candour.Web.Hosting;

/// <summary>
/// A choice of a form is read by the name it was offered under and by nothing else: no number, no list of names joined by
/// commas, no other spelling, all of which the framework would take. What nobody was offered is answered 400, in words; it is
/// never taken for another answer and never for none.
/// </summary>
internal sealed class ChoicesByName : IModelBinder, IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context) => context.Metadata.UnderlyingOrModelType.IsEnum ? this : null;

    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var sent = bindingContext.ValueProvider.GetValue(bindingContext.ModelName);
        if (sent.All(string.IsNullOrEmpty))
            return Task.CompletedTask;
        bindingContext.ModelState.SetModelValue(bindingContext.ModelName, sent);
        var choices = bindingContext.ModelMetadata.UnderlyingOrModelType;
        if (sent.Length == 1 && Enum.GetNames(choices).Contains(sent.FirstValue, StringComparer.Ordinal))
            bindingContext.Result = ModelBindingResult.Success(Enum.Parse(choices, sent.FirstValue!));
        else if (HttpMethods.IsPost(bindingContext.HttpContext.Request.Method))
            throw new BadHttpRequestException($"'{bindingContext.ModelName}' holds no choice that was offered.", StatusCodes.Status400BadRequest);
        return Task.CompletedTask;
    }
}

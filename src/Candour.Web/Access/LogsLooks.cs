using Candour.CareRecord;
using Candour.CareRecord.Access;
using Candour.CareRecord.Access.Store;
using Candour.CareRecord.Store;
using Candour.Clinical;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Access;

/// <summary>
/// Stores one line for every page of a person's record, durably, before the page is answered. A page that sends the reader
/// elsewhere showed nothing and is not stored; a page that could not be stored is not shown.
/// </summary>
internal sealed class LogsLooks(Looked looked) : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var done = await next();
        var shows = done.Result is null or PageResult or ContentResult or FileResult or JsonResult or ViewComponentResult;
        if (done.Exception is null && !done.Canceled && shows)
            await looked.Store();
    }
}

/// <summary>The view log of the present request.</summary>
public sealed class Looked(TheRecord record, Who who, IHttpContextAccessor http, WhyLooked why)
{
    private string? _why;
    private bool _stored;

    /// <summary>Why: the task, appointment or reason given, in words. Shown to the patient.</summary>
    public void Because(string words) => _why = words;

    /// <summary>
    /// A page that shows a person whom its address does not name (a search hit opened, a list of one): which person's record
    /// it is. One line is stored for each.
    /// </summary>
    /// <param name="because">The reason, or the page's own work ("front desk: letters").</param>
    public Task At(string person, string? referral, string part, string because, string effect = "view", bool patientSees = true) =>
        record.Log(new View(person, referral, who.By, who.Session, part, because, effect, patientSees, Moment.Now(record.Clock)));

    /// <summary>Stores the look that the gate let through, once.</summary>
    internal async Task Store()
    {
        if (_stored || http.HttpContext?.Features.Get<Look>() is not { By.Logged: true, Whom.Person: { } person } look)
            return;
        _stored = true;
        var effect = look.By.Scope == "break-glass" ? "break-glass" : "view";
        // Patients on their own pages need no reason.
        var words = _why ?? (who.Patient is null ? await why.Of(person, who.Actor, look.By, look.Part) : "");
        await record.Log(new View(
            person, look.Whom!.Referral, who.By, who.Session, look.Part, words, effect, look.By.PatientSees == "yes",
            Moment.Now(record.Clock)));
    }
}

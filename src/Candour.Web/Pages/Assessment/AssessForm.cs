using Candour.CareRecord.Appointments;
using Candour.CareRecord.Sessions;

namespace Candour.Web.Pages.Assessment;

/// <summary>What else is typed on the assessment page.</summary>
public sealed class AssessForm
{
    public string? Notes { get; set; }

    /// <summary>The id of this window's draft: two windows make two.</summary>
    public string? Draft { get; set; }

    public WithoutAnswers? WithoutAnswers { get; set; }

    public string? WithoutAnswersWords { get; set; }

    public string? WhereNow { get; set; }

    public string? WhoCouldHelp { get; set; }

    public string? WhereNotAsked { get; set; }

    public string? Trace { get; set; }

    public WhyLate? WhyLate { get; set; }
}

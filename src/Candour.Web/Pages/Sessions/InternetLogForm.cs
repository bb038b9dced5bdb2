using System.Globalization;
using Candour.CareRecord.Appointments;
using Candour.CareRecord.Sessions;

namespace Candour.Web.Pages.Sessions;

/// <summary>What is typed under "Internet therapy between sessions".</summary>
public sealed class InternetLogForm
{
    public string? Programme { get; set; }

    public string? From { get; set; }

    public string? To { get; set; }

    public string? Minutes { get; set; }

    public string? IntegratedSoftware { get; set; }

    public WhyLate? WhyLate { get; set; }

    public string? WhyLateWords { get; set; }

    internal LogInternetTherapy ToLog() => new(
        Day(From), Day(To), Programme,
        int.TryParse(Minutes, NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) ? minutes : null,
        string.IsNullOrEmpty(IntegratedSoftware) ? null : IntegratedSoftware, WhyLate, WhyLateWords);

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text?.Trim(), ["yyyy-MM-dd", "d/M/yyyy", "d M yyyy", "d MMMM yyyy"], CultureInfo.GetCultureInfo("en-GB"), DateTimeStyles.None, out var day) ? day : null;
}

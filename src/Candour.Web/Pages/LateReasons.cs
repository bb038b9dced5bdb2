using Candour.CareRecord.Appointments;
using Candour.Web.Components;

namespace Candour.Web.Pages;

/// <summary>The answers to "Why now?", wherever something is added after it happened.</summary>
public static class LateReasons
{
    public static IReadOnlyList<Choice> Choices { get; } =
    [
        Choice.Of(nameof(WhyLate.NoConnection), "No connection then"),
        Choice.Of(nameof(WhyLate.OffSick), "I was off sick"),
        Choice.Of(nameof(WhyLate.Correction), "A correction"),
        Choice.Of(nameof(WhyLate.PersonToldLater), "The person told us later"),
        Choice.Of(nameof(WhyLate.Another), "Another reason"),
    ];
}

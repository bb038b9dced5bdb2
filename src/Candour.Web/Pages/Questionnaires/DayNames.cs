using Candour.Clinical;

namespace Candour.Web.Pages.Questionnaires;

internal static class DayNames
{
    /// <summary>Monday.</summary>
    public static string DayName(this Moment moment) => Words.LongDay(London.DayOf(moment)).Split(' ')[0];
}

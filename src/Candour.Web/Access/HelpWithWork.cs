using Candour.CareRecord;
using Candour.CareRecord.Appointments;
using Candour.Clinical.Codes;

namespace Candour.Web.Access;

/// <summary>"employment contacts": what an employment adviser sees of appointments, and books.</summary>
internal static class HelpWithWork
{
    /// <summary>Let in as an employment adviser, and by no other role of theirs.</summary>
    public static bool Only(Who who) => who.AllowedBy == Roles.EmploymentAdviser;

    public static List<AppointmentRow> ThatMaySee(this List<AppointmentRow> rows, Who who) =>
        Only(who) ? [.. rows.Where(r => r.Kind == AppointmentType.EmploymentSupport)] : rows;
}

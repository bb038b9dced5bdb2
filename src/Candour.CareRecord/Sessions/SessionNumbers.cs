using Candour.CareRecord.Appointments;
using Candour.Clinical.Codes;

namespace Candour.CareRecord.Sessions;

/// <summary>Which session of treatment a contact is, or would be if everything booked is held.</summary>
public static class SessionNumbers
{
    /// <summary>By appointment id; contacts that are no session of treatment are absent.</summary>
    public static IReadOnlyDictionary<string, int> Of(IReadOnlyList<Appointment> inOrder)
    {
        var numbers = new Dictionary<string, int>();
        foreach (var a in inOrder.Where(IsOrWouldBe))
            numbers[a.Id] = numbers.Count + 1;
        return numbers;
    }

    /// <summary>The number the appointment has when it is a session of treatment: one more than those before it.</summary>
    public static int NextOf(IReadOnlyList<Appointment> inOrder, string appointment) =>
        1 + inOrder.TakeWhile(a => a.Id != appointment).Count(a => a.IsAttended && AppointmentType.HasTreatment(a.Type));

    private static bool IsOrWouldBe(Appointment a) =>
        a.Type is { } type ? a.IsAttended && AppointmentType.HasTreatment(type)
        : a.Cancelled is null && (a.Attendance is null || a.IsAttended) && AppointmentType.HasTreatment(a.Booked.Kind);
}

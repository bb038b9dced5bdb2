using Candour.CareRecord.Appointments;
using Candour.CareRecord.Waiting;

namespace Candour.CareRecord.Safeguards;

/// <summary>Whose the person is.</summary>
public static class Allocation
{
    // Employment support is not treatment, and an employment adviser opens no such task.
    internal const string Employment = "10";

    /// <summary>
    /// Staff id of the allocated clinician, else of whoever the next or last appointment is with that was not cancelled; null
    /// before either.
    /// </summary>
    public static string? Of(History referral)
    {
        var booked = new List<(string Appointment, string Clinician)>();
        string? allocated = null;
        foreach (var e in referral.Events)
        {
            switch (e.Event)
            {
                case ClinicianAllocated given:
                    allocated = given.Clinician;
                    break;
                case AppointmentBooked { Kind: not Employment } there:
                    booked.Add((there.Appointment, there.Clinician));
                    break;
                case AppointmentMoved moved when booked.RemoveAll(b => b.Appointment == moved.Appointment) > 0:
                    booked.Add((moved.Appointment, moved.Clinician));
                    break;
                case AppointmentCancelled cancelled:
                    booked.RemoveAll(b => b.Appointment == cancelled.Appointment);
                    break;
            }
        }

        return allocated ?? booked.LastOrDefault().Clinician;
    }
}

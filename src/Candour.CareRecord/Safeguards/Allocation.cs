using Candour.CareRecord.Appointments;
using Candour.CareRecord.Waiting;

namespace Candour.CareRecord.Safeguards;

/// <summary>Whose the person is.</summary>
public static class Allocation
{
    /// <summary>Staff id of the allocated clinician, else of whoever the next or last appointment is with; null before either.</summary>
    public static string? Of(History referral)
    {
        string? booked = null;
        string? allocated = null;
        foreach (var e in referral.Events)
        {
            switch (e.Event)
            {
                case ClinicianAllocated given:
                    allocated = given.Clinician;
                    break;
                case AppointmentBooked appointment:
                    booked = appointment.Clinician;
                    break;
                case AppointmentMoved moved:
                    booked = moved.Clinician;
                    break;
            }
        }

        return allocated ?? booked;
    }
}

using Candour.CareRecord.Appointments;

namespace Candour.CareRecord.Safeguards;

/// <summary>Whose the person is.</summary>
public static class Allocation
{
    /// <summary>Staff id of the clinician with the next or last appointment; null before the first.</summary>
    public static string? Of(History referral)
    {
        string? clinician = null;
        foreach (var e in referral.Events)
        {
            clinician = e.Event switch
            {
                AppointmentBooked booked => booked.Clinician,
                AppointmentMoved moved => moved.Clinician,
                _ => clinician,
            };
        }

        return clinician;
    }
}

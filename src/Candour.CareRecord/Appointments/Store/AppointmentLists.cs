using Candour.CareRecord.Store;
using Candour.Clinical;
using Microsoft.EntityFrameworkCore;

namespace Candour.CareRecord.Appointments.Store;

/// <summary>What pages ask of the appointment list and the diary.</summary>
public static class AppointmentLists
{
    /// <summary>A clinician's appointments that are not cancelled, from one day up to and with another, in order.</summary>
    public static Task<List<AppointmentRow>> OfClinician(this CareRecordContext db, string clinician, DateOnly from, DateOnly to) =>
        db.Set<AppointmentRow>().AsNoTracking()
            .Where(a => a.Clinician == clinician && a.Day >= from && a.Day <= to && a.State != AppointmentState.Cancelled)
            .OrderBy(a => a.Starts).ToListAsync();

    /// <summary>Everybody's, for the diary of a service or team.</summary>
    public static Task<List<AppointmentRow>> OfAll(this CareRecordContext db, DateOnly from, DateOnly to) =>
        db.Set<AppointmentRow>().AsNoTracking()
            .Where(a => a.Day >= from && a.Day <= to && a.State != AppointmentState.Cancelled)
            .OrderBy(a => a.Starts).ThenBy(a => a.Clinician).ToListAsync();

    public static Task<AppointmentRow?> AppointmentById(this CareRecordContext db, string appointment) =>
        db.Set<AppointmentRow>().AsNoTracking().FirstOrDefaultAsync(a => a.Appointment == appointment);

    public static Task<List<AppointmentRow>> AppointmentsOfPerson(this CareRecordContext db, string person) =>
        db.Set<AppointmentRow>().AsNoTracking().Where(a => a.Person == person).OrderBy(a => a.Starts).ToListAsync();

    /// <summary>Contacts before the moment that are not written up: no attendance, or begun and not closed. At most 200.</summary>
    public static Task<List<AppointmentRow>> ToFinish(this CareRecordContext db, string clinician, Moment before) =>
        db.Set<AppointmentRow>().AsNoTracking()
            .Where(a => a.Clinician == clinician && !a.Closed
                && (a.State == AppointmentState.Seen || (a.State == AppointmentState.Booked && (a.Started || a.Ends < before))))
            .OrderBy(a => a.Starts).Take(200).ToListAsync();

    /// <summary>People booked with a clinician on a day; one appointment can be left out (the one being moved).</summary>
    public static Task<int> BookedOn(this CareRecordContext db, string clinician, DateOnly day, string? except) =>
        db.Set<AppointmentRow>().Where(a => a.Clinician == clinician && a.Day == day && a.State != AppointmentState.Cancelled && a.Appointment != except)
            .Select(a => a.Person).Distinct().CountAsync();

    /// <summary>Grid squares of a clinician that are taken, from one moment to another.</summary>
    public static async Task<HashSet<Moment>> TakenSquares(this CareRecordContext db, string clinician, Moment from, Moment to) =>
        [.. await db.Set<DiaryRow>().AsNoTracking().Where(d => d.Clinician == clinician && d.Square >= from && d.Square < to)
            .Select(d => d.Square).ToListAsync()];
}

using Candour.CareRecord.Appointments;
using Candour.CareRecord.Safeguarding.Store;
using Candour.CareRecord.Safeguards.Store;
using Candour.CareRecord.Store;
using Candour.CareRecord.Treatment;
using Candour.Clinical;
using Microsoft.EntityFrameworkCore;

namespace Candour.CareRecord.Staff.Store;

/// <summary>What pages ask of the staff list.</summary>
public static class StaffLists
{
    /// <summary>Everybody who works here or did, by name.</summary>
    public static Task<List<StaffRow>> AllStaff(this CareRecordContext db) =>
        db.Set<StaffRow>().AsNoTracking().OrderBy(s => s.LeftOn != null).ThenBy(s => s.Name).ThenBy(s => s.Staff).ToListAsync();

    public static Task<StaffRow?> StaffById(this CareRecordContext db, string staff) =>
        db.Set<StaffRow>().AsNoTracking().FirstOrDefaultAsync(s => s.Staff == staff);

    /// <summary>Those who see people, at work on the day.</summary>
    public static async Task<List<StaffRow>> Clinicians(this CareRecordContext db, DateOnly day)
    {
        string[] roles = [Roles.Pwp, Roles.PwpTrainee, Roles.HighIntensity];
        var all = await db.Set<StaffRow>().AsNoTracking().Where(s => s.JoinedOn <= day && (s.LeftOn == null || s.LeftOn > day)).OrderBy(s => s.Name).ToListAsync();
        return [.. all.Where(s => s.Roles.Split(' ').Intersect(roles).Any())];
    }

    /// <summary>Those who told this supervisor that the day holds too many people, by name.</summary>
    public static Task<List<StaffRow>> TooFullToldTo(this CareRecordContext db, string supervisor, DateOnly day) =>
        db.Set<StaffRow>().AsNoTracking().Where(s => s.FullDayTo == supervisor && s.FullDay == day).OrderBy(s => s.Name).ThenBy(s => s.Staff).ToListAsync();

    /// <summary>What is still in somebody's hands.</summary>
    public static async Task<OpenWork> WorkOf(this CareRecordContext db, string staff, DateOnly today) => new(
        await db.Set<RiskTaskRow>().CountAsync(t => t.IsOpen && (t.Owner == staff || t.HeldBy == staff)),
        await db.Set<PeopleRow>().CountAsync(p => p.Clinician == staff && p.IsOpen),
        await db.Set<AppointmentRow>().CountAsync(a => a.Clinician == staff && a.Day >= today && a.State == AppointmentState.Booked),
        await db.Set<SafeguardingRow>().CountAsync(r => r.IsOpen && r.Owner == staff));

    /// <summary>Open referrals of a clinician, at most 500.</summary>
    public static Task<List<string>> OpenReferralsOf(this CareRecordContext db, string staff) =>
        db.Set<PeopleRow>().Where(p => p.Clinician == staff && p.IsOpen).OrderBy(p => p.Referral).Select(p => p.Referral).Take(500).ToListAsync();
}

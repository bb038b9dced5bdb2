using Candour.CareRecord.Appointments;
using Candour.CareRecord.Store;
using Candour.Clinical;
using Microsoft.EntityFrameworkCore;

namespace Candour.CareRecord.Questionnaires.Store;

/// <summary>Questionnaires as lists.</summary>
public static class QuestionnaireList
{
    public static Task<List<QuestionnaireRow>> OfReferral(CareRecordContext lists, string referral) =>
        lists.Set<QuestionnaireRow>().AsNoTracking().Where(q => q.Referral == referral).OrderBy(q => q.Issued).ToListAsync();

    public static Task<QuestionnaireRow?> Find(CareRecordContext lists, string questionnaire) =>
        lists.Set<QuestionnaireRow>().AsNoTracking().FirstOrDefaultAsync(q => q.Questionnaire == questionnaire);

    public static Task<List<QuestionnaireRow>> OfAppointments(CareRecordContext lists, IReadOnlyCollection<string> appointments) =>
        lists.Set<QuestionnaireRow>().AsNoTracking()
            .Where(q => q.Appointment != null && appointments.Contains(q.Appointment))
            .OrderBy(q => q.Issued).ThenBy(q => q.Number)
            .ToListAsync();

    /// <summary>Sessions booked to begin between two moments.</summary>
    public static Task<List<AppointmentRow>> SessionsBetween(CareRecordContext lists, Moment from, Moment to) =>
        lists.Set<AppointmentRow>().AsNoTracking()
            .Where(a => a.State == AppointmentState.Booked && !a.Started && a.Starts > from && a.Starts <= to)
            .OrderBy(a => a.Starts)
            .ToListAsync();

    /// <summary>Sets that are still open to a person, the next session first.</summary>
    public static Task<List<QuestionnaireRow>> OpenOfPerson(CareRecordContext lists, string person, Moment now) =>
        lists.Set<QuestionnaireRow>().AsNoTracking()
            .Where(q => q.Person == person && q.Submitted == null && !q.ByStaff && q.Closes >= now)
            .OrderBy(q => q.WindowTo)
            .ToListAsync();

    /// <summary>Sets put in by staff of which the person has not been sent a copy.</summary>
    public static Task<List<QuestionnaireRow>> CopiesOwed(CareRecordContext lists) =>
        lists.Set<QuestionnaireRow>().AsNoTracking().Where(q => q.CopyOwed).OrderBy(q => q.Submitted).ToListAsync();

    /// <summary>The sets of a person that staff put in, newest first: what they can say is wrong.</summary>
    public static Task<List<QuestionnaireRow>> ByStaffOfPerson(CareRecordContext lists, string person) =>
        lists.Set<QuestionnaireRow>().AsNoTracking()
            .Where(q => q.Person == person && q.ByStaff && q.Submitted != null)
            .OrderByDescending(q => q.Submitted)
            .ToListAsync();
}

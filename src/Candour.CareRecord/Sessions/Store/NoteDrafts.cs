using Candour.CareRecord.Store;
using Microsoft.EntityFrameworkCore;

namespace Candour.CareRecord.Sessions.Store;

/// <summary>Open drafts of one author.</summary>
public static class NoteDrafts
{
    /// <summary>Newest first: of the session's note, and of each block of an assessment.</summary>
    public static Task<List<NoteDraftRow>> DraftsOf(this CareRecordContext db, string author, string appointment) =>
        db.Set<NoteDraftRow>().AsNoTracking().Where(d => d.Author == author && d.Appointment == appointment).OrderByDescending(d => d.SavedAt).Take(50).ToListAsync();
}

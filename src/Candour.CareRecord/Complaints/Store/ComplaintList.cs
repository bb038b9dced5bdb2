using Candour.CareRecord.Store;
using Microsoft.EntityFrameworkCore;

namespace Candour.CareRecord.Complaints.Store;

/// <summary>What pages ask of the complaints.</summary>
public static class ComplaintList
{
    private const int Most = 200;

    /// <summary>Open ones first, the oldest at the top; then those answered, the last answered first.</summary>
    public static Task<List<ComplaintRow>> Of(CareRecordContext lists) =>
        lists.Set<ComplaintRow>().AsNoTracking()
            .OrderByDescending(c => c.IsOpen).ThenByDescending(c => c.Answered).ThenBy(c => c.Made).ThenBy(c => c.Complaint).Take(Most).ToListAsync();

    /// <summary>Those a person made with their name, the newest first.</summary>
    public static Task<List<ComplaintRow>> OfPerson(CareRecordContext lists, string person) =>
        lists.Set<ComplaintRow>().AsNoTracking().Where(c => c.Person == person).OrderByDescending(c => c.Made).ThenBy(c => c.Complaint).Take(Most).ToListAsync();

    /// <summary>How many wait for an answer, and how many of them are past their day.</summary>
    public static async Task<(int Open, int Late)> Waiting(CareRecordContext lists, DateOnly today)
    {
        var open = lists.Set<ComplaintRow>().AsNoTracking().Where(c => c.IsOpen);
        return (await open.CountAsync(), await open.CountAsync(c => c.ReadAt == null ? c.AcknowledgeBy < today : c.AnswerBy < today));
    }
}

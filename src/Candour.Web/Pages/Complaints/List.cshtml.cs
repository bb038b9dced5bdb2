using Candour.CareRecord;
using Candour.CareRecord.Access;
using Candour.CareRecord.Complaints.Store;
using Candour.Clinical;
using Candour.Web.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Pages.Complaints;

/// <summary>Every complaint, for who may answer it, opened one by one. No name stands here.</summary>
[Needs("complaint", Act.View, Whole = true)]
public sealed class ListModel(TheRecord record) : PageModel
{
    public IReadOnlyList<ComplaintRow> Rows { get; private set; } = [];

    public DateOnly Today { get; private set; }

    public int Open => Rows.Count(r => r.IsOpen);

    public int Late => Rows.Count(r => r.IsLate(Today));

    /// <summary>What is next, and by when.</summary>
    public string State(ComplaintRow row) => row switch
    {
        { Answered: { } answered } => $"Answered {Words.Day(London.DayOf(answered), Today)}",
        { ReadAt: null } => $"{(row.IsLate(Today) ? "Late. It was to be acknowledged by" : "Not read yet. Acknowledge by")} {Words.Day(row.AcknowledgeBy, Today)}",
        _ => $"{(row.IsLate(Today) ? "Late. It was to be answered by" : "Read. Answer by")} {Words.Day(row.AnswerBy, Today)}",
    };

    public async Task OnGetAsync()
    {
        Today = London.Today(record.Clock);
        await using var lists = record.Lists();
        Rows = await ComplaintList.Of(lists);
    }
}

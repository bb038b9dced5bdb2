using System.ComponentModel.DataAnnotations;
using Candour.Clinical;

namespace Candour.CareRecord.Complaints.Store;

/// <summary>complaint_list: which complaints there are and by when. No words and no name.</summary>
public sealed record ComplaintRow
{
    [Key]
    public required string Complaint { get; init; }

    /// <summary>Null where they chose that nobody knows.</summary>
    public required string? Person { get; init; }

    public required Moment Made { get; init; }

    public required DateOnly AcknowledgeBy { get; init; }

    public required DateOnly AnswerBy { get; init; }

    /// <summary>Null while nobody has read it.</summary>
    public required Moment? ReadAt { get; init; }

    public required bool IsOpen { get; init; }

    public required Moment? Answered { get; init; }

    public bool IsLate(DateOnly today) => IsOpen && (ReadAt is null ? AcknowledgeBy : AnswerBy) < today;

    public static IEnumerable<ComplaintRow> RowsOf(History stream)
    {
        if (ComplaintFile.Of(stream) is not { } file)
            yield break;
        yield return new()
        {
            Complaint = file.Id, Person = file.Made.Person, Made = file.MadeAs.At, AcknowledgeBy = file.Made.AcknowledgeBy, AnswerBy = file.Made.AnswerBy,
            ReadAt = file.ReadAt, IsOpen = file.IsOpen, Answered = file.AnsweredAs?.At,
        };
    }
}

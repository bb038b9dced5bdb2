using System.ComponentModel.DataAnnotations;
using Candour.Clinical;

namespace Candour.CareRecord.Access;

/// <summary>break_glass_list: one opening in an emergency.</summary>
public sealed record BreakGlassRow
{
    [Key]
    public required string Opening { get; init; }

    public required string Person { get; init; }

    public required string Staff { get; init; }

    public required BreakGlassReason Reason { get; init; }

    public required Moment Opened { get; init; }

    public required Moment Until { get; init; }

    public required DateOnly ReviewBy { get; init; }

    public required bool Reviewed { get; init; }

    public static IEnumerable<BreakGlassRow> RowsOf(History person) =>
        from opened in person.Recorded<BreakGlassOpened>()
        select new BreakGlassRow
        {
            Opening = opened.Event.Opening, Person = person.Stream.Id, Staff = opened.Event.Staff, Reason = opened.Event.Reason,
            Opened = opened.Envelope.At, Until = opened.Event.Until, ReviewBy = opened.Event.ReviewBy,
            Reviewed = person.Any<BreakGlassReviewed>(r => r.Opening == opened.Event.Opening),
        };
}

/// <summary>relation_list: a member of staff to whom a person's record is closed.</summary>
public sealed record RelationRow
{
    [Key]
    public required string Person { get; init; }

    [Key]
    public required string Staff { get; init; }

    public required Closeness Closeness { get; init; }

    public static IEnumerable<RelationRow> RowsOf(History person) =>
        from staff in person.All<RelationDeclared>().Select(r => r.Staff).Concat(person.All<StaffBlocked>().Select(b => b.Staff)).Distinct()
        let closeness = Relations.Of(person, staff)
        where closeness is not null
        select new RelationRow { Person = person.Stream.Id, Staff = staff, Closeness = closeness.Value };
}

using System.ComponentModel.DataAnnotations;
using Candour.Clinical;

namespace Candour.CareRecord.Staff;

/// <summary>staff_list: one member of staff.</summary>
public sealed record StaffRow
{
    [Key]
    public required string Staff { get; init; }

    public required string Name { get; init; }

    public required string? Title { get; init; }

    public required string? Team { get; init; }

    public required string? Supervisor { get; init; }

    public required int? PeopleADay { get; init; }

    public required DateOnly JoinedOn { get; init; }

    public required DateOnly? LeftOn { get; init; }

    /// <summary>Role names, a space between.</summary>
    public required string Roles { get; init; }

    /// <summary>Roles that wait for a second person, a space between.</summary>
    public required string Asked { get; init; }

    /// <summary>Qualifications as <c>code:awarded</c> or <c>code:?planned</c>, a space between.</summary>
    public required string Qualifications { get; init; }

    /// <summary>The last day they said held too many people; null: never said.</summary>
    public DateOnly? FullDay { get; init; }

    public int? FullDayPeople { get; init; }

    /// <summary>Staff id of who was told, and when.</summary>
    public string? FullDayTo { get; init; }

    public Moment? FullDayAt { get; init; }

    public static IEnumerable<StaffRow> RowsOf(History staff)
    {
        if (Colleague.Of(staff) is not { } there)
            yield break;
        var full = staff.Recorded<FullDayTold>().LastOrDefault();
        yield return new()
        {
            Staff = there.Id,
            Name = there.Name,
            Title = there.Title,
            Team = there.Team,
            Supervisor = there.Supervisor,
            PeopleADay = there.PeopleADay,
            JoinedOn = there.From,
            LeftOn = there.LeftOn,
            FullDay = full.Event?.Day,
            FullDayPeople = full.Event?.People,
            FullDayTo = full.Event?.To,
            FullDayAt = full.Event is null ? null : full.Envelope.At,
            Roles = string.Join(' ', there.Roles),
            Asked = string.Join(' ', there.Asked.Select(a => a.RoleName)),
            Qualifications = string.Join(' ', there.Qualifications.Select(q => q.AwardedOn is { } day ? $"{q.Code}:{day:yyyy-MM-dd}" : $"{q.Code}:?{q.PlannedFor:yyyy-MM-dd}")),
        };
    }

    public bool WorksHereOn(DateOnly day) => JoinedOn <= day && !(LeftOn <= day);

    /// <summary>Qualifications, read back.</summary>
    public IEnumerable<HeldQualification> Held() =>
        from part in Qualifications.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        let colon = part.IndexOf(':', StringComparison.Ordinal)
        let planned = part[colon + 1] == '?'
        let day = DateOnly.ParseExact(part[(colon + (planned ? 2 : 1))..], "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)
        select new HeldQualification(part[..colon], planned ? null : day, planned ? day : null);
}

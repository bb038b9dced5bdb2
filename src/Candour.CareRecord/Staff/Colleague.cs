using Candour.Clinical.Codes;

namespace Candour.CareRecord.Staff;

/// <summary>A qualification of a member of staff, dated; null award: in training.</summary>
/// <param name="Code">List qualification.</param>
public sealed record HeldQualification(string Code, DateOnly? AwardedOn, DateOnly? PlannedFor)
{
    /// <summary>Psychological wellbeing practitioners in training see people at step 2, under supervision.</summary>
    private const string Practitioner = "10";

    public bool IsHeldOn(DateOnly day) => AwardedOn <= day;

    /// <summary>Held on the day or, for practitioners alone, being trained for; every other therapy asks for a dated award.</summary>
    public bool EntitlesOn(DateOnly day) => IsHeldOn(day) || (Code == Practitioner && AwardedOn is null && PlannedFor >= day);

    /// <summary>The official name without "Curriculum for".</summary>
    public string Name => CodeList.Find("qualification").LabelOf(Code)
        .Replace("Curriculum for ", "", StringComparison.Ordinal).Replace("Practitioner Training in ", "", StringComparison.Ordinal);
}

/// <summary>A member of staff as the record now knows them.</summary>
public sealed record Colleague
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    /// <summary>What the person is, as patients read it: "a psychological wellbeing practitioner".</summary>
    public string? Title { get; init; }

    public required DateOnly From { get; init; }

    public string? Team { get; init; }

    public string? Supervisor { get; init; }

    public int? PeopleADay { get; init; }

    public IReadOnlyList<HeldQualification> Qualifications { get; init; } = [];

    /// <summary>Roles granted and not taken away.</summary>
    public IReadOnlyList<string> Roles { get; init; } = [];

    /// <summary>Roles asked for that wait for a second person, with who asked.</summary>
    public IReadOnlyList<(string RoleName, string AskedBy, DateOnly From)> Asked { get; init; } = [];

    public DateOnly? LeftOn { get; init; }

    /// <summary>An employment adviser who treats nobody.</summary>
    public bool HelpsWithWorkOnly =>
        Roles.Contains(CareRecord.Roles.EmploymentAdviser)
        && !Roles.Any(r => r is CareRecord.Roles.Pwp or CareRecord.Roles.PwpTrainee or CareRecord.Roles.HighIntensity or CareRecord.Roles.Supervisor);

    public bool WorksHereOn(DateOnly day) => From <= day && !(LeftOn <= day);

    /// <summary>Codes of qualifications that count on a day: what decides which therapies may be given.</summary>
    public IReadOnlyList<string> QualificationsOn(DateOnly day) => [.. Qualifications.Where(q => q.EntitlesOn(day)).Select(q => q.Code)];

    /// <summary>The member of staff of this stream; null when nobody joined there.</summary>
    public static Colleague? Of(History staff)
    {
        if (staff.First<StaffJoined>() is not { } joined)
            return null;
        var colleague = new Colleague
        {
            Id = staff.Stream.Id, Name = joined.Name ?? "A colleague", Title = joined.Title, From = joined.From, Team = joined.Team,
            Supervisor = joined.Supervisor, PeopleADay = joined.PeopleADay,
        };
        var qualifications = new Dictionary<string, HeldQualification>();
        var roles = new List<string>();
        var asked = new List<(string RoleName, string AskedBy, DateOnly From)>();
        foreach (var (envelope, e) in staff.Events.Select(r => (r.Envelope, r.Event)))
        {
            switch (e)
            {
                case StaffDetailsGiven x:
                    colleague = colleague with
                    {
                        Name = x.Name ?? colleague.Name, Title = x.Title, Team = x.Team, Supervisor = x.Supervisor, PeopleADay = x.PeopleADay,
                    };
                    break;
                case QualificationAwarded x:
                    qualifications[x.Qualification] = new(x.Qualification, x.AwardedOn, x.PlannedFor);
                    break;
                case RoleAsked x:
                    asked.Add((x.RoleName, envelope.By.Actor, x.From));
                    break;
                case RoleDeclined x:
                    asked.RemoveAll(a => a.RoleName == x.RoleName);
                    break;
                case RoleGranted x:
                    asked.RemoveAll(a => a.RoleName == x.RoleName);
                    if (!roles.Contains(x.RoleName))
                        roles.Add(x.RoleName);
                    break;
                case RoleTaken x:
                    roles.Remove(x.RoleName);
                    break;
                case StaffLeft x:
                    colleague = colleague with { LeftOn = x.On };
                    break;
            }
        }

        return colleague with
        {
            Qualifications = [.. qualifications.Values.OrderBy(q => q.Code, StringComparer.Ordinal)], Roles = roles, Asked = asked,
        };
    }
}

using Candour.CareRecord.Referrals;
using Candour.Clinical.Codes;

namespace Candour.CareRecord.Appointments;

/// <summary>
/// What the national return asks of a contact and nobody needs for the booking itself (IDS201). A page fills it from the
/// last booking, so that most bookings leave it as it is.
/// </summary>
public sealed record ForTheReturn
{
    public const string GroupMode = "3";

    /// <summary>List planned_contact.</summary>
    public string Planned { get; init; } = "Y";

    public const string NotPlanned = "N";

    /// <summary>List integrated_ltc_service.</summary>
    public string LongTermConditionService { get; init; } = "N";

    /// <summary>List therapy_mode: 1 individual, 2 couple, 3 group.</summary>
    public string Mode { get; init; } = "1";

    /// <summary>The group session's own id, 1 to 20 letters and digits; the same for all who sit in it.</summary>
    public string? Group { get; init; }

    /// <summary>Members of staff leading the group, 1 to 99.</summary>
    public int? GroupFacilitators { get; init; }

    /// <summary>Internet enabled therapy programme, up to 20 characters.</summary>
    public string? Programme { get; init; }

    /// <summary>List activity_location_type.</summary>
    public string? LocationType { get; init; }

    /// <summary>Site code of treatment, 3 to 9 letters and digits.</summary>
    public string? Site { get; init; }

    /// <summary>ISO 639-1, or q1 to q5.</summary>
    public string? Language { get; init; }

    /// <summary>As the last contact was booked; a group session and its leaders are said anew.</summary>
    public static ForTheReturn LikeLast(AppointmentBooked? last, string? language) => last is null
        ? new() { Language = language ?? "en" }
        : new()
        {
            LongTermConditionService = last.LongTermConditionService, Mode = last.Mode == GroupMode ? "1" : last.Mode, Programme = last.Programme,
            LocationType = last.LocationType, Site = last.Site, Language = last.Language ?? language ?? "en",
        };

    /// <summary>What cannot be sent as it stands; null when nothing is.</summary>
    public Refusal? Wrong() =>
        !CodeList.Find("planned_contact").Knows(Planned) ? new NotInTheList("Planned")
        : !CodeList.Find("integrated_ltc_service").Knows(LongTermConditionService) ? new NotInTheList("LongTermConditionService")
        : !CodeList.Find("therapy_mode").Knows(Mode) ? new NotInTheList("Mode")
        : LocationType is not null && !CodeList.Find("activity_location_type").Knows(LocationType) ? new NotInTheList("LocationType")
        : Language is not null && !Languages.IsCode(Language) ? new NotInTheList("Language")
        : Mode == GroupMode && !IsCode(Group, 1, 20) ? new NameTheGroup()
        : Mode != GroupMode && (Group is not null || GroupFacilitators is not null) ? new ChooseGroupTherapy()
        : GroupFacilitators is < 1 or > 99 ? new LeadersAreOff()
        : Programme?.Length > 20 ? new ProgrammeTooLong("Programme")
        : Site is not null && !IsCode(Site, 3, 9) ? new SiteIsOff()
        : null;

    private static bool IsCode(string? text, int least, int most) =>
        text is not null && text.Length >= least && text.Length <= most && text.All(char.IsAsciiLetterOrDigit);
}

public sealed record NotInTheList(string Where) : Refusal("Choose one from the list.")
{
    public override string? Field => Where;
}

public sealed record NameTheGroup() : Refusal("Enter the code of the group session: up to 20 letters and digits, the same for everybody in it.")
{
    public override string Field => "Group";
}

public sealed record ChooseGroupTherapy() : Refusal("Choose \"Group Therapy\", or leave the group session and its leaders empty.")
{
    public override string Field => "Mode";
}

public sealed record LeadersAreOff() : Refusal("Enter how many people lead the group, from 1 to 99.")
{
    public override string Field => "GroupFacilitators";
}

public sealed record ProgrammeTooLong(string Where) : Refusal("A programme's name has up to 20 letters. Shorten it.")
{
    public override string? Field => Where;
}

public sealed record SiteIsOff() : Refusal("A site code has 3 to 9 letters and digits, like RXX01.")
{
    public override string Field => "Site";
}

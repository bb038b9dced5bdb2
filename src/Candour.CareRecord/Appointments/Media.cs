namespace Candour.CareRecord.Appointments;

/// <summary>The ways a contact can be held (list consultation_mechanism), with the words people read.</summary>
public static class Media
{
    public const string FaceToFace = "01";
    public const string Telephone = "02";
    public const string TalkType = "04";
    public const string Email = "05";
    public const string Text = "09";
    public const string InstantMessage = "10";
    public const string Video = "11";

    /// <summary>Those offered when booking, in order of how often they are used.</summary>
    public static IReadOnlyList<string> Offered { get; } = [Video, Telephone, FaceToFace, TalkType, InstantMessage, Email, Text];

    public static string Words(string code) => code switch
    {
        FaceToFace => "face to face",
        Telephone => "phone",
        TalkType => "phone relay, typed",
        Email => "e-mail",
        Text => "text messages",
        InstantMessage => "typing on screen",
        Video => "video",
        "12" => "a message board",
        "13" => "a group typing on screen",
        _ => "another way",
    };

    /// <summary>As a choice of its own: "Video".</summary>
    public static string Choice(string code) => Words(code) is var words ? char.ToUpperInvariant(words[0]) + words[1..] : words;

    /// <summary>"by video", "face to face": within a sentence.</summary>
    public static string By(string code) => code switch
    {
        FaceToFace => Words(code),
        _ when Words(code) == Words("") => "in another way",
        _ => $"by {Words(code)}",
    };

    /// <summary>The person is somewhere else: where they are has to be asked.</summary>
    public static bool IsRemote(string code) => code != FaceToFace;

    /// <summary>Nobody has to hear or sign.</summary>
    public static bool IsTyped(string code) => code is TalkType or Email or Text or InstantMessage or "12" or "13";

    /// <summary>Voice alone carries it.</summary>
    public static bool NeedsHearing(string code) => code is Telephone;
}

/// <summary>Words for what an appointment is booked for (list appointment_type).</summary>
public static class Kinds
{
    public static IReadOnlyList<string> Offered { get; } = ["01", "02", "04", "06", "10"];

    public static string Words(string code) => code switch
    {
        "01" => "Assessment",
        "02" => "Session",
        "03" => "Assessment and session",
        "04" => "Review",
        "05" => "Review and session",
        "06" => "Catch-up talk",
        "10" => "Help with work",
        _ => "Appointment",
    };
}

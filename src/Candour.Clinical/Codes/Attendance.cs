namespace Candour.Clinical.Codes;

/// <summary>What the attendance codes of a contact mean. Source: NHS Data Dictionary, ATTENDED OR DID NOT ATTEND CODE.</summary>
public static class Attendance
{
    public const string OnTime = "5";
    public const string LateAndSeen = "6";
    public const string LateAndNotSeen = "7";
    public const string CancelledByPatient = "2";
    public const string DidNotAttend = "3";
    public const string CancelledByService = "4";

    /// <summary>The person came and was seen.</summary>
    public static bool IsAttended(string? code) => code is OnTime or LateAndSeen;

    /// <summary>
    /// Seen as official figures mean it: attended, or not planned at all, whatever its code. Source: NHS Talking Therapies monthly metadata.
    /// </summary>
    public static bool IsSeen(string? code, bool? planned) => IsAttended(code) || planned == false;

    /// <summary>The code in plain words.</summary>
    public static string InWords(string? code) => code switch
    {
        OnTime => "came",
        LateAndSeen => "came late and was seen",
        LateAndNotSeen => "came too late to be seen",
        CancelledByPatient => "cancelled by the person",
        DidNotAttend => "did not come",
        CancelledByService => "cancelled by us",
        null => "not yet known",
        _ => throw new ArgumentException($"'{code}' is no attendance code.", nameof(code)),
    };
}

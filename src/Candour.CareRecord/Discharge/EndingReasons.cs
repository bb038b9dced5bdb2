namespace Candour.CareRecord.Discharge;

/// <summary>
/// Plain reasons for an ending and their national codes (list discharge_reason). A code depends on whether the person was
/// taken on for treatment: "died" is 17 before, 49 after.
/// </summary>
public static class EndingReasons
{
    /// <summary>One choice: the reason, its words on the page ({0} is what the person is called), and the two codes.</summary>
    /// <param name="SeenOnly">Code where the person was seen, or only referred, and not taken on; null: cannot be chosen then.</param>
    /// <param name="TakenOn">Code where the person was taken on for treatment; null: cannot be chosen then.</param>
    public sealed record Choice(EndingReason Reason, string Plain, string? SeenOnly, string? TakenOn);

    public static IReadOnlyList<Choice> All { get; } =
    [
        new(EndingReason.FinishedTogether, "Finished, we both agree", null, "46"),
        new(EndingReason.StoppedBeforePlan, "We stopped before the plan", null, "48"),
        new(EndingReason.PersonWantedMore, "{0} wanted more than we gave", null, "48"),
        new(EndingReason.PersonStopped, "{0} stopped coming", null, "47"),
        new(EndingReason.WentElsewhere, "Went to another therapy service, we both agree", "13", "46"),
        new(EndingReason.AdviceWasEnough, "Advice and support were enough, we both agree", "12", null),
        new(EndingReason.NotForUs, "Not for this service: no action, or back to who referred", "10", null),
        new(EndingReason.Signposted, "Not for this service: told about other help, {0} agrees", "11", null),
        new(EndingReason.Declined, "{0} did not want what we offered", "14", null),
        new(EndingReason.LeftDuringAssessment, "{0} stopped during the assessment", "16", null),
        new(EndingReason.NotAssessed, "Not assessed", "50", null),
        new(EndingReason.Died, "Died", "17", "49"),
        new(EndingReason.NotKnown, "Not known", "95", "96"),
    ];

    /// <summary>Official names, shown beside the plain reason.</summary>
    public static string Official(string code) => code switch
    {
        "10" => "Not suitable for the service: no action taken or directed back to referrer",
        "11" => "Not suitable for the service: signposted elsewhere with mutual agreement of patient",
        "12" => "Discharged by mutual agreement following advice and support",
        "13" => "Referred to another therapy service by mutual agreement",
        "14" => "Suitable for the service, but patient declined treatment that was offered",
        "16" => "Incomplete assessment (patient dropped out)",
        "17" => "Deceased (seen but not taken on for a course of treatment)",
        "46" => "Mutually agreed completion of treatment",
        "47" => "Termination of treatment earlier than care professional planned",
        "48" => "Termination of treatment earlier than patient requested",
        "49" => "Deceased (seen and taken on for a course of treatment)",
        "50" => "Not assessed",
        "95" => "Not known (seen but not taken on for a course of treatment)",
        "96" => "Not known (seen and taken on for a course of treatment)",
        _ => throw new ArgumentOutOfRangeException(nameof(code), code, "No national end code."),
    };

    public static Choice Of(EndingReason reason) => All.First(c => c.Reason == reason);

    /// <summary>The national code; null when the reason does not fit a person who was, or was not, taken on.</summary>
    public static string? CodeOf(EndingReason reason, bool takenOn) => takenOn ? Of(reason).TakenOn : Of(reason).SeenOnly;
}

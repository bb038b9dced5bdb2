namespace Candour.CareRecord.Messages;

/// <summary>Messages as staff read them.</summary>
public static class MessageWords
{
    /// <summary>What the message was for.</summary>
    public static string About(string template) => template switch
    {
        "T1" => "We have your referral",
        "T2" or "T3" => "Please reply",
        "T4" => "Appointment booked",
        "T5" or "T6" => "Questions before a session",
        "T7" => "A new link they asked for",
        "T8" => "Still waiting",
        "T9" => "Something to read and agree",
        "T10" => "Check what we wrote down",
        "T11" => "We would like to speak today",
        "T12" => "Ending notice",
        "T13" => "How are you, after the end",
        "T14" => "A code",
        "T15" => "Missed appointment",
        "T16" => "Appointment cancelled by us",
        "T17" => "Number or address changed, to the old one",
        "T18" => "The way to the copy of what was agreed",
        "T19" => "Another therapist",
        "T20" => "An answer on their page",
        _ => "A task needs staff",
    };

    /// <summary>Why a person has to call.</summary>
    public static string Why(string why) => why switch
    {
        nameof(WhyNotSent.NoAddress) => "No number or address for texts or e-mail",
        nameof(WhyNotSent.NotSafe) => "Not safe: they did not say we may send this way",
        nameof(WhyNotSent.NotConfirmed) => "Their number or address was never confirmed",
        nameof(WhyNotSent.CameBack) => "It came back",
        nameof(WhyNotSent.NoSafeHour) => "No safe hour before it would be useless",
        nameof(WhyNotSent.MoreThanOnePerson) => "Two people share this birth date and number",
        "TooLate" => "Not sent: too late",
        _ => "It could not be sent",
    };

    public static string Stage(MessageStage stage) => stage switch
    {
        MessageStage.Waiting => "Waiting to go",
        MessageStage.HandingOver => "Going now",
        MessageStage.HandedOver => "Sent",
        MessageStage.Delivered => "Delivered",
        MessageStage.MayHaveGone => "May have gone",
        MessageStage.Bounced => "Came back",
        MessageStage.Failed => "Could not be sent",
        MessageStage.TooLate => "Not sent: too late",
        MessageStage.Cancelled => "Stopped",
        _ => "Not sent",
    };

    public static string Way(string way) => way == Referrals.Ways.Text ? "text" : "e-mail";
}

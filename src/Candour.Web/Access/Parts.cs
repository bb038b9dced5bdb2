namespace Candour.Web.Access;

/// <summary>Parts of a record in the words a patient reads in "Who has looked at my record".</summary>
internal static class Parts
{
    public static string Of(string resource) => resource switch
    {
        "identity" => "name and birth date",
        "contact_details" => "contact details",
        "referral" => "referral",
        "contact_attempt" => "how we tried to reach you",
        "waiting_list" => "your wait",
        "appointment" or "attendance" => "appointments",
        "contact_purpose" => "what a session was for",
        "answers" => "answers",
        "score" => "scores",
        "risk_task" => "worries about your safety",
        "safeguarding" => "safeguarding",
        "safety_plan" => "safety plan",
        "note" => "notes",
        "plan_consent" => "treatment plan",
        "descriptor" => "main problem",
        "discharge" => "ending of care",
        "letter" => "letters",
        "employment" => "work and employment",
        "complaint" => "complaint",
        "access_log" => "who has looked",
        "disclosure" => "copy of the record",
        "message" => "messages",
        _ => "record",
    };
}

using Microsoft.AspNetCore.Routing;

namespace Candour.Web.Components.Frame;

/// <summary>Which menu each role sees: at most six words, no icons, no counts.</summary>
public static class Menus
{
    private static readonly (string, string)[] Therapist =
    [
        ("Today", "/today"), ("My people", "/people"), ("Diary", "/diary"), ("Supervision", "/supervision"), ("My work", "/my-work"),
        ("Look up", "/look-up"),
    ];

    /// <summary>Words and addresses for a role of the table of permissions, in order; the first is where the role lands.</summary>
    public static IReadOnlyList<(string Words, string Href)> Of(string role) => role switch
    {
        "administrator" =>
        [
            ("Inbox", "/inbox"), ("Trying to reach", "/reach"), ("Waiting", "/waiting"), ("Diary", "/diary"),
            ("Letters and messages", "/messages"), ("Look up", "/look-up"),
        ],
        "pwp" or "pwp_trainee" or "hi_therapist" => Therapist,
        "supervisor" =>
        [
            ("Today", "/today"), ("My team", "/team"), ("Supervision", "/supervision"), ("Risk", "/risk"), ("My people", "/people"),
            ("Look up", "/look-up"),
        ],
        "employment_adviser" => [("Today", "/today"), ("My people", "/people"), ("Diary", "/diary"), ("Look up", "/look-up")],
        "service_lead" =>
        [
            ("Waits", "/manage/waits"), ("Losses", "/manage/losses"), ("Capacity", "/manage/capacity"), ("Our figures", "/figures"),
            ("Checks", "/checks"), ("People and policies", "/manage/people/roles"),
        ],
        "data_manager" =>
        [
            ("The return", "/return"), ("Data quality", "/quality"), ("Our figures", "/figures"), ("Published", "/published"),
            ("Proof", "/proof"), ("Waits", "/manage/waits"),
        ],
        "clinical_lead" => [("Risk", "/risk")],
        "safeguarding_lead" => [("Safeguarding", "/safeguarding"), ("Look up", "/look-up")],
        "privacy_officer" => [("Emergency openings", "/break-glass"), ("Closed records", "/closed-records"), ("Who works here", "/manage/people")],
        "account_admin" => [("Who works here", "/manage/people")],
        "commissioner" => [("Our figures", "/figures"), ("Published", "/published"), ("Checks", "/checks"), ("Proof", "/proof")],
        "followup_assessor" => [("My calls", "/calls")],
        "inspector" => [("Evidence", "/evidence"), ("What I have opened", "/evidence/opened")],
        "analyst" =>
        [
            ("Intake", "/intake"), ("Figures", "/figures"), ("Checks", "/checks"), ("Finder", "/finder"), ("Proof", "/proof"),
        ],
        "survey_officer" => [("Consultations", "/consultations"), ("Results", "/consultations/results")],
        _ => [],
    };

    /// <summary>Where somebody lands whose role has no page of its own.</summary>
    public const string LandingWithoutMenu = "/sessions-of-mine";

    /// <summary>The second line of the footer, the same for everyone who works here.</summary>
    public static IReadOnlyList<(string Words, string Href)> FooterOfStaff { get; } =
        [("Staff voice", "/voice"), ("Raise a concern", "/concern"), ("People I know", "/people-i-know"), ("Accessibility", "/accessibility"), ("Privacy", "/privacy")];

    public static IReadOnlyList<(string Words, string Href)> FooterOfPublic { get; } =
        [("Accessibility", "/accessibility"), ("Privacy", "/privacy")];
}

/// <summary>The addresses this build answers: a menu never leads to a page that is not there.</summary>
public sealed class PagesThere(EndpointDataSource endpoints)
{
    private readonly Lazy<HashSet<string>> addresses = new(() => endpoints.Endpoints.OfType<RouteEndpoint>()
        .Select(endpoint => "/" + endpoint.RoutePattern.RawText?.TrimStart('/'))
        // "/people-i-know/{person?}" answers without the person too.
        .Select(raw => raw.EndsWith("?}", StringComparison.Ordinal) ? raw[..raw.LastIndexOf("/{", StringComparison.Ordinal)] : raw)
        .ToHashSet(StringComparer.OrdinalIgnoreCase));

    public bool Has(string href) => addresses.Value.Contains(href);
}

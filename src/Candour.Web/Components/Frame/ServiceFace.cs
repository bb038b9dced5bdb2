namespace Candour.Web.Components.Frame;

/// <summary>What a service shows of itself on every page: policy, given at start-up.</summary>
public sealed record ServiceFace
{
    /// <summary>The neutral name: tab titles, messages, the header. Nobody looking over a shoulder learns more from it.</summary>
    public required string Name { get; init; }

    /// <summary>Every person is invented: the demo banner is on every page and nothing is ever sent.</summary>
    public bool Simulated { get; init; }

    /// <summary>In spoken groups, as in 01632 960 123; null in files that are the same for every service.</summary>
    public required string? Phone { get; init; }

    /// <summary>When the phone is answered, as in "Monday to Friday, 9am to 5pm".</summary>
    public string? Hours { get; init; }

    /// <summary>The day the service last tried the numbers of "Get help now"; null: not since this release.</summary>
    public DateOnly? HelpCheckedOn { get; init; }

    /// <summary>Where "Leave this page" goes: a site that says nothing about the person.</summary>
    public string LeaveFor { get; init; } = "https://www.bbc.co.uk/weather";

    /// <summary>Before the record has been read, and in files that are the same for every service.</summary>
    public static ServiceFace OfAnyService { get; } = new() { Name = "Talking Therapies", Phone = null };

    /// <summary>"Call 01632 960 123, Monday to Friday, 9am to 5pm."; null without a phone.</summary>
    public Markup? CallUs() => Phone is null ? null : Markup.Join(
        "Call ", Markup.El("a").Attr("href", "tel:" + Dialled(Phone)).Add(Phone), Hours is null ? "." : $", {Hours}.");

    private static string Dialled(string phone) => string.Concat(phone.Where(each => char.IsAsciiDigit(each) || each == '+'));
}

/// <summary>Who is signed in, for the frame of staff pages. Put into the request's features by sign-in.</summary>
/// <param name="Name">As colleagues call them.</param>
/// <param name="RoleWords">PWP, Supervisor: as shown.</param>
/// <param name="Role">A role of the table of permissions; decides the menu.</param>
/// <param name="HasOtherRoles">Shows "Switch role".</param>
public sealed record SignedInStaff(string Name, string RoleWords, string Role, bool HasOtherRoles = false);

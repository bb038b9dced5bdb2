using Candour.CareRecord.Access;

namespace Candour.Web.Access;

/// <summary>Whose record an address is about.</summary>
public enum About
{
    /// <summary>Nobody's: a list, a figure, a setting. What a list shows is narrowed to what is in scope by its query.</summary>
    TheService,

    /// <summary>The patient who is signed in, or the member of staff's own.</summary>
    Myself,

    Person,

    Referral,

    Appointment,

    RiskTask,

    Safeguarding,

    Questionnaire,

    Message,

    /// <summary>The person is known where the complaint carries their name.</summary>
    Complaint,
}

/// <summary>
/// The one declaration of an endpoint: what it shows or does, as rows of the permissions table, and whose record the address
/// is about. On a page model or in the metadata of a minimal endpoint; start-up fails without it.
/// </summary>
/// <param name="resource">A resource of the permissions table.</param>
/// <param name="action">One of <see cref="Act"/>.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class NeedsAttribute(string resource, string action) : Attribute
{
    public string Resource { get; } = resource;

    public string Action { get; } = action;

    /// <summary>The action a POST needs; the same when not said.</summary>
    public string? Posting { get; init; }

    public About About { get; init; } = About.TheService;

    /// <summary>A list of the whole service that narrows nothing: for roles whose scope is not some people only.</summary>
    public bool Whole { get; init; }

    /// <summary>
    /// The one of <see cref="Conditions"/> that the page itself keeps: the roles it narrows are let in, and the page shows them no more than it
    /// says. Null: none, and the page is closed to them, also beside other roles of the same person.
    /// </summary>
    public string? Meets { get; init; }

    /// <summary>The route value that holds the id.</summary>
    public string Key { get; init; } = "id";

    /// <summary>What is shown, in plain words, as the patient reads it: "notes". By the resource when not said.</summary>
    public string? Part { get; init; }

    internal string ActionFor(string method) =>
        HttpMethods.IsGet(method) || HttpMethods.IsHead(method) ? Action : Posting ?? Action;
}

/// <summary>Open without signing in. Its address must stand in <see cref="OpenPages"/>.</summary>
/// <param name="reason">Why nobody needs to be known here.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class OpenToAllAttribute(string reason) : Attribute
{
    public string Reason { get; } = reason;
}

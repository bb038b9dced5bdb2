using System.Security.Cryptography;
using System.Text;
using Candour.CareRecord;
using Candour.CareRecord.Access;
using Candour.CareRecord.Access.Store;
using Candour.Clinical;

namespace Candour.Web.Access;

/// <summary>Whoever sends the present request: a member of staff, a patient, or a visitor nobody knows.</summary>
public sealed class Who
{
    private HttpRequest? _request;

    /// <summary>The member of staff; null for a patient or visitor.</summary>
    public StaffSession? Staff { get; private set; }

    /// <summary>The patient; null for a member of staff or visitor.</summary>
    public PatientSession? Patient { get; private set; }

    /// <summary>A pseudonym of the device, keyed and changed monthly: counts shared devices, names none.</summary>
    public string? Device { get; private set; }

    /// <summary>The session's public name; empty for a visitor.</summary>
    public string Session => Staff?.Session ?? Patient?.Session ?? "";

    /// <summary>The same for the same person or member of staff, and no id of theirs: tabs of one browser compare it. Null for a visitor.</summary>
    public string? Mark =>
        Session.Length == 0 ? null : Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes("tab/" + Actor.Id)), 0, 6);

    /// <summary>After so many idle minutes the session ends; null where there is none.</summary>
    public int? IdleMinutes => this switch
    {
        { Staff: not null } => (int)WebSessions.LastsFor(WebSessions.Staff).Idle.TotalMinutes,
        { Patient: not null } => (int)WebSessions.LastsFor(WebSessions.Patient).Idle.TotalMinutes,
        _ => null,
    };

    public Actor Actor => this switch
    {
        { Staff: { } staff } => new(staff.Staff, staff.Role, [.. staff.Roles, "staff_member", Roles.Public]),
        { Patient: { } patient } => new(patient.Person, Roles.Patient, [Roles.Patient, Roles.Public]),
        _ => Actor.Visitor,
    };

    /// <summary>As recorded with every event: the role that allowed the act, else the role in use.</summary>
    public By By => new(Actor.Id, AllowedBy ?? Actor.Role, Device);

    /// <summary>The role that the permissions table allowed this request by; set before the page runs.</summary>
    public string? AllowedBy { get; internal set; }

    /// <summary>An order under the once-only id of the form.</summary>
    /// <param name="onBehalfOf">The person id, when a member of staff writes what a patient said.</param>
    public Order OrderFor(string commandId, Moment? clientTime = null, string? onBehalfOf = null) =>
        new(Id(commandId), onBehalfOf is null ? By : By with { OnBehalfOf = onBehalfOf }, clientTime) { Sent = SentForm.DigestOf(_request, commandId ?? "") };

    // A form that lost its id is stored each time it is sent: under no id at all everybody's would be one and the same.
    private string Id(string? commandId) =>
        _request is not null && (commandId ?? "") is "" or ['/', ..] ? Ids.New(_request.HttpContext.RequestServices.GetRequiredService<Randomness>()) + commandId : commandId!;

    internal void On(string? device, HttpRequest request) => (Device, _request) = (device, request);

    internal void Is(StaffSession staff) => Staff = staff;

    internal void Is(PatientSession patient) => Patient = patient;
}

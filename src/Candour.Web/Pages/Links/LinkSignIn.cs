using System.Text;
using Candour.CareRecord;
using Candour.CareRecord.Access;
using Candour.CareRecord.Access.Store;
using Candour.CareRecord.Links;
using Candour.CareRecord.Links.Store;
using Candour.CareRecord.Timers;
using Candour.Web.Access;

namespace Candour.Web.Pages.Links;

/// <summary>What follows a right birth date: a session for one form, or a code and then one for reading.</summary>
public sealed class LinkSignIn(
    WebSessions sessions, SignedIn signedIn, ReadSignIn codes, TheRecord record, Who who, TimerLoop loop, IHttpContextAccessor http)
{
    /// <summary>Half-way: the birth date was right, the code is awaited. Opens nothing.</summary>
    public const string AwaitingCode = "patient-code";

    /// <summary>The half-way session of this browser; null when there is none.</summary>
    public (string Link, string Person)? HalfWay =>
        signedIn.Awaiting(AwaitingCode) is { Link: { } link } session ? (link, session.Subject) : null;

    /// <returns>The clean address to go to.</returns>
    public async Task<string> Begin(LinkRow link, string commandId)
    {
        if (LinkTerms.Of(link.Purpose).Strength == LinkStrength.Answer)
        {
            // A new link ends what an older one had opened, on whatever device.
            await sessions.EndAll(link.Person);
            await signedIn.AsPatient(link.Person, PatientStrength.Answer, link.Link, LinkTerms.ThingOf(link.Purpose, link.Target));
            return LinkTerms.PageOf(link.Purpose, link.Target);
        }

        var context = http.HttpContext!;
        var (token, _) = await sessions.Begin(AwaitingCode, link.Person, link: link.Link, device: who.Device, replaces: signedIn.Current?.Id);
        SessionCookie.Set(context.Response, token);
        await Send(link.Link, link.Person, token, commandId);
        return "/l/code";
    }

    public async Task<Refusal?> SendAgain(string commandId) => HalfWay is ({ } link, { } person)
        ? await Send(link, person, SessionCookie.TokenOf(http.HttpContext!.Request)!, commandId)
        : new CodeSpent();

    /// <summary>Why this browser was sent no code at all; null when one went.</summary>
    public async Task<Refusal?> WhyNoCode() => HalfWay is ({ } link, { } person) ? await codes.WhyNone(link, person) : null;

    /// <returns>The clean address when the code was right, else the words.</returns>
    public async Task<(string? GoTo, Refusal? Because)> Try(string code, string commandId)
    {
        if (HalfWay is not ({ } link, { } person))
            return ("/new-link", null);
        var secret = Encoding.ASCII.GetBytes(SessionCookie.TokenOf(http.HttpContext!.Request)!);
        if (await codes.Try(link, code, secret, who.OrderFor(commandId)) is { } no)
            return (null, no);
        var issued = (await record.Read(Streams.Link(link))).First<LinkIssued>()!;
        await sessions.EndAll(person);
        await signedIn.AsPatient(person, PatientStrength.Read, link, null);
        return (LinkTerms.PageOf(issued.Purpose, issued.Target), null);
    }

    private async Task<Refusal?> Send(string link, string person, string token, string commandId)
    {
        var because = await codes.Send(link, person, Encoding.ASCII.GetBytes(token), who.OrderFor(commandId));
        if (because is null)
            loop.Nudge();
        return because;
    }
}

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
    WebSessions sessions, SignedIn signedIn, ReadSignIn codes, TheRecord record, Who who, TimerLoop loop, Randomness randomness, KeptPosts kept, IHttpContextAccessor http)
{
    /// <summary>Half-way: the birth date was right, the code is awaited. Opens nothing.</summary>
    public const string AwaitingCode = "patient-code";

    /// <summary>The half-way session of this browser; null when there is none.</summary>
    public (string Link, string Person, string Step)? HalfWay =>
        signedIn.Awaiting(AwaitingCode) is { Link: { } link } session ? (link, session.Subject, session.Id) : null;

    /// <returns>The clean address to go to.</returns>
    public async Task<string> Begin(LinkRow link, string commandId)
    {
        if (LinkTerms.Of(link.Purpose).Strength == LinkStrength.Answer)
        {
            // A new link ends what an older one had opened, on whatever device.
            await sessions.EndAll(link.Person);
            var thing = LinkTerms.ThingOf(link.Purpose, link.Target);
            await signedIn.AsPatient(link.Person, PatientStrength.Answer, link.Link, thing);
            return await KeptFor(LateForms.SubjectOf(link.Person, thing), all: false) ?? LinkTerms.PageOf(link.Purpose, link.Target);
        }

        var context = http.HttpContext!;
        var (token, half) = await sessions.Begin(AwaitingCode, link.Person, link: link.Link, device: who.Device, replaces: signedIn.Current?.Id);
        SessionCookie.Set(context.Response, token);
        // Where none can be sent, the page of the code says why.
        await Send(link.Link, link.Person, half.Id, token, commandId);
        return "/l/code";
    }

    /// <summary>Answers were given by a link, and now a page is to be read: a code goes out, and the half-way step begins.</summary>
    /// <returns>Null when a code is on its way; else why none is, and the browser's session goes on as it was.</returns>
    public async Task<Refusal?> BeginReading(PatientSession answering, string page, string commandId)
    {
        var link = NewLink.ForMessage(randomness);
        await record.Write(who.OrderFor($"more/{link.Id}"), [], (_, now) => Link.IssueOpened(link, page, answering.Person, now));
        var (token, half) = await sessions.Begin(AwaitingCode, answering.Person, link: link.Id, device: who.Device);
        if (await Send(link.Id, answering.Person, half.Id, token, commandId) is { } because)
        {
            await sessions.End(half.Id);
            return because;
        }

        await sessions.End(answering.Session);
        SessionCookie.Set(http.HttpContext!.Response, token);
        return null;
    }

    public async Task<Refusal?> SendAgain(string commandId) => HalfWay is ({ } link, { } person, { } step)
        ? await Send(link, person, step, SessionCookie.TokenOf(http.HttpContext!.Request)!, commandId)
        : new CodeSpent();

    /// <summary>Why this browser was sent no code at all; null when one went.</summary>
    public async Task<Refusal?> WhyNoCode() => HalfWay is ({ } link, { } person, { } step) ? await codes.WhyNone(link, person, step) : null;

    /// <returns>The clean address when the code was right, else the words.</returns>
    public async Task<(string? GoTo, Refusal? Because)> Try(string code, string commandId)
    {
        if (HalfWay is not ({ } link, { } person, _))
            return ("/new-link", null);
        var secret = Encoding.ASCII.GetBytes(SessionCookie.TokenOf(http.HttpContext!.Request)!);
        if (await codes.Try(link, code, secret, who.OrderFor(commandId)) is { } no)
            return (null, no);
        var issued = (await record.Read(Streams.Link(link))).First<LinkIssued>()!;
        await sessions.EndAll(person);
        await signedIn.AsPatient(person, PatientStrength.Read, link, null);
        return (await KeptFor(person, all: true) ?? LinkTerms.PageOf(issued.Purpose, issued.Target), null);
    }

    /// <summary>What came too late is given back first; null when nothing did.</summary>
    private async Task<string?> KeptFor(string subject, bool all) => (await kept.Newest(subject, all)).Id is null ? null : "/l/kept";

    private async Task<Refusal?> Send(string link, string person, string step, string token, string commandId)
    {
        var because = await codes.Send(link, person, step, Encoding.ASCII.GetBytes(token), who.OrderFor(commandId));
        if (because is null)
            loop.Nudge();
        return because;
    }
}

using System.Security.Cryptography;
using System.Text;
using Candour.CareRecord;
using Candour.CareRecord.Links;
using Candour.CareRecord.Messages;
using Candour.CareRecord.Referrals;
using Candour.CareRecord.Timers;
using Candour.Clinical;
using Draft = Candour.CareRecord.Referrals.SelfReferral;

namespace Candour.Web.Pages.Referrals.SelfReferral;

/// <summary>
/// The code that shows a number or address to be theirs. The code waits in the sealed draft; the record keeps that a message
/// went, as it does of every message. Never in the way: "Do this later" is always there.
/// </summary>
public sealed class CodeToConfirm(TheRecord record, Randomness randomness, TimerLoop loop, CodesAsked asked)
{
    private const int MostCodes = 3;
    private const int Digits = 5;

    /// <summary>
    /// Sends one, unless this form has had three, or too many went to that number, from that network or over all. What did not
    /// go is said: the draft then names no code to that number.
    /// </summary>
    /// <param name="from">Where the request came from.</param>
    public async Task<Draft> Send(Draft draft, By by, System.Net.IPAddress? from)
    {
        var now = Moment.Now(record.Clock);
        if (Steps.ToConfirm(draft) is not var (way, address))
            return draft;
        if (draft.CodesSent >= MostCodes || !asked.Takes(address, from))
            return draft with { CodeHeld = true };
        var code = Codes.New(randomness, Digits);
        var id = Ids.New(randomness);
        await record.Write(new($"code-{id}", by), [Streams.Person(draft.PersonId), Streams.Service, Streams.Policy], (h, at) =>
        {
            // The person is not registered yet: the safe-contact answers of the form decide whether anything may go.
            var person = h[Streams.Person(draft.PersonId)].With(
                [
                    new PersonRegistered { FirstName = draft.FirstName, FilledBy = FilledBy.Me },
                    new ContactDetailsGiven { Chosen = draft.Chosen, Mobile = draft.Mobile, Email = draft.Email },
                    new SafeContactRulesGiven { TextsSafe = draft.TextsSafe, EmailSafe = draft.EmailSafe, NeutralName = true },
                ],
                by, at);
            var queued = Message.Queue(
                new NewMessage(id, Say.Code(code), at.Plus(Codes.Lifetime)) { OnlyBy = way, ToConfirm = address }, person, Sender.Of(h, at), at);

            // Nobody calls about a code: what cannot go safely does not go.
            return queued.Events.Any(e => e.Event is MessageQueued) ? queued : CareRecord.Decision.AlreadySo;
        });
        // They wait for it.
        loop.Nudge();
        return draft with { Code = code, CodeFor = address, CodeEnds = now.Plus(Codes.Lifetime), CodeTries = 0, CodesSent = draft.CodesSent + 1, CodeHeld = false };
    }

    /// <summary>The code as typed back.</summary>
    public Task<Draft> Try(Draft draft, string? typed, Action<string> fail)
    {
        var now = Moment.Now(record.Clock);
        var given = Encoding.ASCII.GetBytes(string.Concat((typed ?? "").Where(char.IsAsciiDigit)));
        var right = draft.Code is { } code && draft.CodeFor is not null && now <= draft.CodeEnds && draft.CodeTries < Codes.MostTries
            && CryptographicOperations.FixedTimeEquals(given, Encoding.ASCII.GetBytes(code));
        if (right)
            return Task.FromResult(draft with { Confirmed = [.. draft.Confirmed, draft.CodeFor!], Code = null, CodeFor = null });
        fail("That code is not right. Check it or ask for a new one");
        return Task.FromResult(draft with { CodeTries = draft.CodeTries + 1 });
    }
}

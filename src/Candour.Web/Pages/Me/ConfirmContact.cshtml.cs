using System.Text;
using Candour.CareRecord;
using Candour.CareRecord.Access;
using Candour.CareRecord.Links;
using Candour.CareRecord.Messages;
using Candour.CareRecord.Referrals;
using Candour.CareRecord.Timers;
using Candour.Clinical;
using Candour.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Pages.Me;

/// <summary>A new number or address is shown to be the person's by a code sent to it. Opening the page sends nothing.</summary>
[ForPatients]
[Needs("contact_details", Act.View, Posting = Act.Correct, About = About.Myself)]
public sealed class ConfirmContactModel(TheRecord record, TimerLoop loop, Who who, Randomness randomness) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Way { get; set; } = "";

    [BindProperty]
    public string Once { get; set; } = "";

    [BindProperty]
    public string? Code { get; set; }

    [TempData]
    public string? Said { get; set; }

    public string Address { get; private set; } = "";

    /// <summary>A code that still works went to this address.</summary>
    public bool Sent { get; private set; }

    public async Task<IActionResult> OnGetAsync() => await Load() ? Page() : this.See("/me/details");

    public async Task<IActionResult> OnPostSendAsync()
    {
        var (code, message) = (Codes.New(randomness, ContactCodes.Digits), Ids.New(randomness));
        var outcome = await record.Write(
            who.OrderFor($"{Once}/send"), [Me, Streams.Service, Streams.Policy],
            (all, now) => ContactCodes.Send(all[Me], Way, code, Secret, message, Sender.Of(all, now), now));
        return await Answer(outcome, $"/me/details/confirm/{Way}", loop.Nudge);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var typed = Code ?? "";
        var outcome = await record.Write(
            who.OrderFor($"{Once}/{string.Concat(typed.Where(char.IsAsciiDigit).Take(8))}"), [Me], (all, now) => ContactCodes.Try(all[Me], Way, typed, Secret, now));
        if (outcome is Outcome.Done done && ContactCodes.WasWrong(done.Events))
            outcome = new Outcome.No(new ContactCodeNotRight());
        return await Answer(outcome, "/me/details", () => Said = "Thank you. It is confirmed.");
    }

    private StreamId Me => Streams.Person(who.Patient!.Person);

    private byte[] Secret => Encoding.ASCII.GetBytes(SessionCookie.TokenOf(Request)!);

    private async Task<IActionResult> Answer(Outcome outcome, string next, Action then)
    {
        if (this.Stored(outcome))
        {
            then();
            return this.See(next);
        }

        return await Load() ? Page() : this.See("/me/details");
    }

    private async Task<bool> Load()
    {
        var person = await record.Read(Me);
        Once = Ids.New(randomness);
        ModelState.Remove(nameof(Once));
        if (!ContactCodes.Awaits(person, Way))
            return false;
        Address = Person.Of(person)!.AddressFor(Way)!;
        Sent = person.Last<ContactCodeSent>() is { } sent && sent.Way == Way && sent.Address == Address && Moment.Now(record.Clock) <= sent.Expires;
        return true;
    }
}

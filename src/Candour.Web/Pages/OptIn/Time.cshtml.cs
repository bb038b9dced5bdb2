using System.Globalization;
using Candour.CareRecord;
using Candour.CareRecord.Appointments;
using Candour.CareRecord.OptIn;
using Candour.CareRecord.Policies;
using Candour.CareRecord.Referrals;
using Candour.Clinical;
using Candour.Clinical.Codes;
using Candour.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Pages.OptIn;

/// <summary>Somebody who said yes chooses the time of their first talk, where the service offers times. Only an offered one is booked.</summary>
[ForThePerson]
[Needs("appointment", CareRecord.Access.Act.Create, About = About.Referral, Key = "referral")]
public sealed class TimeModel(TheRecord record, FirstTalks talks, Who who, Randomness randomness) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Referral { get; set; } = "";

    [BindProperty]
    public string CommandId { get; set; } = "";

    [BindProperty]
    public string? Time { get; set; }

    /// <summary>List consultation_mechanism.</summary>
    [BindProperty]
    public string? Medium { get; set; }

    public IReadOnlyList<FirstTalk> Offered { get; private set; } = [];

    public IReadOnlyList<string> Media { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync() => await Load() is not null ? Page() : this.See($"/reply/{Referral}");

    public async Task<IActionResult> OnPostAsync()
    {
        // Pressed twice: the first press booked it, and the page behind says so.
        if (await Load() is not { } person)
            return this.See($"/reply/{Referral}");
        var talk = Offered.FirstOrDefault(t => Of(t.Slot) == Time);
        if (talk is null)
            ModelState.AddModelError(nameof(Time), string.IsNullOrEmpty(Time) ? "Choose a time" : "That time is not free any more. Choose another");
        if (Medium is null || !Media.Contains(Medium))
            ModelState.AddModelError(nameof(Medium), "Choose how you would like to talk");
        if (talk is null || !ModelState.IsValid)
            return Page();
        var (stream, message, appointment) = (Streams.Referral(Referral), Ids.New(randomness), Ids.New(randomness));
        var outcome = await record.Write(who.OrderFor(CommandId), [person, stream, .. TellThem.Streams], (h, now) => TellThem.Of(
            new BookAppointment
            {
                Appointment = appointment, Person = person.Id, With = talk.With, Slot = talk.Slot, Kind = AppointmentType.Assessment, Medium = Medium!,
                Hours = ServicePolicy.On(talk.Slot.Day, h[Streams.Policy]).Hours,
            }.Decide(h[person], h[stream], who.By, now),
            h, person, stream, message, now));
        if (outcome is not Outcome.No no)
            return this.See($"/reply/{Referral}");
        await Load();
        ModelState.AddModelError(nameof(Time), no.Because.Message);
        return Page();
    }

    internal static string Of(Slot slot) => slot.Day.ToDateTime(slot.Time).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);

    internal static string Upper(string words) => char.ToUpperInvariant(words[0]) + words[1..];

    /// <summary>The person's stream; null unless they said yes, nothing is booked yet, and there is a time to offer.</summary>
    private async Task<StreamId?> Load()
    {
        var referral = await record.Read(Streams.Referral(Referral));
        if (Standing.Of(referral) != Stage.Reaching || Reaching.ReplyOf(referral)?.Event.Reply != OptInReply.Yes
            || referral.First<ReferralReceived>() is not { } received)
        {
            return null;
        }

        var person = await record.Read(Streams.Person(received.Person));
        Offered = await talks.Offered(person, Moment.Now(record.Clock));
        Media = Person.Of(person) is { } known ? FirstTalks.Media(known) : [];
        return Offered.Count > 0 ? person.Stream : null;
    }
}

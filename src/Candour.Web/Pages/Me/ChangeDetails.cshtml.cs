using Candour.CareRecord;
using Candour.CareRecord.Access;
using Candour.CareRecord.Messages;
using Candour.CareRecord.Policies;
using Candour.CareRecord.Referrals;
using Candour.CareRecord.Referrals.Store;
using Candour.CareRecord.Timers;
using Candour.Clinical;
using Candour.Web.Access;
using Candour.Web.Pages.Referrals.SelfReferral;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Draft = Candour.CareRecord.Referrals.SelfReferral;

namespace Candour.Web.Pages.Me;

/// <summary>One group of details a page: how to reach the person, what is safe, what they need. Read as in a self-referral.</summary>
[ForPatients]
[Needs("contact_details", Act.View, Posting = Act.Correct, About = About.Myself)]
public sealed class ChangeDetailsModel(TheRecord record, TimerLoop loop, Who who, Randomness randomness) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string What { get; set; } = "";

    [BindProperty]
    public AnswersForm Form { get; set; } = new();

    [BindProperty]
    public Shown Shown { get; set; } = new();

    [TempData]
    public string? Said { get; set; }

    public Person Me { get; private set; } = null!;

    public async Task OnGetAsync()
    {
        var history = await Load();
        Shown = Shown.Now(randomness, history);
        Form = FormOf(Me);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await Load();
        var stream = Streams.Person(Me.Id);
        var read = ReadAnswers.Into(Of(Me), StepOf(What), Form, ServicePolicy.On(London.Today(record.Clock), await record.Read(Streams.Policy)),
            London.Today(record.Clock), (field, words) => ModelState.AddModelError($"Form.{field}", words));
        if (What == "needs" && read.Needs is null && Form.Needs.Count == 0)
            ModelState.AddModelError("Form.Needs", "Choose what you need, or \"No, nothing\"");
        if (!ModelState.IsValid)
            return Page();
        var ids = new Dictionary<string, string> { [Ways.Text] = Ids.New(randomness), [Ways.Email] = Ids.New(randomness) };
        // What is safe binds the records joined with this one in the same write.
        var joined = What == "safe" ? (await FindReferrals.JoinedWith(record, Me.Id)).Select(Streams.Person).ToList() : [];
        var outcome = await record.Write(
            who.OrderFor(Shown.Command), [.. new[] { stream, Streams.Service, Streams.Policy }.Concat(joined).Distinct()],
            (all, now) => Joined.Also(Decide(all, read, ids, now), [.. joined.Select(p => all[p])], who.By, now), (stream, Shown.Version));
        if (!this.Stored(outcome, Shown, randomness))
            return Page();
        loop.Nudge();
        Said = "Saved.";
        var person = await record.Read(stream);
        // A new number or address: the next page asks for its code.
        var next = What == "contact" ? new[] { Ways.Text, Ways.Email }.FirstOrDefault(way => ContactCodes.Awaits(person, way)) : null;
        return this.See(next is null ? "/me/details" : $"/me/details/confirm/{next}");
    }

    private Decision Decide(Histories all, Draft read, Dictionary<string, string> messages, Moment now)
    {
        var person = all[Streams.Person(Me.Id)];
        return What switch
        {
            "contact" => ChangeDetails.Contact(
                person,
                new() { Chosen = read.Chosen, Mobile = read.Mobile, Phone = read.Phone, Email = read.Email, Address = read.Address, Postcode = read.Postcode },
                way => messages[way], Sender.Of(all, now), now),
            "safe" => ChangeDetails.Safe(person, new()
            {
                VoiceMessageSafe = read.VoiceMessageSafe, TextsSafe = read.TextsSafe, LetterHomeSafe = read.LetterHomeSafe, EmailSafe = read.EmailSafe,
                NeutralName = Form.SayWho != "full",
            }),
            _ => ChangeDetails.Needs(person, new()
            {
                Needs = read.Needs ?? [], Language = read.Language, SomethingElse = read.NeedsElse,
                ReviewOn = London.DayOf(now).AddMonths(int.Parse(
                    ServicePolicy.On(London.DayOf(now), all[Streams.Policy])[PolicyNames.NeedsReviewMonths], System.Globalization.CultureInfo.InvariantCulture)),
            }),
        };
    }

    private async Task<History> Load()
    {
        var history = await record.Read(Streams.Person(who.Patient!.Person));
        Me = Person.Of(history)!;
        return history;
    }

    private static string StepOf(string what) => what switch { "contact" => Steps.Contact, "safe" => Steps.SafeContact, _ => Steps.Needs };

    private static AnswersForm FormOf(Person me) => AnswersForm.Of(Of(me));

    private static Draft Of(Person me) => new()
    {
        PersonId = me.Id, ReferralId = "", Chosen = me.Contact?.Chosen ?? [], Mobile = me.Contact?.Mobile, Phone = me.Contact?.Phone, Email = me.Contact?.Email,
        Address = me.Contact?.Address, Postcode = me.Contact?.Postcode, VoiceMessageSafe = me.Rules?.VoiceMessageSafe, TextsSafe = me.Rules?.TextsSafe,
        LetterHomeSafe = me.Rules?.LetterHomeSafe, EmailSafe = me.Rules?.EmailSafe, NeutralName = me.Rules?.NeutralName, Needs = me.Needs?.Needs,
        Language = me.Needs?.Language, NeedsElse = me.Needs?.SomethingElse,
    };
}

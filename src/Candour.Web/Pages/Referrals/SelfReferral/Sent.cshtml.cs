using Candour.CareRecord;
using Candour.CareRecord.Policies;
using Candour.CareRecord.Referrals;
using Candour.CareRecord.Safeguards;
using Candour.Clinical;
using Candour.Web.Access;
using Candour.Web.Components.Frame;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Pages.Referrals.SelfReferral;

/// <summary>
/// The confirmation: the same for everybody, known to us or not. Who told danger reads who has been told, and when a person acts.
/// </summary>
[OpenToAll("Anyone may refer themselves; nobody has an account before that.")]
public sealed class SentModel(DraftInHand hand, TheRecord record, ServiceFace face, Waiting.HalfOfPeople halves) : PageModel
{
    public string Reference { get; private set; } = "";

    public DateOnly SentOn { get; private set; }

    public DateOnly ContactBy { get; private set; }

    /// <summary>When somebody reads it: "today or tomorrow", or the next day on which we are open.</summary>
    public string Reads { get; private set; } = "";

    /// <summary>The safe way in which they are contacted; null: they call us.</summary>
    public string? By { get; private set; }

    /// <summary>How long half of people wait here; null: too few to say.</summary>
    public string? Half { get; private set; }

    /// <summary>They told danger: when a person reads it. Null for everybody else.</summary>
    public WhenRead? When { get; private set; }

    /// <summary>Somebody may be hurting them, and may look at this device: nothing here asks to be kept.</summary>
    public bool MayBeWatched { get; private set; }

    public async Task<IActionResult> OnGet()
    {
        if (await hand.Find() is not { SentOn: { } sent } draft)
            return Redirect("/refer");
        Reference = CareRecord.Referrals.Reference.Of(draft.ReferralId, face.Name);
        SentOn = sent;
        ContactBy = draft.ContactBy ?? sent.AddDays(3);
        By = draft.SentWay switch { Ways.Text => "text", Ways.Email => "e-mail", Ways.Letter => "letter", Ways.Call => "phone", _ => null };
        var (now, person) = (Moment.Now(record.Clock), Streams.Person(draft.PersonId));
        var histories = await record.Read(person, Streams.Policy);
        var policy = ServicePolicy.On(London.DayOf(now), histories[Streams.Policy]);
        When = WhenRead.OfOpenTask(policy, now, histories[person]);
        Reads = ReadsOn(policy, sent);
        MayBeWatched = Person.Of(histories[person])?.Rules?.HomeHeld == true;
        Half = await halves.Words();
        return Page();
    }

    // Where no opening hours are set nothing is known of closed days.
    private static string ReadsOn(ServicePolicy policy, DateOnly sent)
    {
        var open = Enumerable.Range(0, 60).Select(sent.AddDays).FirstOrDefault(policy.Hours.IsOpenOn, sent);
        return open == sent ? "today or tomorrow" : $"on {Words.LongDay(open)}";
    }
}

using Candour.CareRecord;
using Candour.CareRecord.Policies;
using Candour.CareRecord.Safeguards;
using Candour.Clinical;
using Candour.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Pages.Referrals.SelfReferral;

/// <summary>Help, shown at once after an answer that told danger; then the referral goes on.</summary>
[OpenToAll("Anyone may refer themselves; nobody has an account before that.")]
public sealed class HelpModel(DraftInHand hand, TheRecord record) : PageModel
{
    /// <summary>The help for people whom somebody is hurting: the place of its question in the form. The browser's history says no more.</summary>
    public static int OfHurt { get; } = Steps.All.ToList().IndexOf(Steps.Hurt);

    [BindProperty(SupportsGet = true)]
    public string? Next { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Of { get; set; }

    public bool IsAboutBeingHurt => Of == OfHurt;

    /// <summary>They told of thoughts of ending their life. Not being safe may mean something else.</summary>
    public bool ToldThoughts { get; private set; }

    /// <summary>Somebody here has been told, and when they read it; null: nobody is told yet.</summary>
    public WhenRead? When { get; private set; }

    /// <summary>There is a way to reach them, so an answer about their own safety would have been handed on.</summary>
    public bool CanBeReached { get; private set; }

    public async Task<IActionResult> OnGet()
    {
        if (await hand.Find() is not { SentOn: null } draft)
            return Redirect("/refer");
        var histories = await record.Read(Streams.Person(draft.PersonId), Streams.Policy);
        var now = Moment.Now(record.Clock);
        CanBeReached = draft.CanBeReached;
        ToldThoughts = draft.ThoughtsOfEnding is CareRecord.Referrals.ThoughtsOfEnding.Sometimes or CareRecord.Referrals.ThoughtsOfEnding.Often;
        When = WhenRead.OfOpenTask(ServicePolicy.On(London.DayOf(now), histories[Streams.Policy]), now, histories[Streams.Person(draft.PersonId)]);
        Next = Steps.All.Contains(Next ?? "") ? Next : Steps.Who;
        return Page();
    }
}

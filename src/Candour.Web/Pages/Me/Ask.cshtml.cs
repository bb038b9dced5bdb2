using Candour.CareRecord;
using Candour.CareRecord.Access;
using Candour.CareRecord.Referrals;
using Candour.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Pages.Me;

/// <summary>"Things you can ask for": one question a page. It goes to the front desk, not to the therapist.</summary>
[ForPatients]
[Needs("identity", Act.View, Posting = Act.Correct, About = About.Myself)]
public sealed class AskModel(TheRecord record, Who who, Randomness randomness) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string What { get; set; } = "";

    [BindProperty]
    public string Once { get; set; } = "";

    [BindProperty]
    public string? Wanted { get; set; }

    [TempData]
    public string? Said { get; set; }

    private DetailAsked Asked => What switch
    {
        "another-therapist" => DetailAsked.AnotherTherapist,
        "earlier-time" => DetailAsked.EarlierTime,
        "another-way" => DetailAsked.AnotherWay,
        _ => DetailAsked.StopMyCare,
    };

    public string Heading => Asked switch
    {
        DetailAsked.AnotherTherapist => "Would another therapist suit you better?",
        DetailAsked.EarlierTime => "Would you like an earlier time?",
        DetailAsked.AnotherWay => "Get this another way",
        _ => "Would you like to stop your care?",
    };

    public string Promise => Asked switch
    {
        DetailAsked.AnotherTherapist => "You keep your place and your sessions left. Your therapist does not see what you write here.",
        DetailAsked.EarlierTime => "You keep the time you have until you choose another.",
        DetailAsked.AnotherWay => "You can have our pages and letters in large print, in easy read, read aloud, or in another language. A person here arranges it with you.",
        _ => "Nothing stops by itself. A person here talks with you first. You can also stop, and come back later.",
    };

    public string Label => Asked switch
    {
        DetailAsked.AnotherTherapist => "What would suit you? (optional)",
        DetailAsked.EarlierTime => "When could you come? (optional)",
        DetailAsked.AnotherWay => "What would suit you?",
        _ => "Would you like to say why? (optional)",
    };

    public string? Hint => Asked switch
    {
        DetailAsked.AnotherTherapist => "A man or a woman, a language, a day, or why",
        DetailAsked.EarlierTime => "Days, and times of the day",
        DetailAsked.AnotherWay => "Large print, easy read, audio, or which language",
        _ => null,
    };

    public void OnGet() => Once = Ids.New(randomness);

    public async Task<IActionResult> OnPostAsync()
    {
        var (stream, request) = (Streams.Person(who.Patient!.Person), Ids.New(randomness));
        var outcome = await record.Write(who.OrderFor(Once), [stream], (all, _) => AskFor.Decide(all[stream], request, Asked, Wanted));
        if (!this.Stored(outcome))
            return Page();
        Said = "Thank you. The front desk has it. A person here answers you, and you see the answer on this page.";
        return this.See("/me");
    }
}

using Candour.CareRecord;
using Candour.CareRecord.Access;
using Candour.CareRecord.Access.Store;
using Candour.CareRecord.Policies;
using Candour.CareRecord.Referrals;
using Candour.Clinical;
using Candour.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Pages.Me;

/// <summary>"Things you can ask for": one question a page. It goes to the front desk, not to the therapist.</summary>
[ForPatients]
[Needs("identity", Act.View, Posting = Act.Correct, About = About.Myself)]
public sealed class AskModel(TheRecord record, Who who, WhoLooked looked, Randomness randomness) : PageModel
{
    private const int WorkingDaysToAnswer = 5;

    [BindProperty(SupportsGet = true)]
    public string What { get; set; } = "";

    [BindProperty]
    public string Once { get; set; } = "";

    [BindProperty]
    public string? Wanted { get; set; }

    /// <summary>Why a record was opened: when the look was, in milliseconds, and by which member of staff.</summary>
    [BindProperty(SupportsGet = true)]
    public long? At { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? By { get; set; }

    [TempData]
    public string? Said { get; set; }

    /// <summary>"Jo Demo opened your scores on Monday 5 October at 10:12am"; null where no look is asked about.</summary>
    public string? Look { get; private set; }

    public DateOnly AnswerBy { get; private set; }

    private DetailAsked Asked => What switch
    {
        "another-therapist" => DetailAsked.AnotherTherapist,
        "earlier-time" => DetailAsked.EarlierTime,
        "another-way" => DetailAsked.AnotherWay,
        "why-opened" => DetailAsked.WhyOpened,
        _ => DetailAsked.StopMyCare,
    };

    public string Heading => Asked switch
    {
        DetailAsked.AnotherTherapist => "Would another therapist suit you better?",
        DetailAsked.EarlierTime => "Would you like an earlier time?",
        DetailAsked.AnotherWay => "Get this another way",
        DetailAsked.WhyOpened => "Ask why your record was opened",
        _ => "Would you like to stop your care?",
    };

    public string Promise => Asked switch
    {
        DetailAsked.AnotherTherapist => "You keep your place and your sessions left. Your therapist does not see what you write here.",
        DetailAsked.EarlierTime => "You keep the time you have until you choose another.",
        DetailAsked.AnotherWay => "You can have our pages and letters in large print, in easy read, read aloud, or in another language. A person here arranges it with you.",
        DetailAsked.WhyOpened => $"{Look}. A person here answers you by {Words.LongDay(AnswerBy)}, and says who they are. You read the answer on your page.",
        _ => "Nothing stops by itself. A person here talks with you first. You can also stop, and come back later.",
    };

    public string Label => Asked switch
    {
        DetailAsked.AnotherTherapist => "What would suit you? (optional)",
        DetailAsked.EarlierTime => "When could you come? (optional)",
        DetailAsked.AnotherWay => "What would suit you?",
        DetailAsked.WhyOpened => "Would you like to say more? (optional)",
        _ => "Would you like to say why? (optional)",
    };

    public string? Hint => Asked switch
    {
        DetailAsked.AnotherTherapist => "A man or a woman, a language, a day, or why",
        DetailAsked.EarlierTime => "Days, and times of the day",
        DetailAsked.AnotherWay => "Large print, easy read, audio, or which language",
        _ => null,
    };

    public async Task<IActionResult> OnGetAsync()
    {
        Once = Ids.New(randomness);
        return await FindLook() ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await FindLook())
            return NotFound();
        var (stream, request) = (Streams.Person(who.Patient!.Person), Ids.New(randomness));
        var words = Look is null ? Wanted : string.IsNullOrWhiteSpace(Wanted) ? $"Why? {Look}." : $"Why? {Look}. {Wanted.Trim()}";
        var outcome = await record.Write(who.OrderFor(Once), [stream], (all, _) => AskFor.Decide(all[stream], request, Asked, words));
        if (!this.Stored(outcome))
            return Page();
        Said = "Thank you. The front desk has it. A person here answers you, and you see the answer on this page.";
        return this.See("/me");
    }

    /// <summary>A look is asked about that stands on the person's own list; false where there is none such.</summary>
    private async Task<bool> FindLook()
    {
        if (Asked != DetailAsked.WhyOpened)
            return true;
        var mine = await looked.At(who.Patient!.Person);
        if (mine.FirstOrDefault(l => l.At.Milliseconds == At && l.Staff is { } staff && staff == By) is not { } line)
            return false;
        Look = $"{line.Name} opened: {line.Part}, on {Words.LongDay(London.DayOf(line.At))} at {Words.Time(line.At)}";
        var today = London.Today(record.Clock);
        AnswerBy = ServicePolicy.On(today, await record.Read(Streams.Policy)).Hours.WorkingDaysAfter(today, WorkingDaysToAnswer);
        return true;
    }
}

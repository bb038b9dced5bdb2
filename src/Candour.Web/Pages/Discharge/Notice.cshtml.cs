using Candour.CareRecord;
using Candour.CareRecord.Access;
using Candour.CareRecord.Discharge;
using Candour.CareRecord.Letters;
using Candour.CareRecord.Pathways;
using Candour.Clinical;
using Candour.Web.Access;
using Candour.Web.Pages.Me;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Pages.Discharge;

/// <summary>The notice of an ending, and the three answers. An answer that is not "happy" stops it by itself.</summary>
[ForPatients]
[Needs("discharge", Act.View, Posting = Act.Create, About = About.Myself)]
public sealed class NoticeModel(TheRecord record, Randomness randomness, Who who, MyRecord mine, Colleagues colleagues) : PageModel
{
    [BindProperty]
    public NoticeAnswer? Answer { get; set; }

    [BindProperty]
    public string? OwnWords { get; set; }

    public string Command { get; private set; } = "";

    public PathwayView? View { get; private set; }

    /// <summary>The letter to their GP about this ending.</summary>
    public GpLetter Gp => GpLetter.Of(View!.Referral);

    public GpSurgery? Surgery => GpSurgery.Of(View!.Person, View.Today);

    public Func<string, string> NameOf { get; private set; } = null!;

    public IEnumerable<(int Week, DateOnly Day)> Forms { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        await Load();
        return View is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync(string command)
    {
        await Load();
        return await Write(command, (_, referral, now) => new AnswerNotice(Answer, OwnWords).Decide(referral, now));
    }

    public async Task<IActionResult> OnPostLetterAsync(string command, bool? send)
    {
        if (send is not { } may)
            return BadRequest();
        await Load();
        return await Write(command, (_, referral, _) => new AnswerGpLetter(may).Decide(referral));
    }

    public async Task<IActionResult> OnPostBackAsync(string command)
    {
        await Load();
        return await Write(command, (person, referral, now) => new ComeBack(OwnWords).Decide(person, referral, now));
    }

    private async Task<IActionResult> Write(string command, Func<History, History, Moment, Decision> decide)
    {
        if (View is null)
            return NotFound();
        var (person, referral) = (Streams.Person(View.Person.Id), View.Referral.Stream);
        var outcome = await record.Write(who.OrderFor(command), [person, referral], (h, now) => decide(h[person], h[referral], now));
        return this.Stored(outcome) ? this.See("/me/ending") : Page();
    }

    private async Task Load()
    {
        (View, Command, NameOf) = (await mine.View(), Ids.New(randomness), await colleagues.Names());
        if (View is not null)
        {
            var first = Candour.Clinical.Pathways.Readings.Waits.FirstTreatment(View.Pathway, Candour.Clinical.Pathways.Readings.TreatmentRule.Protocol, View.Today);
            Forms = FixedWeeks.Of(first).Where(f => f.Day >= View.Today);
        }
    }
}

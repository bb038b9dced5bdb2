using Candour.CareRecord;
using Candour.CareRecord.Access;
using Candour.CareRecord.Me;
using Candour.CareRecord.Pathways;
using Candour.CareRecord.Questionnaires;
using Candour.CareRecord.Sessions;
using Candour.Clinical;
using Candour.Clinical.Instruments;
using Candour.Clinical.Pathways.Readings;
using Candour.Web.Access;
using Candour.Web.Components.Charts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Pages.Me;

/// <summary>My scores: words first, then the picture, then the question whether they match.</summary>
[ForPatients]
[Needs("score", Act.View, About = About.Myself)]
public sealed class ScoresModel(TheRecord record, Randomness randomness, Who who, MyRecord mine, Colleagues colleagues) : PageModel
{
    private Func<string, string> _names = null!;

    public PathwayView? View { get; private set; }

    public string Command { get; private set; } = "";

    public bool Shown => View is not null && MyScores.AreShown(View.Referral);

    [TempData]
    public string? Thanks { get; set; }

    public async Task OnGetAsync() => await Load();

    public async Task<IActionResult> OnPostMatchAsync(string command, string instrument, ScoresMatch? match, string? ownWords)
    {
        await Load();
        return await Write(command, h => MyScores.Say(h, instrument, match, ownWords), "Thank you. Your therapist will see what you said.");
    }

    public async Task<IActionResult> OnPostShowAsync(string command, bool? show)
    {
        if (show is not { } shown)
            return BadRequest();
        await Load();
        return await Write(command, h => MyScores.Show(h, shown), null);
    }

    /// <summary>One instrument's sentences and picture; null without a score.</summary>
    public (ScoreWords Words, ChartSeries Chart)? Section(Instrument instrument)
    {
        var (points, words) = View!.Scores(instrument);
        return words.First is null ? null : (words, new()
        {
            Instrument = instrument.Name,
            Plain = Pathways.PathwayModel.Upper(instrument.Measures),
            Top = instrument.Highest,
            CutOff = Pathways.PathwayModel.LowestCase(instrument, View.Today),
            Points = ChartOfReadings.Points(points, View.AnsweredOn, View.HowOf),
        });
    }

    /// <summary>Sets with this instrument that staff wrote down, newest first: "Jo wrote these down for you on 11 November."</summary>
    public IEnumerable<(string Words, string Href)> WrittenDown(Instrument instrument) =>
        View!.Referral.Recorded<ScoresRecorded>().Where(s => s.Event.FilledInBy == FilledInBy.Staff && s.Event.Instruments.Contains(instrument.Token)).Reverse()
            .Select(s => ($"{_names(s.Envelope.By.Actor).Split(' ')[0]} wrote these down for you on {Words.Day(London.DayOf(s.Envelope.At), View.Today)}.", $"/me/not-what-i-said/{s.Event.Questionnaire}"));

    private async Task<IActionResult> Write(string command, Func<History, Decision> decide, string? thanks)
    {
        if (View is null)
            return NotFound();
        var referral = View.Referral.Stream;
        if (!this.Stored(await record.Write(who.OrderFor(command), [referral], (h, _) => decide(h[referral]))))
            return Page();
        Thanks = thanks;
        return this.See("/me/scores");
    }

    private async Task Load() => (View, Command, _names) = (await mine.View(), Ids.New(randomness), await colleagues.Names());
}

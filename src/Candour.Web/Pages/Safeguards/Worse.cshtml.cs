using Candour.CareRecord;
using Candour.CareRecord.Access;
using Candour.CareRecord.Policies;
using Candour.CareRecord.Safeguards;
using Candour.Clinical;
using Candour.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Pages.Safeguards;

/// <summary>"I feel worse", at any time: help on the same response, and the same task as an answer to item 9.</summary>
[ForPatients]
[Needs("answers", Act.Create, About = About.Myself)]
public sealed class WorseModel(TheRecord record, Who who, Randomness randomness) : PageModel
{
    [BindProperty]
    public string Once { get; set; } = "";

    [BindProperty]
    public string? Said { get; set; }

    public WhenRead? Told { get; private set; }

    public string ReadWords { get; private set; } = "";

    public async Task OnGet()
    {
        Once = Ids.New(randomness);
        var (policy, now) = await Policy();
        ReadWords = WhenRead.NextWorking(policy, now) is { } by ? $"Someone here reads it {by}." : "We cannot promise when someone reads it.";
    }

    public async Task<IActionResult> OnPost()
    {
        if (who.Patient is not { } patient)
            return NotFound();
        var worry = await HandOnWorry.FeelsWorse(record, patient.Person, Said);
        await worry.Write(record, who.OrderFor(Once), randomness);
        var (policy, now) = await Policy();
        var person = await record.Read(Streams.Person(patient.Person));
        Told = WhenRead.Of(policy, now, person.Last<RiskDisclosed>()?.ToldBy, person);
        return Page();
    }

    private async Task<(ServicePolicy Policy, Moment Now)> Policy()
    {
        var now = Moment.Now(record.Clock);
        return (ServicePolicy.On(London.DayOf(now), await record.Read(Streams.Policy)), now);
    }
}

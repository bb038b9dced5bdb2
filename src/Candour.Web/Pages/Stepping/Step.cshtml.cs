using Candour.CareRecord;
using Candour.CareRecord.Access;
using Candour.CareRecord.Stepping;
using Candour.Clinical;
using Candour.Clinical.Problems;
using Candour.Web.Access;
using Candour.Web.Components;
using Candour.Web.Pages.Consent;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Pages.Stepping;

/// <summary>Asks for another step; every day waited stays. A supervisor agrees on the next page.</summary>
[Needs("plan_consent", Act.View, Posting = Act.Create, About = About.Referral)]
public sealed class StepModel(TheRecord record, Randomness randomness, Who who, Colleagues colleagues) : PageModel
{
    [BindProperty]
    public StepForm Form { get; set; } = new();

    [BindProperty]
    public Shown Shown { get; set; } = new();

    [TempData]
    public string? Said { get; set; }

    public CareAtHand Care { get; private set; } = null!;

    public Steps Steps => Steps.Of(Care.Referral);

    public IReadOnlyList<(Envelope Envelope, StepChanged Event)> History => [.. Care.Referral.Recorded<StepChanged>().Reverse()];

    public IReadOnlyList<Option> Therapies { get; private set; } = [];

    public Func<string, string> StaffName { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string id)
    {
        if (!await Load(id))
            return NotFound();
        Shown = Shown.Now(randomness, Care.Referral);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string id)
    {
        if (!await Load(id))
            return NotFound();
        var ask = new AskStep
        {
            To = Form.To ?? 0, Therapy = Form.Therapy is { Length: > 0 } code ? code : null, Why = Form.Why, AgreedWithPerson = Form.AgreedWithPerson,
        };
        var referral = Streams.Referral(id);
        var outcome = await record.Write(
            who.OrderFor(Shown.Command), [referral], (h, now) => ask.Decide(h[referral], Care.Person.Called, now), (referral, Shown.Version));
        if (!this.Stored(outcome, Shown, randomness))
            return Page();
        Said = $"Asked. {Keeps(ask.To)}";
        return this.See(Request.Path);
    }

    /// <summary>What becomes of the wait.</summary>
    public string Keeps(int step) =>
        $"{Care.Person.Called} keeps all {Words.Wait(Care.DaysWaited)} and joins the step {step} list as someone who has waited {Words.Wait(Care.DaysWaited)}.";

    public string NameOf(string therapy) => Therapy.OfCode(therapy) is { } t ? t.PlainName ?? t.OfficialName : therapy;

    private async Task<bool> Load(string id)
    {
        if (await CareAtHand.Find(record, id) is not { } care)
            return false;
        (Care, StaffName) = (care, await colleagues.Names());
        Therapies = [Option.Of("", "Not chosen yet"), .. Therapy.On(care.Today).Where(t => t.CanBeSigned).Select(t => Option.Of(t.Code, t.PlainName!))];
        return true;
    }
}

/// <summary>What is typed on the step page.</summary>
public sealed class StepForm
{
    public int? To { get; set; }

    public string? Therapy { get; set; }

    public string? Why { get; set; }

    public bool AgreedWithPerson { get; set; }

    public bool Agreed { get; set; }
}

using Candour.CareRecord;
using Candour.CareRecord.Access;
using Candour.CareRecord.Discharge;
using Candour.CareRecord.Letters;
using Candour.Clinical;
using Candour.Web.Access;
using Candour.Web.Pages.Consent;
using Candour.Web.Pages.Referrals.SelfReferral;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Pages.Letters;

/// <summary>A clinician writes to the GP that care has ended: the surgery is checked first, and what is asked of it is said.</summary>
[Needs("letter", Act.View, Posting = Act.Create, About = About.Referral)]
public sealed class ToGpModel(TheRecord record, LetterDesk desk, Who who, Randomness randomness, Colleagues colleagues) : PageModel
{
    [BindProperty]
    public string Once { get; set; } = "";

    [BindProperty]
    public bool? Checked { get; set; }

    [BindProperty]
    public string? Address { get; set; }

    [BindProperty]
    public string? Asks { get; set; }

    [BindProperty]
    public string? Grounds { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    public CareAtHand Care { get; private set; } = null!;

    public GpLetter Gp { get; private set; } = null!;

    /// <summary>Null: the record names none.</summary>
    public GpSurgery? Surgery { get; private set; }

    /// <summary>The ending had no notice: nobody asked the person.</summary>
    public bool NotAsked => Course.Of(Care.Referral).Notice is null;

    public async Task<IActionResult> OnGetAsync(string id)
    {
        if (!await Load(id))
            return NotFound();
        if (Surgery is { } surgery)
            Address = Surgeries.Of(await desk.Policy()).FirstOrDefault(s => s.Code == surgery.Practice) is { } known ? $"{known.Name}\n{known.Postcode}".TrimEnd() : surgery.Name;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string id)
    {
        if (!await Load(id))
            return NotFound();
        var settings = await desk.Settings(Request.Host.Value ?? "");
        var decidedBy = Gp.Owner is { } owner ? (await colleagues.Names())(owner) : "";
        var write = new WriteToGp(Ids.New(randomness), decidedBy) { Checked = Checked, Address = Address, Asks = Asks, Grounds = Grounds };
        var outcome = await Write((referral, person, now) => write.Decide(referral, person, settings, who.By, London.DayOf(now)));
        return this.Stored(outcome)
            ? this.See($"/pathways/{id}/letters/{((Outcome.Done)outcome).Events.Select(e => e.Event).OfType<LetterMade>().First().Letter}")
            : Page();
    }

    /// <summary>A person decides that none goes, and says why.</summary>
    public async Task<IActionResult> OnPostNoneAsync(string id)
    {
        if (!await Load(id))
            return NotFound();
        return this.Stored(await Write((referral, _, now) => new DropLetter(LetterRow.Owed, Why).Decide(referral, London.DayOf(now))))
            ? this.See($"/pathways/{id}/letters") : Page();
    }

    private Task<Outcome> Write(Func<History, History, Moment, Decision> decide)
    {
        var (referral, person) = (Streams.Referral(Care.Id), Streams.Person(Care.Person.Id));
        return record.Write(who.OrderFor(Once), [referral, person], (all, now) => decide(all[referral], all[person], now));
    }

    private async Task<bool> Load(string id)
    {
        if (await CareAtHand.Find(record, id) is not { } care)
            return false;
        (Care, Gp, Surgery) = (care, GpLetter.Of(care.Referral), GpSurgery.Of(care.Person, care.Today));
        if (Once.Length == 0 || HttpMethods.IsGet(Request.Method))
            Once = Ids.New(randomness);
        return true;
    }
}

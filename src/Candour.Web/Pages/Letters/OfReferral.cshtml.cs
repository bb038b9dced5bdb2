using Candour.CareRecord;
using Candour.CareRecord.Access;
using Candour.CareRecord.Letters;
using Candour.CareRecord.Referrals;
using Candour.Clinical;
using Candour.Web.Access;
using Candour.Web.Pages.Consent;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Pages.Letters;

/// <summary>The letters of one referral, and making the next: in the person's format, or refused in words.</summary>
[Needs("letter", CareRecord.Access.Act.View, Posting = CareRecord.Access.Act.Create, About = About.Referral, Meets = Conditions.AdministrativeLetters)]
public sealed class OfReferralModel(TheRecord record, LetterDesk desk, Who who, Randomness randomness) : PageModel
{
    [BindProperty]
    public string Once { get; set; } = "";

    [BindProperty]
    public LetterKind? Kind { get; set; }

    [BindProperty]
    public LetterFormat? Format { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    public CareAtHand Care { get; private set; } = null!;

    public IReadOnlyList<Letter> Letters { get; private set; } = [];

    /// <summary>Letters the facts are there for.</summary>
    public IReadOnlyList<LetterKind> Possible { get; private set; } = [];

    /// <summary>What was decided and nobody has told them yet; null: nothing.</summary>
    public LetterKind? Owed { get; private set; }

    /// <summary>Null: not the reader's to see, or none was planned.</summary>
    public GpLetter? Gp => IsTheirs(LetterKind.GpEnding) && GpLetter.Of(Care.Referral) is { Stage: not GpLetterStage.None } gp ? gp : null;

    public async Task<IActionResult> OnGetAsync(string id)
    {
        if (!await Load(id))
            return NotFound();
        // What the person asked for is filled in; anything else is refused in words.
        Format = MakeLetter.FormatFor(Care.Person);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string id)
    {
        if (!await Load(id))
            return NotFound();
        if (Kind is not { } kind)
        {
            ModelState.AddModelError(nameof(Kind), "Choose which letter");
            return Page();
        }

        var (make, settings) = (new MakeLetter(Ids.New(randomness), kind, Format), await desk.Settings(Request.Host.Value ?? ""));
        var outcome = await Write((referral, person, now) => make.Decide(referral, person, settings, who.By, London.DayOf(now)));
        return this.Stored(outcome)
            ? this.See($"/pathways/{id}/letters/{((Outcome.Done)outcome).Events.Select(e => e.Event).OfType<LetterMade>().First().Letter}")
            : Page();
    }

    /// <summary>No letter may go, or print does not meet the need: told in another way.</summary>
    public async Task<IActionResult> OnPostToldAsync(string id)
    {
        if (!await Load(id) || Owed is null && LetterRow.OwedOf(Care.Referral) is not null)
            return NotFound();
        return this.Stored(await Write((referral, _, now) => new DropLetter(LetterRow.Owed, Why).Decide(referral, London.DayOf(now)))) ? this.See(Request.Path) : Page();
    }

    public string StateOf(Letter letter) => letter switch
    {
        { CameBackOn: { } back } => $"posted {Words.Day(letter.PostedOn!.Value, Care.Today)}, came back {Words.Day(back, Care.Today)}",
        { IsToGp: true, Approved: null, Waits: true } => "made, to be approved",
        { PostedOn: { } on } => $"posted {Words.Day(on, Care.Today)}",
        { NotPosted: { } why } => $"not posted: {why}",
        _ => "made, to be posted",
    };

    /// <summary>The front desk sees the letters of its own work.</summary>
    private bool IsTheirs(LetterKind kind) => who.AllowedBy != Roles.Administrator || Letter.IsAdministrative(kind);

    private Task<Outcome> Write(Func<History, History, Moment, Decision> decide)
    {
        var (referral, person) = (Streams.Referral(Care.Id), Streams.Person(Care.Person.Id));
        return record.Write(who.OrderFor(Once), [referral, person], (all, now) => decide(all[referral], all[person], now));
    }

    private async Task<bool> Load(string id)
    {
        if (await CareAtHand.Find(record, id) is not { } care)
            return false;
        Care = care;
        if (Once.Length == 0 || HttpMethods.IsGet(Request.Method))
            Once = Ids.New(randomness);
        Letters = [.. Letter.All(care.Referral).Where(l => IsTheirs(l.Made.Kind))];
        var settings = await desk.Settings("");
        Possible = [.. Enum.GetValues<LetterKind>().Where(kind => IsTheirs(kind) && MakeLetter.IsPossible(kind, care.Referral, care.Person, settings, care.Today))];
        Owed = LetterRow.OwedOf(care.Referral)?.Kind is { } owed && IsTheirs(owed) ? owed : null;
        return true;
    }
}

using Candour.CareRecord;
using Candour.CareRecord.Access;
using Candour.CareRecord.Access.Store;
using Candour.CareRecord.Appointments;
using Candour.CareRecord.Appointments.Store;
using Candour.CareRecord.Consent;
using Candour.CareRecord.Messages;
using Candour.CareRecord.Policies;
using Candour.CareRecord.Referrals;
using Candour.CareRecord.Safeguards;
using Candour.CareRecord.Staff;
using Candour.CareRecord.Waiting;
using Candour.CareRecord.Waiting.Store;
using Candour.Clinical;
using Candour.Web.Access;
using Candour.Web.Pages.Consent;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Pages.Treatment;

/// <summary>Another therapist: by the front desk, where the person asked, or by whoever sees them. Nobody else has to agree.</summary>
[Needs("appointment", Act.View, Posting = Act.Correct, About = About.Referral, Part = "who your therapist is")]
public sealed class TherapistModel(TheRecord record, Randomness randomness, Who who, Colleagues colleagues, Accounts accounts, CaseFacts cases) : PageModel
{
    [BindProperty]
    public string? Clinician { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    /// <summary>Appointments that go along.</summary>
    [BindProperty]
    public List<string> Move { get; set; } = [];

    [BindProperty]
    public Shown Shown { get; set; } = new();

    [TempData]
    public string? Said { get; set; }

    public CareAtHand Care { get; private set; } = null!;

    public string? Now { get; private set; }

    public Func<string, string> StaffName { get; private set; } = null!;

    public IReadOnlyList<CouldTake> CouldTake { get; private set; } = [];

    /// <summary>Booked, and could go along; with whom each is now.</summary>
    public IReadOnlyList<Appointment> Ahead { get; private set; } = [];

    public bool TheyAsked { get; private set; }

    /// <summary>What the person wrote: the front desk's alone, because their therapist was promised not to see it.</summary>
    public string? TheirWords { get; private set; }

    /// <summary>The title of the therapist in the signed plan, where the one they have now is something else; null: nothing to agree anew.</summary>
    public string? SignedFor { get; private set; }

    public bool MayPlan => May.Embedded.Ever(who.Actor, Act.Create, "plan_consent") is Answer.Yes;

    public IReadOnlyList<(Envelope Envelope, ClinicianAllocated Event)> Before => [.. Care.Referral.Recorded<ClinicianAllocated>().Reverse()];

    public string HintOf(CouldTake one) =>
        (one.Staff.Staff == Now ? "Their therapist now. " : "")
        + $"{Words.Count(one.Load.Booked, "person", "people")} booked in the next 2 weeks{(one.Load.Agreed is { } agreed ? $" of {agreed} agreed" : "")}";

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
        if (string.IsNullOrEmpty(Clinician) || !Ids.IsOne(Clinician))
        {
            ModelState.AddModelError("Clinician", new ChooseATherapist().Message);
            return Page();
        }

        var (person, referral, staff) = (Streams.Person(Care.Person.Id), Streams.Referral(id), Streams.Staff(Clinician));
        var change = new ChangeTherapist
        {
            Clinician = Clinician, Why = Why, Move = Move, Messages = (Ids.New(randomness), Ids.New(randomness)),
            Phone = ServicePolicy.On(Care.Today, await record.Read(Streams.Policy))[PolicyNames.Phone],
        };
        var diary = await DiaryOf(Clinician);
        var outcome = await record.Write(
            who.OrderFor(Shown.Command), [person, referral, staff, .. TellThem.Streams],
            (h, now) => change.Decide(h[person], h[referral], h[staff], diary, Sender.Of(h, now), who.By, now), (referral, Shown.Version));
        if (!this.Stored(outcome, Shown, randomness))
            return Page();
        var name = StaffName(Clinician);
        Said = Clinician == Now ? "Moved. The person sees it on their page." : $"{name} is their therapist now. The person is told.";
        if (await IsStillTheirs(id))
            return this.See($"/pathways/{id}/therapist");
        Said = $"{name} has them now, and the person is told. This record is closed to you.";
        return this.See("/people");
    }

    /// <summary>Whoever gave the person away and has not seen them for a month opens the record no longer.</summary>
    private async Task<bool> IsStillTheirs(string id) => May.Embedded.Ask(
        who.Actor, Act.View, "appointment", await cases.Of(who.Actor, null, new(Care.Person.Id, id, null, $"referral/{id}"))) is Answer.Yes;

    private async Task<TherapistsDiary> DiaryOf(string clinician)
    {
        await using var lists = record.Lists();
        var days = Ahead.Where(a => Move.Contains(a.Id)).Select(a => a.Day).Distinct().ToList();
        var (booked, taken) = (new Dictionary<DateOnly, int>(), new HashSet<Moment>());
        foreach (var day in days)
        {
            booked[day] = await lists.BookedOn(clinician, day, null);
            taken.UnionWith(await lists.TakenSquares(clinician, London.StartOf(day), London.StartOf(day.AddDays(1))));
        }

        var relations = RelationRow.RowsOf(Care.PersonHistory).Select(r => r.Staff).ToList();
        return new(
            await lists.LoadOf(clinician, Care.Today), booked, taken, [.. RiskTakers.Of(await accounts.All(), relations).Select(s => s.Staff)]);
    }

    private async Task<bool> Load(string id)
    {
        if (await CareAtHand.Find(record, id) is not { } care)
            return false;
        (Care, StaffName, Now) = (care, await colleagues.Names(), Allocation.Of(care.Referral));
        Ahead = ChangeTherapist.CouldMove(care.Referral, null, Moment.Now(record.Clock));
        if (ChangeTherapist.AskedFor(care.PersonHistory) is { } request)
        {
            TheyAsked = true;
            TheirWords = who.AllowedBy == Roles.Administrator ? care.PersonHistory.First<DetailsChangeAsked>(a => a.Request == request)?.InWords : null;
        }

        await LoadTherapists();
        return true;
    }

    private async Task LoadTherapists()
    {
        var related = RelationRow.RowsOf(Care.PersonHistory).Select(r => r.Staff).ToHashSet();
        await using var lists = record.Lists();
        var offered = new List<CouldTake>();
        foreach (var one in await lists.WhoCouldTake(AllocateClinician.TherapyOf(Care.Referral)?.Code, Care.Today))
        {
            // Who has them now is offered where something booked with somebody else could come to them.
            if (one.Staff.Staff == Now && Ahead.All(a => a.Clinician == Now) || related.Contains(one.Staff.Staff)
                || Colleague.Of(await record.Read(Streams.Staff(one.Staff.Staff))) is not { } giver || ChangeTherapist.RightFor(Care.Referral, giver) is not null)
                continue;
            offered.Add(one);
        }

        CouldTake = offered;
        var title = Now is { } now ? Colleague.Of(await record.Read(Streams.Staff(now)))?.Title : null;
        var signed = PlanState.All(Care.Referral).LastOrDefault(p => p is { Signed: not null, Withdrawn: null })?.Plan.ClinicianTitle;
        SignedFor = title is not null && signed is not null && signed != title && PlanState.Latest(Care.Referral) is { Signed: not null } ? signed : null;
    }
}

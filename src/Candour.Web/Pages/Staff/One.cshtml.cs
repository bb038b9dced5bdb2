using Candour.CareRecord;
using Candour.CareRecord.Access;
using Candour.CareRecord.Access.Store;
using Candour.CareRecord.Policies;
using Candour.CareRecord.Safeguarding;
using Candour.CareRecord.Staff;
using Candour.CareRecord.Staff.Store;
using Candour.CareRecord.Waiting;
using Candour.Clinical;
using Candour.Clinical.Codes;
using Candour.Web.Access;
using Candour.Web.Components;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Pages.Staff;

/// <summary>One member of staff: qualifications with their dates, roles, and the end of access with work handed on first.</summary>
[ForStaffFile]
[Needs("staff_account", Act.View, Posting = Act.Correct)]
public sealed class OneModel(TheRecord record, Randomness randomness, Who who, Accounts accounts) : PageModel
{
    [BindProperty]
    public StaffForm Form { get; set; } = new();

    [BindProperty]
    public Shown Shown { get; set; } = new();

    [TempData]
    public string? Said { get; set; }

    public Colleague One { get; private set; } = null!;

    public OpenWork Work { get; private set; } = OpenWork.None;

    public IReadOnlyList<Option> Qualifications { get; } =
        [.. CodeList.Find("qualification").Codes.Select(c => Option.Of(c.Code, new HeldQualification(c.Code, null, null).Name))];

    public IReadOnlyList<Option> RolesToAsk => [.. RoleNames.All.Except(One.Roles).Select(r => Option.Of(r, RoleNames.Of(r)))];

    public IReadOnlyList<Option> RolesHeld => [.. One.Roles.Select(r => Option.Of(r, RoleNames.Of(r)))];

    /// <summary>A role is being taken away: a refusal stands at that form.</summary>
    public bool TakesRole => Form.RoleName is not null;

    public IReadOnlyList<Option> Others { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string id)
    {
        if (!await Load(id))
            return NotFound();
        Shown = Shown.Now(randomness, await record.Read(Streams.Staff(id)));
        return Page();
    }

    public async Task<IActionResult> OnPostQualifyAsync(string id)
    {
        var today = London.Today(record.Clock);
        if (!(ModelState.MayBeDay("AwardedOn", Form.AwardedOn, new("the day of the award", "day of the award"), today, out var awarded)
            & ModelState.MayBeDay("PlannedFor", Form.PlannedFor, new("the day it is planned for", "day it is planned for"), today, out var planned)))
        {
            return await Load(id) ? Page() : NotFound();
        }

        return await Write(id, (staff, now) => new AwardQualification(Form.Qualification ?? "", awarded, planned).Decide(staff, now), "Added.");
    }

    public Task<IActionResult> OnPostAskRoleAsync(string id) => Write(
        id, (staff, now) => new AskRole(Form.RoleName ?? "", London.DayOf(now)).Decide(staff, who.By), "Asked. A second person has to agree.");

    public Task<IActionResult> OnPostTakeRoleAsync(string id) => End(
        id, (staff, work, policy, now) => new TakeRole(Form.RoleName ?? "").Decide(staff, work, policy, now), one => RoleLoss.Of(one, Form.RoleName ?? "").Of,
        _ => "The role is taken away.");

    public Task<IActionResult> OnPostLeaveAsync(string id) => End(
        id, (staff, work, policy, now) => new LeaveStaff(London.DayOf(now)).Decide(staff, work, NamedInPolicy.Of(policy, id, now)), _ => work => work,
        one => $"{one.Name} has no access from now on.");

    /// <summary>Work that can go to others with the end goes first; of an end that would be refused all the same, nothing moves.</summary>
    /// <param name="of">What of their work the end leaves to nobody.</param>
    private async Task<IActionResult> End(
        string id, Func<History, OpenWork, History, Moment, Decision> decide, Func<Colleague, Func<OpenWork, OpenWork>> of, Func<Colleague, string> said)
    {
        if (!await Load(id))
            return NotFound();
        await StaffAccounts.Carry(record, accounts, id);
        var (policy, file) = (await record.Read(Streams.Policy), await record.Read(Streams.Staff(id)));
        var theirs = of(One)(Work);
        if (decide(file, theirs with { People = 0, Appointments = 0, Concerns = 0 }, policy, Moment.Now(record.Clock)) is Accepted)
        {
            if (theirs.People > 0 && Form.HandTo is { Length: > 0 } to && Ids.IsOne(to))
                await HandOn(id, to);
            if (theirs.Concerns > 0)
                await HandOnSafeguarding.All(record, entry => who.OrderFor($"{Shown.Command}/{entry}"), id, randomness);
            await Load(id);
        }

        var work = Work;
        return await Write(id, (staff, now) => decide(staff, work, policy, now), said(One));
    }

    /// <summary>Each person by a write of its own: who cannot be taken stays, and the end then says so.</summary>
    private async Task HandOn(string from, string to)
    {
        List<string> referrals;
        await using (var lists = record.Lists())
            referrals = await lists.OpenReferralsOf(from);
        foreach (var id in referrals)
        {
            var (referral, staff) = (Streams.Referral(id), Streams.Staff(to));
            await record.Write(
                who.OrderFor($"{Shown.Command}/{id}"), [referral, staff],
                (h, now) => new AllocateClinician { Clinician = to, Why = "Handed on by the end of access or of a role." }
                    .Decide(h[referral], h[staff], load: null, "This person", now));
        }
    }

    private async Task<IActionResult> Write(string id, Func<History, Moment, Decision> decide, string said)
    {
        if (!await Load(id))
            return NotFound();
        if (!ModelState.IsValid)
            return Page();
        var staff = Streams.Staff(id);
        await StaffAccounts.Carry(record, accounts, id);
        var outcome = await record.Write(who.OrderFor(Shown.Command), [staff], (h, now) => decide(h[staff], now), (staff, Shown.Version));
        if (!this.Stored(outcome, Shown, randomness))
            return Page();
        await StaffAccounts.Follow(record, accounts, id);
        Said = said;
        return this.See(Request.Path);
    }

    private async Task<bool> Load(string id)
    {
        if (!Ids.IsOne(id) || Colleague.Of(await record.Read(Streams.Staff(id))) is not { } one)
            return false;
        One = one;
        var today = London.Today(record.Clock);
        await using var lists = record.Lists();
        Work = await lists.WorkOf(id, today);
        Others = [Option.Of("", "Choose"), .. (await lists.Clinicians(today)).Where(s => s.Staff != id).Select(s => Option.Of(s.Staff, s.Name))];
        return true;
    }
}

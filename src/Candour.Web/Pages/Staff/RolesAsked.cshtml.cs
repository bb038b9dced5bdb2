using Candour.CareRecord;
using Candour.CareRecord.Access;
using Candour.CareRecord.Access.Store;
using Candour.CareRecord.Staff;
using Candour.CareRecord.Staff.Store;
using Candour.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Pages.Staff;

/// <summary>The second person's answer to roles that were asked for.</summary>
[ForStaffFile]
[Needs("staff_account", Act.Approve)]
public sealed class RolesAskedModel(TheRecord record, Randomness randomness, Who who, Accounts accounts) : PageModel
{
    [BindProperty]
    public StaffForm Form { get; set; } = new();

    [BindProperty]
    public Shown Shown { get; set; } = new();

    [TempData]
    public string? Said { get; set; }

    public IReadOnlyList<(StaffRow One, string RoleName)> Asked { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        await Load();
        Shown = new() { Command = Ids.New(randomness) };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await Load();
        if (!Ids.IsOne(Form.Staff))
            return NotFound();
        var staff = Streams.Staff(Form.Staff!);
        var answer = new AnswerRole(Form.RoleName ?? "", Form.Grant);
        await StaffAccounts.Carry(record, accounts, staff.Id);
        // One page holds several forms: each has an order of its own under the page's id.
        var outcome = await record.Write(
            who.OrderFor($"{Shown.Command}/{Form.Staff}/{Form.RoleName}"), [staff], (h, _) => answer.Decide(h[staff], who.By));
        if (!this.Stored(outcome))
            return Page();
        await StaffAccounts.Follow(record, accounts, staff.Id);
        Said = Form.Grant ? "Agreed." : "Saved. The role is not given.";
        return this.See("/manage/people/roles");
    }

    private async Task Load()
    {
        await using var lists = record.Lists();
        Asked = [.. from one in await lists.AllStaff() from role in one.Asked.Split(' ', StringSplitOptions.RemoveEmptyEntries) select (one, role)];
    }
}

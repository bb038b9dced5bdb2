using Candour.CareRecord;
using Candour.CareRecord.Access;
using Candour.CareRecord.Access.Store;
using Candour.CareRecord.Staff;
using Candour.CareRecord.Staff.Store;
using Candour.Clinical;
using Candour.Web.Access;
using Candour.Web.Components;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Pages.Staff;

/// <summary>Everybody who works here: roles, dated qualifications, agreed number. Adds a person with an account to set up.</summary>
[ForStaffFile]
[Needs("staff_account", Act.View, Posting = Act.Create)]
public sealed class PeopleModel(TheRecord record, Randomness randomness, Who who, Accounts accounts) : PageModel
{
    [BindProperty]
    public StaffForm Form { get; set; } = new();

    [BindProperty]
    public Shown Shown { get; set; } = new();

    [TempData]
    public string? Said { get; set; }

    public DateOnly Today { get; private set; }

    public bool MayAgree => May.Embedded.Ever(who.Actor, Act.Approve, "staff_account") is Answer.Yes;

    public IReadOnlyList<StaffRow> All { get; private set; } = [];

    public static string RolesOf(StaffRow row)
    {
        var held = row.Roles.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(RoleNames.Of);
        var asked = row.Asked.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(r => $"{RoleNames.Of(r)} (waits for a second person)");
        return string.Join(", ", held.Concat(asked));
    }

    public async Task<IActionResult> OnGetAsync()
    {
        await Load();
        Shown = new() { Command = Ids.New(randomness) };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await Load();
        if (Form.Email is not { } email || !email.Contains('@', StringComparison.Ordinal) || email.Trim().Length > 200)
        {
            ModelState.AddModelError("Form.Email", "Enter an e-mail address, like name@example.com");
            return Page();
        }

        if (await accounts.ByEmail(email) is not null)
        {
            ModelState.AddModelError("Form.Email", "Somebody has an account with this e-mail address already");
            return Page();
        }

        // The form's once-only id makes the staff id, so that a second press finds the first one's stream.
        var staff = Ids.IsOne(Shown.Command) ? Shown.Command : Ids.New(randomness);
        var join = new JoinStaff { Name = Form.Name ?? "", Title = Form.Title, From = Today, PeopleADay = Form.PeopleADay };
        var outcome = await record.Write(who.OrderFor($"join/{staff}"), [Streams.Staff(staff)], (h, _) => join.Decide(h[Streams.Staff(staff)]));
        if (!this.Stored(outcome))
            return Page();
        await accounts.Add(staff, email, join.Name.Trim(), []);
        Said = $"{join.Name.Trim()} is added. Ask for their roles next.";
        return this.See($"/manage/people/{staff}");
    }

    private async Task Load()
    {
        Today = London.Today(record.Clock);
        await using var lists = record.Lists();
        All = await lists.AllStaff();
    }
}

/// <summary>What is typed on the pages of the staff file.</summary>
public sealed class StaffForm
{
    public string? Name { get; set; }

    public string? Email { get; set; }

    public string? Title { get; set; }

    public int? PeopleADay { get; set; }

    public string? Qualification { get; set; }

    /// <summary>Empty while in training.</summary>
    public DateParts AwardedOn { get; set; } = new();

    public DateParts PlannedFor { get; set; } = new();

    public string? RoleName { get; set; }

    public string? HandTo { get; set; }

    public bool Grant { get; set; }

    public string? Staff { get; set; }
}

using Candour.CareRecord;
using Candour.CareRecord.Access;
using Candour.CareRecord.Safeguarding;
using Candour.CareRecord.Safeguarding.Store;
using Candour.CareRecord.Safeguards;
using Candour.Clinical;
using Candour.Web.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Pages.Safeguarding;

/// <summary>The lead's list, opened one by one; everybody else sees what they wrote and what was shared with them.</summary>
[Needs("safeguarding", Act.View)]
public sealed class ListModel(TheRecord record, Who who, Colleagues colleagues) : PageModel
{
    private Func<string, string> _names = null!;

    public IReadOnlyList<SafeguardingRow> Rows { get; private set; } = [];

    public DateOnly Today { get; private set; }

    public bool IsLead => who.Actor.Roles.Contains(Roles.SafeguardingLead);

    public int Open => Rows.Count(r => r.IsOpen);

    public int Late => Rows.Count(IsLate);

    public static string About(ConcernAbout about) => about switch
    {
        ConcernAbout.Child => "A child",
        ConcernAbout.Adult => "An adult",
        _ => "A child or an adult",
    };

    public string NameOf(string staff) => staff == Cover.Nobody ? "Whoever is safeguarding lead" : _names(staff);

    public string State(SafeguardingRow row) =>
        row.Closed is { } closed ? $"Closed {Words.Day(London.DayOf(closed), Today)}"
        : row.Taken is { } taken ? $"Taken up {Words.Day(London.DayOf(taken), Today)}"
        : $"{(IsLate(row) ? "Late, not opened. It was due" : "Not taken up yet. Due")} {Words.Day(row.Due, Today)}";

    public async Task OnGetAsync()
    {
        (Today, _names) = (London.Today(record.Clock), await colleagues.Names());
        await using var lists = record.Lists();
        Rows = await SafeguardingList.Of(lists, IsLead ? null : who.Actor.Id);
    }

    private bool IsLate(SafeguardingRow row) => row is { IsOpen: true, Taken: null } && row.Due < Today;
}

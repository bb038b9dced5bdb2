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

    /// <summary>What it is, before anybody opens it: what the person told us themselves is named so.</summary>
    public static string What(SafeguardingRow row) => row.RaisedBy == row.Person ? "Told what to answer, or hurt" : About(row.About);

    /// <summary>Who wrote it; a person who told us is not named on the list.</summary>
    public string WrittenBy(SafeguardingRow row) => row.RaisedBy == row.Person ? "The person themselves" : NameOf(row.RaisedBy);

    public string NameOf(string staff) => staff == Cover.Nobody ? "Whoever is safeguarding lead" : _names(staff);

    public string State(SafeguardingRow row) =>
        row.Closed is { } closed ? $"Closed {Words.Day(London.DayOf(closed), Today)}"
        : row.Taken is { } taken ? $"Taken up {Words.Day(London.DayOf(taken), Today)}"
        : $"{(IsLate(row) ? "Late, not opened. It was due" : "Not taken up yet. Due")} {Words.Day(row.Due, Today)}";

    public async Task OnGetAsync()
    {
        (Today, _names) = (London.Today(record.Clock), await colleagues.Names());
        await using var lists = record.Lists();
        var rows = new List<SafeguardingRow>();
        foreach (var row in await SafeguardingList.Of(lists, IsLead ? null : who.Actor.Id))
        {
            // A lead who is also the person's therapist: what the person told us may be about them.
            if (row.RaisedBy != row.Person || (await record.Read(Streams.Safeguarding(row.Entry))).First<SafeguardingRaised>()?.NotFor != who.Actor.Id)
                rows.Add(row);
        }

        Rows = rows;
    }

    private bool IsLate(SafeguardingRow row) => row is { IsOpen: true, Taken: null } && row.Due < Today;
}

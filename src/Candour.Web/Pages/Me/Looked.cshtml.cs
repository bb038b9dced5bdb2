using Candour.CareRecord;
using Candour.CareRecord.Access;
using Candour.CareRecord.Access.Store;
using Candour.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Pages.Me;

/// <summary>Who has looked at my record: day, name, what they opened, why.</summary>
[ForPatients]
[Needs("access_log", Act.View, About = About.Myself)]
public sealed class LookedModel(TheRecord record, WhoLooked looked, Colleagues colleagues, Who who) : PageModel
{
    [TempData]
    public string? Said { get; set; }

    public IReadOnlyList<LookLine> Lines { get; private set; } = [];

    /// <summary>To whom the record is closed: staff id, name, and whether the person asked for it.</summary>
    public IReadOnlyList<(string Staff, string Name, bool Asked)> ClosedTo { get; private set; } = [];

    public async Task OnGetAsync()
    {
        Lines = await looked.At(who.Patient!.Person);
        var (history, name) = (await record.Read(Streams.Person(who.Patient.Person)), await colleagues.Names());
        ClosedTo = [.. RelationRow.RowsOf(history).Select(r => (r.Staff, name(r.Staff), Relations.IsBlocked(history, r.Staff)))];
    }
}

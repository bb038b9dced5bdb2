using Candour.CareRecord;
using Candour.CareRecord.Access;
using Candour.CareRecord.Access.Store;
using Candour.CareRecord.Complaints;
using Candour.CareRecord.Complaints.Store;
using Candour.CareRecord.Policies;
using Candour.Clinical;
using Candour.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Pages.Complaints;

/// <summary>"Tell us something is wrong", and what became of it. Kept apart from the person's care; with their name or without it.</summary>
[ForPatients]
[Needs("complaint", Act.View, Posting = Act.Create, About = About.Myself)]
public sealed class ComplainModel(TheRecord record, Who who, Randomness randomness, Accounts accounts, Colleagues colleagues) : PageModel
{
    [BindProperty]
    public string Once { get; set; } = "";

    [BindProperty]
    public string? What { get; set; }

    [BindProperty]
    public string? PutRight { get; set; }

    [BindProperty]
    public bool? MayContact { get; set; }

    [BindProperty]
    public bool? MayTell { get; set; }

    /// <summary>With their name, or without it; null: not chosen.</summary>
    [BindProperty]
    public bool? Named { get; set; }

    [TempData]
    public string? Said { get; set; }

    public DateOnly Today { get; private set; }

    public IReadOnlyList<ComplaintFile> Mine { get; private set; } = [];

    public Func<string, string> NameOf { get; private set; } = null!;

    public async Task OnGetAsync()
    {
        Once = Ids.New(randomness);
        await Load();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
            return await Again();
        if (Named is null && !string.IsNullOrWhiteSpace(What))
        {
            ModelState.Refuse(new ChooseYourName());
            return await Again();
        }

        var complaint = Streams.Complaint(Ids.New(randomness));
        var make = new MakeComplaint(What, PutRight, await WhoAnswers.All(accounts, randomness))
        {
            Person = Named == true ? who.Patient!.Person : null, MayContact = Named == true ? MayContact : null, MayTellTherapist = Named == true ? MayTell : null,
        };
        var order = who.OrderFor(Once);
        var outcome = await record.Write(
            Named == true ? order : order with { By = MakeComplaint.Nameless }, [complaint, Streams.Policy],
            (all, now) => make.Decide(all[complaint], ServicePolicy.On(London.DayOf(now), all[Streams.Policy]), now));
        if (!this.Stored(outcome))
            return await Again();
        Said = Named == true ? "Thank you for telling us. You see on this page what becomes of it." : "Thank you for telling us. Your name is not kept with it.";
        return this.See("/me/complain");
    }

    private async Task<PageResult> Again()
    {
        await Load();
        return Page();
    }

    private async Task Load()
    {
        (Today, NameOf) = (London.Today(record.Clock), await colleagues.Names());
        await using var lists = record.Lists();
        var files = new List<ComplaintFile>();
        foreach (var row in await ComplaintList.OfPerson(lists, who.Patient!.Person))
        {
            if (ComplaintFile.Of(await record.Read(Streams.Complaint(row.Complaint))) is { } file)
                files.Add(file);
        }

        Mine = files;
    }
}

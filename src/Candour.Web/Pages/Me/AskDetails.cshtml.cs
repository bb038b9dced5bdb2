using Candour.CareRecord;
using Candour.CareRecord.Access;
using Candour.CareRecord.Referrals;
using Candour.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Pages.Me;

/// <summary>Name and GP surgery are settled by staff: the person says what it should be.</summary>
[ForPatients]
[Needs("identity", Act.View, Posting = Act.Correct, About = About.Myself)]
public sealed class AskDetailsModel(TheRecord record, Who who, Randomness randomness) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string What { get; set; } = "";

    [BindProperty]
    public string Once { get; set; } = "";

    [BindProperty]
    public string? Wanted { get; set; }

    [TempData]
    public string? Said { get; set; }

    public string Heading => What == "name" ? "What should your name be?" : "Which GP surgery are you with now?";

    public string Hint => What == "name" ? "First name, last name, and what you would like us to call you" : "Its name and street or postcode. If you have none, write \"none\"";

    public void OnGet() => Once = Ids.New(randomness);

    public async Task<IActionResult> OnPostAsync()
    {
        var (stream, request) = (Streams.Person(who.Patient!.Person), Ids.New(randomness));
        var outcome = await record.Write(
            who.OrderFor(Once), [stream],
            (all, _) => ChangeDetails.Ask(all[stream], request, What == "name" ? DetailAsked.Name : DetailAsked.GpSurgery, Wanted));
        if (!this.Stored(outcome))
            return Page();
        Said = "Thank you. A person here will settle it, and you will see it on this page.";
        return this.See("/me/details");
    }
}

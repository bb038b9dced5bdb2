using Candour.CareRecord;
using Candour.CareRecord.Referrals;
using Candour.CareRecord.Referrals.Facts;
using Candour.Clinical;
using Candour.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Pages.Referrals.SelfReferral;

/// <summary>The seven questions after a referral, one a page; each may be skipped.</summary>
[OpenToAll("Asked of somebody who has just sent a referral from this browser; each answer may be skipped.")]
public sealed class AboutYouModel(DraftInHand hand, TheRecord record, Who who) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public int Number { get; set; }

    [BindProperty]
    public string CommandId { get; set; } = "";

    [BindProperty]
    public Dictionary<string, List<string>> Answers { get; set; } = [];

    public FairQuestion Question { get; private set; } = null!;

    public async Task<IActionResult> OnGet() => await Elsewhere() ?? Page();

    public async Task<IActionResult> OnPost()
    {
        if (await Elsewhere() is { } elsewhere)
            return elsewhere;
        var draft = (await hand.Find())!;
        var typed = Answers.Where(a => a.Value is not null && Question.Fields.Any(f => f.Name == a.Key))
            .ToDictionary(a => a.Key, a => (IReadOnlyList<string>)[.. a.Value.Where(v => v.Length > 0)]);
        if (typed.Values.Any(v => v.Count > 0))
        {
            var input = new FactInput(typed, London.Today(record.Clock));
            var made = Question.Make(input);
            foreach (var field in Question.Fields.Where(f => input.Many(f.Name).Except(Question.Offered(f, input.Today).Select(o => o.Code)).Any() && input.Errors.All(e => e.Field != f.Name)))
                input.Fail(field.Name, "Choose one of the answers");
            foreach (var (field, words) in input.Errors)
                ModelState.AddModelError($"Answers[{field}]", words);
            if (input.Errors.Count > 0)
                return Page();
            var outcome = await record.Write(
                who.OrderFor(CommandId), [Streams.Person(draft.PersonId)],
                (h, _) => h[Streams.Person(draft.PersonId)].Exists ? Decision.Accept(Streams.Person(draft.PersonId), made) : new NobodyThere());
            if (outcome is Outcome.No no)
            {
                ModelState.AddModelError("", no.Because.Message);
                return Page();
            }
        }

        return Redirect(Number < FairQuestion.All.Count ? $"/refer/about-you/{Number + 1}" : "/refer/thank-you");
    }

    private async Task<IActionResult?> Elsewhere()
    {
        if (Number < 1 || Number > FairQuestion.All.Count)
            return NotFound();
        Question = FairQuestion.All[Number - 1];
        return await hand.Find() is { SentOn: not null } ? null : Redirect("/refer");
    }
}

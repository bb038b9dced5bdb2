using Candour.CareRecord;
using Candour.CareRecord.Access;
using Candour.CareRecord.Appointments;
using Candour.CareRecord.Consent;
using Candour.CareRecord.Sessions;
using Candour.Clinical;
using Candour.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Candour.Web.Pages.Consent;

/// <summary>After the answer to a plan. In the room it ends with giving the device back; staff then sign in anew.</summary>
[ForPatients(OrInTheRoom = true)]
[Needs("plan_consent", Act.View, About = About.Referral)]
public sealed class AnsweredModel(TheRecord record, Who who, SignedIn signedIn) : PageModel
{
    public bool Agreed { get; private set; }

    /// <summary>A message with the way to the copy was queued by a safe way.</summary>
    public bool CopySent { get; private set; }

    public string Starts { get; private set; } = "";

    public bool InTheRoom => who.Patient is { HandedOver: true };

    public async Task<IActionResult> OnGetAsync(string id)
    {
        if (who.Patient is null || await CareAtHand.Find(record, id) is not { } care)
            return NotFound();
        Agreed = SignedPlan.InForce(care.Referral)?.Plan == PlanState.Latest(care.Referral)?.Plan.Plan;
        CopySent = Agreed && PlanState.Latest(care.Referral)?.Signed?.Copy is not null;
        var now = Moment.Now(record.Clock);
        var next = Appointment.Of(care.Referral).FirstOrDefault(a => a.IsLive && a.Starts > now);
        var isChange = care.Referral.All<PlanSigned>().Skip(1).Any();
        Starts = (isChange, next) switch
        {
            (true, null) => "Your plan is changed, from your next session on.",
            (true, { } session) => $"Your plan is changed, from your next session on, {Words.LongDay(session.Day)}.",
            (false, null) => "Your treatment starts with your first session. We will tell you when.",
            (false, { } session) => $"Your treatment starts with your next session, {Words.LongDay(session.Day)}.",
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (InTheRoom)
            await signedIn.End();
        return this.See("/sign-in");
    }
}

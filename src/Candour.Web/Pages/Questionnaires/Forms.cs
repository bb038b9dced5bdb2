using Candour.CareRecord;
using Candour.CareRecord.Access.Store;
using Candour.CareRecord.Policies;
using Candour.CareRecord.Questionnaires;
using Candour.CareRecord.Safeguards;
using Candour.Clinical;
using Candour.Web.Access;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Candour.Web.Pages.Questionnaires;

/// <summary>What every page of a questionnaire reads first.</summary>
public sealed class Forms(TheRecord record, Accounts accounts)
{
    public async Task<Questionnaire?> Find(string id) =>
        Ids.IsOne(id) ? Questionnaire.Of(await record.Read(Streams.Questionnaire(id))) : null;

    /// <summary>The first name of the clinician it goes to, else "your therapist".</summary>
    public async Task<string> FirstNameOf(Questionnaire form) =>
        (await NameOf(form))?.Split(' ')[0] ?? "your therapist";

    public async Task<string?> NameOf(Questionnaire form) =>
        form.Issued.Clinician is { } staff ? (await accounts.OfStaff(staff))?.Name : null;

    /// <summary>The channel of what is answered in this session: a device of the service is a channel of its own.</summary>
    public static AnswerMode ModeOf(Who who) => who.Patient is { HandedOver: true } ? AnswerMode.Kiosk : AnswerMode.Link;

    public async Task<ServicePolicy> Policy(Moment now) => ServicePolicy.On(London.DayOf(now), await record.Read(Streams.Policy));

    /// <summary>What the help screen says about who reads the answer, and when.</summary>
    /// <param name="reads">The person is signed in strongly enough to read what was written before, as the safety plan.</param>
    public async Task<HelpWords> Help(Questionnaire form, bool reads)
    {
        var now = Moment.Now(record.Clock);
        var person = await record.Read(Streams.Person(form.Issued.Person));
        var told = person.Last<RiskDisclosed>(d => d.Questionnaire == form.Id);
        return new(
            await FirstNameOf(form),
            WhenRead.Of(await Policy(now), now, told?.ToldBy, person),
            HasSafetyPlan: reads && person.Any<SafetyPlanWritten>())
        {
            IsLookedAt = told is not null && RiskTask.Find(person, told.Task) is { IsOpen: false },
        };
    }
}

/// <summary>What stands on the help screen beside the numbers to call.</summary>
public sealed record HelpWords(string Clinician, WhenRead When, bool HasSafetyPlan)
{
    /// <summary>The page was opened again after somebody had looked and done what was to do: nobody is about to read it.</summary>
    public bool IsLookedAt { get; init; }
}

internal static class Refusing
{
    /// <summary>The words of a refusal at its field, and in the summary at the top.</summary>
    public static void Add(this ModelStateDictionary state, Refusal because) => state.AddModelError(because.Field ?? "", because.Message);
}

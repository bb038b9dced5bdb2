using Candour.CareRecord;
using Candour.CareRecord.Questionnaires;
using Candour.CareRecord.Waiting;
using Candour.Clinical;
using Candour.Testing;

namespace Candour.Journeys;

/// <summary>Two colleagues have one session open and both write. The second is shown both texts and loses nothing.</summary>
public sealed class TwoAtOnceJourney(Chromium chromium)
{
    [Theory]
    [MemberData(nameof(Screen.All), MemberType = typeof(Screen))]
    public async Task The_second_of_two_writers_is_told_who_changed_the_record_and_sees_both_texts(int width, bool script)
    {
        await using var site = await RunningSite.Open(Moment.Utc(2026, 10, 1, 9));
        await site.HasAmira();
        await BothLookAfterAmira(site);
        var session = $"/sessions/APP{new DateOnly(2026, 11, 9).DayNumber:D13}";
        await using var jo = await Someone.With(chromium, site, new(width, script));
        await using var pat = await Someone.With(chromium, site, new(width, script));
        await jo.SignsIn(Northmere.JoEmail);
        await pat.SignsIn(Others.PatEmail);
        await jo.Opens(session);
        await pat.Opens(session);

        await pat.Writes("Add to the note", "Her sister called and is glad of the plan.");
        await pat.Writes("Why are you adding this now?", "Her sister called today");
        await pat.Presses("Add");
        await jo.Writes("Add to the note", "Homework was the diary of worries.");
        await jo.Writes("Why are you adding this now?", "Left out by mistake");
        await jo.Presses("Add");

        await jo.Sees(
            "Someone changed this", "Pat Demo changed this record at", "Nothing you wrote is lost.",
            "What is there now", "Her sister called and is glad of the plan.", "What you wrote", "Homework was the diary of worries.");
        (await jo.Page.GetByLabel("Add to the note").InputValueAsync()).ShouldBe("Homework was the diary of worries.");
        await jo.Presses("Add");
        await jo.Opens(session);
        await jo.Sees("Her sister called and is glad of the plan.", "Homework was the diary of worries.");
    }

    /// <summary>Pat takes over, and Jo still has the risk answer that was hers: both are there for Amira.</summary>
    private static async Task BothLookAfterAmira(RunningSite site)
    {
        await site.HasPat();
        await site.Until(London.At(new(2026, 11, 20), new(14, 0)));
        var referral = Streams.Referral(Northmere.AmirasReferral);
        var form = (await site.Record.Read(referral)).Last<QuestionsIssued>()!.Questionnaire;
        (await new GiveAnswer("PHQ9", 9, 1, null, "page").Write(
            site.Record, new("worry", new By(Northmere.Amira, Roles.Patient)), form, new SeededRandomness(3))).ShouldBeOfType<Outcome.Done>();
        await site.Told("allocated", new By(Northmere.Sam, Roles.Supervisor), referral, new ClinicianAllocated { Clinician = Others.Pat, Why = "Jo is away next week" });
    }
}

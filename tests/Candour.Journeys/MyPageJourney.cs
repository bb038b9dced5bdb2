using Candour.Clinical;

namespace Candour.Journeys;

/// <summary>Somebody asks for a new link, signs in to read with it, and looks at what is theirs to see.</summary>
public sealed class MyPageJourney(Chromium chromium)
{
    [Theory]
    [MemberData(nameof(Screen.All), MemberType = typeof(Screen))]
    public async Task A_person_asks_for_a_new_link_and_reads_their_own_pages(int width, bool script)
    {
        await using var site = await RunningSite.Open(Moment.Utc(2026, 10, 1, 9));
        await site.HasAmira();
        await using var amira = await Someone.With(chromium, site, new(width, script));
        await amira.ComesToHerPage(site);
        await amira.Sees("Hello Amy", "Next: Monday 23 November 2026, 2pm, video, with Jo Demo.");
        await amira.Opens("/me/scores");
        await amira.Sees("Your low mood score was", "Does this match how you feel?");
        if (width == Screen.Phone && script)
            await amira.Picture("my-scores-phone", whole: true);
        await amira.Opens("/me/treatment");
        await amira.Opens("/me/appointments");
        await amira.Opens("/me/looked");
    }
}

using System.Text.RegularExpressions;
using Candour.CareRecord;
using Candour.CareRecord.Referrals;
using Candour.CareRecord.Waiting;
using Candour.Clinical;

namespace Candour.Journeys;

/// <summary>The beginning: a person refers themselves, the front desk accepts and asks, the person says yes by link and waits.</summary>
public sealed partial class FrontDeskJourney(Chromium chromium)
{
    [Theory]
    [InlineData(Screen.Desk, true)]
    [InlineData(Screen.Phone, false)]
    public async Task A_person_refers_themselves_is_accepted_says_yes_and_stands_on_the_list(int width, bool script)
    {
        var screen = new Screen(width, script);
        await using var site = await RunningSite.Open(Moment.Utc(2026, 10, 5, 9, 12));
        await using var amira = await Someone.With(chromium, site, screen);
        await RefersHerself(amira, site);

        await using var al = await Someone.With(chromium, site, screen);
        await al.SignsIn(Northmere.AlEmail);
        await al.Opens("/inbox");
        await al.Sees("1 new");
        await al.Going(() => al.Page.Locator("main table a").First.ClickAsync());
        await al.Sees("Amira Testwell");
        var referral = Id().Match(al.Page.Url).Value;
        await al.Presses("Accept and contact");
        await al.Opens($"/reach/{referral}");
        await al.Presses("Ask by message whether they want help");

        await amira.OpensLink(await site.LinkIn("please tell us if you still want our help"));
        await amira.Sees("Do you still want help from us?");
        await amira.Chooses("Yes, please");
        await amira.Presses("Continue");
        await amira.Sees("Thank you");

        await OthersWait(site, referral);
        await al.Opens("/waiting");
        await al.Sees("Amira Testwell", "Ivo Madeup", "longest");
        if (script)
            await al.Picture("waiting-list");
        await al.Opens($"/waiting/{referral}");
    }

    private static async Task RefersHerself(Someone amira, RunningSite site)
    {
        await amira.Opens("/refer");
        await amira.Presses("Start now");
        await amira.Answers("Yes");
        await amira.Answers("Me");
        await amira.Answers("Me");
        await amira.WritesDate(4, 3, 1991);
        await amira.Presses("Continue");
        await amira.Writes("Surgery name or postcode", "lane");
        await amira.Presses("Continue");
        await amira.Answers("Lane End Surgery");
        await amira.Writes("First name", "Amira");
        await amira.Writes("Last name", "Testwell");
        await amira.Presses("Continue");
        await amira.Chooses("Text");
        await amira.Writes("Mobile number", "07700 900123");
        await amira.Presses("Continue");
        await amira.Chooses("send texts that others may see?", "Yes");
        await amira.Presses("Continue");
        await amira.Answers("Northmere");
        await amira.Writes("Check your phone", await site.CodeIn("is your Northmere code"));
        await amira.Presses("Continue");
        await amira.Answers("No, nothing");
        await amira.Presses("Continue");
        await amira.Answers("No");
        await amira.Answers("No");
        await amira.Answers("A GP");
        await amira.Presses("Continue");
        await amira.Presses("Send my referral");
        await amira.Sees("We have your referral");
    }

    private static async Task OthersWait(RunningSite site, string referral)
    {
        var al = new By(Northmere.Al, Roles.Administrator);
        var today = London.DayOf(site.Clock.Now);
        await site.Told("list", al, Streams.Referral(referral), new PutOnWaitingList { Step = 2, Therapy = Northmere.GuidedSelfHelp, On = today, Wants = "evenings" });
        foreach (var (number, first, last, days, step) in new[] { (1, "Ivo", "Madeup", 96, 3), (2, "Di", "Mockup", 64, 2), (3, "Cy", "Example", 41, 2) })
        {
            var (person, waits) = ($"PERS0N000000000{number}", $"WA1TS0000000000{number}");
            await site.Told($"person/{number}", al, Streams.Person(person), new PersonRegistered { FirstName = first, LastName = last, BirthDate = new(1980 + number, 5, 6), FilledBy = FilledBy.Me });
            await site.Told($"waits/{number}", al, Streams.Referral(waits),
                new ReferralReceived { Person = person, ReceivedOn = today.AddDays(-days), Source = "B1", Commissioner = "QT1", CameBy = CameBy.Web, FilledBy = FilledBy.Me },
                new PutOnWaitingList { Step = step, On = today });
        }
    }

    [GeneratedRegex("[0-9A-Z]{16}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Id();
}

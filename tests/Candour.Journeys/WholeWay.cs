using System.Globalization;
using Candour.CareRecord;
using Candour.CareRecord.Assessment;
using Candour.CareRecord.Discharge;
using Candour.Clinical;

namespace Candour.Journeys;

/// <summary>
/// One person, whole: Amira refers herself, is assessed, agrees to a named treatment, waits, has six sessions with her
/// questions answered by link before each, is told of the ending, and reads it all on her own page. Nothing is put into the
/// record but by the pages.
/// </summary>
public abstract class WholeWay(Chromium chromium) : IAsyncDisposable
{
    private const int Sessions = 6;
    private const string SelfHelp = "Self-help with a book and a helper";

    // PHQ-9 and GAD-7 before the assessment and before each session, one figure a question. Question 9 stays at nought.
    private static readonly string[] Answers =
        ["3322222202222222", "3222222202222221", "2222221202221221", "2122211101211221", "1122111101111211", "1111011000111111", "1101011000111101"];

    private static readonly int[] Phq9 = [18, 17, 15, 12, 10, 6, 5], Gad7 = [14, 13, 12, 10, 8, 6, 5];

    private RunningSite _site = null!;
    private Someone _amira = null!, _al = null!, _jo = null!;
    private string _referral = "";

    private protected async Task Goes(Screen screen)
    {
        _site = await RunningSite.Open(Moment.Utc(2026, 10, 5, 9, 12));
        await _site.HasPat();
        (_amira, _al, _jo) = (
            await Someone.With(chromium, _site, screen), await Someone.With(chromium, _site, screen), await Someone.With(chromium, _site, screen));

        await Comes();
        await IsAssessed();
        await Agrees();
        await GetsATherapist(picture: screen is { Script: true, Width: Screen.Desk });
        for (var number = 1; number <= Sessions; number++)
            await HasSession(number);
        await IsToldOfTheEnding();
        await ReadsItAll();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var one in new[] { _amira, _al, _jo }.OfType<Someone>())
            await one.DisposeAsync();
        if (_site is not null)
            await _site.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Monday 5 October: refers herself, is asked, says yes, is booked.</summary>
    private async Task Comes()
    {
        await _amira.RefersHerself(_site);
        _referral = await _al.AcceptsAndAsks();
        await _amira.OpensLink(await _site.LinkIn("please tell us if you still want our help"));
        await _amira.Sees("Do you still want help from us?");
        await _amira.Answers("Yes, please");
        await _amira.Sees("Thank you", "You lost no time.");
        await _al.Opens($"/pathways/{_referral}/book");
        await _al.Books("Assessment", new(2026, 10, 12), "11am");
    }

    /// <summary>Monday 12 October: ten blocks, the main problem with its reason, a plan that is sent to her.</summary>
    private async Task IsAssessed()
    {
        await AnswersBefore(new(2026, 10, 12), "11am", Answers[0]);
        await _amira.Presses("Send to Jo");
        await _amira.Sees("Thank you", "Jo can see your answers now.");
        // What a link and a birth date let answer needs a code to be read.
        await _amira.Follows("See my scores");
        await _amira.Sees("One more step to read this");
        await _amira.Presses("Send me a code");
        await _amira.Writes("Enter the code we sent you", await _site.CodeIn("is your Northmere code"));
        await _amira.Presses("Continue");
        await _amira.Sees("My scores");

        await _site.Until(London.At(new(2026, 10, 12), new(11, 0)));
        await _jo.Begins("Start assessment, 11am today", "Start the assessment");
        var assessment = new Uri(_jo.Page.Url).AbsolutePath;
        await _jo.Sees("This will count as: Assessment.");
        foreach (var block in Enum.GetValues<AssessmentBlock>())
        {
            await _jo.Saves(block);
            _site.Clock.Advance(TimeSpan.FromMinutes(4));
        }

        await _jo.PutsAPlan(_referral, "Depression", $"{SelfHelp} (Guided self-help (book)), step 2", Sessions);
        await _jo.Opens($"{assessment}/10");
        await _jo.Chooses("Video log");
        await _jo.Presses("Close the assessment");
        await _jo.Sees("Plan put to Amira", "Low mood: PHQ-9", "18");
    }

    /// <summary>Tuesday 13 October: reads the plan by her own link and signs it; from then she waits for it.</summary>
    private async Task Agrees()
    {
        await _site.Until(London.At(new(2026, 10, 13), new(18, 30)));
        await _amira.OpensLinkToRead(_site, await _site.LinkIn("we have sent you something to read and agree"));
        await _amira.Sees("Jo suggests: self-help with a book and a helper. Its official name is guided self-help (book).");
        await _amira.Signs("Sleeping through, back at choir.");
        await _amira.Opens("/me");
        // 8 days from the referral; the next letter four weeks after she was last spoken with, on 12 October.
        await _amira.Sees("You have waited 8 days for self-help with a book and a helper. We will write by 9 November.");
    }

    /// <summary>Friday 16 October: the front desk finds who holds the treatment and books six sessions.</summary>
    private async Task GetsATherapist(bool picture)
    {
        await _site.Until(London.At(new(2026, 10, 16), new(9, 30)));
        await _site.OthersWait();
        await _al.SignsIn(Northmere.AlEmail);
        await _al.Opens("/waiting");
        await _al.Sees("Amira Testwell", "Ivo Madeup", "longest");
        if (picture)
            await _al.Picture("waiting-list");
        await _al.Follows("Amira Testwell");
        await _al.Sees(SelfHelp, "Jo Demo");
        await _al.DoesNotSee("Pat Demo");
        await _al.Chooses("Jo Demo");
        await _al.Presses("Choose, then find a time");
        for (var number = 1; number <= Sessions; number++)
        {
            if (number > 1)
                await _al.Opens($"/pathways/{_referral}/book");
            await _al.Books("Session", DayOf(number), "2pm");
        }

        // Each page opened is looked at: nothing scrolls sideways, however narrow.
        await _al.Opens($"/diary?week={DayOf(1):yyyy-MM-dd}");
        await _al.Sees("Diary, week of 19 October", "Amira Testwell");
        await _al.Opens("/messages");
    }

    private async Task HasSession(int number)
    {
        var day = DayOf(number);
        await AnswersBefore(day, "2pm", Answers[number]);
        if (number == 2)
            await JoReads(number);
        await _amira.Presses("Send to Jo");
        await _amira.Sees("Thank you", "Jo can see your answers now.");
        if (number == 2)
            await JoReads(number + 1);

        await _site.Until(London.At(day, new(14, 0)));
        await _jo.Begins($"Start session {number}, 2pm today", "Start");
        await _jo.WritesUp(_site, "14:30");
        await _jo.Sees($"Session {number}, video, 30 minutes. Note by Jo Demo", $"{number} of {Sessions} sessions given");
    }

    /// <summary>On the Saturday the therapist opens the record: what was not sent is not there.</summary>
    private async Task JoReads(int sets)
    {
        _site.Clock.Advance(TimeSpan.FromMinutes(1));
        await _jo.SignsIn(Northmere.JoEmail);
        await _jo.Opens("/people");
        await _jo.Sees("Amira Testwell");
        await _jo.Opens("/diary");
        await _jo.Opens($"/pathways/{_referral}");
        (await _jo.ScoresInTable("PHQ-9")).ShouldBe(Phq9[..sets]);
        await _jo.Opens($"/pathways/{_referral}?show=GAD7");
        (await _jo.ScoresInTable("GAD-7")).ShouldBe(Gad7[..sets]);
    }

    /// <summary>Monday 23 November, after the sixth session: decided, told by link, answered, and 14 days pass.</summary>
    private async Task IsToldOfTheEnding()
    {
        await _jo.Follows("Plan the ending");
        await _jo.Sees("6 of 6 sessions given.", "Monday 7 December 2026");
        await _jo.Chooses("Finished, we both agree");
        await _jo.Writes("Say it in plain words. Amira reads this.", "You have had the 6 sessions in your plan.");
        await _jo.Chooses("After 1 month");
        await _jo.Presses("Send Amira the notice");

        await _site.Until(London.At(new(2026, 11, 24), new(9, 0)));
        await _amira.OpensLinkToRead(_site, await _site.LinkIn("please read this by 7 Dec"));
        await _amira.Sees(
            "Jo Demo plans to end your care on Monday 7 December 2026", "Why: You have had the 6 sessions in your plan.",
            "You have until Monday 7 December 2026.");
        await _amira.Answers("I am happy with this");
        await _amira.Sees("You said you are happy with this.");

        await _site.Until(London.At(new(2026, 12, 7), new(20, 0)));
        (await Course()).IsOpen.ShouldBeTrue();
        await _site.Until(London.At(new(2026, 12, 8), new(9, 0)), async () => !(await Course()).IsOpen);
        (await Course()).EndedOn.ShouldBe(new(2026, 12, 7));

        async Task<Course> Course() => CareRecord.Discharge.Course.Of(await _site.Record.Read(Streams.Referral(_referral)));
    }

    /// <summary>Tuesday 8 December: her own page, in her own words and figures.</summary>
    private async Task ReadsItAll()
    {
        await _site.Until(London.At(new(2026, 12, 8), new(17, 0)));
        await _amira.ComesToHerPage(_site);
        await _amira.Sees(
            "Hello Amira", "Your care ended on Monday 7 December 2026. You can come back until Monday 7 June 2027 without starting again.",
            "You came to us 9 weeks (64 days) ago. You waited 14 days for your first treatment and 7 days for your second.", "Nothing to do.");

        await _amira.Follows("My scores");
        (await _amira.ScoresInTable("PHQ-9")).ShouldBe(Phq9);
        (await _amira.ScoresInTable("GAD-7")).ShouldBe(Gad7);
        await _amira.Sees("Your low mood score was 18 when you started. It is now 5.", "Your anxiety score was 14 when you started. It is now 5.");

        await _amira.Opens("/me/treatment");
        await _amira.Sees("6 of 6", "Sleeping through, back at choir.", "Tuesday 13 October 2026");

        await _amira.Opens("/me/looked");
        await _amira.Sees("Al Demo, front desk", "Jo Demo, psychological wellbeing practitioner", "Saturday 24 October 2026, 10:01am", "Monday 5 October 2026");
        await _amira.DoesNotSee("Pat Demo");
    }

    /// <summary>The Saturday before, at ten: the link that came 72 hours before the session, item by item, not sent yet.</summary>
    private async Task AnswersBefore(DateOnly day, string time, string answers)
    {
        await _site.Until(London.At(day.AddDays(-3), new(15, 0)));
        await _site.Until(London.At(day.AddDays(-2), new(10, 0)));
        var link = await _site.LinkIn($"a few questions before {day.ToString("ddd d MMM", CultureInfo.GetCultureInfo("en-GB"))}, {time}");
        await _amira.AnswersByLink(link, answers);
    }

    /// <summary>Mondays from 19 October to 23 November; the clocks go back on the way.</summary>
    private static DateOnly DayOf(int session) => new DateOnly(2026, 10, 12).AddDays(7 * session);
}

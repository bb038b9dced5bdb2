using Candour.CareRecord;
using Candour.CareRecord.Appointments;
using Candour.CareRecord.Discharge;
using Candour.CareRecord.Referrals;
using Candour.CareRecord.Safeguards;
using Candour.Clinical;
using Candour.Web.Tests.Hosting;
using Candour.Web.Tests.Pathways;

namespace Candour.Web.Tests.Sessions;

public sealed class SessionPageTests
{
    private const string Address = $"/sessions/{ACourse.Today}";

    [Fact]
    public async Task A_session_is_started_written_up_and_closed_by_its_parts()
    {
        await using var site = await ASite.Open();
        var course = await Started(site);

        var saved = await course.Jo.Fill(Address, Whole());
        saved.Location.ShouldBe($"/pathways/{ACourse.Referral}");
        var there = await There(site);
        there.Closed!.ContactType.ShouldBe("02");
        there.Closed.Number.ShouldBe(3);
        (await course.Jo.Get(Address)).Body.ShouldContain("This counts as treatment: session 3 of guided self-help (book)");
    }

    [Fact]
    public async Task An_end_that_has_not_come_yet_is_refused_at_its_field_and_nothing_is_saved()
    {
        await using var site = await ASite.Open();
        var course = await Started(site);
        var page = await course.Jo.Fill(Address, [.. Whole().Where(f => f.Item1 != "Form.Ended"), ("Form.Ended", "10:45")]);
        page.Status.ShouldBe(200);
        page.Body.ShouldContain("href=\"#Ended\"");
        page.Body.Split("It is 10:12am now, so it cannot have ended at 10:45am.").Length.ShouldBe(3, "in the summary and at the field");
        (await There(site)).Attendance.ShouldBeNull();
    }

    [Fact]
    public async Task A_time_as_people_say_it_is_kept_and_one_that_cannot_be_read_is_asked_again_with_what_was_typed()
    {
        await using var site = await ASite.Open();
        var course = await Started(site);
        var page = await course.Jo.Fill(Address, [.. Whole().Where(f => f.Item1 is not ("Form.Began" or "Form.Ended")), ("Form.Began", "soon"), ("Form.Ended", "10.0h")]);
        page.Status.ShouldBe(200);
        page.Body.Split("Enter the time it started, like 2pm or 14:00").Length.ShouldBe(3, "in the summary and at the field");
        page.Body.ShouldContain("href=\"#Ended\"");
        page.Body.ShouldContain("value=\"soon\"");
        (await There(site)).Attendance.ShouldBeNull();

        await course.Jo.Fill(page, Address, ("Form.Began", "9.30 am"), ("Form.Ended", "10am"), ("Form.Code", "5"));
        var attendance = (await There(site)).Attendance!;
        London.WallClock(attendance.Started!.Value).TimeOfDay.ShouldBe(new TimeSpan(9, 30, 0));
        London.WallClock(attendance.Ended!.Value).TimeOfDay.ShouldBe(new TimeSpan(10, 0, 0));
    }

    [Fact]
    public async Task Written_up_late_after_the_decision_to_end_it_asks_why_and_waits_for_a_second_person()
    {
        const string friday = "7KAPP00000000005", address = $"/sessions/{friday}";
        await using var site = await ASite.Open();
        var course = await ACourse.On(site);
        var (person, referral, jo) = (Streams.Person(ACourse.Person), Streams.Referral(ACourse.Referral), new By(course.JoId, Roles.Pwp));
        await course.Books(friday, Moment.Utc(2026, 10, 2, 8));
        await course.Tell("desk", By.Worker, referral, new AttendanceRecorded { Appointment = friday, Code = "5" });
        (await site.Record.Write(new("ends", jo), [person, referral], (h, now) => new DecideEnding
        {
            Decision = "DEC1S10N00000001", Person = ACourse.Person, Reason = EndingReason.FinishedTogether, Why = "You have had the sessions you wanted.",
            EndAnyway = true, Shown = h[referral].Version, NoticeDays = 14, With = null,
        }.Decide(h[person], h[referral], jo, now))).ShouldBeOfType<Outcome.Done>();

        var asked = await course.Jo.Fill(address, Whole());
        asked.Body.ShouldContain("You are adding this 3 days after it happened. Why now?");
        asked.Body.ShouldContain("Talked about the week.");
        (await course.Jo.Fill(asked, address, [.. Whole(), ("Form.WhyLate", "OffSick")])).Location.ShouldBe(address);
        (await course.Jo.Get(address)).Body.ShouldContain(LateEntry.Waits);
        var there = Appointment.Find(await site.Record.Read(referral), friday)!;
        (there.Saved, there.Closed).ShouldBe((null, null));
    }

    [Fact]
    public async Task What_one_tab_saved_is_not_said_beside_what_the_other_could_not()
    {
        await using var site = await ASite.Open();
        var course = await Started(site);
        var second = await course.Jo.Get(Address);
        await course.Jo.Fill(Address, Whole());
        var refused = await course.Jo.Fill(second, Address, ("Form.Note", "From the other tab"));
        refused.Body.ShouldContain("This session is closed.");
        refused.Body.ShouldNotContain("nhsuk-notification-banner--success");
    }

    [Fact]
    public async Task What_was_saved_is_said_on_the_page_that_follows()
    {
        await using var site = await ASite.Open();
        var course = await Started(site);
        var saved = await course.Jo.Fill(Address, Whole());
        (await course.Jo.Get(saved.Location!)).Body.ShouldContain("nhsuk-notification-banner--success");
        (await course.Jo.Get(saved.Location!)).Body.ShouldNotContain("nhsuk-notification-banner--success");
    }

    [Theory]
    [InlineData("Form.Began", "soon")]
    [InlineData("Form.Ended", "10:45")]
    [InlineData("Form.Note", "From a tab that was overtaken")]
    [Trait("Hazard", "H46")]
    public async Task Nothing_wrong_with_the_rest_of_the_page_stands_between_a_spoken_worry_and_its_task(string field, string value)
    {
        await using var site = await ASite.Open();
        var course = await Started(site);
        var page = await course.Jo.Get(Address);
        if (field == "Form.Note")
            await course.Jo.Fill(Address, ("Form.Note", "Saved in the other tab"));
        (string, string)[] spoken = [.. Whole().Where(f => f.Item1 != field && f.Item1 is not ("Form.Spoken" or "Form.SafetyWords")), ("Form.Spoken", "Some"), ("Form.SafetyWords", "Thinks of it at night"), (field, value)];
        var refused = await course.Jo.Fill(page, Address, spoken);
        refused.Status.ShouldBe(200);
        var task = RiskTask.OpenOf(await site.Record.Read(Streams.Person(ACourse.Person))).ShouldNotBeNull();
        task.Told.ShouldHaveSingleItem().Said.ShouldBe("Thinks of it at night");
        refused.Body.ShouldContain($"href=\"/risk/{task.Id}\"");
        (await There(site)).Attendance.ShouldBeNull();
    }

    [Fact]
    public async Task Saving_with_parts_missing_works_and_says_what_is_left()
    {
        await using var site = await ASite.Open();
        var course = await Started(site);
        var saved = await course.Jo.Fill(Address, ("Form.Note", "Only a note so far"));
        saved.Location.ShouldBe(Address);
        (await course.Jo.Get(Address)).Body.ShouldContain("Saved. Still to do: what was done, risk, who came.");
        (await course.Jo.Get("/today")).Body.ShouldContain("Still to do: what was done, risk, who came");
    }

    [Fact]
    public async Task Written_and_spoken_that_differ_keep_the_session_open_until_understood()
    {
        await using var site = await ASite.Open();
        var course = await Started(site, item9: 2);
        await course.Jo.Fill(Address, Whole());
        (await There(site)).Closed.ShouldBeNull();
        (await course.Jo.Get(Address)).Body.ShouldContain("wrote “more than half the days” and said “no”. Say how you understand this.");

        await course.Jo.Fill(Address, [.. Whole(), ("Form.Understood", "Last week, before she saw her sister.")]);
        (await There(site)).Closed.ShouldNotBeNull();
    }

    [Fact]
    public async Task Two_users_on_one_session_see_both_texts_and_nothing_is_lost()
    {
        await using var site = await ASite.Open();
        var course = await Started(site);
        var mine = await course.Jo.Get(Address);
        await course.Tell("other", new By("5AM0000000000001", Roles.Pwp), Streams.Referral(ACourse.Referral), new CareRecord.Sessions.SessionNoteWritten { Appointment = ACourse.Today, Note = "What Sam wrote meanwhile" });

        var page = await course.Jo.Fill(mine, Address, ("Form.Note", "What Jo typed"));
        page.Status.ShouldBe(200);
        page.Body.ShouldContain("after you opened it. Nothing you wrote is lost.");
        page.Body.ShouldContain("What Sam wrote meanwhile");
        page.Body.ShouldContain("What Jo typed");
        page.Body.ShouldMatch("<button[^>]*form=\"mine\"[^>]*>Use mine as a new entry</button>");
        page.Body.ShouldContain($"href=\"{Address}\">Drop mine");
        page.Body.ShouldMatch($"<form[^>]*id=\"mine\"");

        (await course.Jo.Fill(page, Address, ("Form.Note", "What Jo typed"))).Status.ShouldBe(303);
        (await There(site)).Notes.Select(n => n.Event.Note).ShouldBe(["What Sam wrote meanwhile", "What Jo typed"]);
    }

    [Fact]
    [Trait("Hazard", "H17")]
    public async Task A_second_window_of_the_same_person_never_saves_over_the_first_without_a_word()
    {
        await using var site = await ASite.Open();
        var course = await Started(site);
        var (one, two) = (await course.Jo.Get(Address), await course.Jo.Get(Address));
        (await course.Jo.Fill(one, Address, ("Form.Note", "From the first window"), ("Form.Homework", "The diary"))).Status.ShouldBe(303);

        var page = await course.Jo.Fill(two, Address, ("Form.Note", "From the second window"), ("Form.Homework", "The walk"));
        page.Status.ShouldBe(200);
        page.Body.ShouldContain("<bdi>You</bdi> changed this record at 10:12am, after you opened it. Nothing you wrote is lost.");
        page.Body.ShouldContain("From the first window");
        page.Body.ShouldContain("From the second window");
        page.Body.ShouldContain("The walk");
        (await There(site)).Saved!.Homework.ShouldBe("The diary");

        (await course.Jo.Fill(page, Address, ("Form.Note", "From the second window"), ("Form.Homework", "The walk"))).Status.ShouldBe(303);
        (await There(site)).Notes.Select(n => n.Event.Note).ShouldBe(["From the first window", "From the second window"]);
    }

    [Fact]
    public async Task Two_notes_added_to_a_closed_session_can_both_be_kept_with_one_press()
    {
        await using var site = await ASite.Open();
        var course = await Started(site);
        (await course.Jo.Fill(Address, Whole())).Status.ShouldBe(303);
        var mine = await course.Jo.Get(Address);
        await course.Tell("other", new By("5AM0000000000001", Roles.Pwp), Streams.Referral(ACourse.Referral), new CareRecord.Sessions.SessionNoteWritten
        {
            Appointment = ACourse.Today, Note = "Her sister called", Why = "Came later",
        });
        var page = await course.Jo.Fill(mine, Address, ("Form.Note", "Homework was the diary"), ("Form.Why", "Left out"));
        page.Status.ShouldBe(200);
        page.Body.ShouldMatch("<button[^>]*form=\"mine\"[^>]*>Keep both</button>");
        (await course.Jo.Fill(page, Address, ("Form.Note", "Homework was the diary"), ("Form.Why", "Left out"))).Status.ShouldBe(303);
        (await There(site)).Notes.Select(n => n.Event.Note).ShouldBe(["Talked about the week.", "Her sister called", "Homework was the diary"]);
    }

    [Fact]
    public async Task Written_up_and_closed_by_another_meanwhile_all_that_was_typed_is_shown_to_be_copied()
    {
        await using var site = await ASite.Open();
        var course = await Started(site);
        var mine = await course.Jo.Get(Address);
        (await course.Jo.Fill(Address, Whole())).Status.ShouldBe(303);
        var page = await course.Jo.Fill(mine, Address, ("Form.Note", "What Jo typed"), ("Form.SafetyWords", "She feels safe at her sister's"));
        page.Status.ShouldBe(200);
        page.Body.ShouldContain("She feels safe at her sister&#x27;s");
        page.Body.ShouldContain("Yours cannot be saved on this page any more. Copy what you need before you go on.");
    }

    [Fact]
    public async Task A_form_posted_twice_writes_once()
    {
        await using var site = await ASite.Open();
        var course = await Started(site);
        var form = await course.Jo.Get(Address);
        await course.Jo.Fill(form, Address, ("Form.Note", "Once"));
        (await course.Jo.Fill(form, Address, ("Form.Note", "Once"))).Status.ShouldBe(303);
        (await There(site)).Notes.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_form_of_another_person_is_refused()
    {
        await using var site = await ASite.Open();
        var course = await Started(site);
        var page = await course.Jo.Fill(Address, ("Form.Note", "For Bo"), ("Form.Person", "7KB0000000000002"));
        page.Body.ShouldContain("This form was opened for another person. Nothing was saved.");
        (await There(site)).Notes.ShouldBeEmpty();
    }

    [Fact]
    public async Task Ten_thousand_characters_emoji_and_right_to_left_come_back_as_typed()
    {
        await using var site = await ASite.Open();
        var course = await Started(site);
        var note = new string('a', 9_980) + " 🙂 שלום";
        await course.Jo.Fill(Address, ("Form.Note", note));
        (await There(site)).Notes[^1].Event.Note.ShouldBe(note);
    }

    [Fact]
    public async Task A_draft_is_kept_for_its_author_and_two_tabs_make_two()
    {
        await using var site = await ASite.Open();
        var course = await Started(site);
        var (one, two) = (await course.Jo.Get(Address), await course.Jo.Get(Address));
        await course.Jo.Fill(one, Address, ("Form.Note", "Tab one"));
        var form = await course.Jo.Get(Address);
        await Draft(course, form, "Draft of tab one");
        await Draft(course, two, "Draft of tab two");
        (await course.Jo.Get(Address)).Body.Split("Only you can see it").Length.ShouldBe(3);
    }

    [Fact]
    public async Task A_script_saves_the_draft_while_somebody_types_and_only_here_may_it_send()
    {
        await using var site = await ASite.Open();
        var course = await Started(site);
        var form = await course.Jo.Get(Address);
        form.Header("Content-Security-Policy")!.ShouldContain("connect-src 'self'");
        (await course.Jo.Get("/today")).Header("Content-Security-Policy")!.ShouldNotContain("connect-src");
        form.Body.ShouldContain($"data-autosave=\"{Address}?handler=Autosave\"");
        var looks = (await site.Get<CareRecord.Access.Store.WhoLooked>().At(ACourse.Person)).Count;

        var auto = form with { Body = form.Body.Replace($"action=\"{Address}?handler=Save\"", $"action=\"{Address}?handler=Autosave\"", StringComparison.Ordinal) };
        (await course.Jo.Fill(auto, Address, ("Form.Note", "She slept"))).Body.ShouldBe("Draft saved at 10:12am. Only you can see it.");
        (await course.Jo.Fill(auto, Address, ("Form.Note", "She slept better"))).Status.ShouldBe(200);
        (await course.Jo.Fill(auto, Address, ("Form.Note", ""))).Body.ShouldBe("");
        (await site.Get<CareRecord.Access.Store.WhoLooked>().At(ACourse.Person)).Count.ShouldBe(looks);

        var again = (await course.Jo.Get(Address)).Body;
        again.Split("Only you can see it").Length.ShouldBe(2);
        (await course.Jo.Fill(form, Address, ("Form.Note", "She slept better."))).Status.ShouldBe(303);
        (await course.Jo.Get(Address)).Body.ShouldNotContain("Open this draft");
    }

    private static async Task Draft(ACourse course, Answered form, string words)
    {
        var withAction = form with { Body = form.Body.Replace($"action=\"{Address}?handler=Save\"", $"action=\"{Address}?handler=Draft\"", StringComparison.Ordinal) };
        (await course.Jo.Fill(withAction, Address, ("Form.Note", words))).Status.ShouldBe(303);
    }

    private static async Task<ACourse> Started(ASite site, int item9 = 0)
    {
        var course = await ACourse.On(site, item9);
        await course.TodayAtEleven();
        (await course.Jo.Fill(Address, ("Form.WhereNow", "At home"))).Status.ShouldBe(303);
        return course;
    }

    private static (string, string)[] Whole() =>
    [
        ("Form.Note", "Talked about the week."), ("Form.Therapy", ACourse.GuidedSelfHelp), ("Form.PartsDone", "review"), ("Form.Spoken", "None"),
        ("Form.SafetyWords", "No thoughts now."), ("Form.Code", "5"), ("Form.Medium", "11"), ("Form.Began", "09:30"), ("Form.Ended", "10:12"),
    ];

    private static async Task<Appointment> There(ASite site) => Appointment.Find(await site.Record.Read(Streams.Referral(ACourse.Referral)), ACourse.Today)!;
}

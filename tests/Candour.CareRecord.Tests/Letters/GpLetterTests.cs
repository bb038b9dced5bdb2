using Candour.CareRecord.Discharge;
using Candour.CareRecord.Letters;
using Candour.CareRecord.Referrals;
using Candour.CareRecord.Safeguards;
using Candour.CareRecord.Tests.Pathways;

namespace Candour.CareRecord.Tests.Letters;

[Trait("Hazard", "H38")]
public sealed class GpLetterTests
{
    private const string Id = "LETTER0000000001", Again = "LETTER0000000002";
    private static readonly By Alex = new("STAFFALEX0000001", Roles.Administrator);
    private static readonly LetterSettings Northmere = new("01632 960 123", "", 21, []);
    private static readonly GpPracticeGiven Invented = new() { Practice = "X99001", Name = "Invented Street Surgery" };

    [Theory]
    [InlineData(null, null, "No GP surgery is recorded for Amy.")]
    [InlineData(GpSurgery.None, null, "Amy has no GP surgery, as far as we know.")]
    [InlineData(GpSurgery.NotKnown, null, "Nobody here knows the GP surgery of Amy.")]
    [InlineData(GpSurgery.NotKnown, "the one by the park", "Amy wrote “the one by the park”, and nobody has found which surgery that is.")]
    [InlineData("X99001", "left", "Amy left Invented Street Surgery on Sunday 1 November 2026, and no other is recorded.")]
    public void Nobody_is_promised_a_letter_to_a_surgery_that_is_not_known(string? practice, string? name, string words)
    {
        var story = Finished(surgery: null);
        if (practice is not null)
        {
            story.Tell(AStory.Amy, story.Person.Stream, name == "left"
                ? Invented with { RegisteredUntil = new(2026, 11, 1) } : new GpPracticeGiven { Practice = practice, Name = name });
        }

        Decides(story).Refusal!.Message.ShouldBe($"{words} Ask which it is and record it. Or take the tick away: then no letter goes to a GP.");
        Course.Of(story.Referral).Decision.ShouldBeNull();
        Decides(story, letter: false).Refusal.ShouldBeNull();
    }

    [Fact]
    [Trait("Hazard", "H46")]
    public void A_hand_over_in_a_crisis_waits_for_no_surgery()
    {
        var story = Decides(Finished(surgery: null), NoNotice.CrisisOrSecondaryCare);
        story.Refusal.ShouldBeNull();
        Writes(story, Id, grounds: "Life in danger").Refusal!.Message.ShouldStartWith("No GP surgery is recorded for Amy.");
        Gives(story);
        Writes(story, Id, grounds: "Life in danger").Refusal.ShouldBeNull();
        Stage(story).ShouldBe(GpLetterStage.ToApprove);
    }

    [Fact]
    public void Once_care_has_ended_it_is_the_clinicians_task_until_it_is_posted()
    {
        var story = Decides(Finished());
        (Stage(story), Row(story)).ShouldBe((GpLetterStage.Planned, null));
        Writes(story, Id).Refusal.ShouldBeOfType<NothingToWriteAbout>();

        Ends(story);
        (Stage(story), Row(story)!.Letter, Row(story)!.Owner).ShouldBe((GpLetterStage.ToWrite, LetterRow.Owed, AStory.Jo.Actor));
        Writes(story, Id).Refusal.ShouldBeNull();
        (Stage(story), Row(story)!.Letter, Row(story)!.Owner).ShouldBe((GpLetterStage.ToApprove, Id, AStory.Jo.Actor));
        Approves(story, Id).Refusal.ShouldBeNull();
        (Stage(story), Row(story)!.Letter, Row(story)!.Owner).ShouldBe((GpLetterStage.ToPost, Id, AStory.Jo.Actor));
        Posts(story, Id).Refusal.ShouldBeNull();
        (Stage(story), Row(story)).ShouldBe((GpLetterStage.Posted, null));
        Writes(story, Again).Refusal.ShouldBeOfType<GpHasIt>();
    }

    [Fact]
    public void It_is_paper_from_first_to_last_so_no_mail_server_holds_it_up()
    {
        var story = Ended();
        var steps = new Func<Decision>[] { () => Write(story, Id), () => new ApproveLetter(Id).Decide(story.Referral, story.Person, AStory.Jo, story.Today), () => new PostLetter(Id, story.Today).Decide(story.Referral, story.Person, 21, story.Today) };
        foreach (var step in steps)
        {
            var done = step().ShouldBeOfType<Accepted>();
            done.Events.ShouldAllBe(e => e.Stream == story.Referral.Stream);
            story.Does(AStory.Jo, _ => done);
        }

        Stage(story).ShouldBe(GpLetterStage.Posted);
    }

    [Fact]
    public void It_says_how_care_ended_what_it_was_and_the_scores_and_nothing_told_in_confidence()
    {
        var story = Ended();
        Writes(story, Id, asks: "Please look at the sleeping tablets with her.").Refusal.ShouldBeNull();
        var letter = Letter.All(story.Referral).ShouldHaveSingleItem();
        letter.Made.To.ShouldBe("Invented Street Surgery\n1 Invented Street\nNorthmere");
        (letter.Reader, letter.Made.Practice).ShouldBe(("Invented Street Surgery", "X99001"));
        var body = letter.Made.Body!;
        foreach (var words in new[]
        {
            "Amira Testwell, born on 4 March 1991.", "Care here ended on Monday 7 December 2026.", "Decided by Jo Demo: mutually agreed completion of treatment.",
            "Guided self-help (book) (Self-help with a book and a helper). 2 of 2 planned sessions given.", "PHQ-9 (low mood, 0 to 27): 9 on Monday 21 September 2026", "8 on Monday 28 September 2026",
            "by link", "Please look at the sleeping tablets with her.", "Amy can come back without starting again until Monday 7 June 2027: call 01632 960 123.", "did not say no, and has a copy of it",
        })
            body.ShouldContain(words);
        foreach (var secret in new[] { "choir", "Sister", "Sleeping through", "You have had the sessions", "thoughts", "question 9" })
            body.ShouldNotContain(secret);
    }

    [Theory]
    [InlineData(GpLetterStage.Planned)]
    [InlineData(GpLetterStage.ToWrite)]
    [InlineData(GpLetterStage.ToApprove)]
    [InlineData(GpLetterStage.ToPost)]
    public void The_persons_no_stops_it_at_every_step_before_the_post(GpLetterStage at)
    {
        var story = Decides(Finished());
        if (at != GpLetterStage.Planned)
            Ends(story);
        if (at is GpLetterStage.ToApprove or GpLetterStage.ToPost)
            Writes(story, Id);
        if (at == GpLetterStage.ToPost)
            Approves(story, Id);
        Stage(story).ShouldBe(at);

        Answers(story, send: false).Refusal.ShouldBeNull();
        Stage(story).ShouldBe(GpLetterStage.SaidNo);
        if (at == GpLetterStage.Planned)
            Ends(story);
        Writes(story, Again).Refusal.ShouldBeOfType<SaidNoToGp>();
        if (at == GpLetterStage.ToApprove)
            Approves(story, Id).Refusal.ShouldBeOfType<SaidNoToGp>();
        if (at == GpLetterStage.ToPost)
        {
            Posts(story, Id).Refusal!.Message.ShouldBe("Amy said no to a letter to their GP. Do not post it.");
            Row(story)!.Letter.ShouldBe(Id, "the printed sheet is still there to be torn up");
            story.Does(Alex, s => new DropLetter(Id, "Torn up").Decide(s.Referral, s.Today)).Refusal.ShouldBeNull();
        }

        Row(story).ShouldBeNull();
        // Yes again: it goes on.
        Answers(story, send: true).Refusal.ShouldBeNull();
        Stage(story).ShouldBe(at == GpLetterStage.ToApprove ? GpLetterStage.ToApprove : GpLetterStage.ToWrite);
    }

    [Fact]
    public void Once_posted_a_no_is_answered_with_where_the_copy_is()
    {
        var story = Posted();
        Answers(story, send: false).Refusal!.Message.ShouldStartWith("The letter to the GP was posted on Tuesday 8 December 2026. Its copy is under “My letters”.");
    }

    [Fact]
    public void Nothing_leaves_that_no_clinician_answers_for()
    {
        var story = Ended();
        story.Does(Alex, s => Write(s, Id, by: Alex)).Refusal.ShouldBeOfType<LetterOfThoseWhoTreat>();
        story.Does(Alex, s => new MakeLetter(Id, LetterKind.GpEnding, LetterFormat.Print12).Decide(s.Referral, s.Person, Northmere, Alex, s.Today)).Refusal.ShouldBeOfType<LetterOfThoseWhoTreat>();
        Writes(story, Id);
        Posts(story, Id).Refusal.ShouldBeOfType<NotApprovedYet>();
        story.Does(Alex, s => new ApproveLetter(Id).Decide(s.Referral, s.Person, Alex, s.Today)).Refusal.ShouldBeOfType<LetterOfThoseWhoTreat>();
        Approves(story, Id).Refusal.ShouldBeNull();
        Letter.All(story.Referral)[0].Approved!.By.Actor.ShouldBe(AStory.Jo.Actor);
    }

    [Fact]
    public void The_surgery_is_checked_before_it_is_written()
    {
        var story = Ended();
        story.Does(AStory.Jo, s => Write(s, Id, isChecked: null)).Refusal!.Message.ShouldStartWith("Check that Invented Street Surgery is still the right surgery");
        story.Does(AStory.Jo, s => Write(s, Id, isChecked: false)).Refusal.ShouldBeOfType<CheckTheSurgery>();
        story.Does(AStory.Jo, s => Write(s, Id, address: "Invented Street Surgery")).Refusal.ShouldBeOfType<WhereIsTheSurgery>();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_surgery_that_changed_since_it_was_made_stops_it_and_it_is_written_anew(bool approved)
    {
        var story = Writes(Ended(), Id);
        if (approved)
            Approves(story, Id);
        Gives(story, "X99002");
        var refused = approved ? Posts(story, Id) : Approves(story, Id);
        refused.Refusal!.Message.ShouldStartWith("The GP surgery of Amy has changed since this letter was made. Do not post it");
        story.Does(AStory.Jo, s => new DropLetter(Id, "moved").Decide(s.Referral, s.Today)).Refusal.ShouldBeNull();
        Row(story)!.Letter.ShouldBe(LetterRow.Owed);
        Writes(story, Again).Refusal.ShouldBeNull();
        Letter.All(story.Referral)[0].Made.Practice.ShouldBe("X99002");
    }

    [Fact]
    public void What_the_post_brings_back_is_to_be_written_again()
    {
        var story = Posted();
        LetterRow.RowsOf(story.Referral).ShouldHaveSingleItem().PostedOn.ShouldBe(new(2026, 12, 8), "so that it is found when it comes back");
        story.Does(AStory.Jo, s => new TakeBackLetter(Id, "Gone away").Decide(s.Referral)).Refusal.ShouldBeNull();
        (Stage(story), Row(story)!.Owner).ShouldBe((GpLetterStage.ToWrite, AStory.Jo.Actor));
        Writes(story, Again).Refusal.ShouldBeNull();
        Approves(story, Again);
        Posts(story, Again).Refusal.ShouldBeNull();
        Row(story).ShouldBeNull();
    }

    [Fact]
    public void Without_notice_the_writer_says_how_they_agreed_or_which_danger_makes_it_a_duty()
    {
        var story = Decides(Finished(), NoNotice.MovedAway);
        Writes(story, Id).Refusal!.Message.ShouldStartWith("Amy had no notice, and so no time to say no.");
        Writes(story, Id, grounds: "She asked for it on the phone.").Refusal.ShouldBeNull();
        Letter.All(story.Referral)[0].Made.Body!.ShouldContain("Why we write: She asked for it on the phone.");
    }

    [Fact]
    [Trait("Hazard", "H30")]
    public void A_hand_over_for_safeguarding_is_not_named_in_it()
    {
        var story = Writes(Decides(Finished(), NoNotice.Safeguarding), Id, grounds: "She asked for it.");
        Letter.All(story.Referral)[0].Made.Body!.ShouldNotContain("afeguarding");
    }

    [Fact]
    public void An_ending_that_is_undone_stops_it_and_one_that_never_was_promised_is_not_written()
    {
        var story = Approves(Writes(Ended(), Id), Id);
        story.Does(AStory.Jo, s => new UndoEnding("Wrong person").Decide(s.Referral, AStory.Jo)).Refusal.ShouldBeNull();
        Posts(story, Id).Refusal.ShouldBeOfType<NotSoAnyMore>();
        var none = Ends(Decides(Finished(), letter: false));
        Writes(none, Id).Refusal.ShouldBeOfType<NothingToWriteAbout>();
        Answers(none, send: false).Refusal!.Message.ShouldBe("No letter to your GP is planned. You do not need to do anything.");
    }

    [Fact]
    public void A_clinician_can_decide_that_none_goes_and_more_than_one_letter_was_never_made()
    {
        var story = Ended();
        story.Does(AStory.Jo, s => new DropLetter(LetterRow.Owed, " ").Decide(s.Referral, s.Today)).Refusal.ShouldBeOfType<SayWhyNotPosted>();
        story.Does(AStory.Jo, s => new DropLetter(LetterRow.Owed, "She carries the copy there herself").Decide(s.Referral, s.Today)).Refusal.ShouldBeNull();
        (Stage(story), Row(story)).ShouldBe((GpLetterStage.NotSent, null));
        story.Tell(Alex, story.Referral.Stream, new LetterNotPosted { Letter = LetterRow.Owed, Why = "Another, told by phone" });
        Letter.All(story.Referral).ShouldBeEmpty();
    }

    [Fact]
    public void A_death_ends_what_was_planned()
    {
        var story = Decides(Finished());
        story.Tell(By.Worker, story.Referral.Stream, new StoppedForDeath());
        Stage(story).ShouldBe(GpLetterStage.None);
        var after = Ended();
        after.Tell(By.Worker, after.Person.Stream, new DeathRecorded());
        Writes(after, Id).Refusal.ShouldBeOfType<PersonHasDied>();
    }

    private static AStory Finished(string? surgery = "X99001")
    {
        var story = AStory.Referred().SignsPlan(2).HasSession("APP0000000000001", new(2026, 9, 21), 9, 7).HasSession("APP0000000000002", new(2026, 9, 28), 8, 6).On(new(2026, 11, 23));
        return surgery is null ? story : Gives(story, surgery);
    }

    private static AStory Gives(AStory story, string practice = "X99001") => story.Tell(AStory.Amy, story.Person.Stream, Invented with { Practice = practice });

    private static AStory Decides(AStory story, NoNotice? without = null, bool letter = true) => story.Does(AStory.Jo, s =>
        (s.Ending(EndingReason.FinishedTogether, without: without, shown: s.Referral.Version) with { LetterToGp = letter }).Decide(s.Person, s.Referral, AStory.Jo, s.Now));

    private static AStory Ends(AStory story) => story.On(new(2026, 12, 8), 9).ClockStrikes();

    private static AStory Ended() => Ends(Decides(Finished()));

    private static AStory Posted() => Posts(Approves(Writes(Ended(), Id), Id), Id);

    private static Decision Write(AStory s, string id, bool? isChecked = true, string? address = "Invented Street Surgery\n1 Invented Street\nNorthmere", string? asks = null, string? grounds = null, By? by = null) =>
        new WriteToGp(id, "Jo Demo") { Checked = isChecked, Address = address, Asks = asks, Grounds = grounds }.Decide(s.Referral, s.Person, Northmere, by ?? AStory.Jo, s.Today);

    private static AStory Writes(AStory story, string id, string? asks = null, string? grounds = null) => story.Does(AStory.Jo, s => Write(s, id, asks: asks, grounds: grounds));

    private static AStory Approves(AStory story, string id) => story.Does(AStory.Jo, s => new ApproveLetter(id).Decide(s.Referral, s.Person, AStory.Jo, s.Today));

    private static AStory Posts(AStory story, string id) => story.Does(AStory.Jo, s => new PostLetter(id, s.Today).Decide(s.Referral, s.Person, 21, s.Today));

    private static AStory Answers(AStory story, bool send) => story.Does(AStory.Amy, s => new AnswerGpLetter(send).Decide(s.Referral));

    private static GpLetterStage Stage(AStory story) => GpLetter.Of(story.Referral).Stage;

    private static LetterRow? Row(AStory story) => LetterRow.RowsOf(story.Referral).SingleOrDefault(r => r.PostedOn is null);
}

using Candour.CareRecord.Links;
using Candour.CareRecord.Tests.Messages;
using Candour.Clinical;
using Candour.Testing;

namespace Candour.CareRecord.Tests.Links;

public sealed class LinkTests
{
    private static readonly Moment Now = Amira.Now;
    private static readonly DateOnly Wrong = new(1990, 1, 1);
    private readonly SeededRandomness _randomness = new(5);

    [Fact]
    public void The_secret_has_thirty_two_random_bytes_and_only_its_hash_is_written()
    {
        var link = NewLink.ForMessage(_randomness);
        var issued = Amira.Only<LinkIssued>(Link.Issue(link, new(LinkPurpose.MyPage), Amira.Id, Now));

        System.Buffers.Text.Base64Url.DecodeFromChars(link.Token).Length.ShouldBe(32);
        issued.TokenHash.ShouldBe(Convert.ToHexStringLower(
            System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(link.Token))));
        issued.ToString().ShouldNotContain(link.Token);
    }

    [Fact]
    public void Two_links_never_have_the_same_secret() =>
        Enumerable.Range(0, 200).Select(_ => NewLink.ForMessage(_randomness).Token).Distinct().Count().ShouldBe(200);

    [Fact]
    public void A_code_on_paper_has_eight_signs_without_those_that_look_alike()
    {
        var codes = Enumerable.Range(0, 100).Select(_ => NewLink.OnPaper(_randomness).Token).ToList();

        codes.ShouldAllBe(c => c.Length == 8);
        string.Concat(codes).ShouldNotContain("0");
        string.Concat(codes).IndexOfAny(['0', 'O', '1', 'I']).ShouldBe(-1);
        NewLink.Printed("K7QXMR4P").ShouldBe("K7QX MR4P");
    }

    [Theory]
    [InlineData("k7qx mr4p")]
    [InlineData(" K7QXMR4P ")]
    [InlineData("K7QX-MR4P")]
    public void A_code_from_paper_is_found_however_it_is_typed(string typed) =>
        NewLink.HashOfTyped(typed).ShouldBe(new NewLink("X", "K7QXMR4P", true).TokenHash);

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("K7QXMR4")]
    [InlineData("K0QXMR4P")]
    [InlineData("../../etc/passwd-and-then-some-more-letters!")]
    public void What_has_not_the_form_of_a_link_is_not_looked_up(string? typed) => NewLink.HashOfTyped(typed).ShouldBeNull();

    [Fact]
    public void The_right_date_opens_it_and_again_until_the_answers_are_sent()
    {
        var link = Issued(LinkPurpose.AnswerQuestions);
        Amira.Only<LinkOpened>(Open(link, Amira.Born));
        Amira.Only<LinkOpened>(Open(Then(link, new LinkOpened()), Amira.Born));
        Open(Then(link, new LinkOpened(), new LinkEnded { Why = LinkEnd.Sent }), Amira.Born).ShouldBe(new Refused(new LinkUsed()));
    }

    [Fact]
    public void A_wrong_date_says_how_many_tries_are_left()
    {
        var link = Issued(LinkPurpose.AnswerQuestions);
        var written = Open(link, Wrong).ShouldBeOfType<Accepted>().Events.Select(e => e.Event);

        Link.Answer(written)!.Message.ShouldBe("That is not the date we have. You have 4 more tries with this link");
        Link.Answer([new LinkDateWrong { Try = 4 }])!.Message.ShouldBe("That is not the date we have. You have 1 more try with this link");
    }

    [Fact]
    public void The_fifth_wrong_date_closes_it_for_ever()
    {
        var link = Issued(LinkPurpose.AnswerQuestions);
        for (var i = 1; i < Link.MostTries; i++)
            link = Then(link, new LinkDateWrong { Try = i });
        var fifth = Open(link, Wrong).ShouldBeOfType<Accepted>().Events.Select(e => e.Event).ToList();

        fifth.ShouldBe([new LinkDateWrong { Try = 5 }, new LinkLocked()]);
        Link.Answer(fifth)!.Message.ShouldBe("We have closed this link to protect you. Ask for a new one, or call us.");
        Open(Then(link, [.. fifth]), Amira.Born).ShouldBe(new Refused(new LinkClosed()));
    }

    [Fact]
    public void Whether_a_link_has_passed_is_told_only_with_the_right_date()
    {
        var late = Now.Plus(TimeSpan.FromDays(20));
        var link = Issued(LinkPurpose.AnswerQuestions, new DateOnly(2026, 10, 7));

        Link.Open(link, Amira.Born, Wrong, false, late).ShouldBeOfType<Accepted>();
        Link.Open(link, Amira.Born, Amira.Born, false, late).ShouldBeOfType<Refused>().Because.Message
            .ShouldBe("This link was for your appointment on 7 October. That has passed.");
    }

    [Fact]
    public void A_link_around_a_session_opens_until_twenty_four_hours_after_its_end()
    {
        var starts = London.At(new(2026, 10, 7), new(14, 0));
        var wanted = LinkWanted.Around(LinkPurpose.AnswerQuestions, "Q", starts, starts.Plus(TimeSpan.FromMinutes(35)));
        var link = Amira.Told(Streams.Link("L"), [.. Link.Issue(NewLink.ForMessage(_randomness), wanted, Amira.Id, Now).Events.Select(e => e.Event)]);
        var end = London.At(new(2026, 10, 8), new(14, 35));

        Link.Open(link, Amira.Born, Amira.Born, false, end).ShouldBeOfType<Accepted>();
        Link.Open(link, Amira.Born, Amira.Born, false, end.Plus(TimeSpan.FromMilliseconds(1))).ShouldBeOfType<Refused>()
            .Because.ShouldBeOfType<LinkExpired>();
    }

    [Fact]
    public void A_newer_link_ends_the_older_one() =>
        Link.Open(Issued(LinkPurpose.MyPage), Amira.Born, Amira.Born, newer: true, Now).ShouldBe(new Refused(new LinkUsed()));

    [Fact]
    public void No_date_opens_the_link_of_a_person_whose_birth_date_is_unknown() =>
        Amira.Only<LinkDateWrong>(Link.Open(Issued(LinkPurpose.MyPage), null, Amira.Born, false, Now));

    [Fact]
    public void A_link_that_never_was_is_not_found() =>
        Link.Open(History.Empty(Streams.Link("L")), null, Wrong, false, Now).ShouldBeOfType<Refused>()
            .Because.Message.ShouldBe("We cannot find that link. If it came in two lines, copy both");

    private static Decision Open(History link, DateOnly given) => Link.Open(link, Amira.Born, given, newer: false, Now);

    private History Issued(LinkPurpose purpose, DateOnly? forDay = null) => Amira.Told(
        Streams.Link("L"),
        [.. Link.Issue(NewLink.ForMessage(_randomness), new(purpose, "T", null, forDay), Amira.Id, Now).Events.Select(e => e.Event)]);

    private static History Then(History link, params Event[] events) =>
        Amira.Told(link.Stream, [.. link.Events.Select(e => e.Event), .. events]);
}

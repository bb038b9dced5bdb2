using Candour.CareRecord.Links;
using Candour.CareRecord.Tests.Messages;
using Candour.Clinical;
using Candour.Testing;

namespace Candour.CareRecord.Tests.Links;

public sealed class CodeTests
{
    private static readonly Moment Now = Amira.Now;
    private readonly SeededRandomness _randomness = new(6);
    private readonly byte[] _browser;

    public CodeTests() => _browser = Codes.BrowserSecret(_randomness);

    [Fact]
    public void Codes_have_six_digits_and_five_to_confirm_an_address()
    {
        Enumerable.Range(0, 50).Select(_ => Codes.New(_randomness, 6)).ShouldAllBe(c => c.Length == 6 && c.All(char.IsAsciiDigit));
        Codes.New(_randomness, 5).Length.ShouldBe(5);
    }

    [Fact]
    public void The_right_code_in_the_same_browser_signs_in_once()
    {
        var link = WithCode("482137", LinkPurpose.Agree);
        Amira.Only<LinkCodeRight>(Codes.Try(link, Codes.HashOf("482137", _browser), Now));
        Codes.Try(Then(link, new LinkCodeRight()), Codes.HashOf("482137", _browser), Now).ShouldBe(new Refused(new CodeSpent()));
    }

    [Fact]
    public void The_right_code_in_another_browser_is_wrong() =>
        Amira.Only<LinkCodeWrong>(Codes.Try(WithCode("482137"), Codes.HashOf("482137", Codes.BrowserSecret(_randomness)), Now));

    [Fact]
    public void A_code_lasts_ten_minutes()
    {
        var hash = Codes.HashOf("482137", _browser);
        var minutesOld = WithCode("482137");
        var sent = Now;
        Codes.Try(minutesOld, hash, sent.Plus(TimeSpan.FromMinutes(10))).ShouldBeOfType<Accepted>();
        Codes.Try(minutesOld, hash, sent.Plus(TimeSpan.FromMinutes(10.1))).ShouldBe(new Refused(new CodeSpent()));
    }

    [Fact]
    public void After_five_wrong_codes_the_right_one_is_spent_too()
    {
        var link = WithCode("482137");
        for (var i = 0; i < Codes.MostTries; i++)
            link = Then(link, new LinkCodeWrong());
        Codes.Try(link, Codes.HashOf("482137", _browser), Now).ShouldBe(new Refused(new CodeSpent()));
    }

    [Fact]
    public void A_new_code_gives_five_new_tries_and_ends_the_old_one()
    {
        var link = Then(WithCode("482137"), new LinkCodeWrong(), Sent("111111"));
        Amira.Only<LinkCodeWrong>(Codes.Try(link, Codes.HashOf("482137", _browser), Now));
        Codes.Try(link, Codes.HashOf("111111", _browser), Now).ShouldBeOfType<Accepted>();
    }

    [Fact]
    public void No_more_than_five_codes_an_hour() =>
        Codes.Send(Then(Opened(LinkPurpose.MyPage)), "h", "text", "M", sentInTheLastHour: 5, Now).ShouldBe(new Refused(new TooManyCodes()));

    [Fact]
    public void No_code_before_the_birth_date_was_right() =>
        Codes.Send(Issued(LinkPurpose.MyPage), "h", "text", "M", 0, Now).ShouldBeOfType<Refused>();

    [Fact]
    public void The_link_to_my_page_is_spent_when_the_code_is_right() =>
        Codes.Try(WithCode("482137", LinkPurpose.MyPage), Codes.HashOf("482137", _browser), Now).ShouldBeOfType<Accepted>()
            .Events.Select(e => e.Event).ShouldBe([new LinkCodeRight(), new LinkEnded { Why = LinkEnd.Used }]);

    [Fact]
    public void A_copy_of_the_record_does_not_give_the_code_away()
    {
        // All million codes against the stored hash, without the browser's secret: none fits.
        var stored = Codes.HashOf("482137", _browser);
        Enumerable.Range(0, 2000).Select(i => Codes.HashOf((482137 - 1000 + i).ToString("D6"), [])).ShouldNotContain(stored);
    }

    private History WithCode(string code, LinkPurpose purpose = LinkPurpose.Agree) => Then(Opened(purpose), Sent(code));

    private LinkCodeSent Sent(string code) => new()
    {
        CodeHash = Codes.HashOf(code, _browser), Way = "text", Message = "M", Expires = Now.Plus(Codes.Lifetime),
    };

    private History Opened(LinkPurpose purpose) => Then(Issued(purpose), new LinkOpened());

    private History Issued(LinkPurpose purpose) => Amira.Told(
        Streams.Link("L"),
        [.. Link.Issue(NewLink.ForMessage(_randomness), new(purpose), Amira.Id, Now).Events.Select(e => e.Event)]);

    private static History Then(History link, params Event[] events) =>
        Amira.Told(link.Stream, [.. link.Events.Select(e => e.Event), .. events]);
}

using Candour.CareRecord.Messages;
using Candour.Clinical;

namespace Candour.CareRecord.Tests.Messages;

public sealed class TemplateTests
{
    private const string ElevenSigns = "Northmeretd";
    private static readonly string FortySigns = "https://" + new string('x', 32);
    private static readonly Moment LongestTime = London.At(new(2026, 9, 30), new(12, 30));
    private static readonly DateOnly LongestDay = new(2026, 9, 30);
    private static readonly DateOnly Today = new(2026, 10, 5);

    // The signs of GSM 03.38 that our words may use; any other halves the room.
    private const string PlainAlphabet =
        "@£$¥ \n!\"#%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_";

    private static readonly string[] NeverSaid =
    [
        "mental", "therap", "talking", "depress", "anxi", "score", "phq", "gad", "risk", "suicid", "harm", "mood", "treatment", "session",
        "diagnos", "problem", "clinic", "psych", "counsel", "cbt", "referral", "step 2", "step 3", "team", "patient", "birth", "nhs", "worr",
    ];

    public static TheoryData<string, string> Rendered()
    {
        var all = new TheoryData<string, string>();
        foreach (var wording in Every())
            all.Add(wording.Template, wording.Text(Today, ElevenSigns));
        return all;
    }

    [Fact]
    public void Every_template_has_an_occasion_and_every_occasion_a_template() =>
        Every().Select(w => w.Template).Order().ShouldBe(Templates.All.Select(t => t.Id).Distinct().Order());

    [Theory]
    [MemberData(nameof(Rendered))]
    public void A_text_fits_in_one_message_with_the_longest_name_day_and_time(string template, string text)
    {
        text.Replace("{link}", FortySigns).Length.ShouldBeLessThanOrEqualTo(Templates.MostInText, template);
        text.Replace("{link}", "").Where(c => !PlainAlphabet.Contains(c)).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Rendered))]
    public void No_message_tells_a_bystander_what_it_is_about(string template, string text) =>
        NeverSaid.Where(word => text.Contains(word, StringComparison.OrdinalIgnoreCase)).ShouldBeEmpty(template);

    [Theory]
    [MemberData(nameof(Rendered))]
    public void A_message_has_at_most_one_link(string template, string text) =>
        (text.Split("{link}").Length - 1).ShouldBe(Templates.On(Today, template).HasLink ? 1 : 0);

    [Theory]
    [InlineData("T4", "Northmere: your appointment is Tue 24 Nov, 2pm, by video. To see or change it: {link}")]
    [InlineData("T1", "Northmere: thank you, we have your form. We will contact you by Thu 26 Nov. Your page: {link}")]
    [InlineData("T3", "Northmere: we have not heard from you. Reply by 7 Dec and keep your place: {link}")]
    [InlineData("T6", "Northmere: your questions for tomorrow, 2pm, are waiting. You can stop and come back: {link}")]
    [InlineData("T7", "Northmere: here is the new link you asked for. It works until 8pm tomorrow: {link}")]
    [InlineData("T11", "Northmere: we would like to speak with you today. Call 01632 960 123 or: {link}")]
    [InlineData("T14", "482137 is your Northmere code. It works for 10 minutes. We will never ask you for it.")]
    [InlineData("S1", "Northmere: a task needs you. Please sign in.")]
    public void The_words_are_those_agreed(string template, string words)
    {
        var tuesday = London.At(new(2026, 11, 24), new(14, 0));
        var now = London.At(new(2026, 11, 23), new(9, 0));
        Wording[] said =
        [
            Say.Booked(tuesday, "by video"), Say.ReferralReceived(new(2026, 11, 26)), Say.PleaseReplyLast(new(2026, 12, 7)),
            Say.QuestionsTomorrow(tuesday), Say.NewLink(London.At(new(2026, 11, 24), new(20, 0)), now), Say.WouldLikeToSpeak("01632 960 123"),
            Say.Code("482137"), Say.TaskNeedsYou(),
        ];
        said.Single(w => w.Template == template).Text(new(2026, 11, 23), "Northmere").ShouldBe(words);
    }

    [Fact]
    public void September_has_three_letters_like_the_others() =>
        Say.EndingNotice(new(2026, 9, 7)).Text(Today, "Northmere").ShouldContain("by 7 Sep.");

    [Fact]
    public void A_line_break_in_what_is_filled_in_is_a_bug_that_shows() =>
        Should.Throw<InvalidOperationException>(() => Say.WouldLikeToSpeak("01632\r\nBcc: someone@example.org").Text(Today, "Northmere"));

    [Fact]
    public void A_place_left_empty_is_a_bug_that_shows() =>
        Should.Throw<InvalidOperationException>(() => new Wording("T4", []).Text(Today, "Northmere"));

    private static IEnumerable<Wording> Every() =>
    [
        Say.ReferralReceived(LongestDay), Say.PleaseReply(), Say.PleaseReplyLast(LongestDay), Say.Booked(LongestTime, "face to face"),
        Say.QuestionsBefore(LongestTime), Say.QuestionsTomorrow(LongestTime), Say.NewLink(LongestTime, LongestTime), Say.StillWaiting(),
        Say.ReadAndAgree(), Say.CopyOfWhatYouAgreed(), Say.CheckWhatWeWrote(), Say.WouldLikeToSpeak("01632 960 123"), Say.EndingNotice(LongestDay), Say.HowAreYou(),
        Say.Code("482137"), Say.MissedYou(), Say.CancelledByUs(LongestDay), Say.DetailsChanged("01632 960 123"), Say.TaskNeedsYou(),
        Say.AnotherTherapist(), Say.AnsweredYou(),
    ];
}

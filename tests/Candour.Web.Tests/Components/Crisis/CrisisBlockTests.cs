using Candour.Web.Components;
using Candour.Web.Components.Crisis;
using Candour.Web.Tests.Components.Sample;

namespace Candour.Web.Tests.Components.Crisis;

public sealed class CrisisBlockTests
{
    private static readonly CrisisBlock Block = new(CrisisLines.England) { Service = SampleHost.Face, ReadBy = "9am on Monday 23 November" };

    [Fact]
    public void Danger_comes_first_then_the_three_ways_then_this_service() =>
        Links(Block).ShouldBe(["tel:999", "tel:111", "tel:116123", "sms:85258?body=SHOUT", "tel:01632960123"]);

    [Fact]
    public void Every_box_is_one_link_whose_name_begins_with_the_number_to_use() =>
        Html.Parse(MarkupTests.Written(Block)).All.Where(each => each.Is("a", "candour-tap"))
            .Select(box => box.Children[0].AllText).ShouldBe(["Call 111, choose option 2", "Call 116 123", "Text SHOUT to 85258"]);

    [Fact]
    public void It_says_that_this_is_no_emergency_service_and_when_someone_reads() =>
        Html.Parse(MarkupTests.Written(Block)).AllText
            .ShouldContain("We are not an emergency service: nobody reads this form until 9am on Monday 23 November.");

    [Fact]
    public void Sentences_are_short()
    {
        var text = Html.Parse(MarkupTests.Written(Block)).All.Where(each => each.Name is "p" or "span" or "strong").Select(each => each.AllText);
        text.SelectMany(each => each.Split(['.', ':'])).Select(sentence => sentence.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length)
            .Max().ShouldBeLessThanOrEqualTo(18);
    }

    private static string?[] Links(Markup markup) =>
        [.. Html.Parse(MarkupTests.Written(markup)).All.Where(each => each.Name == "a").Select(link => link["href"])];
}

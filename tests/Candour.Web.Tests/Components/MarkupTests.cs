using System.Text.Encodings.Web;
using Candour.Web.Components;

namespace Candour.Web.Tests.Components;

public sealed class MarkupTests
{
    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\"><img src=x onerror=alert(1)>")]
    [InlineData("'; DROP TABLE people; --")]
    [InlineData("& < > \" '")]
    [InlineData("محمد 🙂 Zoë")]
    public void Words_come_back_as_they_went_in_and_never_become_markup(string words)
    {
        var page = Html.Parse(Written(new Input { Name = "n", Value = words, Label = words, Hint = words, ErrorMessage = words }));
        page.All.Single(each => each.Name == "input")["value"].ShouldBe(words);
        page.All.Single(each => each.Name == "label").AllText.ShouldBe(words);
        page.All.ShouldNotContain(each => each.Name == "script" || each.Name == "img");
    }

    [Theory]
    [InlineData("onclick")]
    [InlineData("ONERROR")]
    [InlineData("a b")]
    [InlineData("x>")]
    public void A_script_handler_or_a_broken_name_is_no_attribute(string name) =>
        Should.Throw<ArgumentException>(() => Markup.El("p").Attr(name, "1"));

    internal static string Written(Markup markup)
    {
        using var writer = new StringWriter();
        markup.WriteTo(writer, HtmlEncoder.Default);
        return writer.ToString();
    }
}

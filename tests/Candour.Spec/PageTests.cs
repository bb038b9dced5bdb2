namespace Candour.Spec;

public sealed class PageTests
{
    [Fact]
    public void A_wrong_answer_fails_and_says_which_row()
    {
        var failure = Should.Throw<Xunit.Sdk.XunitException>(() => Page.Check("reference/never-written.md", "Never", page => page
            .Cases("""
                | number | → double |
                | 2      | 4        |
                | 3      | 7        |
                """, row => $"{row.Number("number") * 2}")));
        failure.Message.ShouldContain("3: 6, but the table says 7");
        failure.Message.ShouldNotContain("2: 4");
    }

    [Fact]
    public void Every_page_of_the_reference_is_named_in_its_list()
    {
        var list = File.ReadAllText(Candour.Testing.Checkout.At("docs", "reference", "README.md"));
        Directory.GetFiles(Candour.Testing.Checkout.At("docs", "reference"), "*.md").Select(Path.GetFileName)
            .Where(page => page != "README.md" && !list.Contains($"({page})", StringComparison.Ordinal))
            .ShouldBeEmpty();
    }

    [Fact]
    public void A_row_with_a_cell_too_few_fails() =>
        Should.Throw<FormatException>(() => Page.Check("reference/never-written.md", "Never", page => page
            .Cases("""
                | a | → b |
                | 1 |
                """, _ => "")));
}

using Candour.Clinical.Codes;

namespace Candour.Spec.Clinical;

/// <summary>docs/reference/codes.md: the national code lists.</summary>
public sealed class CodesPage
{
    [Fact]
    public void Code_lists_are_as_the_page_says() => Page.Check("reference/codes.md", "National codes", page =>
    {
        page
            .Text("""
                Codes of the national data set v2.1 and of what came before it, each with its source. An open list is printed only in part by the
                sources: another code may be right and is kept. Codes that end with % stand for all that begin so.
                """)
            .Heading("Reading a code from a file")
            .Cases("""
                | list             | text | → read as |
                | attendance       | 05   | 5         |
                | attendance       | 5    | 5         |
                | attendance       | 9    |           |
                | appointment_type | 2    | 02        |
                | appointment_type | 2␣   | 02        |
                | appointment_type | 09   |           |
                | gender_identity  | x    | X         |
                | ethnic_category  | a    | A         |
                """, row => CodeList.Find(row["list"]).Read(row["text"].Replace('␣', ' ')) ?? "");
        foreach (var list in CodeList.All)
        {
            page.Heading($"{list.Name}{(list.IsClosed ? "" : " (open)")}");
            page.Table(
                ["Code", "Label", "Group or range", "From", "To", "How sure", "Source"],
                list.Codes.Select(c => new[] { c.Code, c.Label, c.Group, $"{c.From:yyyy-MM-dd}", $"{c.To:yyyy-MM-dd}", c.Certainty, c.Source }));
        }
    });
}

using Candour.Clinical.Instruments;

namespace Candour.Spec.Clinical;

/// <summary>docs/reference/wording-file.md: how a licensed provider brings in the words of an instrument.</summary>
public sealed class WordingFilePage
{
    private const string Example = """
        # An invented example: nobody's real words.
        instrument: PanicDisorder
        version: 1
        language: en-GB
        source: Example Owner, 2001
        permission: shown under licence 123 of Example Owner
        stem: In the last week, how much was this so?
        answer 0: Not at all
        answer 4: All the time
        item 1: Example question one
        item 2: Example question two
        item 3: Example question three
        item 4: Example question four
        item 4 answer 0: Never
        item 4 answer 1: Once
        item 5: Example question five
        item 6: Example question six
        item 7: Example question seven
        """;

    [Fact]
    public void The_wording_file_is_as_the_page_says() => Page.Check("reference/wording-file.md", "Words of licensed questionnaires", page => page
        .Text("""
            Candour ships the words of PHQ-9, GAD-7, PHQ-15 and PCL-5. A service that holds the licence of another questionnaire brings its words in as a
            text file: one field a line, its name and its words parted by a colon. Lines that begin with # are notes. Answers without words are
            shown as their number. Words are kept for ever under instrument, version and language; a correction is a new version.
            """)
        .Code(Example)
        .Heading("What goes wrong")
        .Text("Each case is the example with one line replaced (or, empty, left out). Line 0: something is missing from the file.")
        .Cases("""
            | instead of                  | written                      | → answer |
            | stem:                       | stem: How was it?            | fine |
            | stem:                       |                              | line 0, stem: Missing |
            | instrument:                 | instrument: Nobody           | line 2, instrument: No instrument has the token 'Nobody' |
            | item 7:                     |                              | line 0, item 7: Missing: PDSS has 7 questions |
            | item 7:                     | item 8: One too many         | line 0, item 7: Missing: PDSS has 7 questions; line 18, item 8: PDSS has 7 questions |
            | item 7:                     | item 6: Twice                | line 0, item 7: Missing: PDSS has 7 questions; line 18, item 6: Given before, in line 17 |
            | item 7:                     | item 7:                      | line 0, item 7: Missing: PDSS has 7 questions; line 18, item 7: The words are missing |
            | answer 4:                   | answer 5: Too high           | line 9, answer 5: 5 is no answer of this form |
            | answer 4:                   | anser 4: All the time        | line 9, anser 4: This name is not known |
            | answer 4:                   | no colon here                | line 9, : Write a name, a colon and the words |
            """, row =>
        {
            var lines = Example.Split('\n').Select(line => line.StartsWith(row["instead of"], StringComparison.Ordinal) ? row["written"] : line);
            var result = WordingFile.Parse(string.Join('\n', lines));
            return result.Wording is not null ? "fine" : string.Join("; ", result.Faults.Select(f => $"line {f.Line}, {f.Field}: {f.Message}"));
        }));
}

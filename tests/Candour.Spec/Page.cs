using System.Runtime.CompilerServices;
using System.Text;
using Candour.Testing;

namespace Candour.Spec;

/// <summary>
/// A page of docs/reference that is also a test. Tables of cases are answered by the code while the page is written; a wrong
/// answer fails, and so does a committed page that differs from what would be written. With CANDOUR_DOCS=write the page is
/// written instead of compared (`./dev docs`). A later stage adds files, one a page; nothing here changes.
/// </summary>
internal sealed class Page
{
    private readonly StringBuilder _text = new();
    private readonly List<string> _wrong = [];

    /// <summary>Writes or compares one page.</summary>
    /// <param name="path">Under docs, as "reference/caseness.md".</param>
    public static void Check(string path, string title, Action<Page> write, [CallerFilePath] string source = "")
    {
        var page = new Page();
        page._text.Append(
            $"# {title}\n\nWritten by a test, `tests/Candour.Spec/{Beside(source)}`; `./dev docs` writes it again. Do not edit it here.\n");
        write(page);
        if (page._wrong.Count > 0)
            Assert.Fail(string.Join('\n', page._wrong));
        var file = Checkout.At("docs", path);
        var text = page._text.ToString();
        if (Environment.GetEnvironmentVariable("CANDOUR_DOCS") == "write")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
        }
        else
        {
            var committed = File.Exists(file) ? File.ReadAllText(file) : "";
            committed.ShouldBe(text, $"docs/{path} is not what the code says. If the code is right: ./dev docs");
        }
    }

    public Page Heading(string text) => Paragraph($"## {text}");

    public Page Text(string text) => Paragraph(string.Join('\n', text.Split('\n').Select(line => line.Trim())));

    public Page Code(string text) => Paragraph($"```\n{text.TrimEnd()}\n```");

    /// <summary>A table made from data.</summary>
    public Page Table(string[] columns, IEnumerable<string[]> rows)
    {
        _text.Append('\n').Append(Line(columns)).Append(Line(columns.Select(_ => "---")));
        foreach (var row in rows)
            _text.Append(Line(row));
        return this;
    }

    /// <summary>
    /// A table of cases, written with | as in Markdown, its first line the columns. Columns whose name begins with → are
    /// answers: the rule is given the row by the names of the other columns and must give exactly the answers written.
    /// </summary>
    public Page Cases(string table, Func<Case, string[]> rule)
    {
        var lines = table.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Cells).ToList();
        var columns = lines[0];
        var answers = columns.Count(c => c.StartsWith('→'));
        foreach (var cells in lines.Skip(1))
        {
            if (cells.Length != columns.Length)
                throw new FormatException($"{cells.Length} cells under {columns.Length} columns: {string.Join(" | ", cells)}");
            var given = rule(new Case(columns, cells));
            var written = cells[^answers..];
            if (!given.SequenceEqual(written))
                _wrong.Add($"{string.Join(" | ", cells[..^answers])}: {string.Join(" | ", given)}, but the table says {string.Join(" | ", written)}");
        }

        return Table([.. columns.Select(c => c.TrimStart('→', ' '))], lines.Skip(1));
    }

    /// <inheritdoc cref="Cases(string, Func{Case, string[]})"/>
    public Page Cases(string table, Func<Case, string> rule) => Cases(table, row => [rule(row)]);

    private Page Paragraph(string text)
    {
        _text.Append('\n').Append(text).Append('\n');
        return this;
    }

    private static string[] Cells(string line) => [.. line.Trim('|').Split('|').Select(cell => cell.Trim())];

    private static string Line(IEnumerable<string> cells) =>
        $"| {string.Join(" | ", cells.Select(cell => cell.Replace("|", "\\|", StringComparison.Ordinal)))} |\n";

    private static string Beside(string source) =>
        $"{Path.GetFileName(Path.GetDirectoryName(source))}/{Path.GetFileName(source)}";
}

/// <summary>One row of a table of cases.</summary>
internal sealed class Case(string[] columns, string[] cells)
{
    /// <summary>The cell under a column; empty cells are "".</summary>
    public string this[string column] => cells[Array.IndexOf(columns, column) is >= 0 and var at ? at : throw new KeyNotFoundException(column)];

    public int Number(string column) => int.Parse(this[column], System.Globalization.CultureInfo.InvariantCulture);

    public DateOnly Day(string column) => DateOnly.ParseExact(this[column], "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}

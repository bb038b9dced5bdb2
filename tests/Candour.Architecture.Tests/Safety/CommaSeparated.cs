using System.Text;

namespace Candour.Architecture.Tests.Safety;

/// <summary>Comma-separated rows by RFC 4180: fields may be quoted, a quote inside is doubled, quoted fields may hold line ends.</summary>
internal static class CommaSeparated
{
    public static IReadOnlyList<string[]> Rows(string text)
    {
        List<string[]> rows = [];
        List<string> row = [];
        var field = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (quoted && c == '"' && i + 1 < text.Length && text[i + 1] == '"')
                field.Append(text[i++]);
            else if (c == '"')
                quoted = !quoted;
            else if (quoted || c is not (',' or '\n'))
                field.Append(c);
            else
            {
                row.Add(field.ToString());
                field.Clear();
                if (c == '\n')
                {
                    rows.Add([.. row]);
                    row.Clear();
                }
            }
        }

        return quoted || field.Length > 0 || row.Count > 0 ? throw new FormatException("The last row does not end with a line end.") : rows;
    }
}

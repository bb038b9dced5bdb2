using System.Reflection;
using System.Text;

namespace Candour.Clinical;

/// <summary>Reads the small tables carried inside an assembly: commas, quotes doubled, first line the names of the columns.</summary>
public static class Csv
{
    /// <summary>Every row of a table embedded here.</summary>
    internal static IEnumerable<IReadOnlyDictionary<string, string>> Embedded(string file) => Embedded(typeof(Csv).Assembly, file);

    /// <summary>Every row of an embedded table, each a value by column name. Throws when a row has another number of cells.</summary>
    public static IEnumerable<IReadOnlyDictionary<string, string>> Embedded(Assembly assembly, string file)
    {
        using var stream = assembly.GetManifestResourceStream(file)
            ?? throw new InvalidOperationException($"The table {file} is not in the assembly.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        string[]? names = null;
        foreach (var cells in Rows(reader.ReadToEnd()))
        {
            if (names is null)
                names = [.. cells];
            else if (cells.Count == names.Length)
                yield return names.Zip(cells).ToDictionary(pair => pair.First, pair => pair.Second);
            else
                throw new FormatException($"{file}: a row has {cells.Count} cells, not {names.Length}: {string.Join(',', cells)}");
        }
    }

    /// <summary>A day written 2020-09-01; null for an empty cell.</summary>
    public static DateOnly? Day(string cell) =>
        cell.Length == 0 ? null : DateOnly.ParseExact(cell, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>A whole number; null for an empty cell.</summary>
    public static int? Number(string cell) =>
        cell.Length == 0 ? null : int.Parse(cell, System.Globalization.CultureInfo.InvariantCulture);

    internal static IEnumerable<List<string>> Rows(string text)
    {
        var row = new List<string>();
        var cell = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (quoted && c == '"' && i + 1 < text.Length && text[i + 1] == '"')
            {
                cell.Append('"');
                i++;
            }
            else if (c == '"')
            {
                quoted = !quoted;
            }
            else if (!quoted && (c == ',' || c == '\n'))
            {
                row.Add(cell.ToString());
                cell.Clear();
                if (c == '\n')
                {
                    yield return row;
                    row = [];
                }
            }
            else if (quoted || c != '\r')
            {
                cell.Append(c);
            }
        }

        if (cell.Length > 0 || row.Count > 0)
        {
            row.Add(cell.ToString());
            yield return row;
        }
    }
}

using System.Globalization;
using System.Text.Json;
using Candour.Clinical;

namespace Candour.Cli;

/// <summary>
/// The settings and the rota of a service as a JSON file says them, each with its line. Shape:
/// <c>{ "from": day, "why": words, "settings": { name: value }, "duty": [ { "staff": id or e-mail, "from": day, "until": day } ] }</c>.
/// </summary>
internal sealed class PolicyFile
{
    /// <summary>The first day the settings hold; null: today.</summary>
    public DateOnly? From { get; private set; }

    public string? Why { get; private set; }

    public List<(string Name, string Value, int Line)> Settings { get; } = [];

    public List<(string Staff, Moment From, Moment Until, int Line)> Duty { get; } = [];

    /// <summary>What is wrong, as "line 4, duty.from: …"; empty when the file can be read.</summary>
    public List<string> Wrong { get; } = [];

    public static PolicyFile Read(ReadOnlySpan<byte> json)
    {
        var file = new PolicyFile();
        try
        {
            var lines = new Lines(json);
            var reader = new Utf8JsonReader(json, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            reader.Read();
            if (reader.TokenType != JsonTokenType.StartObject)
                file.Wrong.Add("line 1: the file is one object: { \"settings\": { … }, \"duty\": [ … ] }");
            else
                file.Top(ref reader, lines);
        }
        catch (JsonException e)
        {
            file.Wrong.Add($"line {e.LineNumber + 1}: this is not JSON. {e.Message.Split(" LineNumber", 2)[0]}");
        }

        return file;
    }

    private void Top(ref Utf8JsonReader reader, Lines lines)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var (name, line) = (reader.GetString()!, lines.At(reader.TokenStartIndex));
            reader.Read();
            switch (name, reader.TokenType)
            {
                case ("from", JsonTokenType.String):
                    From = Day(reader.GetString(), line, name);
                    break;
                case ("why", JsonTokenType.String):
                    Why = reader.GetString();
                    break;
                case ("settings", JsonTokenType.StartObject):
                    foreach (var (setting, value, at) in Texts(ref reader, lines, "settings"))
                        Settings.Add((setting, value, at));
                    break;
                case ("duty", JsonTokenType.StartArray):
                    while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
                        OneDuty(Texts(ref reader, lines, "duty"), lines.At(reader.TokenStartIndex));
                    break;
                default:
                    Wrong.Add($"line {line}, {name}: expected \"from\", \"why\", \"settings\": {{ … }} or \"duty\": [ {{ … }} ]");
                    reader.Skip();
                    break;
            }
        }
    }

    /// <summary>The texts of one object; yes, no and numbers are taken as they are written.</summary>
    private List<(string Name, string Value, int Line)> Texts(ref Utf8JsonReader reader, Lines lines, string where)
    {
        var found = new List<(string, string, int)>();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var (name, line) = (reader.GetString()!, lines.At(reader.TokenStartIndex));
            reader.Read();
            if (reader.TokenType == JsonTokenType.String)
                found.Add((name, reader.GetString()!, line));
            else if (reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out var number))
                found.Add((name, number.ToString(CultureInfo.InvariantCulture), line));
            else
            {
                Wrong.Add($"line {line}, {where}.{name}: write a text in quotation marks, or a whole number");
                reader.Skip();
            }
        }

        return found;
    }

    private void OneDuty(List<(string Name, string Value, int Line)> texts, int line)
    {
        foreach (var (name, _, at) in texts.Where(t => t.Name is not ("staff" or "from" or "until")))
            Wrong.Add($"line {at}, duty.{name}: a time of duty has \"staff\", \"from\" and \"until\"");
        Moment? Of(string name)
        {
            var found = texts.LastOrDefault(t => t.Name == name);
            return Day(found.Value ?? "", found.Value is null ? line : found.Line, $"duty.{name}") is { } day ? London.StartOf(day) : null;
        }

        var staff = texts.LastOrDefault(t => t.Name == "staff").Value;
        if (string.IsNullOrWhiteSpace(staff))
            Wrong.Add($"line {line}, duty.staff: say who, by staff id or e-mail");
        if (Of("from") is { } from && Of("until") is { } until && !string.IsNullOrWhiteSpace(staff))
            Duty.Add((staff, from, until, texts[0].Line));
    }

    private DateOnly? Day(string? text, int line, string field)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        Wrong.Add($"line {line}, {field}: '{text}' is not a day like 2026-12-25");
        return null;
    }

    /// <summary>Where lines begin, so that a place in the file has a line number.</summary>
    private sealed class Lines
    {
        private readonly List<long> _ends = [];

        public Lines(ReadOnlySpan<byte> text)
        {
            for (var i = 0; i < text.Length; i++)
            {
                if (text[i] == (byte)'\n')
                    _ends.Add(i);
            }
        }

        public int At(long position) => _ends.Count(end => end < position) + 1;
    }
}

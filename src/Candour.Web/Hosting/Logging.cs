using System.Buffers;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace Candour.Web.Hosting;

/// <summary>
/// The operator's log: one JSON object a line. Only the words of our own and the framework's templates and the values of an
/// allow-list are written; texts of exceptions are not, for they may quote what somebody typed.
/// </summary>
internal static class Logging
{
    public static void Configure(ILoggingBuilder logging, bool quiet)
    {
        logging.ClearProviders();
        logging.SetMinimumLevel(LogLevel.Warning);
        if (quiet)
        {
            // Keys that lie unencrypted at rest: true, and of no account where every person is invented.
            logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        }
        else
        {
            logging.AddFilter("Candour", LogLevel.Information);
            logging.AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Information);
        }

        // Says on every page with a form that it must not be cached, as it already is not.
        logging.AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.Error);
        logging.AddConsole(console => console.FormatterName = AllowListed.FormatterName);
        logging.AddConsoleFormatter<AllowListed, ConsoleFormatterOptions>();
    }
}

/// <summary>Writes the template, the allow-listed values, and of an exception its type and where it came from.</summary>
internal sealed class AllowListed(TimeProvider clock) : ConsoleFormatter(FormatterName)
{
    public const string FormatterName = "candour";

    private static readonly HashSet<string> Allowed =
        ["Method", "Route", "Status", "Milliseconds", "Fault", "Count", "Kind", "Step", "address", "Task", "Age", "Setting"];

    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("at", Clinical.Moment.Now(clock).ToString());
            json.WriteString("level", logEntry.LogLevel.ToString());
            json.WriteString("from", logEntry.Category);
            foreach (var (name, value) in logEntry.State as IReadOnlyList<KeyValuePair<string, object?>> ?? [])
            {
                if (name == "{OriginalFormat}")
                    json.WriteString("what", value as string);
                else if (Allowed.Contains(name))
                    json.WriteString(name, Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture));
            }

            if (logEntry.Exception is { } e)
                Write(json, e);
            json.WriteEndObject();
        }

        textWriter.WriteLine(Encoding.UTF8.GetString(buffer.WrittenSpan));
    }

    private static void Write(Utf8JsonWriter json, Exception exception)
    {
        var types = new List<string>();
        for (var e = exception; e is not null; e = e.InnerException)
            types.Add(e.GetType().FullName!);
        json.WriteString("exception", string.Join(" <- ", types));
        json.WriteString("trace", exception.StackTrace);
    }
}

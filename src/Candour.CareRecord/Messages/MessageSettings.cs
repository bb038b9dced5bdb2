using System.Text.Json;
using Candour.CareRecord.Messages.Channels;
using Candour.CareRecord.Store;

namespace Candour.CareRecord.Messages;

/// <summary>
/// How messages leave this machine, from a settings file of the operator. Secrets are not in it: it names the files that
/// hold them. Without any settings messages are written into a folder.
/// </summary>
public sealed record MessageSettings
{
    /// <summary>The address people's browsers reach this site by; links in messages begin with it.</summary>
    public required Uri Site { get; init; }

    /// <summary>Where messages are written when nothing else is set.</summary>
    public required string Folder { get; init; }

    public SmtpSettings? Smtp { get; init; }

    public NotifySettings? Notify { get; init; }

    /// <param name="file">
    /// JSON: <c>{"site":"https://…","folder":"…","smtp":{"host","port","from","user","passwordFile"},"notify":{"address","keyFile","template"}}</c>;
    /// all but <c>site</c> may be left out.
    /// </param>
    /// <exception cref="RecordSettingsException">Says what cannot be read and how to mend it.</exception>
    public static MessageSettings Read(string file, string folder)
    {
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllText(file));
            var root = json.RootElement;
            return new()
            {
                Site = new(Text(root, "site"), UriKind.Absolute),
                Folder = Optional(root, "folder") ?? folder,
                Smtp = root.TryGetProperty("smtp", out var smtp) ? new(
                    Text(smtp, "host"), smtp.TryGetProperty("port", out var port) ? port.GetInt32() : 587, Text(smtp, "from"),
                    Optional(smtp, "user"), Optional(smtp, "passwordFile") is { } secret ? File.ReadAllText(secret).Trim() : null,
                    TimeSpan.FromSeconds(60)) : null,
                Notify = root.TryGetProperty("notify", out var notify) ? new(
                    new(Optional(notify, "address") ?? "https://api.notifications.service.gov.uk", UriKind.Absolute),
                    File.ReadAllText(Text(notify, "keyFile")).Trim(), Text(notify, "template")) : null,
            };
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException or UriFormatException
            or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            throw new RecordSettingsException($"The message settings in {file} cannot be read: {e.Message}");
        }
    }

    /// <summary>Refuses what would be unsafe; called before anything starts.</summary>
    /// <exception cref="RecordSettingsException">Says what is wrong and how to mend it.</exception>
    public void Check(Sender sender)
    {
        if (sender.Simulated && (Smtp ?? (object?)Notify) is not null)
        {
            throw new RecordSettingsException(
                "This record holds invented people, and the settings name a real way to send messages. A demonstration sends "
                + "nothing to anybody: take \"smtp\" and \"notify\" out of the message settings, or open the real record.");
        }

        if (Notify is null)
            return;
        if (Notify.ApiKey.Length < 73)
            throw new RecordSettingsException("The GOV.UK Notify key is not whole: it ends in two ids of 36 characters.");
        if (Notify.Address.Scheme != Uri.UriSchemeHttps && !Notify.Address.IsLoopback)
            throw new RecordSettingsException("GOV.UK Notify is reached by https only.");
        if (sender.NeutralName.Length > Templates.MostInName)
            throw new RecordSettingsException($"The neutral name '{sender.NeutralName}' is longer than {Templates.MostInName} signs: telephones cut it.");
        var longest = TextLengths.LongestWords(sender.NeutralName) + LinkAddress("").Length + TextLengths.TokenLength;
        if (longest > Templates.MostInText)
        {
            throw new RecordSettingsException(
                $"With the site address {Site} the longest text message has {longest} signs and {Templates.MostInText} fit. "
                + "Choose a shorter address for links, or send no texts.");
        }
    }

    /// <summary>The way out for each kind of message.</summary>
    public Func<string, IChannel> Channels(HttpClient http, TimeProvider clock)
    {
        IChannel folder = new FileDrop(Folder);
        var email = Smtp is null ? folder : new Smtp(Smtp);
        var text = Notify is null ? folder : new Notify(Notify, http, clock);
        return way => way == Referrals.Ways.Email ? email : text;
    }

    /// <summary>The address of a private link.</summary>
    public string LinkAddress(string token) => new Uri(Site, $"/l/{token}").ToString();

    private static string Text(JsonElement of, string name) => of.GetProperty(name).GetString() ?? throw new FormatException($"'{name}' is empty.");

    private static string? Optional(JsonElement of, string name) => of.TryGetProperty(name, out var value) ? value.GetString() : null;
}

/// <summary>How long text messages become.</summary>
public static class TextLengths
{
    /// <summary>Signs of a link's secret.</summary>
    public const int TokenLength = 43;

    /// <summary>The longest words of any text that has a link, without the link, on the longest day and time.</summary>
    public static int LongestWords(string neutralName)
    {
        var day = new DateOnly(2026, 9, 30);
        var time = Clinical.London.At(day, new(12, 30));
        Wording[] longest =
        [
            Say.ReferralReceived(day), Say.PleaseReplyLast(day), Say.Booked(time, "face to face"), Say.QuestionsBefore(time),
            Say.QuestionsTomorrow(time), Say.NewLink(time, time), Say.StillWaiting(), Say.CheckWhatWeWrote(), Say.HowAreYou(),
            Say.EndingNotice(day), Say.MissedYou(), Say.CancelledByUs(day), Say.ReadAndAgree(), Say.PleaseReply(),
        ];
        return longest.Max(w => w.Text(day, neutralName).Replace("{link}", "", StringComparison.Ordinal).Length);
    }
}

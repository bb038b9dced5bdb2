using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Net.Sockets;
using System.Text;

namespace Candour.CareRecord.Messages.Channels;

/// <summary>A mail server of the service.</summary>
/// <param name="From">The envelope and sender address; its name is the neutral one.</param>
/// <param name="Timeout">Longest time for one message.</param>
public sealed record SmtpSettings(string Host, int Port, string From, string? User, string? Password, TimeSpan Timeout)
{
    /// <summary>On the way to another machine mail is always encrypted.</summary>
    public bool NeedsTls => !(Host is "localhost" || (IPAddress.TryParse(Host, out var ip) && IPAddress.IsLoopback(ip)));
}

/// <summary>
/// Hands e-mail to an SMTP server. SMTP cannot say afterwards what became of a message, so the one thing that matters here
/// is to know whether the text was given out at all: the body watches itself being read.
/// </summary>
public sealed class Smtp(SmtpSettings settings) : IChannel
{
    // For the client to hang up by itself.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    public async Task<HandOver> Send(Outgoing message, CancellationToken stopping)
    {
        // Exactly one address and nothing around it: whatever else was typed could name a second reader.
        if (!MailAddress.TryCreate(message.Address, out var to) || to.Address != message.Address)
            return new HandOver.NoSuchAddress("address");

        using var body = new WatchedBody(message.Text);
        using var mail = Mail(message, to, body);
        using var client = new SmtpClient(settings.Host, settings.Port) 
        {
            EnableSsl = settings.NeedsTls, Timeout = (int)settings.Timeout.TotalMilliseconds,
        };
        if (settings.User is { } user)
            client.Credentials = new NetworkCredential(user, settings.Password);
        // The client's own timeout holds for a sender that blocks, not for this one: a server that takes the call and says nothing
        // would keep it for ever.
        using var late = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        late.CancelAfter(settings.Timeout);
        try
        {
            await client.SendMailAsync(mail, late.Token).WaitAsync(settings.Timeout + Grace, CancellationToken.None);
            return new HandOver.Taken(null);
        }
        catch (SmtpFailedRecipientException e)
        {
            return e.StatusCode is SmtpStatusCode.MailboxUnavailable or SmtpStatusCode.MailboxNameNotAllowed or SmtpStatusCode.UserNotLocalTryAlternatePath
                ? new HandOver.NoSuchAddress(Code(e.StatusCode))
                : new HandOver.NotTaken(Code(e.StatusCode));
        }
        catch (SmtpException e) when (e.InnerException is null && (int)e.StatusCode >= 400)
        {
            // The server answered, and the answer was no: also after the text, when it says so itself.
            return new HandOver.NotTaken(Code(e.StatusCode));
        }
        catch (Exception e) when (e is SmtpException or OperationCanceledException or IOException or SocketException or InvalidOperationException or TimeoutException)
        {
            return body.WasRead ? new HandOver.NobodyKnows() : new HandOver.NotTaken(HandOver.NotTaken.NoAnswer);
        }
    }

    public Task<Whereabouts> Ask(string id, string? reference, CancellationToken stopping) => Task.FromResult(Whereabouts.CannotTell);

    private MailMessage Mail(Outgoing message, MailAddress to, WatchedBody body)
    {
        var from = new MailAddress(settings.From, message.From, Encoding.UTF8);
        var mail = new MailMessage(from, to) { Subject = message.Subject, SubjectEncoding = Encoding.UTF8 };
        // The same on every attempt: a server or reader that sees it twice can tell.
        mail.Headers.Add("Message-ID", $"<{message.Id}@{from.Host}>");
        mail.Headers.Add("Auto-Submitted", "auto-generated");
        mail.AlternateViews.Add(new AlternateView(body, new ContentType("text/plain; charset=utf-8"))
        {
            TransferEncoding = TransferEncoding.Base64,
        });
        return mail;
    }

    private static string Code(SmtpStatusCode status) => $"smtp {(int)status}";

    /// <summary>A body that knows whether anybody has begun to read it.</summary>
    private sealed class WatchedBody(string text) : MemoryStream(Encoding.UTF8.GetBytes(text), writable: false)
    {
        public bool WasRead { get; private set; }

        public override int Read(byte[] buffer, int offset, int count)
        {
            WasRead = true;
            return base.Read(buffer, offset, count);
        }

        public override int Read(Span<byte> buffer)
        {
            WasRead = true;
            return base.Read(buffer);
        }

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        {
            WasRead = true;
            return base.ReadAsync(buffer, offset, count, cancellationToken);
        }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            WasRead = true;
            return base.ReadAsync(buffer, cancellationToken);
        }

        public override IAsyncResult BeginRead(byte[] buffer, int offset, int count, AsyncCallback? callback, object? state)
        {
            WasRead = true;
            return base.BeginRead(buffer, offset, count, callback, state);
        }
    }
}

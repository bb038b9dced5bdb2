using Candour.CareRecord.Messages.Channels;
using Candour.Testing;

namespace Candour.CareRecord.Tests.Messages;

/// <summary>Against a real SMTP server.</summary>
public sealed class SmtpTests
{
    private static readonly Outgoing Mail = new(
        "MESSAGE000000001", "email", "amira@example.org", "Northmere", "Northmere: your appointment is Tue 24 Nov, 2pm: https://northmere.example/l/x");

    [Fact]
    public async Task A_mail_arrives_with_neutral_sender_and_subject_and_a_stable_id()
    {
        using var server = AMailServer.That("accept");
        (await Send(server, Mail)).ShouldBe(new HandOver.Taken(null));
        (await Send(server, Mail)).ShouldBe(new HandOver.Taken(null));

        var mails = server.Mails;
        mails.Count.ShouldBe(2);
        foreach (var mail in mails)
        {
            mail.ShouldStartWith("RCPT amira@example.org\n");
            mail.ShouldContain("Subject: A message from Northmere");
            mail.ShouldContain("From: \"Northmere\" <post@northmere.example>");
            mail.ShouldContain("Message-ID: <MESSAGE000000001@northmere.example>");
            BodyOf(mail).ShouldBe(Mail.Text, mail);
        }
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_a_certain_no() =>
        (await Send(AMailServer.FreePort(), Mail, TimeSpan.FromSeconds(20))).ShouldBe(new HandOver.NotTaken("no answer"));

    [Fact]
    public async Task A_refused_recipient_is_an_address_that_does_not_exist()
    {
        using var server = AMailServer.That("refuse-recipient");
        (await Send(server, Mail)).ShouldBe(new HandOver.NoSuchAddress("smtp 550"));
        server.Mails.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_server_that_asks_to_wait_has_not_taken_it()
    {
        using var server = AMailServer.That("greylist");
        (await Send(server, Mail)).ShouldBe(new HandOver.NotTaken("smtp 451"));
        (await Send(server, Mail)).ShouldBe(new HandOver.Taken(null));
        server.Mails.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_text_refused_after_it_was_given_has_not_gone()
    {
        using var server = AMailServer.That("refuse-data");
        (await Send(server, Mail)).ShouldBe(new HandOver.NotTaken("smtp 554"));
    }

    [Fact]
    public async Task When_the_server_dies_after_the_text_nobody_knows()
    {
        using var server = AMailServer.That("die-after-data");
        (await Send(server, Mail)).ShouldBe(new HandOver.NobodyKnows());
        server.Mails.Count.ShouldBe(1, "it had gone, which only the server knew");
    }

    [Fact]
    public async Task When_the_server_takes_the_text_and_never_answers_nobody_knows()
    {
        using var server = AMailServer.That("slow");
        (await Send(server.Port, Mail, TimeSpan.FromSeconds(2))).ShouldBe(new HandOver.NobodyKnows());
    }

    [Fact]
    public async Task Outside_this_machine_mail_without_encryption_is_not_sent()
    {
        // The server offers no encryption; a settings object that needs it gets no mail through.
        new SmtpSettings("mail.example", 587, "post@northmere.example", null, null, TimeSpan.FromSeconds(1)).NeedsTls.ShouldBeTrue();
        new SmtpSettings("127.0.0.1", 25, "post@northmere.example", null, null, TimeSpan.FromSeconds(1)).NeedsTls.ShouldBeFalse();
        using var server = AMailServer.That("accept");
        var settings = new SmtpSettings(System.Net.Dns.GetHostName(), server.Port, "post@northmere.example", null, null, TimeSpan.FromSeconds(20));
        settings.NeedsTls.ShouldBeTrue();
        (await new Smtp(settings).Send(Mail, CancellationToken.None)).ShouldBeOfType<HandOver.NotTaken>();
        server.Mails.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("amira@example.org\r\nBcc: other@example.org")]
    [InlineData("amira@example.org\nRCPT TO:<other@example.org>")]
    [InlineData("amira@example.org, other@example.org")]
    [InlineData("not an address")]
    [InlineData("")]
    public async Task An_address_that_is_more_than_one_line_or_one_address_is_refused(string address)
    {
        using var server = AMailServer.That("accept");
        (await Send(server, Mail with { Address = address })).ShouldBe(new HandOver.NoSuchAddress("address"));
        server.Mails.ShouldBeEmpty();
    }

    private static Task<HandOver> Send(AMailServer server, Outgoing mail) => Send(server.Port, mail, TimeSpan.FromSeconds(20));

    private static Task<HandOver> Send(int port, Outgoing mail, TimeSpan timeout) => new Smtp(
        new("127.0.0.1", port, "post@northmere.example", null, null, timeout)).Send(mail, CancellationToken.None);

    /// <summary>The text of the one part, decoded.</summary>
    internal static string BodyOf(string mail)
    {
        var encoded = mail[(mail.LastIndexOf("base64", StringComparison.Ordinal) + 6)..].Replace("\r", "").TrimStart('\n');
        var lines = encoded.Split('\n').TakeWhile(l => l.Length > 0);
        return System.Text.Encoding.UTF8.GetString(Convert.FromBase64String(string.Concat(lines)));
    }
}

using Candour.CareRecord.Messages;
using Candour.CareRecord.Messages.Channels;
using Candour.CareRecord.Store;
using Candour.Testing;

namespace Candour.CareRecord.Tests.Messages;

public sealed class MessageSettingsTests
{
    private static readonly MessageSettings Folder = new() { Site = new("https://nm.example"), Folder = "messages" };
    private static readonly SmtpSettings Mail = new("mail.example", 587, "post@northmere.example", null, null, TimeSpan.FromSeconds(60));
    private static readonly NotifySettings Texts = new(new("https://api.example"), new string('k', 80), "T");

    [Fact]
    public void A_demonstration_with_a_way_to_real_people_does_not_start()
    {
        var demonstration = Amira.Northmere with { Simulated = true };
        Folder.Check(demonstration);
        Should.Throw<RecordSettingsException>(() => (Folder with { Smtp = Mail }).Check(demonstration)).Message.ShouldContain("invented people");
        Should.Throw<RecordSettingsException>(() => (Folder with { Notify = Texts }).Check(demonstration));
        (Folder with { Smtp = Mail }).Check(Amira.Northmere);
    }

    [Fact]
    public void An_address_too_long_for_texts_is_refused_with_the_number_of_signs()
    {
        (Folder with { Notify = Texts }).Check(Amira.Northmere);
        var far = Folder with { Notify = Texts, Site = new("https://talking.northmere-partnership.example") };
        Should.Throw<RecordSettingsException>(() => far.Check(Amira.Northmere)).Message.ShouldContain("160 fit");
        (far with { Notify = null }).Check(Amira.Northmere);
    }

    [Fact]
    public void A_name_that_telephones_cut_a_key_cut_short_and_plain_http_are_refused()
    {
        var texts = Folder with { Notify = Texts };
        Should.Throw<RecordSettingsException>(() => texts.Check(Amira.Northmere with { NeutralName = "Northmere NHS" }));
        Should.Throw<RecordSettingsException>(() => (Folder with { Notify = Texts with { ApiKey = "short" } }).Check(Amira.Northmere));
        Should.Throw<RecordSettingsException>(() => (Folder with { Notify = Texts with { Address = new("http://api.example") } }).Check(Amira.Northmere));
    }

    [Fact]
    public void Secrets_are_read_from_the_files_that_the_settings_name()
    {
        using var folder = new SqliteFolder();
        var (secret, file) = (Path.Combine(folder.Path, "secret"), Path.Combine(folder.Path, "settings.json"));
        File.WriteAllText(secret, "hidden\n");
        File.WriteAllText(file, $$"""{"site":"https://nm.example","smtp":{"host":"mail.example","from":"post@nm.example","user":"u","passwordFile":"{{secret}}"} }""");
        var settings = MessageSettings.Read(file, "drop");
        (settings.Smtp!.Password, settings.Smtp.Port, settings.Folder, settings.LinkAddress("abc")).ShouldBe(("hidden", 587, "drop", "https://nm.example/l/abc"));
        File.WriteAllText(file, "{");
        Should.Throw<RecordSettingsException>(() => MessageSettings.Read(file, "drop"));
    }

    [Fact]
    public void Everything_a_demonstration_says_begins_with_what_it_is()
    {
        var demonstration = Amira.Northmere with { Simulated = true };
        var queued = Amira.Only<MessageQueued>(Message.Queue(
            new("M", Say.Code("482137"), Amira.Now.Plus(TimeSpan.FromHours(1))), Amira.WhoMayBeReached(), demonstration, Amira.Now));
        queued.Text.ShouldStartWith("Demonstration. Every person here is invented.\n");
    }
}

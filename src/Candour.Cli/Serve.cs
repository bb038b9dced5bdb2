using System.Globalization;
using Candour.CareRecord.Messages;
using Candour.CareRecord.Store;
using Candour.Web.Hosting;
using Candour.Web.Pages.Referrals.SelfReferral;

namespace Candour.Cli;

/// <summary><c>candour serve</c>: the web site on a record.</summary>
internal static class Serve
{
    public static Command Command { get; } = new(
        "serve", "serve the web site on a record",
        """
        candour serve --data FOLDER [options]
        candour serve --database "Host=…" [options]

        Serves the web site. The record is a SQLite file in a folder, or a PostgreSQL database.

          --urls URLS         addresses to listen on, with ';' between (default http://127.0.0.1:5081)
          --data FOLDER       the folder of the SQLite record; made when it is not there
          --database TEXT     connection string of the application's role on PostgreSQL
          --owner TEXT        connection string of the owner on PostgreSQL: makes or updates the tables first
          --provider CODE     the provider's code, 3 to 6 letters and digits (default: the record's own, else RXX)
          --name NAME         the service's name, for a new record (default Talking Therapies)
          --neutral-name NAME the name on messages and tabs, for a new record (default: the first word of the name)
          --messages FILE     how messages leave this machine; see docs/how-to/send-messages.md (default: files
                              in the folder "messages" beside a SQLite record, else where it is started)
          --ballast MB        size of a file that only takes room, beside a SQLite record; delete it when the disk is
                              full, and saving works again (default 256; 0: none)
          --keys-certificate FILE
                              PFX or PEM with an RSA key, under which the keys of form tokens are kept in the database;
                              see docs/how-to/keep-keys.md
          --codes-to-one N    codes to one number or address in an hour, to people nobody knows yet (default 3; twice
                              that in a day)
          --codes-network N   such codes asked for from one network in an hour (default 30)
          --codes-all N       such codes in an hour over all (default 300)
          --proxy ADDRESS     a proxy in front of this site; may be given more than once

        /healthz answers while the process lives, /readyz while what is saved can be promised.
        It stops with Ctrl-C.
        """,
        ["--urls", "--data", "--database", "--owner", "--provider", "--name", "--neutral-name", "--messages", "--ballast", "--keys-certificate", "--codes-to-one", "--codes-network", "--codes-all", "--proxy"],
        Run);

    public static async Task<int> Run(Options options)
    {
        var given = new SiteOptions { Data = options["--data"], Database = options["--database"], Owner = options["--owner"], Proxies = options.All("--proxy") };
        await using var site = await Site.Build(given with
        {
            Messages = options["--messages"] is { } file
                ? MessageSettings.Read(file, Path.Combine(given.Data ?? Environment.CurrentDirectory, "messages"))
                : null,
            Urls = options["--urls"] ?? given.Urls,
            KeysCertificate = options["--keys-certificate"] is { } certificate
                ? KeysCertificate.Read(certificate, Environment.GetEnvironmentVariable(KeysCertificate.Password))
                : null,
            Codes = Codes(options, given.Codes),
            Ballast = Megabytes(options["--ballast"] ?? "256") * 1024 * 1024,
            Provider = options["--provider"] ?? (given.Data is { } folder ? ProviderInFile.Of(folder) : null) ?? given.Provider,
            NewService = (options["--name"] ?? "Talking Therapies", options["--neutral-name"] ?? (options["--name"] ?? "Talking Therapies").Split(' ')[0]),
        });
        await site.RunAsync();
        return 0;
    }

    private static CodeLimits Codes(Options options, CodeLimits usual)
    {
        int Of(string name, int otherwise) => options[name] is not { } given ? otherwise
            : int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and < 1_000_000 ? number
            : throw new OptionException($"{name} takes a whole number above 0.");
        var toOne = Of("--codes-to-one", usual.ToOneAnHour);
        return new()
        {
            ToOneAnHour = toOne, ToOneADay = 2 * toOne,
            FromOneNetworkAnHour = Of("--codes-network", usual.FromOneNetworkAnHour), AnHour = Of("--codes-all", usual.AnHour),
        };
    }

    private static long Megabytes(string given) =>
        long.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= 1024 * 1024
            ? number
            : throw new OptionException("--ballast takes a whole number of megabytes.");
}

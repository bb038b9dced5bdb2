using Candour.CareRecord;
using Candour.CareRecord.Access.Store;
using Candour.CareRecord.Policies;
using Candour.CareRecord.Safeguards;
using Candour.CareRecord.Staff;
using Candour.CareRecord.Store;
using Candour.Clinical;

namespace Candour.Cli;

/// <summary><c>candour policy</c>: opening hours, the duty rota, who leads, and whether questions are answered at home.</summary>
internal static class PolicyCommand
{
    private static readonly string[] NamesStaff = [PolicyNames.ClinicalLead, PolicyNames.Supervisor, PolicyNames.SafeguardingLead];

    public static Command Command { get; } = new(
        "policy", "show or set opening hours, the duty rota, leads and other settings",
        """
        candour policy --data FOLDER
        candour policy --data FOLDER --set FILE.json

        Without --set it prints every setting that holds today, the rota to come, and what answering at home still wants.
        --set takes the whole file or nothing, and names the line and the field of what is wrong. Settings are dated and never
        change the past; the floors that keep people safe cannot be loosened. A clinical setting is the clinical lead's to
        decide: agree it with them first, and say why in the file.

          {
            "from": "2026-12-01",
            "why": "Agreed at the safety meeting of 24 November",
            "settings": {
              "opening-hours": "mon 09:00-17:00; tue 09:00-19:00; wed 09:00-17:00; thu 09:00-17:00; fri 09:00-17:00",
              "clinical-lead": "lee@example.org",
              "supervisor": "sam@example.org",
              "phone": "01632 960123",
              "home-questionnaires": "yes"
            },
            "duty": [ { "staff": "dee@example.org", "from": "2026-12-01", "until": "2027-01-01" } ]
          }

          --data FOLDER       the folder of the SQLite record; stop the site first
          --database TEXT     connection string of the application's role on PostgreSQL, instead of --data
          --provider CODE     the provider's code (default: the record's own, else RXX)
          --set FILE          the file to take; "from" is today where it says nothing; staff by id or e-mail; "until" is not included
        """,
        ["--data", "--database", "--provider", "--set"],
        Run);

    public static async Task<int> Run(Options options)
    {
        var provider = options["--provider"] ?? (options["--data"] is { } folder ? ProviderInFile.Of(folder) : null) ?? "RXX";
        var database = (options["--data"], options["--database"]) switch
        {
            ({ } data, null) => Database.Sqlite(data, provider),
            (null, { } connection) => Database.Postgres(connection, provider),
            _ => throw new OptionException("Say where the record is: --data or --database."),
        };
        if (!database.IsPostgres)
            await Preparing.Sqlite(database);
        await using var record = await TheRecord.Open(database, TimeProvider.System, Randomness.System);
        if (options["--set"] is not { } path)
            return await Show(record, Console.Out);
        if (!File.Exists(path))
            throw new OptionException($"There is no file '{path}'.");
        var wrong = await Set(record, PolicyFile.Read(await File.ReadAllBytesAsync(path)));
        foreach (var line in wrong)
            await Console.Error.WriteLineAsync($"{path}, {line}");
        if (wrong.Count > 0)
        {
            await Console.Error.WriteLineAsync("Nothing was changed.");
            return 1;
        }

        return await Show(record, Console.Out);
    }

    /// <summary>Everything of the file in one write, or nothing.</summary>
    /// <returns>What is wrong, each with its line and field; empty when it was taken.</returns>
    internal static async Task<IReadOnlyList<string>> Set(TheRecord record, PolicyFile file)
    {
        if (file.Wrong.Count > 0)
            return file.Wrong;
        var wrong = new List<string>();
        var accounts = new Accounts(record, Randomness.System);
        var staff = new Dictionary<string, string>();
        foreach (var name in file.Duty.Select(d => d.Staff).Concat(file.Settings.Where(s => NamesStaff.Contains(s.Name)).Select(s => s.Value)).Distinct())
            staff[name] = name.Contains('@') && await accounts.ByEmail(name) is { } account ? account.Staff : name;
        var streams = staff.Values.Where(v => v.Length > 0).Distinct().Select(Streams.Staff).ToList();
        var atWork = await AtWork.Now(record, Randomness.System);
        var outcome = await record.Write(new($"policy/{Ids.New(Randomness.System)}", By.Worker), [Streams.Policy, .. streams], (all, now) =>
        {
            wrong.Clear();
            var policy = all[Streams.Policy];
            void Take(Decision decision, string where)
            {
                if (decision is Refused refused)
                    wrong.Add($"{where}: {refused.Because.Message}");
                else if (decision is Accepted accepted)
                    policy = policy.With(accepted.Events.Select(e => e.Event), By.Worker, now);
            }

            foreach (var (who, from, until, line) in file.Duty)
                Take(new SetDuty(staff[who], from, until).Decide(policy, all[Streams.Staff(staff[who])], atWork, now), $"line {line}, duty");
            // The switch looks at what the other settings of the file have made.
            foreach (var (name, text, line) in file.Settings.OrderBy(s => s.Name == PolicyNames.HomeQuestionnaires))
            {
                var value = NamesStaff.Contains(name) ? staff[text] : text;
                Take(
                    NamesStaff.Contains(name) && value.Length > 0 && !all[Streams.Staff(value)].Any<StaffJoined>() ? new NobodyOfThatId(text)
                        : new SetPolicy(name, value, file.From ?? London.DayOf(now), file.Why).Decide(policy, atWork, now),
                    $"line {line}, settings.{name}");
            }

            return wrong.Count > 0
                ? new NothingIsTaken()
                : Decision.Accept(Streams.Policy, [.. policy.Events.Skip(all[Streams.Policy].Events.Count).Select(e => e.Event)]);
        });
        return outcome is Outcome.No no && wrong.Count == 0 ? [no.Because.Message] : wrong;
    }

    internal static async Task<int> Show(TheRecord record, TextWriter to)
    {
        var now = Moment.Now(record.Clock);
        var policy = ServicePolicy.On(London.DayOf(now), await record.Read(Streams.Policy));
        foreach (var name in PolicyNames.All)
            await to.WriteLineAsync($"{name,-20} {policy[name].ReplaceLineEndings($"{Environment.NewLine}{"",-21}")}");
        foreach (var duty in policy.RotaFrom(now))
            await to.WriteLineAsync($"{"duty",-20} {duty.Staff} from {Words.LongDay(London.DayOf(duty.From))} {Words.Time(duty.From)} until {Words.LongDay(London.DayOf(duty.Until))} {Words.Time(duty.Until)}");
        var atWork = await AtWork.Now(record, Randomness.System);
        var missing = policy.MissingForHome(now, atWork);
        await to.WriteLineAsync(policy.HomeQuestionnaires(now, atWork) ? "Questions are answered at home."
            : missing.Count == 0 ? "Questions are not answered at home: 'home-questionnaires' is no."
            : $"Questions are not answered at home. Still missing: {string.Join(", ", missing)}.");
        return 0;
    }

    private sealed record NothingIsTaken() : Refusal("Nothing was changed.");
}

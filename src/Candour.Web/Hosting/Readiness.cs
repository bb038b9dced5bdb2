using Candour.CareRecord;
using Candour.CareRecord.Store;
using Candour.Clinical;

namespace Candour.Web.Hosting;

/// <summary>Whether acknowledged writes can be promised now.</summary>
internal sealed class Readiness(TheRecord record)
{
    /// <summary>Below this share of the disk the site calls itself not ready; it still serves.</summary>
    public const double LeastRoom = 0.05;

    /// <summary>What is wrong, in one word of ours for the log: clock, disk, settings, schema, database; null when nothing is.</summary>
    public async Task<string?> Wrong()
    {
        if (record.Watch.Jumped() is not null)
            return "clock";
        try
        {
            if (record.Database.Room is { } room && (room.IsShort || room.Share < LeastRoom))
                return "disk";
            await StoreSettings.Check(record.Database);
            if (!await SchemaVersion.IsRight(record.Database))
                return "schema";
            await record.Operate((_, _) => Task.CompletedTask);
            return record.Watch.DatabaseToo && record.Database.IsPostgres && await DatabaseClockIsApart() ? "clock" : null;
        }
        catch (RecordSettingsException)
        {
            return "settings";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The disk went away: it cannot even be asked how full it is.
            return "disk";
        }
        catch (Exception e) when (Faults.IsOfTheStore(e))
        {
            return "database";
        }
    }

    private async Task<bool> DatabaseClockIsApart()
    {
        await using var connection = await record.Database.Open();
        await using var command = connection.CreateCommand();
        command.CommandText = "select (extract(epoch from clock_timestamp()) * 1000)::bigint";
        var before = Moment.Now(record.Clock);
        var theirs = new Moment((long)(await command.ExecuteScalarAsync())!);
        return record.Watch.Apart(theirs, before, Moment.Now(record.Clock)) is not null;
    }
}

/// <summary>Says in the log, four times a minute while it lasts, what keeps the site from being ready; and how full the disk is.</summary>
internal sealed class ReadinessAlarm(Readiness readiness, TheRecord record, ILogger<ReadinessAlarm> log) : BackgroundService
{
    public static readonly TimeSpan Round = TimeSpan.FromSeconds(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var rounds = new PeriodicTimer(Round, record.Clock);
        try
        {
            while (await rounds.WaitForNextTickAsync(stoppingToken))
                await Look();
        }
        catch (OperationCanceledException)
        {
            // The site stops.
        }
    }

    private async Task Look()
    {
        if (await readiness.Wrong() is { } wrong)
            log.LogError("Not ready: {Kind}. docs/failures.md says what to do.", wrong);
        else if (record.Database.Room is { Share: < 0.2 and var share })
            log.LogWarning("The disk has {Count} per cent left. At 5 the site is not ready; when it is full nothing can be saved.", (int)(share * 100));
    }
}

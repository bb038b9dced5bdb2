using Microsoft.EntityFrameworkCore;

namespace Candour.CareRecord.Timers.Store;

/// <summary>Operational tables of the timers: claims, heartbeats, troubles. No fact of care; changed in place.</summary>
internal static class TimerTables
{
    public static void AddTo(ModelBuilder model)
    {
        Map<TimerRow>(model, "timer", nameof(TimerRow.Name));
        Map<TroubleRow>(model, "timer_trouble", nameof(TroubleRow.Work), nameof(TroubleRow.Item));
    }

    private static void Map<T>(ModelBuilder model, string table, params string[] key)
        where T : class
    {
        var entity = model.Entity<T>();
        entity.ToTable(table);
        foreach (var property in typeof(T).GetProperties())
            entity.Property(property.Name).HasColumnName(Snake(property.Name)).ValueGeneratedNever();
        entity.HasKey([.. key.Prepend("Provider")]);
    }

    private static string Snake(string name) =>
        string.Concat(name.Select((c, i) => char.IsUpper(c) ? (i > 0 ? "_" : "") + char.ToLowerInvariant(c) : c.ToString()));
}

/// <summary>One piece of work: who has it in hand, and when it last ran to its end.</summary>
internal sealed class TimerRow
{
    public required string Provider { get; init; }

    public required string Name { get; init; }

    /// <summary>Until then nobody else takes it, in milliseconds; 0 when free.</summary>
    public required long ClaimedUntil { get; init; }

    public required string ClaimedBy { get; init; }

    /// <summary>Milliseconds; 0 when it never ran.</summary>
    public required long Ran { get; init; }
}

/// <summary>Something that failed, kept apart so that it holds up nothing else.</summary>
internal sealed class TroubleRow
{
    public required string Provider { get; init; }

    public required string Work { get; init; }

    /// <summary>Id of the one thing that failed; empty for the work as a whole.</summary>
    public required string Item { get; init; }

    public required int Tries { get; init; }

    public required long FirstTry { get; init; }

    public required long NextTry { get; init; }

    /// <summary>The type of what went wrong; never its text, which may quote a person.</summary>
    public required string Fault { get; init; }

    /// <summary>A role: whose it is to look.</summary>
    public required string Owner { get; init; }

    /// <summary>Five tries were made: nothing more happens by itself.</summary>
    public required bool SetAside { get; init; }
}

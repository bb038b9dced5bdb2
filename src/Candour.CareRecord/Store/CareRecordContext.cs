using System.Linq.Expressions;
using Candour.Clinical;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Candour.CareRecord.Store;

/// <summary>Maps, migrates and reads. Every row is of one provider; a filter keeps queries within it on both databases.</summary>
public abstract class CareRecordContext(DbContextOptions options, string provider) : DbContext(options)
{
    /// <summary>The provider whose rows this context sees.</summary>
    public string Provider { get; } = provider;

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<Moment>().HaveConversion<MomentConverter>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        Own<LeafRow>(modelBuilder, Schema.Leaf, nameof(LeafRow.Id));
        Own<PartRow>(modelBuilder, Schema.Part, nameof(PartRow.Leaf), nameof(PartRow.Ordinal));
        Own<EventIndexRow>(modelBuilder, Schema.EventIndex, nameof(EventIndexRow.Leaf))
            .HasIndex(nameof(EventIndexRow.Provider), nameof(EventIndexRow.Stream), nameof(EventIndexRow.Sequence)).IsUnique();
        Own<PositionRow>(modelBuilder, Schema.Position, nameof(PositionRow.Position))
            .HasIndex(nameof(PositionRow.Provider), nameof(PositionRow.Leaf)).IsUnique();
        Own<CommandRow>(modelBuilder, Schema.Command, nameof(CommandRow.Id));
        Own<SentFormRow>(modelBuilder, "sent_form", nameof(SentFormRow.Command)).HasIndex(nameof(SentFormRow.Provider), nameof(SentFormRow.At));
        Own<ErasedRow>(modelBuilder, "erased", nameof(ErasedRow.Leaf), nameof(ErasedRow.Ordinal));
        var view = Own<ViewRow>(modelBuilder, Schema.View);
        view.HasKey(v => v.Id);
        view.Property(v => v.Id).ValueGeneratedOnAdd();
        view.HasIndex(v => new { v.Provider, v.Person, v.Id });

        Access.Store.AccessTables.AddTo(modelBuilder);
        Own<Referrals.Store.DraftRow>(modelBuilder, "refer_draft", nameof(Referrals.Store.DraftRow.TokenHash));
        foreach (var list in Lists.All)
        {
            var row = modelBuilder.Entity(list.Row);
            row.ToTable(list.Name);
            row.Property<string>(nameof(Provider)).HasColumnName("provider");
            row.HasKey([.. list.Key.Select(c => c.Property.Name).Prepend(nameof(Provider))]);
            foreach (var column in list.Columns)
                row.Property(column.Property.Name).HasColumnName(column.Name).ValueGeneratedNever();
        }

        Timers.Store.TimerTables.AddTo(modelBuilder);
        Indexes.AddTo(modelBuilder);
        Filter(modelBuilder);
    }

    private static EntityTypeBuilder<T> Own<T>(ModelBuilder model, string table, params string[] key)
        where T : class
    {
        var entity = model.Entity<T>();
        entity.ToTable(table);
        foreach (var property in typeof(T).GetProperties())
            entity.Property(property.Name).HasColumnName(Snake(property.Name)).ValueGeneratedNever();
        if (key.Length > 0)
            entity.HasKey([.. key.Prepend(nameof(Provider))]);
        return entity;
    }

    private void Filter(ModelBuilder model)
    {
        foreach (var entity in model.Model.GetEntityTypes().Where(e => e.FindProperty(nameof(Provider)) is not null))
        {
            var row = Expression.Parameter(entity.ClrType);
            var same = Expression.Equal(
                Expression.Call(
                    typeof(EF), nameof(EF.Property), [typeof(string)], row, Expression.Constant(nameof(Provider))),
                Expression.Property(Expression.Constant(this), nameof(Provider)));
            entity.SetQueryFilter("provider", Expression.Lambda(same, row));
        }
    }

    private static string Snake(string name) =>
        string.Concat(name.Select((c, i) => char.IsUpper(c) ? (i > 0 ? "_" : "") + char.ToLowerInvariant(c) : c.ToString()));
}

/// <summary>The context on SQLite.</summary>
public sealed class SqliteCareRecord(DbContextOptions<SqliteCareRecord> options, string provider) : CareRecordContext(options, provider);

/// <summary>The context on PostgreSQL.</summary>
public sealed class PostgresCareRecord(DbContextOptions<PostgresCareRecord> options, string provider) : CareRecordContext(options, provider);

/// <summary>A moment in a column: its milliseconds.</summary>
internal sealed class MomentConverter()
    : Microsoft.EntityFrameworkCore.Storage.ValueConversion.ValueConverter<Moment, long>(m => m.Milliseconds, ms => new Moment(ms));

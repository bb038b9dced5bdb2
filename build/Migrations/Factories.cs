using Candour.CareRecord.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Candour.Migrations;

internal sealed class SqliteFactory : IDesignTimeDbContextFactory<SqliteCareRecord>
{
    public SqliteCareRecord CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteCareRecord>().UseSqlite("Data Source=:memory:").Options, "");
}

internal sealed class PostgresFactory : IDesignTimeDbContextFactory<PostgresCareRecord>
{
    public PostgresCareRecord CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgresCareRecord>().UseNpgsql("Host=unused").Options, "");
}

using Candour.CareRecord.Store;

namespace Candour.CareRecord.Tests.Store;

public sealed class PlainWireTests
{
    [Theory]
    [InlineData("Host=db.example.org;Username=candour")]
    [InlineData("Host=10.0.0.7;Username=candour;SSL Mode=Require")]
    [InlineData("Host=localhost,10.0.0.7:5433;Username=candour")]
    [InlineData("Host=localhost.example.org;Username=candour;SSL Mode=VerifyCA")]
    public async Task A_server_on_another_machine_that_need_not_prove_itself_is_refused_with_how_to_mend_it(string connection)
    {
        Should.Throw<RecordSettingsException>(() => Database.Postgres(connection, "RXX")).Message.ShouldContain("SSL Mode=VerifyFull");
        (await Should.ThrowAsync<RecordSettingsException>(() => Preparing.Postgres(connection, "candour"))).Message.ShouldContain("SSL Mode=VerifyFull");
    }

    [Theory]
    [InlineData("Host=db.example.org;Username=candour;SSL Mode=VerifyFull")]
    [InlineData("Host=localhost;Username=candour")]
    [InlineData("Host=127.0.0.1;Username=candour")]
    [InlineData("Host=[::1]:5433;Username=candour")]
    [InlineData("Host=/var/run/postgresql;Username=candour")]
    public async Task One_that_proves_itself_or_is_on_this_machine_is_taken(string connection)
    {
        await using var database = Database.Postgres(connection, "RXX");
        database.IsPostgres.ShouldBeTrue();
    }
}

using Candour.Web.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Candour.Web.Tests.Hosting;

public sealed class LoggingTests
{
    private const string Lifetime = "Microsoft.Hosting.Lifetime", Keys = "Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager";

    [Theory]
    [InlineData(Lifetime, LogLevel.Information, false, true)]
    [InlineData(Keys, LogLevel.Warning, false, true)]
    [InlineData("Candour.Web.Hosting.Faults", LogLevel.Information, false, true)]
    [InlineData("Candour.Web.Hosting.Faults", LogLevel.Warning, true, true)]
    [InlineData("Microsoft.AspNetCore.Server.Kestrel", LogLevel.Warning, true, true)]
    public void A_demonstration_writes_warnings_and_nothing_of_the_keys_and_an_operator_reads_the_rest(string from, LogLevel level, bool inDemo, bool inService)
    {
        IsWritten(from, level, quiet: true).ShouldBe(inDemo);
        IsWritten(from, level, quiet: false).ShouldBe(inService);
    }

    private static bool IsWritten(string from, LogLevel level, bool quiet)
    {
        using var services = new ServiceCollection().AddSingleton(TimeProvider.System)
            .AddLogging(logging => Logging.Configure(logging, quiet)).BuildServiceProvider();
        return services.GetRequiredService<ILoggerFactory>().CreateLogger(from).IsEnabled(level);
    }
}

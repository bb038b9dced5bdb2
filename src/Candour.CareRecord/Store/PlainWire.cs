using System.Net;
using Npgsql;

namespace Candour.CareRecord.Store;

/// <summary>A record goes over a network only to a server that proved who it is, and unreadable by others on the way.</summary>
internal static class PlainWire
{
    /// <exception cref="RecordSettingsException">The server is on another machine and the connection is not verified. Says how to mend it.</exception>
    public static void Refuse(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        if (settings.SslMode == SslMode.VerifyFull)
            return;
        var elsewhere = (settings.Host ?? "localhost").Split(',', StringSplitOptions.TrimEntries).FirstOrDefault(host => !IsHere(host));
        if (elsewhere is not null)
        {
            throw new RecordSettingsException(
                $"The connection to PostgreSQL at {elsewhere} could be read, or answered by somebody else, on the way. Add \"SSL Mode=VerifyFull\" to the connection "
                + "string, and \"Root Certificate=FILE\" where the server's certificate is of an authority of your own.");
        }
    }

    private static bool IsHere(string host) =>
        host.StartsWith('/') || host.StartsWith('@')
        || host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || host.StartsWith("localhost:", StringComparison.OrdinalIgnoreCase)
        || (IPEndPoint.TryParse(host, out var at) && IPAddress.IsLoopback(at.Address));
}

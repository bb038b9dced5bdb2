using System.Text;
using Candour.CareRecord.Referrals;
using Candour.CareRecord.Store;

namespace Candour.CareRecord.Messages.Channels;

/// <summary>
/// Writes each message as a file into a folder that only this account can read: .txt for a text, .eml for an e-mail. The
/// default, and the only way out for a demonstration. A file appears whole or not at all, and once.
/// </summary>
public sealed class FileDrop(string folder) : IChannel
{
    public async Task<HandOver> Send(Outgoing message, CancellationToken stopping)
    {
        var file = FileOf(message.Id, message.Way);
        if (File.Exists(file))
            return new HandOver.Taken(null);
        var half = $"{file}.half";
        try
        {
            PrivateFolder.Make(folder);
            File.Delete(half);
            await using (var stream = new FileStream(half, Private()))
            {
                await stream.WriteAsync(Encoding.UTF8.GetBytes(Written(message)), stopping);
                stream.Flush(flushToDisk: true);
            }

            File.Move(half, file);
            return new HandOver.Taken(null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or OperationCanceledException)
        {
            return new HandOver.NotTaken("folder");
        }
    }

    public Task<Whereabouts> Ask(string id, string? reference, CancellationToken stopping) => Task.FromResult(
        File.Exists(FileOf(id, Ways.Text)) || File.Exists(FileOf(id, Ways.Email)) ? Whereabouts.OnItsWay : Whereabouts.NeverTaken);

    private static string Written(Outgoing message) => message.Way == Ways.Email
        ? $"From: {message.From}\r\nTo: {OneLine(message.Address)}\r\nSubject: {message.Subject}\r\n"
            + $"Content-Type: text/plain; charset=utf-8\r\n\r\n{message.Text}\r\n"
        : $"To: {OneLine(message.Address)}\n{message.Text}\n";

    private static string OneLine(string address) => string.Concat(address.Where(c => !char.IsControl(c)));

    private string FileOf(string id, string way) => Ids.IsOne(id)
        ? Path.Combine(folder, $"{id}{(way == Ways.Email ? ".eml" : ".txt")}")
        : throw new ArgumentException($"'{id}' is not a message's id.", nameof(id));

    private static FileStreamOptions Private()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }
}

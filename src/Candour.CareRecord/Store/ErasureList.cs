using Candour.CareRecord.Erasure;
using Candour.Clinical;

namespace Candour.CareRecord.Store;

/// <summary>A part as the list names it. The commitment tells it from another that stands at its place after a restore.</summary>
/// <param name="Commitment">64 hexadecimal digits; without the salt, which is erased too, it says nothing of the part.</param>
internal sealed record ListedPart(long Position, int Ordinal, string Commitment);

/// <summary>An erasure of the list: the command that asked for it, its parts, and what an erasure event needs to say again.</summary>
internal sealed record ListedErasure(string Command, IReadOnlyList<ListedPart> Parts, ErasureCode Code, string AskedBy, Moment At);

/// <summary>
/// The file of what was erased, kept apart from the record and its backups: a restored copy has forgotten, this has not. A line
/// <c>begun COMMAND POSITION.ORDINAL COMMITMENT CODE ASKER MOMENT</c> for each part stands on the disk before the erasure is
/// committed; <c>finished COMMAND</c> follows when the traces are gone too, <c>withdrawn COMMAND</c> when nothing was erased.
/// </summary>
/// <param name="file">Made for this account alone; only ever added to.</param>
internal sealed class ErasureList(string file)
{
    public void Begin(string command, IReadOnlyList<ListedPart> parts, ErasureCode code, string askedBy, Moment now) =>
        Add([.. parts.Select(p => $"begun {command} {p.Position}.{p.Ordinal} {p.Commitment} {code} {askedBy} {now}")]);

    public void Finish(string command) => Add([$"finished {command}"]);

    public void Withdraw(string command) => Add([$"withdrawn {command}"]);

    /// <summary>Begun, and nobody has written what became of them.</summary>
    public IReadOnlyList<ListedErasure> Unfinished() => [.. All().Where(e => e.Ends.Count == 0).Select(e => e.Erasure)];

    /// <summary>Finished ones.</summary>
    public IReadOnlyList<ListedErasure> Erased() => [.. All().Where(e => e.Ends.Contains("finished")).Select(e => e.Erasure)];

    private IEnumerable<(ListedErasure Erasure, ILookup<string, string> Ends)> All()
    {
        if (!File.Exists(file))
            return [];
        // A line that the machine did not finish writing is of an erasure that was never committed.
        var lines = File.ReadAllLines(file).Select(l => l.Split(' ')).ToList();
        var ends = lines.Where(l => l.Length == 2).ToLookup(l => l[1], l => l[0]);
        return lines.Where(l => l is ["begun", _, _, _, _, _, [.., 'Z']]).GroupBy(l => l[1]).Select(l => (
            new ListedErasure(
                l.Key, [.. l.Select(p => new ListedPart(long.Parse(p[2].Split('.')[0]), int.Parse(p[2].Split('.')[1]), p[3])).Distinct()],
                Enum.Parse<ErasureCode>(l.Last()[4]), l.Last()[5], Moment.Parse(l.Last()[6])),
            ends[l.Key].ToLookup(e => e)));
    }

    private void Add(IEnumerable<string> lines)
    {
        var options = new FileStreamOptions { Mode = FileMode.Append, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var stream = new FileStream(file, options);
        stream.Write(System.Text.Encoding.UTF8.GetBytes(string.Concat(lines.Select(l => l + "\n"))));
        stream.Flush(flushToDisk: true);
    }
}

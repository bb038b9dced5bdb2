namespace Candour.CareRecord.Store;

/// <summary>A stream as it is stored: its name, and its events' bytes in order.</summary>
internal sealed record StoredStream(string Stream, List<StoredEvent> Events);

/// <param name="Type">As the index says; the bytes say it too.</param>
internal sealed record StoredEvent(int Sequence, string Type, List<(PartKind Kind, byte[] Bytes)> Parts);

/// <summary>The list rows that some streams make.</summary>
/// <param name="Events">Events read.</param>
/// <param name="Misplaced">Those whose place in the index is not the one in their own bytes.</param>
internal sealed record Made(long Events, long Misplaced, IReadOnlyList<(ListTable List, object Row)> Rows)
{
    public static Made Of(IReadOnlyList<StoredStream> streams)
    {
        var rows = new List<(ListTable, object)>();
        var (events, misplaced) = (0L, 0L);
        var last = new LastRead();
        foreach (var stored in streams)
        {
            var read = new List<Recorded>(stored.Events.Count);
            foreach (var e in stored.Events.Where(e => e.Parts.Count > 0))
            {
                var recorded = EventCodec.Read(e.Type, e.Parts, last);
                var at = recorded.Envelope;
                if (at.Sequence != e.Sequence || at.Type != e.Type || last.Stream != stored.Stream)
                    misplaced++;
                read.Add(recorded);
            }

            events += stored.Events.Count;
            if (read.Count == 0)
                continue;
            var history = new History(StreamId.Parse(stored.Stream), read);
            foreach (var list in Lists.Of(history.Stream.Kind))
            {
                foreach (var row in list.RowsOf(history))
                    rows.Add((list, row));
            }
        }

        return new(events, misplaced, rows);
    }
}

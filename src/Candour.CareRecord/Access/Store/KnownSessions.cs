using Candour.Clinical;

namespace Candour.CareRecord.Access.Store;

/// <summary>
/// Open sessions as last read, where this process alone may end them. Whoever ends any says so after the commit and before
/// anybody is told; what was read before that is not kept.
/// </summary>
internal sealed class KnownSessions
{
    private const int Most = 4096;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, WebSession> _known = [];
    private int _ended;

    /// <summary>How often sessions have been ended: to be read before a session is, and given to <see cref="Keep"/>.</summary>
    public int Ended => Volatile.Read(ref _ended);

    public WebSession? Of(string tokenHash)
    {
        lock (_gate)
            return _known.GetValueOrDefault(tokenHash);
    }

    public void Keep(string tokenHash, WebSession session, int ended)
    {
        lock (_gate)
        {
            if (ended != _ended)
                return;
            if (_known.Count >= Most)
                _known.Clear();
            _known[tokenHash] = session;
        }
    }

    /// <summary>The session was used; one that is not known stays so.</summary>
    public void Used(string tokenHash, Moment now)
    {
        lock (_gate)
        {
            if (_known.TryGetValue(tokenHash, out var session))
                _known[tokenHash] = session with { Seen = now };
        }
    }

    /// <summary>Some may have ended: all are read again.</summary>
    public void Forget()
    {
        lock (_gate)
        {
            _ended++;
            _known.Clear();
        }
    }
}

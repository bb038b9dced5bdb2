using System.Runtime.InteropServices;

namespace Candour.Clinical.Pathways;

/// <summary>
/// A list of small values that is emptied and filled again without giving memory back: a pathway is one object through
/// which millions of referrals pass. Read by reference: <c>foreach (ref readonly var contact in pathway.Contacts)</c>.
/// </summary>
public sealed class Rows<T>
    where T : struct
{
    private readonly List<T> _rows = [];

    public int Count => _rows.Count;

    /// <summary>The row at an index, from 0.</summary>
    public ref readonly T this[int index] => ref All[index];

    /// <summary>All rows in the order they were added. Not to be kept over an <see cref="Add"/>.</summary>
    public ReadOnlySpan<T> All => CollectionsMarshal.AsSpan(_rows);

    /// <summary>Adds a row and answers its index, by which other rows refer to it.</summary>
    public int Add(T row)
    {
        _rows.Add(row);
        return _rows.Count - 1;
    }

    public void Clear() => _rows.Clear();

    public ReadOnlySpan<T>.Enumerator GetEnumerator() => All.GetEnumerator();
}

using System.Linq.Expressions;

namespace Candour.CareRecord.Store;

/// <summary>Rows sorted by a column that the reader chose, either way.</summary>
internal static class Sorted
{
    public static IOrderedQueryable<T> By<T, TKey>(this IQueryable<T> rows, Expression<Func<T, TKey>> key, bool down) =>
        down ? rows.OrderByDescending(key) : rows.OrderBy(key);

    public static IOrderedQueryable<T> ThenBy<T, TKey>(this IOrderedQueryable<T> rows, Expression<Func<T, TKey>> key, bool down) =>
        down ? rows.ThenByDescending(key) : rows.ThenBy(key);
}

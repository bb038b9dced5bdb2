using Xunit.Sdk;
using Xunit.v3;

namespace Candour.Journeys;

/// <summary>The whole ways begin first: a long journey that begins last would leave one core idle at the end.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection =>
        [.. testCollections.OrderBy(c => Rank(c.TestCollectionDisplayName)).ThenBy(c => c.TestCollectionDisplayName, StringComparer.Ordinal)];

    private static int Rank(string name) =>
        name.Contains(nameof(WholeWay), StringComparison.Ordinal) ? 0 : name.Contains("Keyboard", StringComparison.Ordinal) ? 1 : 2;
}

